import type { Reading } from '../types.js';
import type { Line } from './line.js';

/** Pieces of "prn", "as needed", "when required" at `i`; 0 where there are none. */
function lengthAt(line: Line, i: number): number {
  if (line.is(i, 'prn')) return 1;
  if (line.is(i, 'as', 'when', 'if', 'every') && line.is(i + 1, 'need')) return 2;
  if (line.is(i, 'as') && line.word(i + 1) === 'often' && line.is(i + 2, 'as') && line.is(i + 3, 'need')) return 4;
  return 0;
}

/** A "prn" by place: the pieces `first` up to `next`. */
export interface AsNeeded {
  readonly first: number;
  readonly next: number;
}

/** Finds and takes "as needed" and its like; those that negate it ("not prn") do not count. */
export function findAsNeeded(line: Line): AsNeeded | null {
  let found: AsNeeded | null = null;
  for (let i = 0; i < line.length; i++) {
    const length = line.free(i) ? lengthAt(line, i) : 0;
    if (length === 0) continue;
    line.take(i, i + length);
    if (!found && !['not', 'non'].includes(line.word(i - 1))) found = { first: i, next: i + length };
  }
  return found;
}

const mostWords = 6;
const stops = new Set([
  ',',
  ';',
  '.',
  '#',
  '(',
  ')',
  '|',
  ':',
  'max',
  'maximum',
  'not',
  'no',
  'with',
  'then',
  'up',
  'may',
  'upto',
  'every',
  'q',
  'as',
]);

/** What "as needed" is needed for ("severe pain"), null where the line does not say; call when all else is taken. */
export function readReason(line: Line, prn: AsNeeded): Reading<string | null> {
  let at = prn.next;
  while (
    at < line.length &&
    (['for', '-', 'of', 'to', 'control', 'treat'].includes(line.word(at)) || !line.free(at)) &&
    at - prn.next < 8
  ) {
    at++;
  }
  const first = at;
  while (
    at < line.length &&
    at - first < mostWords &&
    line.free(at) &&
    line.at(at)!.kind !== 'number' &&
    !stops.has(line.word(at))
  )
    at++;
  const begin = line.at(first);
  const end = line.at(at - 1);
  if (at === first || !begin || !end) return line.reading(null, prn.first, prn.next);
  const words = line.text.slice(begin.start, end.end).replace(/\s+/g, ' ').trim();
  line.take(first, at);
  return line.reading(words, prn.first, at);
}
