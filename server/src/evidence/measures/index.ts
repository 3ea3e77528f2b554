import type { Slot, Token } from '../../patterns/types.js';
import { type Columns, pairOfRow, readColumns } from './columns.js';
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

export type { Columns } from './columns.js';
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

/** A sentence's measures, and what the sentences after it may need of it. */
export interface Measured {
  readonly slots: readonly Slot[];
  /** Halves of comparisons that another sentence may complete. */
  readonly halves: readonly Half[];
  /** Of a table's head: which columns tell of then and of now. */
  readonly columns: Columns | null;
}

const inOrder = (slots: readonly Slot[]): Slot[] => [...slots].sort((a, b) => a.first - b.first || b.last - a.last);

/**
 * The measures of one sentence, in its tokens' order. `text` is the sentence's normalised text, in which the tokens stand.
 * Slots may overlap: "30 minutes" is a duration and minutes.
 */
export function measure(text: string, tokens: readonly Token[]): Measured {
  const line = new Line(text, tokens);
  const columns = text.startsWith('|') ? readColumns(line) : null;
  if (line.next(0) === line.size) return { slots: [], halves: [], columns };
  const slots: Slot[] = [];
  for (const read of readers) slots.push(...read(line));
  const pairs = readPairs(line, slots);
  const paired = new Uint8Array(line.size);
  for (const { first, last } of pairs) paired.fill(1, first, last + 1);
  const halves = readHalves(line, slots).filter((half) => !paired[half.first]);
  return { slots: inOrder([...slots, ...pairs]), halves, columns };
}

export const readMeasures = (text: string, tokens: readonly Token[]): Slot[] => [...measure(text, tokens).slots];

/** What the sentences before give to one: halves of comparisons, and the head of the table that it is a row of. */
export interface Before {
  readonly halves: readonly Half[];
  readonly columns: Columns | null;
}

/** The sentence's measures with the pairs that the sentences before complete; null where there are none. */
export function completed(
  text: string,
  tokens: readonly Token[],
  own: Measured,
  before: Before,
): readonly Slot[] | null {
  const line = new Line(text, tokens);
  const rows = before.columns ? pairOfRow(line, own.slots, before.columns) : [];
  const pairs = rows.length > 0 ? rows : pairHalves(line, own.halves, before.halves);
  return pairs.length === 0 ? null : inOrder([...own.slots, ...pairs]);
}
