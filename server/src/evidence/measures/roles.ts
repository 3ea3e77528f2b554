import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import type { Operand } from './operands.js';
import { drugWords, words } from './words.js';

export type Role = 'before' | 'after';

const { change } = words;
const markers = { before: phrases(change.before), after: phrases(change.after) };
const withTreatment = { before: phrases(change.without), after: phrases(change.with) };
const treatments = new Set([...change.treatments, ...drugWords]);
const stops = new Set(['and', 'but', ';', 'to', 'while', 'versus', 'vs', 'compared']);
const mostBack = 5;
const mostAhead = 4;

/** The role that a marker at a place gives, with the marker's last token. */
function markerAt(line: Line, at: number): { role: Role; last: number } | null {
  for (const role of ['before', 'after'] as const) {
    const plain = markers[role].at(line, at);
    if (plain) return { role, last: plain.last };
  }
  for (const role of ['before', 'after'] as const) {
    const found = withTreatment[role].at(line, at);
    if (found && treated(line, found.last + 1)) return { role, last: found.last };
  }
  return null;
}

/** True where a treatment is named at a place, or nothing more is said. */
function treated(line: Line, at: number): boolean {
  const next = line.tokens[at];
  if (!next || (next.kind === 'mark' && next.text !== '#')) return true;
  for (let i = at; i < at + 4; i++) if (treatments.has(line.word(i))) return true;
  return false;
}

function isNumberOf(others: readonly Operand[], at: number): boolean {
  return others.some((each) => each.first <= at && each.last >= at);
}

/** What the words before a number say of it: the nearest marker back to the other number or a conjunction. */
export function roleBehind(line: Line, of: Operand, others: readonly Operand[]): Role | null {
  for (let at = of.first - 1; at >= Math.max(0, of.first - mostBack); at--) {
    if (stops.has(line.word(at)) || isNumberOf(others, at)) return null;
    const found = markerAt(line, at);
    if (!found || found.last >= of.first) continue;
    // "8/10 before, 4/10": a marker that follows the other number is the other's, unless it leads to this one.
    const othersOwn = isNumberOf(others, at - 1) && found.last < of.first - 1;
    return othersOwn ? null : found.role;
  }
  return null;
}

/** What the words after a number say of it, up to a comma or the next number. */
export function roleAhead(line: Line, of: Operand, others: readonly Operand[]): Role | null {
  for (let at = of.last + 1; at <= of.last + mostAhead; at++) {
    const word = line.word(at);
    if (word === ',' || word === ')' || stops.has(word) || isNumberOf(others, at)) return null;
    const found = markerAt(line, at);
    // "8/10 now 4/10": the marker right before a number is that number's.
    if (found) return isNumberOf(others, found.last + 1) ? null : found.role;
  }
  return null;
}

/**
 * The dates that stand with two numbers, after both ("52 on 3/4/14") or before both ("on 3/4/14 it was 52"), or null.
 * `dates` are in the text's order.
 */
export function datesOf(both: readonly Operand[], dates: readonly Slot[]): readonly [number, number] | null {
  for (const ahead of [true, false]) {
    const [a, b] = both.map((of) => (ahead ? dateAfter(of, dates) : dateBefore(of, dates)));
    if (a !== undefined && b !== undefined && a !== b) return [a, b];
  }
  return null;
}

function dateAfter(of: Operand, dates: readonly Slot[]): number | undefined {
  const next = dates[firstFrom(of.last + 1, dates)];
  return next && next.first <= of.last + 3 ? next.value : undefined;
}

function dateBefore(of: Operand, dates: readonly Slot[]): number | undefined {
  const previous = dates[firstFrom(of.first, dates) - 1];
  return previous && previous.last < of.first && previous.last >= of.first - 3 ? previous.value : undefined;
}

/** Index of the first date that begins at or after a token. */
function firstFrom(at: number, dates: readonly Slot[]): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
