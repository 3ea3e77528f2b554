import type { Reading } from '../types.js';
import { partsFields } from './amounts.js';
import type { Amount, Line } from './line.js';
import { romanQuantity, spokenQuantity } from './spoken.js';
import { afterUnit, countable, measured } from './units.js';

const fillers = [':', '=', '#', '-', '.', 'of', 'is', 'total', 'x', '(', ')', 's', '[', '|', '~', '"'];

function whole(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= 5000;
}

/** "1 box of 30 patches", "3 tubes of 100 g", "2 x 100 g": containers times what each holds. Null where that is not said. */
function containers(line: Line, i: number): { value: number; next: number } | null {
  const count = line.number(i);
  if (!count || !whole(count.value) || !line.is(count.next, 'container', 'pump')) return null;
  if (line.is(count.next, 'pump') && !['of', '('].includes(line.word(count.next + 1))) return null;
  let at = line.skip(count.next + 1, 'of', '(', '@', 'x', '-');
  if (line.is(at, 'count')) at++;
  const inside = line.number(at);
  if (!inside || !whole(inside.value) || line.is(inside.next, 'mg', 'percent', 'time', 'day')) return null;
  const end = afterUnit(line, inside.next);
  const next = end > 0 ? end : inside.next;
  const value = isTotal(line, count.value, inside, next) ? inside.value : count.value * inside.value;
  const closed = line.skip(next, 'ea', 'each', 'total', 'in', 'all');
  return { value, next: line.word(closed) === ')' ? closed + 1 : next };
}

/** "121 gm x 2 tubes", "100 g tube x 3": what each holds times the containers. */
function severalOf(line: Line, each: { value: number; next: number }): { value: number; next: number } | null {
  const unit = afterUnit(line, each.next);
  if (unit < 0 || !measured.has(line.sense(unit - 1))) return null;
  const held = line.is(line.skip(unit, '-'), 'container') ? line.skip(unit, '-') + 1 : unit;
  const count = line.word(held) === 'x' ? line.number(held + 1) : null;
  if (!count || !whole(count.value) || count.value > mostInBox) return null;
  const named = line.is(count.next, 'container');
  if (!named && (held === unit || line.is(count.next, 'day', 'week', 'month', 'time', 'refill', 'hour'))) return null;
  return { value: each.value * count.value, next: named ? count.next + 1 : count.next };
}

/** Patches and the like come in boxes of no more. */
const mostInBox = 30;

/** "2 boxes (60 total)", "3 boxes (90 patches)": what the brackets hold is the sum already. */
function isTotal(line: Line, count: number, inside: { value: number; next: number }, next: number): boolean {
  for (let at = inside.next; at < Math.min(line.length, next + 3) && line.word(at) !== ')'; at++)
    if (line.word(at) === 'total') return true;
  const bracketed = line.word(inside.next - 2) === '(' || line.word(next) === ')';
  const patches = line.is(next - 1, 'patch') || next === inside.next;
  const share = inside.value / count;
  return bracketed && patches && count > 1 && inside.value > mostInBox && Number.isInteger(share) && share <= mostInBox;
}

/** "#180", "qty: 90", "disp 90 (ninety) tabs", "quantity of 90". */
function labelled(line: Line, i: number): Reading<number> | null {
  const spoken = line.word(i) === 'number' && line.at(i + 1)?.kind === 'word' && line.at(i + 1)!.value !== null;
  const label =
    spoken || line.is(i, 'quantity', 'dispense', 'number') || (line.is(i, 'count') && line.word(i + 1) === ':');
  if (!label) return null;
  const at = line.skip(i + 1, ...fillers);
  if (at - i > 6) return null;
  const inside = containers(line, at);
  if (inside) return took(line, inside.value, i, inside.next);
  const said = spokenQuantity(line, at);
  const number =
    (said && !line.is(said.next, 'mg', 'mcg', 'percent', 'ml', 'number') ? said : null) ??
    romanQuantity(line, at) ??
    line.number(at);
  if (!number || !whole(number.value)) return null;
  if (spoken && number.value < 4 && afterUnit(line, number.next) < 0) return null;
  if (line.is(number.next, 'container', 'month', 'day', 'week', 'mg', 'percent', 'refill') && line.word(i) !== '#') {
    return line.is(number.next, 'container') || line.is(number.next, 'refill')
      ? took(line, number.value, i, number.next)
      : null;
  }
  const unit = afterUnit(line, number.next);
  return took(line, number.value, i, unit > 0 ? unit : number.next);
}

