import type { Slot } from './types.js';

/** A place where a sequence matched. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly tokens: readonly number[];
  readonly slots: readonly Slot[];
}

/** Places back that one with the same end may be. */
const lately = 8;

/** True where two places hold the very same slots. */
export function sameSlots(a: Found, b: Found): boolean {
  return a.slots.length === b.slots.length && a.slots.every((slot, i) => slot === b.slots[i]);
}

/**
 * Adds a place, unless one with the same end and the same slots says the same: of the two stays the one that holds the
 * other's words and more, or else the one with the smaller gaps ("pain, less pain relief" holds "pain relief" once).
 */
export function keep(places: Found[], found: Found): void {
  // Only the latest can end where this one does, but for a few that overlap.
  for (let i = places.length - 1; i >= Math.max(0, places.length - lately); i--) {
    const other = places[i]!;
    if (other.last !== found.last || !sameSlots(other, found)) continue;
    if (!holds(other, found) && (holds(found, other) || gaps(found) < gaps(other))) places[i] = found;
    return;
  }
  places.push(found);
}

function holds(a: Found, b: Found): boolean {
  return a.tokens.length >= b.tokens.length && b.tokens.every((token) => a.tokens.includes(token));
}

function gaps(of: Found): number {
  return of.last - of.first + 1 - of.tokens.length;
}
