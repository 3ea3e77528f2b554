import type { Slot } from '../../patterns/types.js';
import { arrow, fromTo, painTo, plainTo, rangeAsPair, toFrom } from './change.js';
import { bareByRole, bareByRoles, byRoles } from './contrast.js';
import type { Line } from './line.js';
import { Operands } from './operands.js';
import type { Pair } from './pairing.js';
import { instrumentBefore, lowerIsBetter } from './score.js';
import { marksTime } from './roles.js';
import { words } from './words.js';

const { change } = words;
/** Other numbers between the two that are compared. */
const mostBetween = 4;
const upBetter = new Set(change.upBetter);
const downBetter = new Set(change.downBetter);
/** Units of what somebody does: how long, how far, how much. */
const functional = new Set([
  ...['min', 'ft', 'lb', 'kg', 'rep'],
  ...words.instruments.filter((each) => each.function).map((each) => each.name),
]);
const instruments = new Set(words.instruments.map((each) => each.name));

/**
 * Before–after pairs of one unit: "from 15 to 45 min", "15 → 45 min", "8/10 to 4/10", "10 lb (was 5)", "now 45 minutes, up
 * from 10", "8/10 without medication, 4/10 with". The value is the number before, `to` the one after; distances are in
 * feet. Classes say `better` or `worse` where the unit tells. A range ("4 to 6 weeks") is no pair.
 */
export function readPairs(line: Line, slots: readonly Slot[]): Slot[] {
  if (!slots.some((slot) => slot.kind === 'number')) return [];
  const operands = new Operands(line, slots);
  const { list } = operands;
  const dates = slots.filter((slot) => slot.kind === 'date');
  const covered = new Uint8Array(line.size);
  const found: Pair[] = [];
  const told = (pair: Pair) => {
    const [first, last] = ends(pair);
    return pairSlot(line, pair, { first, last });
  };
  const add = (pair: Pair | null): void => {
    if (!pair) return;
    const [first, last] = ends(pair);
    for (let at = first; at <= last; at++) if (covered[at]) return;
    covered.fill(1, first, last + 1);
    found.push(pair);
  };
  // The plainest words come first; what they have taken is nobody else's.
  for (const operand of list) add(rangeAsPair(line, operand));
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) add(arrow(line, at, operands));
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    if (line.word(at) === 'from') add(fromTo(line, at, operands) ?? toFrom(line, at, operands));
  }
  for (const operand of list) add(plainTo(line, operand, operands));
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) add(painTo(line, at, operands));
  for (let i = 0; i < list.length; i++) {
    const other = list.slice(i + 1, i + 1 + mostBetween).find((each) => each.unit === list[i]!.unit);
    if (other) add(byRoles(line, list[i]!, other, dates));
  }
  if (!marksTime(line)) return found.map(told);
  for (const operand of list) add(bareByRole(line, operand, operands));
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) add(bareByRoles(line, at, operands));
  return found.map(told);
}

function ends({ before, after }: Pair): [number, number] {
  return [Math.min(before.first, after.first), Math.max(before.last, after.last)];
}

/** A pair's slot on the tokens `first..last` of a line; its classes say `better` or `worse` where the unit tells. */
export function pairSlot(line: Line, pair: Pair, { first, last }: { first: number; last: number }): Slot {
  const unit = pair.unit === '%' ? (instrumentBefore(line, first) ?? '%') : pair.unit;
  const way = direction(line, { ...pair, unit });
  const base = { kind: 'pair', first, last, value: pair.before.value, to: pair.after.value, unit };
  if (way) return { ...base, classes: classesOf(way, { ...pair, unit }) };
  return pair.before.value === pair.after.value ? { ...base, classes: ['same'] } : base;
}

/** `gain` is more function, `relief` less pain, and `halved` pain at most half of what it was. */
function classesOf(way: 'better' | 'worse', { before, after, unit }: Pair): string[] {
  if (way === 'worse') return [way];
  if (unit !== 'vas') return functional.has(unit) ? [way, 'gain'] : [way];
  return after.value <= before.value / 2 ? [way, 'relief', 'halved'] : [way, 'relief'];
}

function direction(line: Line, { before, after, unit }: Pair): 'better' | 'worse' | null {
  if (before.value === after.value) return null;
  const up = after.value > before.value;
  // Body weight is no strength.
  if (unit === 'lb' && line.hasAny(['weight']) && !line.hasBeginning(words.strengthOfPounds)) return null;
  if (instruments.has(unit)) return up === lowerIsBetter(unit) ? 'worse' : 'better';
  if (downBetter.has(unit)) return up ? 'worse' : 'better';
  if (!upBetter.has(unit) || line.hasAny(change.unclear)) return null;
  return up ? 'better' : 'worse';
}
