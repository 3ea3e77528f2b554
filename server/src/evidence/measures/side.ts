import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { byWord, table, words } from './words.js';

const { parts, notBefore, both, ...names } = words.sides;
const sideOf = byWord(names);
const partWords = new Set(parts);
const bothWords = new Set(both);
const verbBefore = new Set(notBefore);
const letters = table({ l: 'left', r: 'right' });
const vertebra = /^[ctls]\d/;

/** Sides: left, right, bilateral, in words and abbreviations; single letters only beside a body part or in brackets. */
export function readSide(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = wordAt(line, at) ?? letterAt(line, at) ?? bothAt(line, at);
    if (!found) continue;
    slots.push(found);
    at = found.last;
  }
  return slots;
}

function side(name: string, first: number, last: number): Slot {
  return { kind: 'side', first, last, name };
}

function wordAt(line: Line, at: number): Slot | null {
  const word = line.word(at);
  const name = sideOf.get(word);
  if (!name) return null;
  if (name === 'bilateral') return side(name, at, at);
  const next = line.word(at + 1);
  if (next === 'hand' && line.word(at + 2).startsWith('domina')) return null;
  if (verbBefore.has(next) && !['the', 'on', 'to', 'lower', 'upper', 'than'].includes(line.word(at - 1))) return null;
  return side(name, at, at);
}

function letterAt(line: Line, at: number): Slot | null {
  const word = line.word(at);
  if (word === 'b' && line.word(at + 1) === '/' && line.word(at + 2) === 'l') return side('bilateral', at, at + 2);
  const name = letters[word];
  if (!name || line.tokens[at]!.kind !== 'word' || line.taken[at]) return null;
  const next = line.word(at + 1);
  if (next === '>' || next === '<' || line.word(at - 1) === '>' || line.word(at - 1) === '<') return side(name, at, at);
  if (line.word(at - 1) === '(' && next === ')') return side(name, at, at);
  const follower = next === '.' || next === '-' ? line.word(at + 2) : next;
  return partWords.has(follower) || vertebra.test(follower) ? side(name, at, at) : null;
}

/** "both knees", "both of his legs". */
function bothAt(line: Line, at: number): Slot | null {
  if (line.word(at) !== 'both') return null;
  for (let i = at + 1; i <= at + 3; i++) if (bothWords.has(line.word(i))) return side('bilateral', at, at);
  return null;
}