function took(line: Line, value: number, first: number, next: number): Reading<number> {
  line.take(first, next);
  return line.reading(value, first, next);
}

/** "120 count", "x 30 tabs", "a total of 90 tablets". */
function unlabelled(line: Line, i: number): Reading<number> | null {
  const number = line.number(i);
  if (!number || !whole(number.value)) return null;
  const inside = containers(line, i) ?? severalOf(line, number);
  if (inside) return took(line, inside.value, i, inside.next);
  if (line.is(line.skip(number.next, '-'), 'count'))
    return took(line, number.value, i, line.skip(number.next, '-') + 1);
  if (line.word(number.next) === 'ea' && number.value >= 4) return took(line, number.value, i, number.next + 1);
  const unit = afterUnit(line, number.next);
  const times = line.word(i - 1) === 'x' && line.at(i - 2)?.value == null;
  const total = line.word(i - 1) === 'total' || (line.word(i - 1) === 'of' && line.word(i - 2) === 'total');
  if ((times || total) && unit > 0 && !line.is(unit - 1, 'dose')) return took(line, number.value, i - 1, unit);
  if (total && number.value >= 10) return took(line, number.value, i - 1, number.next);
  return null;
}

/** Reads how many units are dispensed, where the line marks them as such, and takes those words. */
export function readMarkedQuantity(line: Line): Reading<number> | null {
  for (let i = 0; i < line.length; i++) {
    if (!line.free(i)) continue;
    const found = labelled(line, i);
    if (found) return found;
  }
  for (let i = 0; i < line.length; i++) {
    const found = line.free(i) ? unlabelled(line, i) : null;
    if (found) return found;
  }
  return null;
}

/** What the line needs to be asked to tell a fill from a dose. */
export interface Fill {
  /** The pieces of the drug's name. */
  readonly name: { readonly first: number; readonly next: number } | null;
  readonly patch: boolean;
  readonly hasFrequency: boolean;
}

/** "120 NORCO", "120 tabs of Norco": a number before the name. */
export function readLeadingQuantity(line: Line, fill: Fill): Reading<number> | null {
  if (!fill.name) return null;
  for (let i = Math.max(0, fill.name.first - 6); i < fill.name.first; i++) {
    const number = line.number(i);
    if (!number || !whole(number.value)) continue;
    let at = number.next;
    const unit = afterUnit(line, at);
    if (unit > 0 && !line.is(unit - 1, 'ml')) at = unit;
    at = line.skip(at, 'of', 'x', '-', 'count', 'ct');
    if (at !== fill.name.first || line.is(i - 1, 'take')) continue;
    const least = fill.hasFrequency ? 10 : fill.patch ? 2 : 10;
    if (number.value >= least) return took(line, number.value, i, number.next);
  }
  return null;
}

/** "60 tabs of Norco", "30 patches Lidoderm": units before the name, told apart before its strength is read. */
export function readUnitsOf(
  line: Line,
  name: { readonly first: number; readonly next: number },
): Reading<number> | null {
  const unit = line.word(name.first - 1) === 'of' ? name.first - 2 : name.first - 1;
  if (!countable.has(line.sense(unit))) return null;
  return readLeadingQuantity(line, { name, patch: false, hasFrequency: true });
}

