import type { JoinPart, Match, Slot, Span } from '../patterns/index.js';
import type { Sentence } from '../draft/types.js';

/** What a statement is, other than a plain assertion about this patient now. */
export type Axis =
  | 'negated'
  | 'possible'
  | 'hypothetical'
  | 'planned'
  | 'historical'
  | 'other-person'
  | 'reviewer' // a UR or IMR reviewer's words
  | 'guideline'; // what a guideline says or asks for

/** One cue's reach over a sentence: tokens `first..last` (inclusive) stand in `axis` because of the cue's own tokens. */
export interface Scope {
  readonly axis: Axis;
  readonly first: number;
  readonly last: number;
  readonly cueFirst: number;
  readonly cueLast: number;
}

/** Whom a statement is about: treatments named in or before it; all empty = nobody in particular, so everybody. */
export interface Subject {
  /** Drug names, and for treatments that are no drugs their names and families. */
  readonly names: readonly string[];
  /** Classes that a class's own word named: "the opioid", "muscle relaxants". */
  readonly classes: readonly string[];
  /** "The injection", "therapy" with none named before: speaks for every treatment of the kind. */
  readonly kinds: readonly ('injection' | 'therapy')[];
  /** "medications", "current regimen": speaks for every drug. */
  readonly allDrugs: boolean;
}

/** Everything read off one sentence, a function of its text and its section's kind alone. */
export interface SentenceReading {
  readonly slots: readonly Slot[];
  readonly matches: readonly Match[];
  /** Parts of patterns that reach over sentences. */
  readonly parts: readonly JoinPart[];
  readonly scopes: readonly Scope[];
}

/** A phrase in the draft that speaks to a criterion. */
export interface Mention extends Span {
  readonly id: string;
  readonly pattern: number;
  readonly sentence: Sentence;
  readonly slots: readonly Slot[];
  /** Indexes of the sentence's tokens that the pattern itself consumed. */
  readonly tokens: readonly number[];
  readonly axes: ReadonlySet<Axis>;
  readonly text: string;
}
