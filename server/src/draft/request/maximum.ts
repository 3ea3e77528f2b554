import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { perUnit } from './rates.js';
import { afterUnit } from './units.js';

/** Index of the number that a "at most" phrase at `i` leads to; -1 where there is no such phrase. */
function leads(line: Line, i: number): number {
  let at = i;
  if (line.word(at) === 'up' && line.word(at + 1) === 'to') {
    at = line.skip(at + 2, 'a', 'an', 'the');
    if (line.is(at, 'maximum')) at++;
    else return byUnits(line, at) || inHours(line, at) ? at : -1;
  } else if (line.is(at, 'upto')) return byUnits(line, at + 1) ? at + 1 : -1;
  else if (line.is(at, 'maximum')) at++;
  else if (line.is(at, 'no') || line.word(at) === 'not' || line.word(at) === 'never') {
    if (line.word(at + 1) === 'more' && line.word(at + 2) === 'than') return at + 3;
    at++;
    if (line.word(at) === 'to' || line.is(at, 'to')) at++;
    if (!line.is(at, 'exceed')) return -1;
    at++;
  } else if (line.is(at, 'exceed')) at++;
  else return -1;
  while (
    at - i < 12 &&
    (['of', ':', '=', 'is', 'dose', 'daily', 'to', 'be', '-', 'number', 'a', 'the'].includes(line.word(at)) ||
      line.is(at, 'daily'))
  )
    at++;
  return at;
}

/** "up to 4 tablets a day" caps units; "up to 4 times a day" is how often. */
function byUnits(line: Line, at: number): boolean {
  const amount = line.amount(at);
  const after = amount ? afterUnit(line, amount.next) : -1;
  return after > 0 && perUnit(line, after) !== null;
}

/** "up to 6 in 24 hours" caps units too. */
function inHours(line: Line, at: number): boolean {
  const amount = line.amount(at);
  return amount !== null && ['in', 'within'].includes(line.word(amount.next)) && perUnit(line, amount.next) !== null;
}

/** "Not to exceed 2 weeks", "no more than 10 days": a length of time. */
function isLength(line: Line, next: number): boolean {
  const at = line.skip(next, '-');
  return line.is(at, 'week', 'month') || (line.is(at, 'day') && !['day', 'd'].includes(line.word(at)));
}

/** The most units a day that the line allows ("max 4/day", "not to exceed 8 tablets in 24 hours"); those words are taken. */
export function readMaximum(line: Line): Reading<number> | null {
  for (let i = 0; i < line.length; i++) {
    if (!line.free(i)) continue;
    const at = leads(line, i);
    if (at < 0) continue;
    const amount = line.amount(at);
    if (!amount || isLength(line, amount.next)) continue;
    let next = amount.next;
    const measure = line.is(next, 'mg', 'gram', 'mcg', 'ml');
    if (measure) next++;
    const unit = measure ? -1 : afterUnit(line, next);
    if (unit > 0) next = unit;
    if (line.is(next, 'time')) next++;
    const per = perUnit(line, next);
    if (per) next = per.next;
    line.take(i, next);
    if (!measure && (!per || per.days === 1)) return line.reading(amount.high, i, next);
  }
  return null;
}