/** "90 tablets", "240 gm" that no other reader has taken, where the number is too large for a dose, or nothing says how often. */
export function readPlainQuantity(line: Line, fill: Fill): Reading<number> | null {
  for (let i = 0; i < line.length; i++) {
    const number = line.free(i) ? line.number(i) : null;
    if (!number || !whole(number.value)) continue;
    const next = afterUnit(line, number.next);
    if (next < 0) {
      if (
        line.word(i - 1) === 'x' &&
        number.value >= 20 &&
        !line.is(number.next, 'time', 'day', 'week', 'month', 'visit', 'mg', 'hour')
      )
        return took(line, number.value, i - 1, number.next);
      i = number.next - 1;
      continue;
    }
    const sense = line.sense(next - 1);
    if (sense === 'dose' || sense === 'unit' || sense === 'ounce') continue;
    const least = measured.has(sense) ? (sense === 'gram' ? 15 : 30) : sense === 'patch' && !fill.hasFrequency ? 4 : 5;
    if (countable.has(sense) || measured.has(sense)) {
      if (number.value >= least && !(fill.hasFrequency && number.value < 10)) return took(line, number.value, i, next);
    }
  }
  return null;
}

const parts = new Set([',', ';', '.']);

/** "…, thirty, no refills": a number by itself beside the refills that were read. */
export function readBesideRefills(line: Line, refills: Reading<number> | null): Reading<number> | null {
  if (!refills) return null;
  const first = line.pieceAfter(refills.start);
  const next = line.pieceAfter(refills.end);
  for (let i = Math.max(1, first - 9); i < Math.min(line.length, next + 2); i++) {
    const number = line.free(i) && parts.has(line.word(i - 1)) && !line.at(i)!.glued ? line.number(i) : null;
    if (!number || !whole(number.value) || number.value < 10 || number.value > 500) continue;
    const ahead = number.next < first && line.skip(number.next, ...parts, 'with', 'and', '-') >= first;
    const behind = i - 1 === next && (number.next >= line.length || parts.has(line.word(number.next)));
    if ((ahead && parts.has(line.word(number.next))) || behind) return took(line, number.value, i, number.next);
  }
  return null;
}

const borders = new Set([',', ';', '|', '/', '-']);

/** True for a mark that parts fields: a stroke or dash only between blanks, or it would join a range. */
function isBorder(line: Line, i: number): boolean {
  if (!borders.has(line.word(i))) return false;
  return !['/', '-'].includes(line.word(i)) || partsFields(line, i);
}

/**
 * "75 mg / 60 / BID", "15 mg, one tablet bid, sixty", "50 mg t.i.d. ninety with one refill": the one number that is a field of
 * the line by itself, or stands between what has been read.
 */
export function readOwnField(line: Line): Reading<number> | null {
  const found: { value: number; first: number; next: number }[] = [];
  for (let i = 1; i < line.length; i++) {
    const begins = line.free(i) && !line.at(i)!.glued && (isBorder(line, i - 1) || !line.free(i - 1));
    const number = begins ? line.number(i) : null;
    if (!number || !whole(number.value)) continue;
    const next = line.skip(number.next, '.', 'with', 'and');
    const ended = next >= line.length || isBorder(line, number.next) || !line.free(next);
    if (ended && number.value >= 10) found.push({ ...number, first: i });
    i = number.next - 1;
  }
  const [only] = found;
  if (!only || found.length > 1 || only.value > 500) return null;
  return took(line, only.value, only.first, only.next);
}

/** A number of units that stands as a dose would: "1-2 tabs". */
export function unitsAt(line: Line, i: number): (Amount & { unit: string }) | null {
  const amount = line.free(i) ? line.amount(i, true) : null;
  if (!amount) return null;
  const next = afterUnit(line, amount.next);
  return next > 0 ? { ...amount, next, unit: line.sense(next - 1) } : null;
}
