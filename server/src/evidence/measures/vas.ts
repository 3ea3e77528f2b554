import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { readQuantity } from './quantity.js';
import { momentAt } from './roles.js';
import { words } from './words.js';

const scales = phrases(words.pain.scales);
const scores = phrases(words.pain.scores);
const bare = phrases(words.pain.bare);
const free = new Set(words.change.bareBefore);
const rated = new Set(words.pain.rated);
const between = phrases(words.pain.between);
const strength = new Set(words.strengthCues);
const counted = new Set([...Object.values(words.countNouns).flat(), ...Object.values(words.timeWords).flat()]);
/** Words between a scale and its number. */
const mostBetween = 8;

/** Pain on a ten-point scale: "8/10", "7-8 out of 10", "VAS 8", "pain score of 8", "rated at 8". */
export function readVas(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = ofTen(line, at) ?? afterScale(line, at);
    if (!found || found.first <= (slots.at(-1)?.last ?? -1)) continue;
    slots.push(found);
    at = Math.max(at, found.last);
  }
  return slots;
}

/** Last token of "/10", "out of 10", "of 10", "on a scale of 0 to 10" after a number, or -1. */
function outOfTen(line: Line, at: number): number {
  const word = line.word(at);
  if (word === '/') return line.word(at + 1) === '10' && line.word(at + 2) !== '/' ? at + 1 : -1;
  if (word === 'over') return line.word(at + 1) === 'ten' || line.word(at + 1) === '10' ? ten(line, at + 1, 'ten') : -1;
  if (word === 'out' && line.word(at + 1) === 'of') return ten(line, at + 2, 'ten');
  if (word === 'of') return ten(line, at + 1, '');
  if (word !== 'on') return -1;
  let place = at + 1;
  while (
    ['a', 'the', 'scale', 'pain', 'of', 'from', '0', '1', 'zero', 'one', '-', 'to', 'vas', 'nrs'].includes(
      line.word(place),
    )
  )
    place++;
  return place > at + 1 && place - at < 9 ? ten(line, place, 'ten') : -1;
}

function ten(line: Line, at: number, asWord: string): number {
  if (line.word(at) !== '10' && (asWord === '' || line.word(at) !== asWord)) return -1;
  return counted.has(line.word(at + 1)) || line.word(at + 1) === '/' ? -1 : at;
}

function ofTen(line: Line, at: number): Slot | null {
  const quantity = readQuantity(line, at);
  if (!quantity || line.word(at - 1) === '/') return null;
  // "8/10" reads as one figure of a fraction nowhere, but "8+/10" and "7 - 8/10" do stand before the stroke.
  const { first, value, to } = quantity;
  let last = outOfTen(line, quantity.last + 1);
  if (last < 0 || value > 10 || (to ?? 0) > 10) return null;
  if (counted.has(line.word(last + 1)) || strengthBefore(line, at)) return null;
  let upper = to;
  // "7/10-8/10" and "7/10 to 8/10" are one range, but not "8/10 to 4/10", nor "from 4/10 to 8/10".
  const link = line.word(last + 1);
  if (upper === undefined && (link === '-' || (link === 'to' && line.word(at - 1) !== 'from'))) {
    const second = readQuantity(line, last + 2);
    const end = second ? outOfTen(line, second.last + 1) : -1;
    if (second && end > 0 && second.to === undefined && second.value > value && second.value <= 10) {
      upper = second.value;
      last = end;
    }
  }
  return { kind: 'vas', first, last, value, ...(upper === undefined ? {} : { to: upper }) };
}

function strengthBefore(line: Line, at: number): boolean {
  for (let i = Math.max(0, at - 3); i < at; i++) if (strength.has(line.word(i))) return true;
  return false;
}

/** The number of a scale that was named before it. */
function afterScale(line: Line, at: number): Slot | null {
  const named = scales.at(line, at) ?? scores.at(line, at) ?? ratedPain(line, at);
  const scale = named ?? bare.at(line, at);
  if (!scale) return null;
  let place = scale.last + 1;
  for (let step = 0; step < mostBetween; step++) {
    const quantity = readQuantity(line, place);
    if (quantity) {
      const { first, last, value, to } = quantity;
      if (!named && !nothingElse(line, last + 1)) return null;
      if (named && line.word(last + 1) === 'mm' && value <= 100)
        return { kind: 'vas', first, last: last + 1, value: value / 10 };
      if (named && isHundred(line, last)) return { kind: 'vas', first, last: last + 2, value: value / 10 };
      if (quantity.unit !== undefined || value > 10 || (to ?? 0) > 10 || !standsAlone(line, last)) return null;
      const end = outOfTen(line, last + 1);
      return { kind: 'vas', first, last: end > 0 ? end : last, value, ...(to === undefined ? {} : { to }) };
    }
    // "Mean NRS before stim 6.8": when it was rated may stand between.
    const filler = between.at(line, place) ?? (named ? momentAt(line, place) : null);
    if (!filler) return null;
    place = filler.last + 1;
  }
  return null;
}

function ratedPain(line: Line, at: number): { last: number } | null {
  if (!rated.has(line.word(at))) return null;
  for (let i = Math.max(0, at - 6); i <= at + 3; i++) if (line.word(i) === 'pain') return { last: at };
  return null;
}

/** No unit, no stroke but one before ten, so that "pain level 50%" and "VAS 3/4/14" are none. */
function standsAlone(line: Line, last: number): boolean {
  const next = line.word(last + 1);
  if (next === '/') return line.word(last + 2) === '10' && line.word(last + 3) !== '/';
  return !(next === '%' || next === 'percent' || next === 'mm' || next === 'mg' || next === 'cm' || counted.has(next));
}

/** "VAS 65/100". */
function isHundred(line: Line, last: number): boolean {
  return line.word(last + 1) === '/' && line.word(last + 2) === '100' && line.word(last + 3) !== '/';
}

/** Nothing follows that the number could count. */
function nothingElse(line: Line, at: number): boolean {
  const next = line.tokens[at];
  return !next || (next.kind === 'mark' && !'/%#'.includes(next.text)) || free.has(next.text);
}
