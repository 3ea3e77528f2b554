import type { SymbolSet } from './symbols.js';

/** A test of a slot: `<kind>`, `<kind:class>`, `<kind >= 6 weeks>`. */
export interface SlotTest {
  readonly kind: string;
  /** Any of these classes or names; empty: no matter which. */
  readonly classes: readonly string[];
  readonly compare: Comparison | null;
}

export interface Comparison {
  readonly op: '<' | '<=' | '=' | '>=' | '>';
  readonly value: number;
  readonly unit: string;
}

const none: readonly never[] = [];

/** What is known of an expression from its parts. */
interface Extent {
  /** The fewest and the most tokens it covers; Infinity where it holds a slot. */
  readonly shortest: number;
  readonly longest: number;
  readonly hasSlots: boolean;
  /** A gap may stand at its beginning, or its end. */
  readonly gapFirst: boolean;
  readonly gapLast: boolean;
  /** Nodes of the tree. */
  readonly nodes: number;
}

/** What stands at one place: one token, or one slot. */
export class One implements Extent {
  readonly is = 'one';
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly tests: readonly SlotTest[];
  /** The same in numbers, once the compiler has given them. */
  set: SymbolSet | null = null;

  constructor(words: readonly string[], prefixes: readonly string[] = none, tests: readonly SlotTest[] = none) {
    this.words = words;
    this.prefixes = prefixes;
    this.tests = tests;
  }

  get shortest(): number {
    return 1;
  }

  get longest(): number {
    return this.tests.length > 0 ? Number.POSITIVE_INFINITY : 1;
  }

  get hasSlots(): boolean {
    return this.tests.length > 0;
  }

  get gapFirst(): boolean {
    return false;
  }

  get gapLast(): boolean {
    return false;
  }

  get nodes(): number {
    return 1;
  }
}

/** A pattern's syntax tree. */
export type Expression =
  | One
  | ({ readonly is: 'sequence'; readonly of: readonly Expression[] } & Extent)
  | ({ readonly is: 'choice'; readonly of: readonly Expression[] } & Extent)
  | ({ readonly is: 'optional'; readonly of: Expression } & Extent)
  | ({ readonly is: 'gap'; readonly most: number } & Extent);

export function gap(most: number): Expression {
  return { is: 'gap', most, shortest: 0, longest: most, hasSlots: false, gapFirst: true, gapLast: true, nodes: 1 };
}

export function optional(of: Expression): Expression {
  const { longest, hasSlots, gapFirst, gapLast, nodes } = of;
  return { is: 'optional', of, shortest: 0, longest, hasSlots, gapFirst, gapLast, nodes: nodes + 1 };
}

/** Parts one after the other; a single part is itself. */
export function sequence(of: readonly Expression[]): Expression {
  if (of.length === 1) return of[0]!;
  let shortest = 0;
  let longest = 0;
  let hasSlots = false;
  let gapFirst = false;
  let gapLast = false;
  let nodes = 1;
  for (const each of of) {
    // A gap is at the edge where all that stands before it may be absent.
    if (shortest === 0) gapFirst ||= each.gapFirst;
    gapLast = each.gapLast || (gapLast && each.shortest === 0);
    shortest += each.shortest;
    longest += each.longest;
    hasSlots ||= each.hasSlots;
    nodes += each.nodes;
  }
  return { is: 'sequence', of, shortest, longest, hasSlots, gapFirst, gapLast, nodes };
}

/** One of several. Single tokens and slots become one set; longer options come first, so that the longest is tried first. */
export function choice(options: readonly Expression[]): Expression {
  const words: string[] = [];
  const prefixes: string[] = [];
  const tests: SlotTest[] = [];
  const of: Expression[] = [];
  for (const option of options) {
    if (option.is !== 'one') {
      of.push(option);
      continue;
    }
    words.push(...option.words);
    prefixes.push(...option.prefixes);
    tests.push(...option.tests);
  }
  if (of.length > 1) of.sort((a, b) => b.longest - a.longest || 0);
  if (of.length < options.length) of.push(new One(words.length > 1 ? [...new Set(words)] : words, prefixes, tests));
  if (of.length === 1) return of[0]!;
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  let hasSlots = false;
  let gapFirst = false;
  let gapLast = false;
  let nodes = 1;
  for (const each of of) {
    shortest = Math.min(shortest, each.shortest);
    longest = Math.max(longest, each.longest);
    hasSlots ||= each.hasSlots;
    gapFirst ||= each.gapFirst;
    gapLast ||= each.gapLast;
    nodes += each.nodes;
  }
  return { is: 'choice', of, shortest, longest, hasSlots, gapFirst, gapLast, nodes };
}
