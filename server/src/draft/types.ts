import type { Span, Token } from '../patterns/types.js';

export type { Span, Token } from '../patterns/types.js';

export type DraftKind = 'request' | 'appeal' | 'determination';

/** What a section is about, whatever its heading is called. */
export type SectionKind =
  | 'header' // employee, claim, provider, addresses
  | 'request' // the treatments asked for
  | 'plan'
  | 'subjective' // complaints, history of present illness
  | 'function' // function, activities of daily living
  | 'work-status'
  | 'history' // past medical, surgical, injury
  | 'past-treatment'
  | 'medications'
  | 'objective'
  | 'studies'
  | 'diagnoses'
  | 'rationale' // medical necessity, discussion
  | 'denial' // a UR or IMR decision's own words
  | 'guideline' // quoted guideline text
  | 'family-history'
  | 'records' // enclosures
  | 'signature'
  | 'other';

export interface Sentence extends Span {
  /** Normalised text of exactly the span's length: plain quotes, blanks for tabs, line breaks and odd spaces. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Token spans are relative to `start`. */
  readonly section: Section;
  /** Index of the paragraph (list item, table row, block between blank lines that do not merely wrap) in the draft. */
  readonly paragraph: number;
  /** Position among the draft's sentences. */
  readonly index: number;
}

export interface Section extends Span {
  readonly kind: SectionKind;
  /** The heading as written, empty where there is none. */
  readonly title: string;
  readonly heading: Span | null;
  readonly sentences: readonly Sentence[];
}

/** A value read off the text, with its place; `vague` says why no value could be given ("as directed"). */
export interface Reading<T> extends Span {
  readonly value: T;
  readonly vague?: string;
}

export type Side = 'left' | 'right' | 'bilateral';

/** Hours of care, a day, a visit or a week. */
export interface Hours {
  readonly value: number;
  readonly per: 'day' | 'visit' | 'week';
}

/** What a request line says; null or empty where it does not. Fields and units as in the contract's `request`. */
export interface Request {
  /** Normalised: `10/325 mg`, `5 %`, `25 mcg/h`. */
  readonly strength: Reading<string> | null;
  /** Units dispensed for one fill. */
  readonly quantity: Reading<number> | null;
  /** Administrations a day, upper end; value null with `vague` where the words give none ("as directed"). */
  readonly frequencyPerDay: Reading<number | null> | null;
  /** Units each time, upper end of a range. */
  readonly dosePerAdministration: Reading<number> | null;
  readonly durationDays: Reading<number> | null;
  readonly refills: Reading<number> | null;
  readonly levels: readonly Reading<string>[];
  readonly side: Reading<Side> | null;
  readonly count: Reading<number> | null;
  readonly visits: Reading<number> | null;
  readonly visitsPerWeek: Reading<number> | null;
  readonly weeks: Reading<number> | null;
  readonly bodyParts: readonly Reading<string>[];
  /** Beyond the contract, for the assessment. */
  readonly asNeeded: Reading<string | null> | null;
  /** The most units a day where the line caps them ("max 4/day"). */
  readonly maximumPerDay?: Reading<number> | null;
  readonly approach: Reading<'transforaminal' | 'interlaminar' | 'caudal'> | null;
  readonly guidance: Reading<'fluoroscopy' | 'ultrasound' | 'ct'> | null;
  readonly tenure: Reading<'rental' | 'purchase'> | null;
  readonly contrast: Reading<'with' | 'without' | 'with and without'> | null;
  readonly hours: Reading<Hours> | null;
  readonly cpt: readonly Reading<string>[];
  readonly icd: readonly Reading<string>[];
}

export type ItemKind = 'drug' | 'procedure' | 'therapy' | 'device' | 'study' | 'service' | 'unknown';

/** A requested treatment. */
export interface Item extends Span {
  /** Stays the same while the line is edited elsewhere: family, treatment and ordinal among equals. */
  readonly key: string;
  /** Exactly as written in the draft. */
  readonly text: string;
  readonly kind: ItemKind;
  /** A family of the contract. */
  readonly family: string;
  /** Normal name, null where unknown. */
  readonly treatment: string | null;
  /** For drugs: the entry's name in the vocabulary. */
  readonly drug: string | null;
  readonly request: Request;
  /** The lines that belong to the item, its own included: wrapped text and indented sub-lines. */
  readonly block: Span;
  /** What the words ask for: a first use, going on, or a repeat; null where they do not say. */
  readonly stage: 'initial' | 'continuing' | 'repeat' | null;
}

/** A calendar day; month 1–12. A date without a day has day 1 and precision `month` or `year`. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly precision: 'day' | 'month' | 'year';
}

export interface Draft {
  readonly kind: DraftKind;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly items: readonly Item[];
  /** The draft's own date (report, request or letter date), null where it has none. */
  readonly date: Reading<CalendarDate> | null;
}
