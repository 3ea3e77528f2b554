import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { type Quantity, readQuantity, scaled, unitPlace } from './quantity.js';

/** A quantity with its unit. */
export interface Measured extends Quantity {
  readonly name: string;
}

/**
 * The quantity with a unit that begins at a place: "45 min", "a half mile", "one and a half blocks", "a block". Both ends
 * of a range may have the unit ("30 min to 45 min").
 */
export function measured(line: Line, at: number, units: ReadonlyMap<string, string>): Measured | null {
  const halves = half(line, at, units);
  if (halves) return halves;
  const quantity = readQuantity(line, at);
  if (!quantity) return null;
  if (quantity.unit !== undefined) {
    const name = units.get(quantity.unit);
    return name ? { ...quantity, name } : null;
  }
  const place = unitPlace(line, quantity);
  const name = units.get(line.word(place));
  if (!name) return null;
  const one = { ...quantity, last: place, name };
  if (quantity.to !== undefined || !['-', 'to', 'or'].includes(line.word(place + 1))) return one;
  const second = readQuantity(line, place + 2);
  if (!second || second.to !== undefined || second.value <= quantity.value) return one;
  const end = unitPlace(line, second);
  return units.get(line.word(end)) === name ? { ...one, last: end, to: second.value } : one;
}

/** "half a mile", "half an hour", "a half hour", "one half mile". */
function half(line: Line, at: number, units: ReadonlyMap<string, string>): Measured | null {
  const word = line.word(at);
  let place = at;
  if (word === 'a' || word === 'one' || word === 'about') place++;
  if (line.word(place) !== 'half') return null;
  place++;
  if (line.word(place) === 'of') place++;
  if (line.word(place) === 'a' || line.word(place) === 'an') place++;
  const name = units.get(line.word(place));
  return name ? { first: word === 'about' ? at + 1 : at, last: place, value: 0.5, name } : null;
}

/** All quantities of a table of units, left to right, as slots whose `unit` is the unit's name. */
export function readUnits(line: Line, kind: string, units: ReadonlyMap<string, string>): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = measured(line, at, units);
    if (!found) continue;
    slots.push({ kind, first: found.first, last: found.last, ...scaled(found, 1), unit: found.name });
    at = found.last;
  }
  return slots;
}
