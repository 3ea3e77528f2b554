import type { Reading } from '../types.js';
import type { Line } from './line.js';

const most = 50;
/** What a number of belongs to something other than the procedure. */
const others = [
  'week',
  'day',
  'month',
  'hour',
  'minute',
  'year',
  'mg',
  'ml',
  'percent',
  'mcg',
  'gram',
  'per',
  'visit',
  'time',
  'refill',
];
const procedures =
  /^(?:injections?|inj|injs|blocks?|procedures?|shots?|points?|sites?|rounds?|ablations?|epidurals?|esis?|tpis?|lesis?|tfesis?|mbbs?|units?|pairs?|sets?|studies|tests?|screens?|aspirations?)$/;

function fits(line: Line, value: number, next: number): boolean {
  const at = line.skip(next, '-');
  return (
    Number.isInteger(value) &&
    value > 0 &&
    value <= most &&
    !line.is(at, ...others) &&
    !/^(?:levels?|nd|rd|th|st|lead|leads|channel|hr|x)$/.test(line.word(at)) &&
    line.word(next) !== '/'
  );
}

function take(line: Line, value: number, first: number, next: number): Reading<number> {
  line.take(first, next);
  return line.reading(value, first, next);
}

/** "x2", "times two", "series of three", "qty 2", "up to 4". */
function marked(line: Line, i: number): Reading<number> | null {
  let at = -1;
  const word = line.word(i);
  if ((word === 'x' || word === 'times') && !(line.at(i - 1)?.kind === 'number' && line.free(i - 1))) at = i + 1;
  else if (['series', 'set', 'total', 'sets'].includes(word) && line.word(i + 1) === 'of') at = i + 2;
  else if (
    line.is(i, 'quantity') ||
    (line.is(i, 'number') && line.word(i) === 'number') ||
    (word === 'count' && line.word(i + 1) === ':')
  )
    at = line.skip(i + 1, ':', '=', '#', '-', 'of', 'x');
  else if (word === 'up' && line.word(i + 1) === 'to') at = i + 2;
  if (at < 0) return null;
  const amount = line.amount(at);
  return amount && fits(line, amount.high, amount.next) ? take(line, amount.high, i, amount.next) : null;
}

/** "4 injections", "three (3) trigger points", "3 weekly injections", "3x" or "one time" at the end of a phrase. */
function plain(line: Line, i: number): Reading<number> | null {
  const amount = line.amount(i);
  if (!amount || !Number.isInteger(amount.high) || amount.high > most || amount.high < 1) return null;
  if (['#', '/', 'of'].includes(line.word(i - 1))) return null;
  if (
    line.word(amount.next) === 'x' &&
    line.at(amount.next)!.glued &&
    (amount.next + 1 >= line.length || line.at(amount.next + 1)!.kind === 'mark')
  ) {
    return take(line, amount.high, i, amount.next + 1);
  }
  const ended = (at: number) => at >= line.length || line.at(at)!.kind === 'mark';
  if (/^times?$/.test(line.word(amount.next)) && ended(amount.next + 1))
    return take(line, amount.high, i, amount.next + 1);
  for (let at = amount.next; at < Math.min(line.length, amount.next + 5); at++) {
    if (procedures.test(line.word(at)) && !(line.word(at) === 'point' && at === amount.next))
      return take(line, amount.high, i, amount.next);
    const piece = line.at(at)!;
    if (line.is(at, 'weekly', 'monthly', 'biweekly')) continue;
    if (piece.kind !== 'word' || piece.value !== null || piece.sense !== '' || /^levels?$/.test(piece.text))
      return null;
  }
  return null;
}

const now = new Set(['today', 'now', 'only', 'total']);

/** "…, two today", "…, one": a number that is a phrase by itself; one in figures only with a word after it that says so. */
function apart(line: Line, i: number): Reading<number> | null {
  const number = line.number(i);
  if (!number || !fits(line, number.value, number.next) || number.value > 12) return null;
  if (i > 0 && ![',', ';', '.', ':', '-', '('].includes(line.word(i - 1))) return null;
  const told = now.has(line.word(number.next));
  const end = told ? number.next + 1 : number.next;
  const ended = end >= line.length || [',', ';', '.', ')'].includes(line.word(end));
  if (!ended || (!told && (i === 0 || line.at(i)!.kind === 'number' || line.word(i - 1) === '-'))) return null;
  return take(line, number.value, i, end);
}

/** "4 TRIGGER POINT INJECTIONS", "two lumbar ESIs": a number before the name, which is not a list's own. */
function leading(line: Line, name: { first: number; next: number }): Reading<number> | null {
  for (let i = Math.max(0, name.first - 5); i < name.first; i++) {
    const amount = line.free(i) ? line.amount(i) : null;
    if (
      !amount ||
      ['.', ')', ':'].includes(line.word(amount.next)) ||
      ['#', 'of'].includes(line.word(i - 1)) ||
      !fits(line, amount.high, amount.next)
    )
      continue;
    if (amount.high === 1 && line.at(i)!.kind === 'number' && i === 0) continue;
    if (line.at(i)!.glued && line.at(i - 1)?.kind === 'word') continue;
    const between = line.lexemes.slice(amount.next, name.first);
    if (
      between.every((piece) => piece.kind === 'word' || piece.text === '-' || !line.free(line.lexemes.indexOf(piece)))
    ) {
      return take(line, amount.high, i, amount.next);
    }
  }
  return null;
}

/** Reads how many injections, procedures or devices a line asks for. `name`: the pieces of the treatment's name. */
export function readCount(line: Line, name: { first: number; next: number } | null): Reading<number> | null {
  if (name) line.take(name.first, name.next);
  for (let i = 0; i < line.length; i++) {
    const found = line.free(i) ? marked(line, i) : null;
    if (found) return found;
  }
  const before = name ? leading(line, name) : null;
  if (before) return before;
  for (let i = 0; i < line.length; i++) {
    const found = line.free(i) ? plain(line, i) : null;
    if (found) return found;
  }
  for (let i = 0; i < line.length; i++) {
    const found = line.free(i) ? apart(line, i) : null;
    if (found) return found;
  }
  return null;
}
