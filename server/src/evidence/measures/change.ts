import { type Line, phrases } from './line.js';
import type { Operand, Operands } from './operands.js';
import { type Pair, paired } from './pairing.js';
import { words } from './words.js';

const { change } = words;
const verbs = new Set(change.verbs);
const ranges = new Set(change.ranges);
const arrows = phrases(change.arrows);
const rate = new Set(change.rate);
const about = new Set(change.about);
const motions = phrases(words.motions);
/** Units whose rising "A to B" is rather a range. */
const oftenRanges = new Set(['day', '%', 'time', '', 'session', 'injection', 'vas']);
/** Tokens between the two numbers of a change. */
const mostBetween = 6;

function verbBefore(line: Line, at: number, within = 6): boolean {
  for (let i = Math.max(0, at - within); i < at; i++) if (verbs.has(line.word(i))) return true;
  return false;
}

function rangeBefore(line: Line, at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++) if (ranges.has(line.word(i))) return true;
  return false;
}

/** What "from A to B" needs beyond its words, since lengths of time, percents and pain are given as ranges too. */
function isChange(line: Line, at: number, pair: Pair): boolean {
  if (rangeBefore(line, at)) return false;
  const descends = pair.after.value < pair.before.value;
  if (oftenRanges.has(pair.unit)) return descends || verbBefore(line, at);
  return true;
}

/** "15 to 45 min" is read as a range; after "from", or a verb of change, it is a pair. */
export function rangeAsPair(line: Line, operand: Operand): Pair | null {
  if (operand.to === undefined) return null;
  let to = -1;
  for (let i = operand.first + 1; i < operand.last; i++) if (line.word(i) === 'to') to = i;
  if (to < 0) return null;
  const pair = halves(operand, to);
  const from = fromBefore(line, operand.first);
  const moved = motions.before(line, operand.first) !== null && operand.unit === 'deg';
  if (from >= 0) return isChange(line, from, pair) ? pair : null;
  return !rangeBefore(line, operand.first) && (verbBefore(line, operand.first, 3) || moved) ? pair : null;
}

function halves(operand: Operand, to: number): Pair {
  const before = { first: operand.first, last: to - 1, value: operand.value, unit: operand.unit };
  const after = { first: to + 1, last: operand.last, value: operand.to!, unit: operand.unit };
  return { before, after, unit: operand.unit };
}

/** The "from" before a number, or -1. */
function fromBefore(line: Line, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (line.word(i) === 'from') return i;
    if (!about.has(line.word(i))) return -1;
  }
  return -1;
}

/** The number that begins at a place, or after "about", "a baseline of" and the like. */
function startAfter(line: Line, at: number, operands: Operands): Operand | null {
  for (let i = at; i < at + 4; i++) {
    const found = operands.startingAt(i);
    if (found) return found;
    if (!about.has(line.word(i))) return null;
  }
  return null;
}

/** "15 → 45 min". */
export function arrow(line: Line, at: number, operands: Operands): Pair | null {
  const found = arrows.at(line, at);
  if (!found) return null;
  const before = operands.endingAt(at - 1);
  const after = startAfter(line, found.last + 1, operands);
  return paired(line, before, after);
}

const clock = new Set(['am', 'pm', 'noon', "o'clock"]);

/** "from 15 to 45 minutes", "from 10 minutes before treatment to 45 now". */
export function fromTo(line: Line, at: number, operands: Operands): Pair | null {
  const before = startAfter(line, at + 1, operands);
  if (!before || (before.to !== undefined && before.unit === '')) return null;
  for (let i = before.last + 1; i <= before.last + mostBetween; i++) {
    const word = line.word(i);
    if (word === ';' || word === '') return null;
    if (word === 'to' && (line.word(i - 1) === 'prior' || line.word(i - 1) === 'due')) continue;
    const jump = word === 'to' || word === 'now' ? i + 1 : -1;
    if (jump < 0) continue;
    const pair = paired(line, before, startAfter(line, jump, operands));
    if (!pair) continue;
    if (clock.has(line.word(pair.after.last + 1)) || clock.has(line.word(before.last + 1))) return null;
    return isChange(line, at, pair) ? pair : null;
  }
  return null;
}

/** "to 45 minutes from 15", "now 45 minutes, up from 10". */
export function toFrom(line: Line, at: number, operands: Operands): Pair | null {
  const before = startAfter(line, at + 1, operands);
  if (!before) return null;
  for (let i = at - 1; i >= Math.max(0, at - mostBetween); i--) {
    const after = operands.endingAt(i);
    if (after) {
      const pair = paired(line, before, after);
      const led = line.word(after.first - 1) === 'to' || line.word(at - 1) === 'up' || line.word(at - 1) === 'down';
      return pair && pair.unit !== 'day' && (led || verbBefore(line, at, 8)) ? pair : null;
    }
    if (!rate.has(line.word(i)) && line.word(i) !== ',' && !verbs.has(line.word(i))) return null;
  }
  return null;
}

/** "Pain seven to two": bare numbers of pain that fall. */
export function painTo(line: Line, at: number, operands: Operands): Pair | null {
  const before = operands.startingAt(at);
  if (before?.unit !== '' || before.value > 10 || line.word(before.last + 1) !== 'to') return null;
  const pair = paired(line, before, startAfter(line, before.last + 2, operands));
  return pair?.unit === 'vas' && pair.after.value < before.value ? pair : null;
}

/** "8/10 to 4/10", "6 tablets a day to 3": a range would rise. */
export function plainTo(line: Line, before: Operand, operands: Operands): Pair | null {
  for (let i = before.last + 1; i <= before.last + mostBetween; i++) {
    if (line.word(i) === 'to') {
      const pair = paired(line, before, startAfter(line, i + 1, operands));
      if (!pair || rangeBefore(line, before.first)) return null;
      return pair.after.value < before.value || verbBefore(line, before.first, 4) ? pair : null;
    }
    if (!rate.has(line.word(i))) return null;
  }
  return null;
}
