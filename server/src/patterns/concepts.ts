import type { Expression } from './parse.js';
import type { Slot } from './types.js';
import type { Found } from './search.js';

/** Kinds that an expression's slots name. */
export function kindsIn(of: Expression, into = new Set<string>()): Set<string> {
  switch (of.is) {
    case 'one':
      for (const test of of.tests) into.add(test.kind);
      break;
    case 'gap':
      break;
    case 'optional':
      kindsIn(of.of, into);
      break;
    default:
      for (const each of of.of) kindsIn(each, into);
  }
  return into;
}

/**
 * Concepts in the order in which they can be read: one more than the highest they are built of. Those that go round in a
 * circle, or are built of such, get null.
 */
export function layers(uses: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number | null> {
  const layer = new Map<string, number | null>();
  const open = new Set<string>();
  const visit = (kind: string): number | null => {
    const known = layer.get(kind);
    if (known !== undefined) return known;
    if (open.has(kind)) return null;
    open.add(kind);
    let highest: number | null = 0;
    for (const used of uses.get(kind) ?? []) {
      if (!uses.has(used)) continue;
      const below = visit(used);
      highest = below === null || highest === null ? null : Math.max(highest, below + 1);
    }
    open.delete(kind);
    layer.set(kind, highest);
    return highest;
  };
  for (const kind of uses.keys()) visit(kind);
  return layer;
}

/** What a concept's source gives its slots. */
export interface ConceptNaming {
  readonly name?: string;
  readonly classes?: readonly string[];
}

/** The slot of a concept. A value or a name passes up where the concept was built of just one that has it. */
export function conceptSlot(kind: string, naming: ConceptNaming, found: Found): Slot {
  const base = { kind, first: found.first, last: found.last };
  const valued = found.slots.filter((slot) => slot.value !== undefined);
  const named = naming.name === undefined ? found.slots.filter((slot) => slot.name !== undefined) : [];
  const value = valued.length === 1 ? pick(valued[0]!, ['value', 'to', 'unit']) : {};
  const name = named.length === 1 ? pick(named[0]!, ['name', 'classes']) : {};
  return { ...base, ...value, ...name, ...pick(naming, ['name', 'classes']) };
}

function pick<T extends object>(from: T, keys: readonly (keyof T)[]): Partial<T> {
  const out: Partial<T> = {};
  for (const key of keys) if (from[key] !== undefined) out[key] = from[key];
  return out;
}

/** Of one kind, the leftmost and longest that do not overlap; several names for one place stay together. */
export function settle(slots: Slot[]): Slot[] {
  slots.sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Slot[] = [];
  for (const slot of slots) {
    const last = kept.at(-1);
    if (!last || slot.first > last.last) kept.push(slot);
    else if (slot.first === last.first && slot.last === last.last) {
      const same = kept.some((each) => each.first === slot.first && each.last === slot.last && each.name === slot.name);
      if (!same) kept.push(slot);
    }
  }
  return kept;
}
