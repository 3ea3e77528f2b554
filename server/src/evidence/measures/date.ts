import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { words } from './words.js';

type Precision = 'day' | 'month' | 'year';

const yearAfter = new Set(words.yearAfter);
const ordinals = new Set(['st', 'nd', 'rd', 'th']);
const earliest = 1930;
const latest = 2099;

/** Days since 1970-01-01 (UTC) of a calendar day, or null where there is no such day. Month 1–12. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? Math.round(time / 86_400_000) : null;
}

/** Two digits are 1930 to 2029. */
function year(text: string): number | null {
  if (!/^\d{2}$|^\d{4}$/.test(text)) return null;
  const value = Number(text);
  const full = text.length === 4 ? value : value < 30 ? 2000 + value : 1900 + value;
  return full >= earliest && full <= latest ? full : null;
}

function slot(
  first: number,
  last: number,
  y: number | null,
  month: number,
  day: number,
  precision: Precision,
): Slot | null {
  const value = y === null ? null : dayNumber(y, month, day);
  return value === null ? null : { kind: 'date', first, last, value, unit: precision };
}

function whole(line: Line, at: number): number {
  return line.isNumber(at) && /^\d{1,2}$/.test(line.word(at)) ? Number(line.word(at)) : Number.NaN;
}

/** Dates in figures: 3/4/14, 03-04-2014, 2014-03-04, 3/2014. */
function figures(line: Line, at: number): Slot | null {
  if (!line.isNumber(at) || line.word(at - 1) === '/') return null;
  const mark = line.word(at + 1);
  if ((mark !== '/' && mark !== '-') || !line.isNumber(at + 2)) return null;
  const three = line.word(at + 3) === mark && line.isNumber(at + 4) && line.word(at + 5) !== '/';
  if (three) {
    const iso = line.word(at).length === 4;
    const found = iso
      ? slot(at, at + 4, year(line.word(at)), whole(line, at + 2), whole(line, at + 4), 'day')
      : slot(at, at + 4, year(line.word(at + 4)), whole(line, at), whole(line, at + 2), 'day');
    if (found) return found;
  }
  const month = whole(line, at);
  if (line.word(at + 2).length === 4 && line.word(at + 3) !== mark && line.word(at - 1) !== mark) {
    return slot(at, at + 2, year(line.word(at + 2)), month, 1, 'month');
  }
  return null;
}

/** Dates with the month's name: March 4, 2014; 4 March 2014; Mar. 2014; March of 2014. */
function named(line: Line, at: number): Slot | null {
  let place = at;
  let day = whole(line, at);
  if (!Number.isNaN(day)) {
    place++;
    if (ordinals.has(line.word(place))) place++;
    if (line.word(place) === 'of' || line.word(place) === '-') place++;
  }
  const month = words.months[line.word(place)];
  if (month === undefined) return null;
  place++;
  if (line.word(place) === '.') place++;
  if (Number.isNaN(day) && !Number.isNaN(whole(line, place)) && dayFollows(line, place)) {
    day = whole(line, place++);
    if (ordinals.has(line.word(place))) place++;
  }
  while (line.word(place) === ',' || line.word(place) === 'of' || line.word(place) === '-' || line.word(place) === "'")
    place++;
  const text = line.isNumber(place) ? line.word(place) : '';
  const y = text.length === 4 || (text.length === 2 && !Number.isNaN(day)) ? year(text) : null;
  if (y === null) return null;
  return Number.isNaN(day) ? slot(at, place, y, month, 1, 'month') : slot(at, place, y, month, day, 'day');
}

/** A day of the month has the year behind it. */
function dayFollows(line: Line, at: number): boolean {
  let place = at + 1;
  if (ordinals.has(line.word(place))) place++;
  if (line.word(place) === ',') place++;
  return line.isNumber(place) && line.word(place).length >= 2;
}

/** A year by itself: "since 2013". */
function bare(line: Line, at: number): Slot | null {
  if (!line.isNumber(at) || !/^(19|20)\d\d$/.test(line.word(at)) || !yearAfter.has(line.word(at - 1))) return null;
  if (line.word(at + 1) === 'mg' || line.word(at + 1) === '%' || line.word(at + 1) === '/') return null;
  return slot(at, at, year(line.word(at)), 1, 1, 'year');
}

/** Calendar dates. The value counts days since 1970-01-01 (UTC), the unit is the precision: day, month or year. */
export function readDate(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = figures(line, at) ?? named(line, at) ?? bare(line, at);
    if (!found) continue;
    slots.push(found);
    line.take(found.first, found.last);
    at = found.last;
  }
  return slots;
}
