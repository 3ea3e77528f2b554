import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { readQuantity, unitPlace } from './quantity.js';
import { byWord, words } from './words.js';

const units = byWord(words.doseUnits);
const per = byWord(words.dosePer);
const morphine = phrases(words.morphine);
const doubtful = phrases(words.morphineDoubtful);
const seconds = new Set(words.comboSecond);

/** Doses: "10/325 mg", "7.5-325", "900 mg/day", "25 mcg/h", "60 MME". The value is the first number, the name the whole. */
export function readDose(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = combination(line, at) ?? morphineDose(line, at) ?? plain(line, at);
    if (!found) continue;
    slots.push(found);
    at = found.last;
  }
  return slots;
}

/** Last token and name of "/day", "per hour", "a day" after a unit. */
function rate(line: Line, unit: string, last: number): { unit: string; last: number } {
  const link = line.word(last + 1);
  const name = per.get(line.word(last + 2));
  if (name && (link === '/' || link === 'per' || (link === 'a' && name === 'day')))
    return { unit: `${unit}/${name}`, last: last + 2 };
  return link === 'daily' ? { unit: `${unit}/day`, last: last + 1 } : { unit, last };
}

function combination(line: Line, at: number): Slot | null {
  if (!line.isNumber(at) || line.taken[at]) return null;
  let place = at + 1;
  const innerUnit = units.get(line.word(place));
  if (innerUnit) place++;
  const link = line.word(place);
  if ((link !== '/' && link !== '-') || !line.isNumber(place + 1) || line.word(place + 2) === '/') return null;
  const first = Number(line.word(at));
  const second = Number(line.word(place + 1));
  const end = line.word(place + 2) === '-' ? place + 3 : place + 2;
  const unit = units.get(line.word(end));
  if (!unit && !(innerUnit === undefined && seconds.has(second) && first <= 60 && link === '/')) return null;
  // "5-10 mg" is a range, "5-325 mg" a combination.
  if (unit && link === '-' && second <= 4 * first) return null;
  const last = unit ? end : place + 1;
  const value = { kind: 'dose', first: at, last, value: first, name: `${first}/${second} ${unit ?? 'mg'}` };
  return { ...value, unit: unit ?? 'mg' };
}

function plain(line: Line, at: number): Slot | null {
  const quantity = readQuantity(line, at);
  if (!quantity || quantity.unit !== undefined) return null;
  const place = unitPlace(line, quantity);
  const unit = units.get(line.word(place));
  if (!unit) return null;
  const from = line.word(place + 1) === 'of' ? place + 2 : place + 1;
  const asMorphine = morphine.at(line, from) ?? doubtful.at(line, from);
  const { unit: full, last } = asMorphine ? { unit: 'mme', last: asMorphine.last } : rate(line, unit, place);
  const range = quantity.to === undefined ? {} : { to: quantity.to };
  return {
    kind: 'dose',
    first: at,
    last,
    value: quantity.value,
    ...range,
    unit: full,
    name: `${quantity.value} ${full}`,
  };
}

const links = new Set(['(', ')', 'mme', 'med', 'of', 'is', ':', '=', 'at', 'was', 'dose', 'daily', 'total']);

/** "60 MME", "MED of 90", "morphine equivalent dose: 45". */
function morphineDose(line: Line, at: number): Slot | null {
  const sure = morphine.at(line, at);
  const named = sure ?? doubtful.at(line, at);
  if (named) {
    let place = named.last + 1;
    while (place - named.last < 5 && links.has(line.word(place))) place++;
    const quantity = readQuantity(line, place);
    if (!quantity || line.word(quantity.last + 1) === '%') return null;
    if (!sure && (place === named.last + 1 || quantity.value < 10)) return null;
    const last = units.get(line.word(quantity.last + 1)) === 'mg' ? quantity.last + 1 : quantity.last;
    return inMorphine(place, last, quantity.value);
  }
  const quantity = readQuantity(line, at);
  if (!quantity || quantity.unit !== undefined) return null;
  const next = quantity.last + 1;
  const after = morphine.at(line, next) ?? (quantity.value >= 10 ? doubtful.at(line, next) : null);
  return after ? inMorphine(at, after.last, quantity.value) : null;
}

function inMorphine(first: number, last: number, value: number): Slot {
  return { kind: 'dose', first, last, value, unit: 'mme', name: `${value} mme` };
}
