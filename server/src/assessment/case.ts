import type { CalendarDate, Draft, Item } from '../draft/types.js';
import type { DraftReading } from '../evidence/index.js';
import type { Edition, Guidelines, Pack, Stage } from '../guidelines/index.js';
import type { AssessSettings } from './settings.js';
import type { Evidence, Status } from './types.js';

/** A drug that the draft shows the patient to be on, whether asked for or listed. */
export interface CurrentDrug {
  readonly name: string;
  readonly classes: readonly string[];
  readonly evidence: Evidence;
  /** The item that asks for it, if one does. */
  readonly item: Item | null;
  /** Administrations a day × units, strength: what could be read of how it is taken. */
  readonly perDay: number | null;
  readonly strength: string | null;
}

/** A number worked out of the draft, with how: "180 ÷ 6 a day = 30 days". */
export interface Sum {
  readonly value: number;
  readonly how: string;
  readonly evidence: readonly Evidence[];
}

/** The whole draft as it is judged. */
export interface DraftCase {
  readonly draft: Draft;
  readonly reading: DraftReading;
  readonly guidelines: Guidelines;
  readonly settings: AssessSettings;
  /** Editions that govern on the draft's date; those of 2009 where it has none. */
  readonly inForce: ReadonlySet<string>;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly currentDrugs: readonly CurrentDrug[];
  /** The draft's date, else the latest date in it: what "since" is counted to. */
  readonly now: CalendarDate | null;
}

/** One item as it is judged. */
export interface Case extends DraftCase {
  readonly item: Item;
  readonly pack: Pack;
  readonly classes: readonly string[];
  readonly stage: Stage;
  /** What could be worked out of the item, by measure. */
  readonly sums: ReadonlyMap<string, Sum>;
}

/** What a kind of criterion finds. */
export interface Judgement {
  readonly status: Status;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  /** Fillers of the message's `{…}`. */
  readonly fill?: Readonly<Record<string, string>>;
  /** A message of its own, instead of the criterion's. */
  readonly message?: string;
  readonly citation?: import('../guidelines/index.js').Citation;
  readonly sum?: string;
}
