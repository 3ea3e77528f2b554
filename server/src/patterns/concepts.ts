import type { Expression } from './expression.js';
import type { Slot } from './types.js';
import type { Found } from './found.js';

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

/** A sequence that makes slots of a kind; `name` and `classes` are copied to them. */
export interface ConceptRule {
  readonly kind: string;
  readonly name?: string;
  readonly classes?: readonly string[];
}

/** The slot of a concept. A value or a name passes up where the concept was built of just one that has it. */
export function conceptSlot(rule: ConceptRule, found: Found): Slot {
  const { kind, name, classes } = rule;
  const { first, last, slots } = found;
  if (slots.length === 0) {
    return name === undefined && classes === undefined ? { kind, first, last } : { kind, first, last, name, classes };
  }
  const valued = only(slots, (slot) => slot.value !== undefined);
  const named = name === undefined ? only(slots, (slot) => slot.name !== undefined) : null;
  return {
    kind,
    first,
    last,
    ...(valued ? { value: valued.value } : {}),
    ...(valued?.to === undefined ? {} : { to: valued.to }),
    ...(valued?.unit === undefined ? {} : { unit: valued.unit }),
    ...(name === undefined && !named ? {} : { name: name ?? named!.name }),
    ...((classes ?? named?.classes) ? { classes: classes ?? named!.classes } : {}),
  };
}

/** The one slot that fits, or null where none or several do. */
function only(slots: readonly Slot[], fits: (slot: Slot) => boolean): Slot | null {
  let found: Slot | null = null;
  for (const slot of slots) {
    if (!fits(slot)) continue;
    if (found) return null;
    found = slot;
  }
  return found;
}

/** Of one kind, the leftmost and longest that do not overlap; several names for one place stay together. */
export function settle(slots: Slot[]): Slot[] {
  if (slots.length < 2) return slots;
  slots.sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Slot[] = [];
  for (const slot of slots) {
    const last = kept.at(-1);
    if (!last || slot.first > last.last) kept.push(slot);
    else if (slot.first === last.first && slot.last === last.last && !namedAlready(kept, slot)) kept.push(slot);
  }
  return kept;
}

function namedAlready(kept: readonly Slot[], slot: Slot): boolean {
  for (let i = kept.length - 1; i >= 0 && kept[i]!.first === slot.first; i--)
    if (kept[i]!.name === slot.name) return true;
  return false;
}
