import { type Expression, longest, PatternError, shortest } from './parse.js';
import type { SymbolSet, Symbols } from './symbols.js';

/** A state of the automaton. The steps of a sequence form a graph without circles. */
export interface Step {
  readonly id: number;
  readonly does: 'take' | 'gap' | 'fork' | 'accept';
  readonly set: SymbolSet | null;
  readonly most: number;
  readonly next: readonly Step[];
  /** More than one way leads here, so the place must be remembered to stay linear. */
  joined: boolean;
}

export interface Required {
  readonly set: SymbolSet;
  /** How many tokens may stand before it. */
  readonly fewestBefore: number;
  readonly mostBefore: number;
}

const mostSteps = 4000;

/** A sequence without `&`: what is looked for at each place. */
export class Sequence {
  readonly id: number;
  /** Sets of which one symbol each must stand in the sentence. */
  readonly required: readonly Required[];
  /** Sets that the sequence's fellows in `A & B` need: without them it is of no use. */
  fellows: readonly SymbolSet[] = [];
  readonly hasSlots: boolean;
  private readonly expression: Expression;
  private readonly symbols: Symbols;
  private start: Step | null = null;

  /** Throws PatternError where the expression matches nothing, or is too large. */
  constructor(id: number, expression: Expression, symbols: Symbols) {
    if (shortest(expression) === 0) throw new PatternError('it would match nothing at all');
    if (gapAtEdge(expression, 0) || gapAtEdge(expression, 1)) throw new PatternError('a gap at its end');
    if (enter(expression, symbols) > mostSteps) throw new PatternError('too large');
    this.id = id;
    this.expression = expression;
    this.symbols = symbols;
    this.required = required(expression, symbols);
    this.hasSlots = hasSlots(expression);
  }

  /** The first step. Steps are built when a sentence first asks for them, since most sequences wait long. */
  get first(): Step {
    this.start ??= new Builder(this.symbols).build(this.expression);
    return this.start;
  }
}

class Builder {
  private steps = 0;
  private readonly symbols: Symbols;

  constructor(symbols: Symbols) {
    this.symbols = symbols;
  }

  build(expression: Expression): Step {
    return this.before(expression, { ...this.step('accept', null, 0, []), joined: true });
  }

  private step(does: Step['does'], set: SymbolSet | null, most: number, next: readonly Step[]): Step {
    return { id: ++this.steps, does, set, most, next, joined: false };
  }

  /** The steps of an expression that lead to `next`. */
  private before(of: Expression, next: Step): Step {
    switch (of.is) {
      case 'one':
        return this.step('take', this.symbols.setOf(of), 0, [next]);
      case 'gap':
        next.joined = true;
        return this.step('gap', null, of.most, [next]);
      case 'optional':
        next.joined = true;
        return this.step('fork', null, 0, [this.before(of.of, next), next]);
      case 'choice':
        next.joined = true;
        return this.step(
          'fork',
          null,
          0,
          of.of.map((each) => this.before(each, next)),
        );
      case 'sequence':
        return of.of.reduceRight((after, each) => this.before(each, after), next);
    }
  }
}

function required(expression: Expression, symbols: Symbols): Required[] {
  const found: Required[] = [];
  let fewest = 0;
  let most = 0;
  for (const item of expression.is === 'sequence' ? expression.of : [expression]) {
    if (item.is === 'one') {
      found.push({ set: symbols.setOf(item), fewestBefore: fewest, mostBefore: most });
      fewest++;
      most += item.tests.length > 0 ? Number.POSITIVE_INFINITY : 1;
      continue;
    }
    const longestHere = longest(item);
    const sets: SymbolSet[] = [];
    collect(item, symbols, sets);
    for (const set of sets) found.push({ set, fewestBefore: fewest, mostBefore: most + Math.max(longestHere - 1, 0) });
    fewest += shortest(item);
    most += longestHere;
  }
  return found;
}

/** The sets of an expression of which one symbol each must stand. */
function collect(of: Expression, symbols: Symbols, into: SymbolSet[]): void {
  if (of.is === 'one') {
    into.push(symbols.setOf(of));
  } else if (of.is === 'sequence') {
    for (const each of of.of) collect(each, symbols, into);
  } else if (of.is === 'choice') {
    const best: SymbolSet[] = [];
    for (const each of of.of) {
      const sets: SymbolSet[] = [];
      collect(each, symbols, sets);
      if (sets.length === 0) return;
      best.push(sets.reduce((a, b) => (breadth(b) < breadth(a) ? b : a)));
    }
    into.push(symbols.union(best));
  }
}

function breadth(set: SymbolSet): number {
  return set.words.length + 4 * set.prefixes.length + 4 * set.tests.length;
}

/** Makes all symbols of an expression known; returns the number of its nodes. */
function enter(of: Expression, symbols: Symbols): number {
  if (of.is === 'one') symbols.setOf(of);
  if (of.is === 'one' || of.is === 'gap') return 1;
  if (of.is === 'optional') return 1 + enter(of.of, symbols);
  let sum = 1;
  for (const each of of.of) sum += enter(each, symbols);
  return sum;
}

/** True where a gap stands at the expression's beginning (0) or end (1). */
function gapAtEdge(of: Expression, edge: 0 | 1): boolean {
  if (of.is === 'one') return false;
  if (of.is === 'gap') return true;
  if (of.is === 'optional') return gapAtEdge(of.of, edge);
  if (of.is === 'choice') return of.of.some((each) => gapAtEdge(each, edge));
  for (let i = 0; i < of.of.length; i++) {
    const item = of.of[edge === 0 ? i : of.of.length - 1 - i]!;
    if (gapAtEdge(item, edge)) return true;
    if (shortest(item) > 0) return false;
  }
  return false;
}

function hasSlots(of: Expression): boolean {
  if (of.is === 'one') return of.tests.length > 0;
  if (of.is === 'gap') return false;
  return of.is === 'optional' ? hasSlots(of.of) : of.of.some(hasSlots);
}
