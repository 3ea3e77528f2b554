import type { Axis } from '../evidence/types.js';
import type { Citation, Condition, Confidence, Edition, Examples, Fix, Limit, SeverityName, Stage } from './schema.js';

/** One pattern of a criterion. */
export interface Accepts {
  readonly pattern: string;
  /** What a vague statement does not say: completes "it does not say …". */
  readonly lacks: string | null;
  readonly note: string | null;
  /** Looked for in the item's own lines alone, whatever the context there. */
  readonly line: boolean;
}

export type CriterionKind = 'evidence' | 'request' | 'limit' | 'together' | 'recommendation' | 'citation' | 'answer';

/** A criterion as it applies to a family: its own file and the pack's entry merged, defaults filled in. */
export interface Criterion {
  readonly id: string;
  readonly family: string;
  /** `<family>/<criterion>`. */
  readonly code: string;
  readonly kind: CriterionKind;
  readonly title: string;
  readonly wants: string;
  readonly why: string;
  readonly severity: SeverityName;
  readonly when: Condition | null;
  readonly about: 'item' | 'patient';
  readonly allow: ReadonlySet<Axis>;
  readonly current: boolean;
  readonly negated: 'ignore' | 'contradicts' | 'documents';
  readonly strict: boolean;
  /** What a statement must not name otherwise than the request line: `side`, `level`. */
  readonly agree: readonly ('side' | 'level')[];
  readonly notIn: ReadonlySet<string>;
  readonly slots: readonly string[];
  readonly accept: readonly Accepts[];
  readonly vague: readonly Accepts[];
  readonly contradict: readonly Accepts[];
  readonly limits: readonly Limit[];
  readonly with: readonly string[];
  /** What a `together` criterion is where there is no other drug, and where there is one that nothing speaks to. */
  readonly absent: 'met' | 'not-applicable';
  readonly found: 'contradicted' | 'missing';
  /** What a `limit` criterion is where the draft gives no numbers. */
  readonly unknown: 'missing' | 'not-applicable';
  readonly message: Readonly<Partial<Record<'missing' | 'vague' | 'contradicted' | 'exceeded', string>>>;
  readonly fix: Fix | null;
  readonly examples: Examples;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
  /** File that says so, for error messages and rule pages. */
  readonly from: string;
}

export interface Pack {
  readonly family: string;
  readonly title: string;
  readonly status: string;
  /** A typical request line. */
  readonly item: string;
  readonly criteria: readonly Criterion[];
  /** Criteria that a user's pack switched off, with the reason. */
  readonly off: readonly { readonly criterion: string; readonly reason: string }[];
  readonly from: string;
}

/** A check of the draft as a whole. */
export interface DraftCheck {
  readonly criterion: string;
  readonly title: string;
  readonly wants: string;
  readonly severity: SeverityName;
  readonly message: string;
  readonly citations: readonly Citation[];
  readonly fix: Fix | null;
  /** Patterns: a finding where the writer says one of `mentions` and none of `notMentions`. */
  readonly mentions: readonly string[];
  readonly notMentions: readonly string[];
  /** The most days that may lie between the two dates it compares. */
  readonly mostDays?: number;
  /** Kinds of draft it applies to. */
  readonly kinds: readonly string[];
  /** ISO days between which it applies to drafts dated so. */
  readonly from?: string;
  readonly until?: string;
}

export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

export interface Guidelines {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly editions: readonly Edition[];
  readonly draftChecks: readonly DraftCheck[];
  /** How the stage of an item shows in the text: patterns by stage, about the item's drug or treatment. */
  readonly stages: Readonly<Partial<Record<Stage, readonly string[]>>>;
  /** How a denial names a criterion: criterion → patterns over the reviewer's sentences. */
  readonly denialReasons: ReadonlyMap<string, readonly string[]>;
  /** Every pattern that any criterion, condition or edition names, once, with its place. */
  readonly patterns: readonly { readonly id: string; readonly source: string; readonly at?: string }[];
  readonly problems: readonly Problem[];
}
