/** A drug of server/vocabulary/drugs.yaml. */
export interface Drug {
  /** Generic name; combinations with a slash. */
  readonly name: string;
  readonly brands: readonly string[];
  /** Further spellings: `hydrocodone/apap`, `hydrocodone bitartrate and acetaminophen`. */
  readonly also?: readonly string[];
  /** A family of the contract, `unknown` where none fits (then it is still a drug). */
  readonly family: string;
  /** Classes that patterns and conditions ask for: `opioid`, `nsaid`, `short-acting`, `topical` … */
  readonly classes: readonly string[];
  /** Marketed strengths, normalised as the contract's `strength`. */
  readonly strengths: readonly string[];
  /** Strengths that only some brand has: brand → strengths. */
  readonly brandStrengths?: Readonly<Record<string, readonly string[]>>;
  readonly forms: readonly string[];
  /** Milligrams of acetaminophen in a unit, where the strength alone does not tell. */
  readonly acetaminophen?: number;
  /** Which part of a combination strength is the opioid, and which the acetaminophen: 0 or 1. */
  readonly parts?: readonly string[];
  readonly maxDaily?: {
    readonly mg: number;
    readonly note?: string;
    readonly source: string;
    readonly confidence: string;
  };
  /** Morphine factors by table. */
  readonly mme?: Readonly<Record<string, number | readonly { readonly upTo?: number; readonly factor: number }[]>>;
  readonly schedule?: string;
  readonly pages?: string;
  readonly confidence: string;
  /** MTUS Drug List status, only with the list's version and date. */
  readonly formulary?: { readonly status: string; readonly list: string };
  /** The entry meant where the name stands with such words: "tramadol 150 mg ER", "diclofenac gel", "lidocaine 5% patch". */
  readonly extended?: string;
  readonly topical?: string;
  readonly patch?: string;
  readonly guarded?: readonly Guard[];
  readonly note?: string;
}

/** Names that mean the treatment only in some company. */
export interface Guard {
  readonly names: readonly string[];
  /** One of these words, or `<level>`, within six words. */
  readonly near?: readonly string[];
  /** None of these as the next word. */
  readonly unless?: readonly string[];
  /** None of these as the word before. */
  readonly 'not-after'?: readonly string[];
  /** Written in capitals, or else one of `orNear` within six words (`<times>`: "x" or "2 x" right after). */
  readonly capitals?: boolean;
  readonly orNear?: readonly string[];
}

/** A treatment that is not a drug: server/vocabulary/treatments.yaml. */
export interface Treatment {
  /** Normal name: "epidural steroid injection". */
  readonly name: string;
  readonly family: string;
  readonly kind: 'procedure' | 'therapy' | 'device' | 'study' | 'service';
  /** Patterns of its names. */
  readonly names: readonly string[];
  readonly classes?: readonly string[];
  readonly guarded?: readonly Guard[];
}

/** The word for a class of drugs or of care: "NSAIDs", "opioids", "muscle relaxants". */
export interface ClassWords {
  readonly class: string;
  /** Taken for another drug's side effects, so that a statement naming it is not about it. */
  readonly remedy?: boolean;
  readonly names: readonly string[];
}

export interface ConceptFile {
  readonly name: string;
  readonly data: Readonly<Record<string, readonly string[]>>;
  /** Source string → line. */
  readonly at: Readonly<Record<string, number>>;
}

/** server/vocabulary/cues.yaml, read by evidence/context; the file's head explains each field. */
export interface CueEntry {
  /** An axis, `any` for stops of every axis, `grammar` for words that only play a role. */
  readonly axis: string;
  readonly direction: 'forward' | 'back' | 'both' | 'adjective' | 'stop' | 'pseudo' | 'word';
  readonly words: readonly string[];
  /** Tokens that the cue reaches; the clause where absent. */
  readonly window?: number;
  readonly stops?: readonly string[];
  /** The words that are the cue itself; all of the phrase where absent. */
  readonly core?: readonly string[];
  /** The reach ends before a verb or a number. */
  readonly until?: 'verb';
  readonly guard?: string;
  readonly role?: string;
  readonly note?: string;
}

/** server/vocabulary/sections.yaml: headings by section kind. */
export interface SectionEntry {
  readonly kind: string;
  readonly headings: readonly string[];
}

export interface Abbreviation {
  readonly short: string;
  readonly meaning: string;
  readonly note?: string;
}
