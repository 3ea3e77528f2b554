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
  for (let at = 0; at < line.size; at++) {
    const found = word(line, at) ?? times(line, at) ?? ofThings(line, at, streets);
    if (!found) continue;
    slots.push(found);
    // The second number of "8 of 12 sessions" is yet to come.
    if (line.isNumber(at) || found.last === at || line.tokens[at]!.kind === 'mark') at += 0;
    else at = found.last;
  }
  return slots;
}

function word(line: Line, at: number): Slot | null {
  const value = words.countWords[line.word(at)];
  // "once he stops", "once the" is a conjunction.
  if (value === undefined || (value === 1 && /^(the|he|she|they|it|this|his|her|a|an|authorized|approved)$/.test(line.word(at + 1)))) return null;
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

function ofThings(line: Line, at: number, streets: boolean): Slot | null {
  const start = line.word(at) === '#' ? at + 1 : at;
  const quantity = start === at ? readQuantity(line, start) : readNumber(line, start);
  if (!quantity || quantity.unit !== undefined || line.isTaken(start, quantity.last)) return null;
  // "three epidural steroid injections": of the nouns within reach the last one is counted.
  let found: Slot | null = null;
  for (let place = unitPlace(line, quantity), step = 0; step <= mostBetween; step++, place++) {
    const word = line.word(place);
    const unit = nouns.get(word) ?? (drugWords.has(word) ? 'tablet' : undefined);
    if (unit && !(streets && word.startsWith('block'))) found = count(at, place, quantity, unit);
    if (!between.has(word)) break;
  }
  if (found) return found;
  // "8 of 12 sessions" counts both.
  const of = start === at ? ofAll.at(line, quantity.last + 1) : null;
  const all = of ? ofThings(line, of.last + 1, streets) : null;
  if (all?.unit) return count(at, all.last, quantity, all.unit);
  return start > at ? count(at, quantity.last, quantity, '') : null;
}
