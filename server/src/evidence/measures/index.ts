import type { Slot, Token } from '../../patterns/types.js';
import { readCount } from './count.js';
import { readDate } from './date.js';
import { readDegrees } from './angle.js';
import { readDose } from './dose.js';
import { readDuration } from './duration.js';
import { readGrade, readReflex } from './grade.js';
import { Line } from './line.js';
import { readNumbers } from './number.js';
import { readPairs } from './pair.js';
import { readPercent } from './percent.js';
import { readScore } from './score.js';
import { readSide } from './side.js';
import { readDistance, readLength, readWeight } from './size.js';
import { readSpine } from './spine.js';
import { readVas } from './vas.js';

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

/**
 * The measures of one sentence, in its tokens' order. `text` is the sentence's normalised text, in which the tokens stand.
 * Slots may overlap: "30 minutes" is a duration and minutes.
 */
export function readMeasures(text: string, tokens: readonly Token[]): Slot[] {
  const line = new Line(text, tokens);
  if (line.next(0) === line.size) return [];
  const slots: Slot[] = [];
  for (const read of readers) slots.push(...read(line));
  slots.push(...readPairs(line, slots));
  return slots.sort((a, b) => a.first - b.first || b.last - a.last);
}
