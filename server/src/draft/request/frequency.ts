import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { type Moment, momentAt } from './moments.js';
import { type Rate, rateAt } from './rates.js';
import { countable } from './units.js';

/** How often a day; `low` and `high` where the words give numbers. The reading's value is the upper end. */
export interface Frequency {
  readonly low: number;
  readonly high: number;
  readonly reading: Reading<number>;
}

interface Found {
  readonly rates: Rate[];
  readonly moments: Moment[];
  /** Times of day with a number of units of their own, joined on: "… and 2 at bedtime". */
  readonly added: Set<Moment>;
}

function collect(line: Line): Found {
  const found: Found = { rates: [], moments: [], added: new Set() };
  let last: Moment | null = null;
  for (let i = 0; i < line.length; i++) {
    const unitBefore =
      countable.has(line.sense(i - 1)) || (line.word(i - 1) === ')' && countable.has(line.sense(i - 4)));
    const rate = rateAt(line, i, unitBefore);
    if (rate) {
      found.rates.push(rate);
      line.take(rate.first, rate.next);
      i = rate.next - 1;
      continue;
    }
    const moment = momentAt(line, i, last);
    if (!moment) continue;
    found.moments.push(moment);
    if (ownDose(line, moment.first)) found.added.add(moment);
    line.take(moment.first, moment.next);
    last = moment;
    i = moment.next - 1;
  }
  return found;
}

/** True where "and 2 tablets" or ", 1" stands before: another taking, not a detail of the first. */
function ownDose(line: Line, first: number): boolean {
  let i = first - 1;
  while (i >= 0 && (countable.has(line.sense(i)) || line.is(i, 'route'))) i--;
  if (line.at(i)?.value == null) return false;
  while (i > 0 && line.is(i - 1, 'take')) i--;
  return line.is(i - 1, 'and') || [',', '&', '+', ';', 'then'].includes(line.word(i - 1));
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

const steps = new Set([
  'then',
  'increase',
  'increasing',
  'titrate',
  'titrating',
  'taper',
  'tapering',
  'decrease',
  'wean',
]);

function distinct(moments: readonly Moment[]): number {
  return new Set(moments.map((moment) => moment.when)).size;
}

function span(pieces: readonly { first: number; next: number }[]): [number, number] {
  return [Math.min(...pieces.map((piece) => piece.first)), Math.max(...pieces.map((piece) => piece.next))];
}

/** Reads how often a day the line says something is taken, and takes those words. A vague reading has the value null. */
export function readFrequency(line: Line): { frequency: Frequency | null; vague: Reading<null> | null } {
  const { rates, moments, added } = collect(line);
  const timed = moments.filter((moment) => moment.when !== 'meals' && moment.when !== 'each-meal');
  const give = (low: number, high: number, pieces: readonly { first: number; next: number }[]) => ({
    frequency: { low, high, reading: line.reading(high, ...span(pieces)) },
    vague: null,
  });
  if (rates.length === 0) {
    const some = unsaid(line);
    if (some)
      return { frequency: null, vague: line.reading(null, some.first, some.next, 'how many times is not said') };
    const meals = moments.filter((moment) => moment.when === 'each-meal').length > 0 ? 3 : 0;
    const plain = moments.some((moment) => moment.when === 'meals');
    if (plain)
      return { frequency: null, vague: line.reading(null, ...span(moments), 'with meals, how many is not said') };
    const times = meals + distinct(timed);
    return times === 0 ? { frequency: null, vague: null } : give(times, times, moments);
  }
  const low = Math.min(...rates.map((rate) => rate.low));
  const high = Math.max(...rates.map((rate) => rate.high));
  const onDays = rates.find(
    (rate) => close(rate.high * 7, Math.round(rate.high * 7)) && rate.high < 1 && line.is(rate.first, 'weekday'),
  );
  if (onDays && rates.every((rate) => rate === onDays || close(rate.high, 1)))
    return give(onDays.low, onDays.high, rates);
  const agreed = rates.every((rate) => close(rate.high, rates[0]!.high));
  const stepped = line.lexemes.some((piece) => steps.has(piece.text));
  if (!agreed && !stepped && !rangeOf(line, rates)) {
    return { frequency: null, vague: line.reading(null, ...span(rates), 'two frequencies that do not agree') };
  }
  const more = timed.filter(
    (moment) => added.has(moment) && moments.indexOf(moment) >= 0 && moment.first > rates[0]!.first,
  );
  if (agreed && !stepped && more.length > 0)
    return give(low + distinct(more), high + distinct(more), [...rates, ...more]);
  if (close(high, 1) && agreed && distinct(timed) > 1)
    return give(distinct(timed), distinct(timed), [...rates, ...timed]);
  return give(low, high, rates);
}

const somehow = new Set([
  'several',
  'few',
  'multiple',
  'many',
  'couple',
  'various',
  'numerous',
  'some',
  'sometimes',
  'occasionally',
  'intermittently',
  'sparingly',
  'periodically',
  'frequently',
]);

/** "several times a day", "occasionally". */
function unsaid(line: Line): { first: number; next: number } | null {
  for (let i = 0; i < line.length; i++) {
    if (!line.free(i) || !somehow.has(line.word(i))) continue;
    const times = line.skip(i + 1, 'of');
    if (line.is(times, 'time')) return { first: i, next: times + 1 };
    if (/ly$|^sometimes$/.test(line.word(i))) return { first: i, next: i + 1 };
  }
  return null;
}

/** True where the rates are joined as one range: "BID or TID". */
function rangeOf(line: Line, rates: readonly Rate[]): boolean {
  return rates.every(
    (rate, i) =>
      i === 0 ||
      (rate.first - rates[i - 1]!.next === 1 && ['or', 'to', '-', '/'].includes(line.word(rates[i - 1]!.next))),
  );
}
