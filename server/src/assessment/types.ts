import type { Citation, Confidence, Fix, SeverityName } from '../guidelines/schema.js';
import type { Draft, Item, Span } from '../draft/types.js';

export type Status = 'met' | 'vague' | 'missing' | 'contradicted' | 'exceeded' | 'not-applicable';

/** A stretch of the draft that decided a verdict. */
export interface Evidence extends Span {
  readonly text: string;
}

/** A criterion's status for an item. */
export interface Verdict {
  readonly criterion: string;
  /** `<family>/<criterion>`: the diagnostic's code. */
  readonly code: string;
  readonly status: Status;
  readonly title: string;
  /** What the guideline wants, one sentence. */
  readonly wants: string;
  /** One line: why this status ("80% improvement" has no length of relief). */
  readonly why: string;
  /** What the writer reads: what is missing, why it matters, what to write. Empty where met or not applicable. */
  readonly message: string;
  readonly severity: SeverityName;
  readonly evidence: readonly Evidence[];
  /** The citation that governs on the draft's date, first; others after. */
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
  /** The sentence to offer, where there is one; `{item}` and the like already filled in, tab stops left. */
  readonly fix: Fix | null;
  /** How a number was worked out ("180 ÷ 6 a day = 30 days"), empty where none was. */
  readonly sum: string;
}

export interface ItemAssessment {
  readonly item: Item;
  /** Title of the family, for people. */
  readonly title: string;
  readonly status: string;
  readonly verdicts: readonly Verdict[];
  /** Sums for inlay hints: "6/day", "30 days", "60 MME". */
  readonly sums: readonly { readonly label: string; readonly how: string }[];
}

/** A finding about the draft as a whole: code `draft/<criterion>`. */
export interface DraftFinding {
  readonly criterion: string;
  readonly code: string;
  readonly severity: SeverityName;
  readonly message: string;
  readonly at: Span;
  readonly citations: readonly Citation[];
  readonly fix: Fix | null;
  readonly evidence: readonly Evidence[];
  /** What to write in place of `at`, where that is sure. */
  readonly replacement?: string | null;
}

export interface Assessment {
  readonly draft: Draft;
  readonly items: readonly ItemAssessment[];
  readonly findings: readonly DraftFinding[];
}
