import { vocabulary } from '../../vocabulary/index.js';

/** An instrument of server/vocabulary/measures.yaml. */
interface Instrument {
  readonly name: string;
  readonly words: readonly string[];
  readonly better: 'up' | 'down';
  readonly max: number;
  /** It measures what the patient can do. */
  readonly function?: boolean;
}

type Lists = Readonly<Record<string, readonly string[]>>;
type Numbers = Readonly<Record<string, number>>;

/** server/vocabulary/measures.yaml. */
interface MeasureWords {
  readonly numbers: Numbers;
  readonly shares: Numbers;
  readonly below: readonly string[];
  readonly atMost: readonly string[];
  readonly time: Numbers;
  readonly timeWords: Lists;
  readonly timeLetters: Readonly<Record<string, string>>;
  readonly aUnitAfter: readonly string[];
  readonly aUnitBefore: readonly string[];
  readonly units: Readonly<Record<'distance' | 'weight' | 'length' | 'angle', Lists>>;
  readonly feet: Numbers;
  readonly streetCues: readonly string[];
  readonly liftCues: readonly string[];
  readonly strengthOfPounds: readonly string[];
  readonly pain: Readonly<Record<'scales' | 'scores' | 'bare' | 'rated' | 'between', readonly string[]>>;
  readonly countNouns: Lists;
  readonly countBetween: readonly string[];
  readonly countOf: readonly string[];
  readonly countWords: Numbers;
  readonly doseUnits: Lists;
  readonly dosePer: Lists;
  readonly comboSecond: readonly number[];
  readonly morphine: readonly string[];
  readonly morphineDoubtful: readonly string[];
  readonly months: Numbers;
  readonly yearAfter: readonly string[];
  readonly strengthCues: readonly string[];
  readonly reflexCues: readonly string[];
  readonly notGrade: readonly string[];
  readonly motions: readonly string[];
  readonly warmth: readonly string[];
  readonly spine: Readonly<Record<'roots' | 'notRoot' | 'pictures', readonly string[]>>;
  readonly sides: Readonly<Record<'left' | 'right' | 'bilateral' | 'parts' | 'notBefore' | 'both', readonly string[]>>;
  readonly instruments: readonly Instrument[];
  readonly scoreBetween: readonly string[];
  readonly change: Readonly<
    Record<
      | 'verbs'
      | 'ranges'
      | 'arrows'
      | 'about'
      | 'painWords'
      | 'before'
      | 'after'
      | 'without'
      | 'with'
      | 'headBefore'
      | 'headAfter'
      | 'headWithout'
      | 'headWith'
      | 'treatments'
      | 'rate'
      | 'bareBefore'
      | 'versus'
      | 'upBetter'
      | 'downBetter'
      | 'unclear',
      readonly string[]
    >
  >;
}

/** A table without the names that every object has: "constructor" is a word like another. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

const data = vocabulary.measures as unknown as MeasureWords;

/** The measures' words as data. */
export const words: MeasureWords = {
  ...data,
  numbers: table(data.numbers),
  shares: table(data.shares),
  time: table(data.time),
  timeLetters: table(data.timeLetters),
  feet: table(data.feet),
  countWords: table(data.countWords),
  months: table(data.months),
};

/** First words of all drugs' names. */
export const drugWords: ReadonlySet<string> = new Set(
  vocabulary.drugs.flatMap((drug) => [drug.name, ...drug.brands].map((name) => name.toLowerCase().split(/[\s/]/)[0]!)),
);

const plainWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'with',
  'to',
  'a',
  'in',
  'or',
  'care',
  'pain',
  'home',
  'test',
  'study',
  'evaluation',
  'day',
  'unit',
]);

/** Words that stand in the names of treatments. */
export const treatmentWords: ReadonlySet<string> = new Set(
  vocabulary.treatments
    .flatMap((each) => [each.name, ...each.names].flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/)))
    .filter((word) => word.length > 2 && !plainWords.has(word)),
);

/** Every word of a table of lists → the list's name. */
export function byWord(lists: Lists): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [name, list] of Object.entries(lists)) for (const word of list) map.set(word, name);
  return map;
}
