import type { Draft, Sentence } from '../draft/types.js';
import { compilePatterns, joinMatches, type PatternProblem, type PatternSource } from '../patterns/index.js';
import { lexicon } from '../vocabulary/lexicon.js';
import { vocabulary } from '../vocabulary/index.js';
import { axesOf } from './context.js';
import { SentenceReader } from './sentence-reader.js';
import { readSubjects } from './subject.js';
import type { Axis, Mention, SentenceReading, Subject } from './types.js';

export type * from './types.js';
export { speaksOf } from './subject.js';
export { isNoDrug } from './subject/names.js';

/** What a draft says, phrase by phrase. */
export interface DraftReading {
  /** One per sentence of the draft, in order. */
  readonly readings: readonly SentenceReading[];
  /** Mentions by pattern source, in document order. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Whom a mention speaks of. */
  subjectOf(mention: Mention): Subject;
  /** Whether the treatment named at token `at` of a sentence was had and is past. */
  isPast(sentence: Sentence, at: number): boolean;
  /** The contexts of tokens `first..last` of a sentence. */
  axesAt(sentence: Sentence, first: number, last: number): ReadonlySet<Axis>;
}

export interface EvidenceReader {
  readonly problems: readonly PatternProblem[];
  read(draft: Draft): DraftReading;
}

/** The contexts of what matched; remembered as long as the sentence's words stand. */
const contexts = new WeakMap<SentenceReading['matches'][number], ReadonlySet<Axis>>();

function axesOfMatch(reading: SentenceReading, match: SentenceReading['matches'][number]): ReadonlySet<Axis> {
  const before = contexts.get(match);
  if (before) return before;
  const axes = axesOf(reading.scopes, match.tokens);
  contexts.set(match, axes);
  return axes;
}

/** Compiles all patterns into one reader. A pattern that cannot be compiled is in `problems`; the rest work. */
export function createEvidence(patterns: readonly PatternSource[]): EvidenceReader {
  const concepts = vocabulary.conceptFiles.flatMap((file) =>
    Object.entries(file.data).flatMap(([id, sources]) =>
      sources.map((source) => ({ id, source, at: `${file.name}:${file.at[source] ?? 1}` })),
    ),
  );
  const set = compilePatterns(patterns, [...lexicon(), ...concepts]);
  const reader = new SentenceReader(set);

  return {
    problems: set.problems,
    read(draft) {
      const { sentences } = draft;
      const readings = reader.read(draft, (one, other) => areTogether(draft, one, other));
      const mentions = new Map<string, Mention[]>();
      const add = (mention: Mention) => {
        const list = mentions.get(mention.id);
        if (list) list.push(mention);
        else mentions.set(mention.id, [mention]);
      };
      sentences.forEach((sentence, index) => {
        const reading = readings[index]!;
        for (const match of reading.matches) {
          add(mentionOf(draft, sentence, match, axesOfMatch(reading, match)));
        }
      });
      const together = (one: number, other: number) => areTogether(draft, sentences[one]!, sentences[other]!);
      for (const joined of joinMatches(set, readings, together)) {
        const parts = joined.parts.map((part) => ({
          sentence: sentences[part.sentence]!,
          match: part.match,
          axes: axesOfMatch(readings[part.sentence]!, part.match),
        }));
        const first = parts[0]!;
        const axes = new Set(parts.flatMap((part) => [...part.axes]));
        const slots = parts.flatMap((part) => part.match.slots);
        add({ ...mentionOf(draft, first.sentence, first.match, axes), id: joined.id, pattern: joined.pattern, slots });
      }
      const subjects = readSubjects(sentences, readings);
      return {
        readings,
        mentions,
        subjectOf: (mention) => subjects.at(mention.sentence.index, mention.tokens),
        isPast: (sentence, at) => subjects.isPast(sentence.index, at),
        axesAt: (sentence, first, last) => {
          const tokens = Array.from({ length: last - first + 1 }, (_, step) => first + step);
          return axesOf(readings[sentence.index]!.scopes, tokens);
        },
      };
    },
  };
}

/**
 * Whether `&&` may join two sentences: those of one paragraph, and those of lines right below each other in one section
 * ("Before medication: 9" over "After medication: 5"), but not of different entries of a list.
 */
function areTogether(draft: Draft, one: Sentence, other: Sentence): boolean {
  if (one.paragraph === other.paragraph) return true;
  if (one.section !== other.section) return false;
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  if (last.index - first.index > 3) return false;
  return !/\n[^\S\n]*\n|\n[^\S\n]*(?:[-*•▪◦]|\d{1,2}[.)])[^\S\n]/.test(draft.text.slice(first.end, last.start));
}

function mentionOf(
  draft: Draft,
  sentence: Sentence,
  match: SentenceReading['matches'][number],
  axes: ReadonlySet<Axis>,
): Mention {
  const start = sentence.start + sentence.tokens[match.first]!.start;
  const end = sentence.start + sentence.tokens[match.last]!.end;
  const { id, pattern, slots, tokens } = match;
  return { id, pattern, start, end, sentence, slots, tokens, axes, text: draft.text.slice(start, end) };
}
