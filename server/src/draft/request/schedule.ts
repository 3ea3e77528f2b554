import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { readMonthly } from './monthly.js';
import { readStages } from './stages.js';
import { compact, type Schedule, weekly, weeksAt } from './weekly.js';

function take(line: Line, value: number, first: number, next: number): Reading<number> {
  line.take(first, next);
  return line.reading(value, first, next);
}

const done = new Set([
  'completed',
  'done',
  'already',
  'attended',
  'used',
  'finished',
  'previously',
  'remaining',
  'prior',
  'previous',
  'past',
  'old',
]);

const partOfDay = new Set(['part', 'half', 'full', 'partial', 'whole', 'all']);

/** "One session a month": no total. */
function isRate(line: Line, next: number): boolean {
  let at = next;
  while (at - next < 3 && (line.is(at, 'per', 'every', 'q') || line.word(at) === '/')) at++;
  return (
    line.is(at, 'monthly', 'weekly', 'daily') ||
    (at > next && line.is(at, 'week', 'month', 'day', 'fortnight', 'other'))
  );
}

/** "12 visits", "8 PT sessions", "visits: 12"; those that have been are not asked for. */
function visitsAt(line: Line, i: number): Reading<number> | null {
  if (line.is(i, 'visit') && ['visits', 'sessions', 'treatments'].includes(line.word(i))) {
    const at = line.skip(i + 1, ':', '=', 'x', '#', '-', 'total', 'requested', '(');
    const labelled = at > i + 1 ? line.amount(at) : null;
    if (labelled && labelled.high <= 200 && !line.is(labelled.next, 'week', 'time', 'day'))
      return take(line, labelled.high, i, labelled.next);
  }
  const amount = line.amount(i);
  if (!amount || amount.high > 200 || !Number.isInteger(amount.high) || line.word(i - 1) === '/') return null;
  let at = amount.next;
  for (let step = 0; step < 7 && at < line.length; step++, at++) {
    if (line.is(at, 'visit') && !(line.word(at) === 'treatment' && line.is(at + 1, 'visit'))) break;
    const piece = line.at(at)!;
    if (partOfDay.has(piece.text) && line.is(line.skip(at + 1, '-'), 'day')) {
      at = line.skip(at + 1, '-');
      continue;
    }
    if (
      piece.value !== null ||
      !line.free(at) ||
      line.is(at, 'time', 'week', 'day', 'month', 'hour', 'minute', 'per', 'every', 'refill', 'and', 'for')
    )
      return null;
    if (piece.kind === 'mark' && !['-', '/', '(', ')'].includes(piece.text)) return null;
  }
  if (
    !line.is(at, 'visit') ||
    isRate(line, at + 1) ||
    done.has(line.word(at + 1)) ||
    done.has(line.word(i - 1)) ||
    done.has(line.word(amount.next))
  )
    return null;
  return take(line, amount.high, ['x', '#'].includes(line.word(i - 1)) ? i - 1 : i, at + 1);
}

/** "PT x 12", "#12", "qty 12", "total of 12". */
function plainVisits(line: Line, i: number): Reading<number> | null {
  const label =
    line.word(i) === 'x' ||
    line.word(i) === '#' ||
    line.is(i, 'quantity') ||
    line.word(i) === 'total' ||
    line.word(i) === 'times';
  if (!label || !line.free(i)) return null;
  const amount = line.amount(line.skip(i + 1, ':', 'of', '#', '=', '-'));
  if (
    !amount ||
    amount.high > 200 ||
    line.is(amount.next, 'minute', 'hour', 'month', 'day', 'mg', 'week', 'time') ||
    line.word(amount.next) === 'level'
  )
    return null;
  return take(line, amount.high, i, amount.next);
}

/** Reads how many visits a line asks for. `name`: the pieces of the treatment's name, before which a number counts visits. */
export function readSchedule(line: Line, name: { first: number; next: number } | null): Schedule {
  return readStages(line, (part) => readCourse(part, name)) ?? readCourse(line, name);
}

function readCourse(line: Line, name: { first: number; next: number } | null): Schedule {
  let found: Schedule = { perWeek: null, weeks: null, visits: null };
  for (let i = 0; i < line.length && !found.perWeek; i++) {
    if (!line.free(i)) continue;
    const both = compact(line, i);
    if (both) found = both;
    else found = { ...found, perWeek: weekly(line, i) };
  }
  let explicit: Reading<number> | null = null;
  for (let i = 0; i < line.length && !explicit; i++) if (line.free(i)) explicit = visitsAt(line, i);
  const afterPerWeek = found.perWeek !== null;
  for (let i = 0; i < line.length && !found.weeks; i++)
    if (line.free(i)) found = { ...found, weeks: weeksAt(line, i, afterPerWeek && i > 0 && !line.free(i - 1)) };
  const { perWeek, weeks } = found;
  for (let i = 0; i < line.length && !explicit && !found.visits && !(perWeek && weeks); i++)
    explicit = plainVisits(line, i);
  if (!explicit && !found.visits && !(perWeek && weeks) && name) explicit = leading(line, name);
  const product =
    perWeek && weeks
      ? {
          value: perWeek.value * weeks.value,
          start: Math.min(perWeek.start, weeks.start),
          end: Math.max(perWeek.end, weeks.end),
        }
      : null;
  return { perWeek, weeks, visits: explicit ?? found.visits ?? product ?? (perWeek ? null : readMonthly(line)) };
}

/** "12 chiropractic", "6 additional PT". */
function leading(line: Line, name: { first: number; next: number }): Reading<number> | null {
  for (let i = Math.max(0, name.first - 3); i < name.first; i++) {
    const amount = line.free(i) ? line.amount(i) : null;
    if (
      !amount ||
      amount.high < 2 ||
      amount.high > 200 ||
      !Number.isInteger(amount.high) ||
      ['.', ')'].includes(line.word(amount.next))
    )
      continue;
    const between = line.lexemes.slice(amount.next, name.first);
    if (between.every((piece) => piece.kind === 'word' && piece.sense === ''))
      return take(line, amount.high, i, amount.next);
  }
  return null;
}
