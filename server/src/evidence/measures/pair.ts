import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { type Operand, Operands, sharedUnit } from './operands.js';
import { datesOf, roleAhead, roleBehind } from './roles.js';
import { instrumentBefore, lowerIsBetter } from './score.js';
import { words } from './words.js';

const { change } = words;
const verbs = new Set(change.verbs);
const ranges = new Set(change.ranges);
const against = new Set(change.versus);
const arrows = phrases(change.arrows);
const rate = new Set(change.rate);
const upBetter = new Set(change.upBetter);
const downBetter = new Set(change.downBetter);
const instruments = new Set(words.instruments.map((each) => each.name));
const motions = phrases(words.motions);
/** Tokens between the two numbers of a pair. */
const mostBetween = 6;
const mostApart = 14;

/** A before and an after, whatever their order in the text. */
interface Pair {
  readonly before: Operand;
  readonly after: Operand;
  readonly unit: string;
}

/**
 * Before–after pairs of one unit: "from 15 to 45 min", "15 → 45 min", "8/10 to 4/10", "10 lb (was 5)", "now 45 minutes, up
 * from 10", "8/10 without medication, 4/10 with". The value is the number before, `to` the one after; distances are in
 * feet. Classes say `better` or `worse` where the unit tells. A range ("4 to 6 weeks") is no pair.
 */
export function readPairs(line: Line, slots: readonly Slot[]): Slot[] {
  if (slots.filter((slot) => slot.kind === 'number').length < 1) return [];
  const operands = new Operands(line, slots);
  const found: Pair[] = [];
  const add = (pair: Pair | null) => {
    if (pair && !found.some((each) => overlap(each, pair))) found.push(pair);
  };
  for (const operand of operands.list) add(rangeAsPair(line, operand));
  for (let at = 0; at < line.size; at++) add(arrow(line, at, operands));
  for (let at = 0; at < line.size; at++) if (line.word(at) === 'from') add(fromTo(line, at, operands) ?? toFrom(line, at, operands));
  for (const operand of operands.list) add(plainTo(line, operand, operands));
  const dates = slots.filter((slot) => slot.kind === 'date');
  for (const [at, operand] of operands.list.entries()) add(byRoles(line, operand, operands.list[at + 1], dates));
  for (const operand of operands.list) add(bareByRole(line, operand, operands));
  return found.map((pair) => slotOf(line, pair)).sort((a, b) => a.first - b.first);
}

function overlap(a: Pair, b: Pair): boolean {
  const [aFirst, aLast] = ends(a);
  const [bFirst, bLast] = ends(b);
  return aFirst <= bLast && bFirst <= aLast;
}

function ends({ before, after }: Pair): [number, number] {
  return [Math.min(before.first, after.first), Math.max(before.last, after.last)];
}

/** The unit that two bare numbers have from the words before them: an instrument, a movement's degrees, pain of ten. */
function unitFromWords(line: Line, before: Operand, after: Operand): string {
  const first = Math.min(before.first, after.first);
  const instrument = instrumentBefore(line, first);
  if (instrument) return instrument;
  if (motions.before(line, first)) return 'deg';
  const pain = line.hasAny(['pain', 'vas', 'nrs', 'nprs']) && before.value <= 10 && after.value <= 10;
  return pain ? 'vas' : '';
}

function slotOf(line: Line, pair: Pair): Slot {
  const [first, last] = ends(pair);
  const way = direction(line, pair);
  const base = { kind: 'pair', first, last, value: pair.before.value, to: pair.after.value, unit: pair.unit };
  return way ? { ...base, classes: [way] } : base;
}

function direction(line: Line, { before, after, unit }: Pair): 'better' | 'worse' | null {
  if (before.value === after.value) return null;
  const up = after.value > before.value;
  if (unit === '') {
    return null;
  }
  // Body weight is no strength.
  if (unit === 'lb' && line.hasAny(['weight']) && !line.hasBeginning(words.strengthOfPounds)) return null;
  if (instruments.has(unit)) return up === lowerIsBetter(unit) ? 'worse' : 'better';
  if (downBetter.has(unit)) return up ? 'worse' : 'better';
  if (!upBetter.has(unit) || line.hasAny(change.unclear)) return null;
  return up ? 'better' : 'worse';
}

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
  if (['day', '%', 'time', '', 'session', 'injection', 'vas'].includes(pair.unit)) return descends || verbBefore(line, at);
  return true;
}

/** "15 to 45 min" is read as a range; after "from", or a verb of change, it is a pair. */
function rangeAsPair(line: Line, operand: Operand): Pair | null {
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

const approximate = new Set(['a', 'an', 'about', 'approximately', 'around', 'roughly', 'only', 'just', 'baseline', 'of', 'the', 'average', 'his', 'her', 'now', 'nearly', 'level', 'score', 'pain', 'under', 'over', 'maximum', 'up', 'to', 'her', 'vas', '=', ':', 'at', 'less', 'than', 'more']);

/** The "from" before a number, or -1. */
function fromBefore(line: Line, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (line.word(i) === 'from') return i;
    if (!approximate.has(line.word(i))) return -1;
  }
  return -1;
}

