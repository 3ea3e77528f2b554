import type { Line } from './line.js';
import { countable } from './units.js';

/** A time of day at which something is taken. */
export interface Moment {
  readonly when: 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'meals' | 'each-meal';
  readonly first: number;
  readonly next: number;
}

const of: Readonly<Record<string, Moment['when']>> = {
  qam: 'morning',
  am: 'morning',
  morning: 'morning',
  breakfast: 'morning',
  noon: 'noon',
  afternoon: 'afternoon',
  qpm: 'evening',
  pm: 'evening',
  evening: 'evening',
  qhs: 'night',
  nightly: 'night',
  nocturnal: 'night',
};
/** Those that need no word before them. */
const alone = new Set(['qam', 'qpm', 'qhs', 'nightly', 'am', 'pm']);
const before = new Set([
  'at',
  'before',
  'in',
  'with',
  'every',
  'each',
  'q',
  'on',
  'after',
  'during',
  'for',
  'x',
  'prior',
  'toward',
  'by',
]);
const skipped = new Set(['the', 'to', 'going', 'your', '-', '.', 'early', 'late', 'every', 'a']);

/** The time of day named at piece `i`, with the words that lead to it; null where there is none. */
export function momentAt(line: Line, i: number, last: Moment | null): Moment | null {
  if (!line.free(i)) return null;
  const sense = line.sense(i);
  if (sense === 'before-meals') return { when: 'each-meal', first: i, next: i + 1 };
  if (sense === 'hour') return hourOfSleep(line, i);
  if (alone.has(sense))
    return clock(line, i) || otherwise(line, i) ? null : { when: of[sense]!, first: i, next: i + 1 };
  const follows = last !== null && i - last.next <= 3 && linked(line, last.next, i);
  const bare =
    ['bedtime', 'bedtimes', 'nighttime'].includes(line.word(i)) ||
    (line.is(i, 'nocturnal', 'morning', 'evening', 'noon', 'breakfast') && numberBefore(line, i));
  if ((follows || bare) && of[sense] !== undefined && line.word(i) !== 'sleep')
    return { when: of[sense]!, first: i, next: i + 1 };
  if (!before.has(line.word(i))) return null;
  let at = i + 1;
  while (at - i < 5 && skipped.has(line.word(at))) at++;
  const when = of[line.sense(at)];
  if (when !== undefined && line.free(at)) {
    if (
      line.is(at, 'nocturnal') &&
      (line.word(i) === 'for' || line.word(i) === 'x' || line.word(i) === 'by' || line.word(i) === 'during')
    )
      return null;
    if (line.word(at) === 'sleep') return null;
    if (line.word(i) === 'for' || line.word(i) === 'x') return null;
    return { when, first: i, next: line.is(at + 1, 'meal') ? at + 2 : at + 1 };
  }
  if (line.is(at, 'meal') && line.word(i) !== 'for')
    return { when: line.is(at - 1, 'every') || line.is(i, 'every') ? 'each-meal' : 'meals', first: i, next: at + 1 };
  return null;
}

/** True for "8 am": a time of the clock is one time of day too, but its number is no dose. */
function clock(line: Line, i: number): boolean {
  return (
    line.is(i, 'pm', 'am') &&
    line.at(i - 1)?.kind === 'number' &&
    ['at', ':'].includes(line.word(i - 2)) &&
    !line.free(i - 1)
  );
}

/** "At hour of sleep"; "8 hours of sleep" is none. */
function hourOfSleep(line: Line, i: number): Moment | null {
  const sleep = line.word(i + 1) === 'of' && ['sleep', 'bedtime', 'rest', 'retiring'].includes(line.word(i + 2));
  return sleep && line.at(i - 1)?.value == null ? { when: 'night', first: i, next: i + 3 } : null;
}

/** True for "I am dispensing" and "PM&R", which are no times of day. */
function otherwise(line: Line, i: number): boolean {
  if (line.word(i) === 'pm') return ['&', 'and'].includes(line.word(i + 1)) && line.word(i + 2) === 'r';
  if (line.word(i) !== 'am' || line.word(i - 1) !== 'i') return false;
  const next = line.at(i + 1);
  return (
    next?.kind === 'word' &&
    next.value === null &&
    next.sense !== 'and' &&
    !['qpm', 'pm', 'qhs', 'prn'].includes(next.sense)
  );
}

function numberBefore(line: Line, i: number): boolean {
  return line.at(i - 1)?.value != null || (countable.has(line.sense(i - 1)) && line.at(i - 2)?.value != null);
}

function linked(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (!(line.is(i, 'and') || ['&', ',', '/', '-', '+', 'with', 'or'].includes(line.word(i)))) return false;
  return to > from;
}
