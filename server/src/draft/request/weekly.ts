import type { Reading } from '../types.js';
import type { Line } from './line.js';

/** Visits a week, for so many weeks, and the total where the line gives it. Upper ends of ranges. */
export interface Schedule {
  readonly perWeek: Reading<number> | null;
  readonly weeks: Reading<number> | null;
  readonly visits: Reading<number> | null;
}

const often: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3, tiw: 3, biw: 2, qiw: 4 };
const mostAWeek = 7;

function isTimes(line: Line, i: number): boolean {
  return line.is(i, 'time', 'visit', 'day') || ['x', 'treatments', 'times', 'sessions'].includes(line.word(i));
}

/** "a week", "/wk", "per week", "x week", "weekly" at `i`: weeks in it and the piece after, null where there is none. */
function perWeekAt(line: Line, i: number, adverbs: boolean): { weeks: number; next: number } | null {
  if (line.word(i - 1) === 'x' && /^(?:week|wk)$/.test(line.word(i))) return { weeks: 1, next: i + 1 };
  if (line.is(i, 'weekly')) return adverbs ? { weeks: 1, next: i + 1 } : null;
  let at = i;
  while (
    at - i < 4 &&
    (line.is(at, 'per', 'every', 'q') || ['/', 'x', 'times', '-', 'in', 'the'].includes(line.word(at)))
  )
    at++;
  if (line.is(at, 'other') && line.is(at + 1, 'week')) return { weeks: 2, next: at + 2 };
  const interval = line.is(at - 1, 'every', 'q') ? line.number(at) : null;
  if (interval && interval.value > 0 && line.is(interval.next, 'week'))
    return { weeks: interval.value, next: interval.next + 1 };
  return at > i && /^(?:week|wk|w|weeks|wks)$/.test(line.word(at)) ? { weeks: 1, next: at + 1 } : null;
}

/** "2x6", "2 x 6 weeks", "2-3 x 4-6": times a week by weeks. */
export function compact(line: Line, i: number): Schedule | null {
  const times = line.amount(i);
  if (!times || times.high > mostAWeek || line.word(i - 1) === 'x' || line.word(i - 1) === '/') return null;
  if (!(line.is(times.next, 'time') || line.word(times.next) === 'x')) return null;
  const weeks = line.amount(times.next + 1);
  if (!weeks || weeks.high > 52 || !Number.isInteger(weeks.high) || !Number.isInteger(times.high)) return null;
  const unit = line.skip(weeks.next, '-');
  if (line.is(unit, 'minute', 'hour', 'month', 'day', 'visit', 'mg') || line.word(unit) === 'x') return null;
  const next = line.is(unit, 'week') ? unit + 1 : weeks.next;
  line.take(i, next);
  return {
    perWeek: line.reading(times.high, i, times.next),
    weeks: line.reading(weeks.high, weeks.first, next),
    visits: line.reading(times.high * weeks.high, i, next),
  };
}

/** "2-3x/wk", "twice a week", "3 visits per week", "once every other week", "weekly". */
export function weekly(line: Line, i: number): Reading<number> | null {
  if (!line.free(i)) return null;
  const label = line.is(i, 'visit', 'time') && line.is(i + 1, 'per') && line.is(i + 2, 'week') ? i + 3 : -1;
  if (label > 0) {
    const amount = line.amount(line.skip(label, ':', '=', '-'));
    if (amount && amount.high <= mostAWeek) return take(line, amount.high, i, amount.next);
  }
  const word = often[line.sense(i)] ?? often[line.word(i)];
  if (word !== undefined) {
    if (['tiw', 'biw', 'qiw'].includes(line.word(i))) return take(line, word, i, i + 1);
    let high = word;
    let at = i + 1;
    if (['or', 'to', '-'].includes(line.word(at)) && often[line.sense(at + 1)]) {
      high = often[line.sense(at + 1)]!;
      at += 2;
    }
    const per = perWeekAt(line, at, true);
    return per ? take(line, high / per.weeks, i, per.next) : null;
  }
  const amount = line.amount(i);
  if (
    amount &&
    amount.high <= mostAWeek &&
    line.word(i - 1) !== 'x' &&
    !(line.word(i - 1) === '/' && line.at(i - 2)?.kind === 'number')
  ) {
    let at = line.skip(amount.next, '-');
    const timed = isTimes(line, at);
    if (timed) at++;
    const per = perWeekAt(line, line.skip(at, '-'), timed);
    if (per) return take(line, amount.high / per.weeks, i, per.next);
    return null;
  }
  if (line.is(i, 'weekly') && !line.is(i - 1, 'time', 'once', 'twice')) return take(line, 1, i, i + 1);
  if ((line.is(i, 'every', 'q') || line.word(i) === 'per') && line.is(i + 1, 'other') && line.is(i + 2, 'week'))
    return take(line, 0.5, i, i + 3);
  if (line.is(i, 'every', 'q') && line.is(i + 1, 'week')) return take(line, 1, i, i + 2);
  const interval = line.is(i, 'every', 'q') ? line.amount(i + 1) : null;
  if (interval && line.is(interval.next, 'week')) return take(line, 1 / interval.low, i, interval.next + 1);
  return null;
}

function take(line: Line, value: number, first: number, next: number): Reading<number> {
  line.take(first, next);
  return line.reading(value, first, next);
}

/** "for 6 weeks", "x 4-6 wks", "over 8 weeks", "6-week program"; after visits a week also "x 6". */
export function weeksAt(line: Line, i: number, afterPerWeek: boolean): Reading<number> | null {
  let at = i;
  const led =
    line.word(at) === 'x' ||
    line.is(at, 'for', 'over', 'time') ||
    ['duration', 'times', 'for', '/'].includes(line.word(at)) ||
    // "10 visits in 5 weeks", but not "re-evaluation in 5 weeks".
    (line.word(at) === 'in' && at > 0 && !line.free(at - 1));
  if (led)
    at = line.skip(
      at + 1,
      ':',
      'the',
      'next',
      'a',
      'total',
      'of',
      'up',
      'to',
      'about',
      'approximately',
      '=',
      'period',
      'x',
      '-',
    );
  const amount = line.amount(at);
  if (!amount || amount.high > 104 || at - i > 6) return null;
  const unit = line.skip(amount.next, '-', 'more', 'additional', 'consecutive');
  if (
    line.is(unit, 'week') &&
    !line.is(i - 1, 'every', 'q') &&
    !['past', 'last', 'every', 'in'].includes(line.word(i - 1)) &&
    !['ago', 'post'].includes(line.word(unit + 1))
  ) {
    return take(line, amount.high, i, unit + 1);
  }
  if (afterPerWeek && line.word(i) === 'x' && !line.is(unit, 'month', 'day', 'visit', 'hour', 'minute'))
    return take(line, amount.high, i, amount.next);
  return null;
}