/** The number that begins at a place, or after "about", "a baseline of" and the like. */
function startAfter(line: Line, at: number, operands: Operands): Operand | null {
  for (let i = at; i < at + 4; i++) {
    const found = operands.startingAt(i);
    if (found) return found;
    if (!approximate.has(line.word(i))) return null;
  }
  return null;
}

function arrow(line: Line, at: number, operands: Operands): Pair | null {
  const found = arrows.at(line, at);
  if (!found) return null;
  const before = operands.endingAt(at - 1);
  const after = startAfter(line, found.last + 1, operands);
  return paired(line, before, after);
}

function paired(line: Line, before: Operand | null, after: Operand | null): Pair | null {
  if (!before || !after || (before.first <= after.last && after.first <= before.last)) return null;
  const shared = sharedUnit(before, after);
  if (shared === null) return null;
  const unit = shared || unitFromWords(line, before, after);
  return { before, after, unit };
}

const clock = new Set(['am', 'pm', 'noon', "o'clock"]);

function fromTo(line: Line, at: number, operands: Operands): Pair | null {
  const before = startAfter(line, at + 1, operands);
  if (!before || before.to !== undefined && before.unit === '') return null;
  for (let i = before.last + 1; i <= before.last + mostBetween; i++) {
    const word = line.word(i);
    if (word === ';' || word === '') return null;
    if (word === 'to' && (line.word(i - 1) === 'prior' || line.word(i - 1) === 'due')) continue;
    const jump = word === 'to' ? i + 1 : word === 'and' && line.word(i + 1) === 'now' ? i + 2 : -1;
    if (jump < 0) continue;
    const pair = paired(line, before, startAfter(line, jump, operands));
    if (!pair) continue;
    if (clock.has(line.word(pair.after.last + 1)) || clock.has(line.word(before.last + 1))) return null;
    return isChange(line, at, pair) ? pair : null;
  }
  return null;
}

/** "to 45 minutes from 15", "now 45 minutes, up from 10". */
function toFrom(line: Line, at: number, operands: Operands): Pair | null {
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

/** "8/10 to 4/10", "6 tablets a day to 3": a range would rise. */
function plainTo(line: Line, before: Operand, operands: Operands): Pair | null {
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

/** "8/10 without medication, 4/10 with", "baseline ODI 52, current ODI 38", "ODI 52 on 3/4/14 and ODI 38 on 6/2/14". */
function byRoles(line: Line, a: Operand, b: Operand | undefined, dates: readonly Slot[]): Pair | null {
  if (!b || a.unit !== b.unit || b.first - a.last > mostApart) return null;
  if (a.unit === 'day' || a.unit === 'injection' || a.unit === 'time') return null;
  const both = [a, b];
  const behind = both.map((each) => roleBehind(line, each, both));
  const ahead = both.map((each) => roleAhead(line, each, both));
  let [first, second] = both.map((_, i) => behind[i] ?? ahead[i] ?? null);
  if (first === second && ahead[0] && ahead[1]) [first, second] = [ahead[0], ahead[1]];
  if (first === 'before' && second === 'after') return { before: a, after: b, unit: a.unit };
  if (first === 'after' && second === 'before') return { before: b, after: a, unit: a.unit };
  // One marker is enough where it stands right before the second number: "4/10, previously 8/10"; "8/10, now 4/10".
  if (first === null && second !== null && behind[1] && b.first - a.last <= 4) {
    return second === 'before' ? { before: b, after: a, unit: a.unit } : { before: a, after: b, unit: a.unit };
  }
  if (versus(line, a, b) && (first === null) !== (second === null)) {
    const aFirst = first === 'before' || second === 'after';
    return aFirst ? { before: a, after: b, unit: a.unit } : { before: b, after: a, unit: a.unit };
  }
  const days = datesOf(both, dates);
  if (!days) return null;
  return days[0] < days[1] ? { before: a, after: b, unit: a.unit } : { before: b, after: a, unit: a.unit };
}

function versus(line: Line, a: Operand, b: Operand): boolean {
  for (let i = a.last + 1; i < b.first; i++) if (against.has(line.word(i))) return true;
  return false;
}

/** "10 lb (was 5)", "ODI was 52, now 38": the other number has no unit of its own. */
function bareByRole(line: Line, of: Operand, operands: Operands): Pair | null {
  for (let at = of.last + 1; at <= of.last + mostBetween; at++) {
    if (line.word(at) === ';') return null;
    const other = operands.startingAt(at);
    if (!other) continue;
    if (other.unit !== '') return null;
    const role = roleBehind(line, other, [of, other]) ?? roleAhead(line, other, [of, other]);
    const first = role === null ? null : (roleBehind(line, of, [of, other]) ?? roleAhead(line, of, [of, other]));
    if (first === role) return null;
    if (role === 'before') return { before: other, after: of, unit: of.unit };
    if (role === 'after') return { before: of, after: other, unit: of.unit };
    return null;
  }
  return null;
}
