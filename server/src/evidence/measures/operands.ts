import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { readQuantity } from './quantity.js';
import { words } from './words.js';

/** A number that may be one side of a pair. Without a unit it takes its partner's. */
export interface Operand {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly to?: number;
  /** What is compared: `min`, `vas`, `ODI`; empty for a bare number. */
  readonly unit: string;
  /** What the number as written was multiplied with; its bare partner is, too. */
  readonly scale?: number;
}

/** Kinds that pairs are made of, those first that say most about a number. */
const kinds = [
  'score',
  'vas',
  'grade',
  'minutes',
  'distance',
  'weight',
  'angle',
  'count',
  'dose',
  'percent',
  'length',
  'duration',
];
const rates = new Set(['day', 'd', 'week', 'wk', 'night', 'hour', 'hr', 'month', 'mo']);
const bareBefore = new Set(words.change.bareBefore);

function unitOf(slot: Slot): string {
  switch (slot.kind) {
    case 'score':
      return slot.name!;
    case 'vas':
    case 'grade':
      return slot.kind;
    case 'distance':
      return 'ft';
    case 'duration':
      return 'day';
    default:
      return slot.unit || slot.kind;
  }
}

/** The sentence's numbers with their units, by place. */
export class Operands {
  readonly list: readonly Operand[];
  private readonly byFirst = new Map<number, Operand>();
  private readonly byLast = new Map<number, Operand>();
  private readonly line: Line;
  /** 1 where an operand begins, 2 where it goes on. */
  private readonly covered: Uint8Array;

  constructor(line: Line, slots: readonly Slot[]) {
    this.line = line;
    this.covered = new Uint8Array(line.size);
    for (const kind of kinds) {
      for (const slot of slots) if (slot.kind === kind && slot.value !== undefined) this.add(slot);
    }
    this.list = [...this.byFirst.values()].sort((a, b) => a.first - b.first);
  }

  private add(slot: Slot): void {
    for (let at = slot.first; at <= slot.last; at++) if (this.covered[at]) return;
    this.covered.fill(2, slot.first, slot.last + 1);
    this.covered[slot.first] = 1;
    const scale = slot.kind === 'distance' ? (words.feet[slot.unit ?? 'ft'] ?? 1) : 1;
    const operand = {
      first: slot.first,
      last: slot.last,
      value: slot.value! * scale,
      ...(slot.to === undefined ? {} : { to: slot.to * scale }),
      unit: unitOf(slot),
      ...(scale === 1 ? {} : { scale }),
    };
    this.byFirst.set(operand.first, operand);
    this.byLast.set(operand.last, operand);
  }

  /** The operand, or else the bare number, that begins at a place. */
  startingAt(at: number): Operand | null {
    return this.byFirst.get(at) ?? this.bare(at);
  }

  /** The operand, or else the bare number, that ends at a place. */
  endingAt(at: number): Operand | null {
    return this.byLast.get(at) ?? this.bare(at);
  }

  private bare(at: number): Operand | null {
    const { line } = this;
    if (at < 0 || at >= line.size || line.taken[at] || line.word(at - 1) === '/') return null;
    const found = readQuantity(line, at);
    if (!found || found.unit !== undefined || this.covered[at] === 2) return null;
    // "15 to 45" may be the very pair that is looked for.
    const range = line.word(found.last - 1) === '-' ? found : { last: at, value: Number(line.word(at)) };
    const one = Number.isNaN(range.value) ? found : range;
    // "41/68" is a score out of its most.
    if (outOf(line, one.last + 1, one.value)) return { first: at, last: one.last + 2, value: one.value, unit: '' };
    if (!this.free(one.last + 1)) return null;
    const to = one === found && found.to !== undefined ? { to: found.to } : {};
    return { first: at, last: one.last, value: one.value, ...to, unit: '' };
  }

  /** Nothing follows that the number would count. */
  private free(at: number): boolean {
    const next = this.line.tokens[at];
    if (!next || bareBefore.has(next.text)) return true;
    if (next.text === '/') return rates.has(this.line.word(at + 1));
    return next.kind === 'mark' && next.text !== '%';
  }
}

const leastMost = 20;

function outOf(line: Line, at: number, value: number): boolean {
  const most = Number(line.word(at + 1));
  return (
    line.word(at) === '/' && line.isNumber(at + 1) && line.word(at + 2) !== '/' && most >= leastMost && value <= most
  );
}

/** A bare number as its partner counts: "from one block to six". */
export function scaledLike(bare: Operand, other: Operand): Operand {
  const scale = other.scale ?? 1;
  if (bare.unit !== '' || scale === 1) return bare;
  return { ...bare, value: bare.value * scale, ...(bare.to === undefined ? {} : { to: bare.to * scale }) };
}

/** The unit that two operands share, or null. */
export function sharedUnit(a: Operand, b: Operand): string | null {
  if (a.unit === b.unit) return a.unit;
  if (a.unit === '') return b.unit;
  return b.unit === '' ? a.unit : null;
}
