import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { daysIn } from './units.js';

const leads = new Set(['for', 'over', 'during', 'within', 'x', 'times', 'duration', 'of']);
const fillers = [
  'at',
  'least',
  'the',
  'next',
  'about',
  'approximately',
  'a',
  'total',
  'of',
  'up',
  'to',
  'another',
  'additional',
  ':',
  '=',
  'only',
  'period',
  '-',
  '.',
  'is',
];
const ends = new Set([
  'purchase',
  'buy',
  'stop',
  'discontinue',
  'dc',
  'remove',
  'off',
  'reassess',
  'reevaluate',
  're',
  'recheck',
]);
const past = new Set([
  'past',
  'last',
  'previous',
  'since',
  'ago',
  'old',
  'prior',
  'after',
  'every',
  'q',
  'in',
  'every',
  'each',
  'until',
  'week',
]);

/** Days in "10 days", "7-10 days", "one month", "a month" at `i`. */
function stretch(line: Line, i: number): { days: number; next: number } | null {
  const spoken = line.is(i - 1, 'for', 'over') || ['for', 'of', 'next'].includes(line.word(i - 1));
  if (spoken && ['a', 'an'].includes(line.word(i)) && daysIn[line.sense(i + 1)] !== undefined && line.free(i + 1)) {
    return { days: daysIn[line.sense(i + 1)]!, next: i + 2 };
  }
  const amount = line.amount(i);
  if (!amount) return null;
  let at = line.skip(amount.next, '-', 'more', 'full', 'consecutive', 'additional');
  if (line.word(at) === '(' && line.word(at + 2) === ')') at += 3;
  const days = daysIn[line.sense(at)];
  if (days === undefined || !line.free(at) || line.word(at) === 'mon' || amount.high <= 0) return null;
  const length = amount.high * days;
  return length <= 3660 ? { days: length, next: line.skip(at + 1, "'", '.') } : null;
}

/** "for 2 weeks", "x 14 days", "over the next 10 days", "duration: 6 weeks", "per 30 days" after a quantity. */
function led(line: Line, i: number): Reading<number> | null {
  const slash =
    (line.word(i) === '/' || line.word(i) === 'per') && line.is(i - 1, 'tablet', 'capsule', 'patch', 'pill');
  const afterFill =
    (line.word(i) === '/' || line.word(i) === 'per') &&
    (slash || (line.at(i - 1)?.kind === 'number' && !line.free(i - 1)));
  if (afterFill) {
    const days = daysIn[line.sense(i + 1)];
    if (days !== undefined && days > 1) return line.reading(days, i, i + 2);
    const found = stretch(line, i + 1);
    return found && found.days > 1 ? line.reading(found.days, i, found.next) : null;
  }
  if (!leads.has(line.word(i)) && !line.is(i, 'for', 'over')) return null;
  let at = i + 1;
  for (let step = 0; step < 6 && fillers.includes(line.word(at)); step++) {
    const here = stretch(line, at);
    if (here) break;
    at++;
  }
  const found = stretch(line, at);
  return found ? line.reading(found.days, i, found.next) : null;
}

const bound = new Set(['must', 'to', 'should', 'will', 'shall']);
const effects = new Set(['relief', 'effect', 'effects', 'benefit', 'benefits', 'pain', 'symptoms', 'improvement']);

/** "Must last 30 days", "to last one month": the fill, not what it does, nor "the last 30 days". */
function lasting(line: Line, i: number): Reading<number> | null {
  if (line.word(i) !== 'last' || !bound.has(line.word(i - 1))) return null;
  for (let at = Math.max(0, i - 6); at < i; at++) if (effects.has(line.word(at))) return null;
  const found = stretch(line, line.skip(i + 1, 'at', 'least', 'a', 'full', 'for', 'the', 'patient', 'entire'));
  return found ? line.reading(found.days, i, found.next) : null;
}

/** True where a field of the line begins or ends. */
function borders(line: Line, i: number): boolean {
  return i < 0 || i >= line.length || [',', ';', '|', '.', ')', '('].includes(line.word(i));
}

/** "30 day supply", "1-month supply", "2 week course", "days supply: 30", "DAYS 30;", or a bare "10 days". */
function named(line: Line, i: number): Reading<number> | null {
  if (
    (line.is(i, 'day') && line.is(i + 1, 'supply')) ||
    line.word(i) === 'ds' ||
    (line.is(i, 'supply') && line.word(i + 1) === ':')
  ) {
    const at = line.skip(
      line.word(i) === 'ds' || line.is(i, 'supply') ? i + 1 : i + 2,
      ':',
      '=',
      '-',
      '#',
      'x',
      '.',
      'of',
    );
    const number = line.number(at);
    if (number && Number.isInteger(number.value) && number.value > 0 && number.value <= 365) {
      const unit = daysIn[line.sense(number.next)];
      return line.reading(number.value * (unit ?? 1), i, unit === undefined ? number.next : number.next + 1);
    }
  }
  const field = line.word(i) === 'days' && borders(line, i - 1) ? line.number(line.skip(i + 1, ':', '=', '#')) : null;
  if (field && Number.isInteger(field.value) && field.value >= 3 && field.value <= 365 && borders(line, field.next))
    return line.reading(field.value, i, field.next);
  const found = stretch(line, i);
  if (!found || line.at(i)!.value === null) return null;
  if (line.is(found.next, 'supply', 'course', 'rental') || line.word(found.next) === 'period')
    return line.reading(found.days, i, found.next + 1);
  const before = line.word(i - 1);
  if (
    line.is(found.next, 'per', 'every') ||
    (line.word(found.next) === '/' && daysIn[line.sense(found.next + 1)] !== undefined)
  )
    return null;
  if (
    past.has(before) ||
    line.is(i - 1, 'every', 'q') ||
    line.word(found.next) === 'ago' ||
    line.word(found.next) === 'old'
  )
    return null;
  if (['week', 'day', 'month'].includes(line.word(found.next)) || before === '/' || before === '-') return null;
  return line.reading(found.days, i, found.next);
}

/** Reads for how many days the line asks, the upper end of a range; a course in steps ("3 days, then 4 days") gives none. */
export function readDuration(line: Line): Reading<number> | null {
  const found: { reading: Reading<number>; first: number }[] = [];
  for (let i = 0; i < line.length; i++) {
    if (!line.free(i)) continue;
    const reading = led(line, i) ?? lasting(line, i) ?? named(line, i);
    if (!reading) continue;
    found.push({ reading, first: i });
    line.takeSpan(reading.start, reading.end);
  }
  const first = found[0];
  if (!first) return null;
  const stepped = line.lexemes.some((piece, i) => piece.text === 'then' && !ends.has(line.word(i + 1)));
  if (stepped) return null;
  const steps =
    found.length > 1 &&
    line.lexemes.some((piece) => /^(?:taper|tapering|titrat\w{1,4}|increas\w{1,3}|decreas\w{1,3})$/.test(piece.text));
  const agreed = found.every((each) => each.reading.value === first.reading.value);
  return steps || (!agreed && !line.text.slice(first.reading.start, first.reading.end).toLowerCase().includes('suppl'))
    ? null
    : first.reading;
}
