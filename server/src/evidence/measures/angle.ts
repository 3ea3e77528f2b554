import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { readQuantity, scaled, unitPlace } from './quantity.js';
import { byWord, table, words } from './words.js';

const degrees = byWord(words.units.angle);
const scaleOf = table({ c: 'C', celsius: 'C', centigrade: 'C', f: 'F', fahrenheit: 'F' });
const motions = phrases(words.motions);
const warmth = new Set(words.warmth);
const linkWords = new Set([
  'to',
  'of',
  'is',
  'was',
  'at',
  ':',
  '=',
  '-',
  'limited',
  'restricted',
  'reduced',
  'decreased',
  'full',
  'about',
]);

/** Degrees: an `angle` ("45°", "flexion to 45"), or a `temperature` where a scale follows ("3 degrees C", "2 C cooler"). */
export function readDegrees(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = withUnit(line, at) ?? afterMotion(line, at);
    if (!found) continue;
    slots.push(found);
    at = Math.max(at, found.last);
  }
  return slots;
}

function withUnit(line: Line, at: number): Slot | null {
  const quantity = readQuantity(line, at);
  if (!quantity || quantity.unit !== undefined) return null;
  const place = unitPlace(line, quantity);
  const isDegrees = degrees.has(line.word(place));
  const scale = scaleOf[line.word(isDegrees ? place + 1 : place)];
  const value = { first: quantity.first, ...scaled(quantity, 1) };
  if (scale && (isDegrees || warmthNear(line, place))) {
    return { kind: 'temperature', ...value, last: isDegrees ? place + 1 : place, unit: scale };
  }
  if (!isDegrees) return null;
  const warm = warmth.has(line.word(place + 1)) || ofWarmth(line, at);
  return { kind: warm ? 'temperature' : 'angle', ...value, last: place, unit: 'deg' };
}

/** "A temperature difference of 3 degrees". */
function ofWarmth(line: Line, at: number): boolean {
  for (let i = Math.max(0, at - 6); i < at; i++) if (line.word(i).startsWith('temp')) return true;
  return false;
}

function warmthNear(line: Line, at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) if (warmth.has(line.word(i))) return true;
  return warmth.has(line.word(at - 2)) || warmth.has(line.word(at - 3));
}

/** "Flexion 40/60", "abduction: 90", "SLR at 45": the unit goes without saying. */
function afterMotion(line: Line, at: number): Slot | null {
  const motion = motions.at(line, at);
  if (!motion) return null;
  let place = motion.last + 1;
  for (let step = 0; step < 3 && linkWords.has(line.word(place)); step++) place++;
  const quantity = readQuantity(line, place);
  if (!quantity || quantity.unit !== undefined || quantity.value > 180 || quantity.value < 5) return null;
  const unit = unitPlace(line, quantity);
  if (degrees.has(line.word(unit)))
    return { kind: 'angle', first: place, last: unit, ...scaled(quantity, 1), unit: 'deg' };
  const next = line.word(quantity.last + 1);
  const ofNormal = next === '/' && line.isNumber(quantity.last + 2) && Number(line.word(quantity.last + 2)) >= 10;
  const plain =
    next === '' ||
    next === ',' ||
    next === '.' ||
    next === 'and' ||
    next === ')' ||
    next === ';' ||
    next === 'bilaterally' ||
    next === 'to' ||
    next === '-';
  if (!ofNormal && !plain) return null;
  return {
    kind: 'angle',
    first: place,
    last: ofNormal ? quantity.last + 2 : quantity.last,
    ...scaled(quantity, 1),
    unit: 'deg',
  };
}
