import type { Slot, Token } from '../../patterns/types.js';
import { readCount } from './count.js';
import { readDate } from './date.js';
import { readDegrees } from './angle.js';
import { readDose } from './dose.js';
import { readDuration } from './duration.js';
import { readGrade, readReflex } from './grade.js';
import { type Half, pairHalves, readHalves } from './halves.js';
import { Line } from './line.js';
import { readNumbers } from './number.js';
import { readPairs } from './pair.js';
import { readPercent } from './percent.js';
import { readScore } from './score.js';
import { readSide } from './side.js';
import { readDistance, readLength, readWeight } from './size.js';
import { readSpine } from './spine.js';
import { readVas } from './vas.js';

export type { Half } from './halves.js';

/** Dates, levels and instruments come first: their numbers count for no other reader. */
const readers = [
  readDate,
  readSpine,
  readScore,
  readSide,
  readPercent,
  readDuration,
  readVas,
  readDose,
  readCount,
  readNumbers,
  readGrade,
  readReflex,
  readDegrees,
  readDistance,
  readWeight,
  readLength,
] as const;

/** A sentence's measures, and the halves of comparisons that sentences nearby may complete. */
export interface Measured {
  readonly slots: readonly Slot[];
  readonly halves: readonly Half[];
}

const inOrder = (slots: readonly Slot[]): Slot[] => [...slots].sort((a, b) => a.first - b.first || b.last - a.last);

/**
 * The measures of one sentence, in its tokens' order. `text` is the sentence's normalised text, in which the tokens stand.
 * Slots may overlap: "30 minutes" is a duration and minutes.
 */
export function measure(text: string, tokens: readonly Token[]): Measured {
  const line = new Line(text, tokens);
  if (line.next(0) === line.size) return { slots: [], halves: [] };
  const slots: Slot[] = [];
  for (const read of readers) slots.push(...read(line));
  const pairs = readPairs(line, slots);
  const paired = new Uint8Array(line.size);
  for (const { first, last } of pairs) paired.fill(1, first, last + 1);
  const halves = readHalves(line, slots).filter((half) => !paired[half.first]);
  return { slots: inOrder([...slots, ...pairs]), halves };
}

export const readMeasures = (text: string, tokens: readonly Token[]): Slot[] => [...measure(text, tokens).slots];

/** The sentence's measures with the pairs that halves of the sentences before complete; null where there are none. */
export function completed(
  text: string,
  tokens: readonly Token[],
  own: Measured,
  before: readonly Half[],
): readonly Slot[] | null {
  if (own.halves.length === 0 || before.length === 0) return null;
  const pairs = pairHalves(new Line(text, tokens), own.halves, before);
  return pairs.length === 0 ? null : inOrder([...own.slots, ...pairs]);
}
