/** A stretch of text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One token of a sentence. `text` is the normalised form (lower case, plain quotes), the span is where
 * it stands. Hyphens between letters are dropped ("follow-up" = "follow up"), all other marks are tokens.
 */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/**
 * Something recognised over whole tokens `first..last` (inclusive): a measure (`percent`, `duration`), a word of a
 * lexicon (`activity`, `drug`) or a concept built of others (`sensory-deficit`). Patterns name it `<kind>`.
 */
export interface Slot {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  /** For measures the number in the kind's own unit: percent, days, points of ten, degrees … */
  readonly value?: number;
  /** For ranges and before–after pairs the second number. */
  readonly to?: number;
  /** The unit of `value`, where the kind has several (`min`, `ft`, `lb`). */
  readonly unit?: string;
  /** The normal form, e.g. a drug's generic name, a level `L4-5`, a root `L5`, a side `left`. */
  readonly name?: string;
  /** Classes that a condition such as `<drug:nsaid>` asks for. */
  readonly classes?: readonly string[];
}

/** A pattern as it stands in a data file, with its place for error messages. */
export interface PatternSource {
  /** What the match reports; several patterns may share an id. */
  readonly id: string;
  readonly source: string;
  /** `file:line`, where known. */
  readonly at?: string;
}

/** A concept's pattern: `id` is the kind of slot it makes, `name` and `classes` are copied to the slot. */
export interface ConceptSource extends PatternSource {
  readonly name?: string;
  readonly classes?: readonly string[];
}

/** A pattern that could not be compiled. */
export interface PatternProblem {
  readonly id: string;
  readonly source: string;
  readonly at?: string;
  readonly reason: string;
}

/** One place where a pattern's sequence matched within a sentence. */
export interface Match {
  readonly id: string;
  /** Index of the pattern in the list that was compiled. */
  readonly pattern: number;
  /** Token indexes, inclusive; the whole stretch, gaps included. */
  readonly first: number;
  readonly last: number;
  /** Token indexes that the pattern itself consumed: literals and slots, not gaps. Ascending. */
  readonly tokens: readonly number[];
  /** The slots that the pattern consumed, in order. */
  readonly slots: readonly Slot[];
}
