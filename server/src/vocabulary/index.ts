import generated from '../generated/vocabulary.json';
import type { Abbreviation, ClassWords, ConceptFile, CueEntry, Drug, SectionEntry, Treatment } from './types.js';

export type * from './types.js';

/** The words of the clinic, as data: what drugs, treatments, headings and cues are called. No guideline. */
export interface Vocabulary {
  readonly drugs: readonly Drug[];
  readonly treatments: readonly Treatment[];
  readonly classes: readonly ClassWords[];
  readonly conceptFiles: readonly ConceptFile[];
  readonly cues: readonly CueEntry[];
  readonly sections: readonly SectionEntry[];
  readonly abbreviations: readonly Abbreviation[];
  /** Word tables of the request-line readers. */
  readonly sig: Readonly<Record<string, unknown>>;
  /** Body regions, sides, roots and muscles. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Words that ask for a treatment, and that only seem to, read by draft/asking. */
  readonly asking: Readonly<Record<string, unknown>>;
  /** Family → the procedure codes that it is asked for by; ranges with a hyphen. */
  readonly codes: Readonly<Record<string, readonly (string | number)[]>>;
  /** Clipped words → the one word that each stands for. */
  readonly shorthand: Readonly<Record<string, string>>;
  /** Numbers, units and instruments, read by evidence/measures. */
  readonly measures: Readonly<Record<string, unknown>>;
}

const empty = {
  drugs: [],
  treatments: [],
  classes: [],
  conceptFiles: [],
  cues: [],
  sections: [],
  abbreviations: [],
  sig: {},
  body: {},
  asking: {},
  shorthand: {},
  codes: {},
  measures: {},
};

export const vocabulary: Vocabulary = { ...empty, ...(generated as Partial<Vocabulary>) };
