import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { readNumber, readQuantity, unitPlace } from './quantity.js';
import { byWord, drugWords, words } from './words.js';

const nouns = byWord(words.countNouns);
const between = new Set(words.countBetween);
const ofAll = phrases(words.countOf);
const mostBetween = 4;

/** How often or how many: "x2", "twice", "3 times", "three prior epidural injections". The unit is what is counted. */
export function readCount(line: Line): Slot[] {
  const slots: Slot[] = [];
  const streets = line.hasBeginning(words.streetCues);
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const one = word(line, at) ?? times(line, at);
    const found = one ? [one] : ofThings(line, at, streets);
    if (found.length === 0) continue;
    slots.push(...found);
    at = found[0]!.last;
  }
  return slots;
}

function word(line: Line, at: number): Slot | null {
  const value = words.countWords[line.word(at)];
  // "once he stops", "once the" is a conjunction.
  if (
    value === undefined ||
    (value === 1 && /^(the|he|she|they|it|this|his|her|a|an|authorized|approved)$/.test(line.word(at + 1)))
  )
    return null;
  return { kind: 'count', first: at, last: at, value, unit: 'time' };
}

/** "x2", "x 2", "2x", "times 2". */
function times(line: Line, at: number): Slot | null {
  const text = line.word(at);
  if (text === 'x' || text === 'times') {
    const quantity = line.isNumber(at - 1) || line.glued(at - 1) ? null : readQuantity(line, at + 1);
    if (!quantity || quantity.unit !== undefined || isUnit(line, unitPlace(line, quantity))) return null;
    return count(at, quantity.last, quantity, 'time');
  }
  const quantity = readQuantity(line, at);
  if (!quantity || quantity.unit !== undefined) return null;
  if (/^x\d/.test(text)) return isUnit(line, quantity.last + 1) ? null : count(at, quantity.last, quantity, 'time');
  const next = line.word(quantity.last + 1);
  return next === 'x' && !line.isNumber(quantity.last + 2) ? count(at, quantity.last + 1, quantity, 'time') : null;
}

const timeWords = new Set(Object.values(words.timeWords).flat());

function isUnit(line: Line, at: number): boolean {
  return timeWords.has(line.word(at)) || line.word(at) === '%' || line.word(at) === 'cm' || line.word(at) === 'mm';
}

function count(first: number, last: number, of: { value: number; to?: number }, unit: string): Slot {
  return { kind: 'count', first, last, value: of.value, ...(of.to === undefined ? {} : { to: of.to }), unit };
}

/** "three epidural steroid injections", "#60"; "8 of 12 sessions" counts both. */
function ofThings(line: Line, at: number, streets: boolean): Slot[] {
  const start = line.word(at) === '#' ? at + 1 : at;
  const quantity = start === at ? readQuantity(line, start) : readNumber(line, start);
  if (!quantity || quantity.unit !== undefined || line.isTaken(start, quantity.last)) return [];
  const found = thing(line, unitPlace(line, quantity), streets);
  if (found) return [count(at, found.last, quantity, found.unit)];
  if (start > at) return [count(at, quantity.last, quantity, '')];
  const of = ofAll.at(line, quantity.last + 1);
  const all = of ? ofThings(line, of.last + 1, streets) : [];
  return all[0]?.unit ? [count(at, all[0].last, quantity, all[0].unit), ...all] : [];
}

/** What is counted: of the nouns within reach the last ("epidural", "steroid", "injections"). */
function thing(line: Line, from: number, streets: boolean): { last: number; unit: string } | null {
  let found: { last: number; unit: string } | null = null;
  for (let at = from; at <= from + mostBetween; at++) {
    const word = line.word(at);
    const unit = nouns.get(word) ?? (drugWords.has(word) ? 'tablet' : undefined);
    if (unit && !(streets && word.startsWith('block'))) found = { last: at, unit };
    if (!between.has(word)) break;
  }
  return found;
}
