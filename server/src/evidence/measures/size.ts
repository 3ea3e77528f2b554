import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { readNumber } from './quantity.js';
import { readUnits } from './units.js';
import { byWord, words } from './words.js';

const distances = byWord(words.units.distance);
const weights = byWord(words.units.weight);
const lengths = byWord(words.units.length);
const pounds = 2.20462;

/** Distances: blocks (streets, where somebody walks them), feet, yards, miles, metres, steps. */
export function readDistance(line: Line): Slot[] {
  const streets = line.hasBeginning(words.streetCues);
  return [...readUnits(line, 'distance', distances), ...single(line)].filter((slot) => {
    if (slot.unit !== 'block') return true;
    const named = line.word(slot.last - 1);
    return streets && !/^(nerve|branch|facet|block)$/.test(named);
  });
}

/** "a block", "a mile". */
function single(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    if (line.word(at) !== 'a' || line.word(at - 1) === 'half') continue;
    const place = ['city', 'full', 'single'].includes(line.word(at + 1)) ? at + 2 : at + 1;
    const unit = distances.get(line.word(place));
    const word = line.word(place);
    if (unit && (word === 'block' || word === 'mile'))
      slots.push({ kind: 'distance', first: at, last: place, value: 1, unit });
  }
  return slots;
}

/** Weights in pounds; kilograms are converted. */
export function readWeight(line: Line): Slot[] {
  const slots = readUnits(line, 'weight', weights).map((slot) => {
    if (slot.unit !== 'kg') return slot;
    const to = slot.to === undefined ? {} : { to: slot.to * pounds };
    return { ...slot, value: slot.value! * pounds, ...to, unit: 'lb' };
  });
  return line.hasBeginning(words.liftCues) ? [...slots, ...numberSign(line)] : slots;
}

/** "lifts 10#". */
function numberSign(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    if (line.word(at) !== '#' || !line.isNumber(at - 1) || !line.glued(at - 1)) continue;
    const quantity = readNumber(line, at - 1);
    if (quantity) slots.push({ kind: 'weight', first: at - 1, last: at, value: quantity.value, unit: 'lb' });
  }
  return slots;
}

/** Lengths in millimetres, centimetres or inches, as written. */
export function readLength(line: Line): Slot[] {
  return readUnits(line, 'length', lengths);
}
