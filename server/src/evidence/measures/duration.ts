import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { type Quantity, readQuantity, scaled, unitPlace } from './quantity.js';
import { type Measured, measured } from './units.js';
import { byWord, words } from './words.js';

const units = byWord(words.timeWords);
const letters = words.timeLetters;
const after = new Set(words.aUnitAfter);
const beforeThese = new Set(words.aUnitBefore);
const every = new Set(['every', 'each', 'q', 'qevery']);

/** Years from which "years old" is said of a worker and not of a study. */
const youngest = 14;

interface Time extends Measured {
  readonly age?: boolean;
  readonly interval?: number;
}

function withLetter(line: Line, at: number): Measured | null {
  const quantity = readQuantity(line, at);
  if (!quantity || quantity.unit !== undefined || !line.glued(quantity.last)) return null;
  const name = letters[line.word(quantity.last + 1)];
  return name ? { ...quantity, last: quantity.last + 1, name } : null;
}

/** "a week", "an hour", where the words around do not make it a rate. */
function single(line: Line, at: number): Measured | null {
  const word = line.word(at);
  if (word !== 'a' && word !== 'an' && !(word === 'entire' || word === 'full')) return null;
  const place = ['full', 'whole', 'entire', 'solid'].includes(line.word(at + 1)) ? at + 2 : at + 1;
  const name = units.get(line.word(place));
  if (!name || line.word(place).length < 3 || line.word(place).endsWith('s')) return null;
  const known = at === 0 || after.has(line.word(at - 1)) || beforeThese.has(line.word(place + 1));
  return known ? { first: at, last: place, value: 1, name } : null;
}

/** The time that begins at a place: "6-8 wks", "an hour and a half", "1 year and 6 months". */
function timeAt(line: Line, at: number): Time | null {
  const found = measured(line, at, units) ?? withLetter(line, at) ?? single(line, at);
  if (!found) return null;
  let { last, value } = found;
  if (line.word(last + 1) === 'and' && line.word(last + 2) === 'a' && line.word(last + 3) === 'half') {
    last += 3;
    value += 0.5;
  }
  const age = found.name === 'year' && value >= youngest ? isAge(line, last) : -1;
  const interval = intervalStart(line, at);
  return {
    ...found,
    last: age > 0 ? age : last,
    value,
    ...(age > 0 ? { age: true } : {}),
    ...(interval >= 0 ? { interval } : {}),
  };
}

/** Last token of "old", "of age" or "/o" after a time, or -1: the patient's age, not a length of time. */
function isAge(line: Line, last: number): number {
  const at = line.word(last + 1) === '-' ? last + 2 : last + 1;
  if (line.word(at) === 'old' || line.word(at) === 'o') return at;
  if (line.word(at) === '/' && line.word(at + 1) === 'o') return at + 1;
  return line.word(at) === 'of' && line.word(at + 1) === 'age' ? at + 1 : -1;
}

/** First token of "every 6 weeks" before a time, or -1. */
function intervalStart(line: Line, at: number): number {
  if (every.has(line.word(at - 1))) return at - 1;
  const about = ['about', 'approximately', 'roughly', 'other'].includes(line.word(at - 1));
  return about && every.has(line.word(at - 2)) ? at - 2 : -1;
}

/** "q6h", "q4-6h", "q 2 weeks" with the q in the number's own token. */
function withQ(line: Line, at: number): Slot | null {
  if (line.word(at)[0] !== 'q') return null;
  const found = /^q(\d{1,2})([a-z]*)$/.exec(line.word(at));
  if (!found) return null;
  let value = Number(found[1]);
  let to: number | undefined;
  let last = at;
  let unit = found[2]!;
  if (unit === '' && line.word(at + 1) === '-' && line.isNumber(at + 2)) {
    to = Number(line.word(at + 2));
    last = at + 2;
  }
  if (unit === '') unit = line.word(++last);
  const name = units.get(unit) ?? letters[unit];
  if (!name) return null;
  const days = words.time[name]!;
  value *= days;
  return { kind: 'interval', first: at, last, value, ...(to === undefined ? {} : { to: to * days }) };
}

function age(line: Line, at: number): Slot | null {
  const word = line.word(at);
  if (word !== 'age' && word !== 'aged') {
    const quantity = line.isNumber(at) ? readQuantity(line, at) : null;
    if (!quantity) return null;
    const next = quantity.last + 1;
    const slashed = /^(y|yr)$/.test(line.word(next)) && line.word(next + 1) === '/' && line.word(next + 2) === 'o';
    if (!slashed && !/^yo[mf]?$/.test(line.word(next))) return null;
    return { kind: 'age', first: at, last: slashed ? next + 2 : next, ...scaled(quantity, 1) };
  }
  const place = [':', 'of', 'is'].includes(line.word(at + 1)) ? at + 2 : at + 1;
  const quantity = readQuantity(line, place);
  if (!quantity || quantity.value > 120 || units.get(line.word(unitPlace(line, quantity))) === 'month') return null;
  return { kind: 'age', first: at, last: quantity.last, ...scaled(quantity, 1) };
}

/** "5 days a week", "6 days/wk": how often, not how long. */
function isRate(line: Line, { last, name }: Time): boolean {
  if (name === 'hour' || name === 'minute') return false;
  const link = line.word(last + 1);
  return ['a', 'per', '/', 'each', 'every'].includes(link) && units.has(line.word(last + 2));
}

function minutes(found: Quantity, name: string): Slot | null {
  if (name !== 'minute' && name !== 'hour') return null;
  return {
    kind: 'minutes',
    first: found.first,
    last: found.last,
    ...scaled(found, name === 'hour' ? 60 : 1),
    unit: 'min',
  };
}

/**
 * Lengths of time: `duration` in days, and `minutes` where they are given in minutes or hours. What comes again
 * ("every 6 weeks", "q6h") is an `interval`, and "52-year-old" an `age`; neither is a duration.
 */
export function readDuration(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const special = withQ(line, at) ?? age(line, at);
    if (special) {
      slots.push(special);
      at = special.last;
      continue;
    }
    const time = timeAt(line, at);
    if (!time) continue;
    const days = words.time[time.name]!;
    const place = { last: time.last, ...scaled(time, days) };
    if (time.age) {
      slots.push({ kind: 'age', first: time.first, last: time.last, ...scaled(time, days / 365) });
    } else if (time.interval !== undefined) {
      slots.push({ kind: 'interval', first: time.interval, ...place });
    } else if (!isRate(line, time)) {
      slots.push({ kind: 'duration', first: time.first, ...place });
      const short = minutes(time, time.name);
      if (short) slots.push(short);
    }
    at = time.last;
  }
  return slots;
}
