import type { Expression } from './expression.js';
import { PatternError } from './parse.js';
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
  /** The attempt that last came here, and the offsets from its start (bits 0–30) where it did. */
  attempt: number;
  visited: number;
}

export interface Required {
  readonly set: SymbolSet;
  /** How many tokens may stand before it. */
  readonly fewestBefore: number;
  readonly mostBefore: number;
}

const mostSteps = 2000;

/** A sequence without `&`: what is looked for at each place. */
export class Sequence {
  readonly id: number;
  /** Sets of which one symbol each must stand in the sentence. */
  readonly required: readonly Required[];
  /** Sets that the sequence's fellows in `A & B` need: without them it is of no use. */
  fellows: readonly SymbolSet[] = [];
  readonly hasSlots: boolean;
  /** One word and no more: where it stands is the match. */
  readonly isWord: boolean;
  private readonly expression: Expression;
  private readonly symbols: Symbols;
  private start: Step | null = null;

  /** Throws PatternError where the expression matches nothing, or is too large. */
  constructor(id: number, expression: Expression, symbols: Symbols) {
    if (expression.shortest === 0) throw new PatternError('it would match nothing at all');
    if (expression.gapFirst || expression.gapLast) throw new PatternError('a gap at its end');
    if (expression.nodes > mostSteps) throw new PatternError('too large');
    enter(expression, symbols);
    this.id = id;
    this.expression = expression;
    this.symbols = symbols;
    this.required = required(expression, symbols);
    this.hasSlots = expression.hasSlots;
    this.isWord = expression.is === 'one' && !expression.hasSlots;
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
    return { id: ++this.steps, does, set, most, next, joined: false, attempt: 0, visited: 0 };
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

/** Makes all symbols of an expression known. */
function enter(of: Expression, symbols: Symbols): void {
  if (of.is === 'one') symbols.setOf(of);
  else if (of.is === 'optional') enter(of.of, symbols);
  else if (of.is !== 'gap') for (const each of of.of) enter(each, symbols);
}

function required(expression: Expression, symbols: Symbols): Required[] {
  const found: Required[] = [];
  let fewestBefore = 0;
  let mostBefore = 0;
  for (const item of expression.is === 'sequence' ? expression.of : [expression]) {
    if (item.is === 'one') {
      found.push({ set: symbols.setOf(item), fewestBefore, mostBefore });
    } else {
      const sets: SymbolSet[] = [];
      collect(item, symbols, sets);
      for (const set of sets) found.push({ set, fewestBefore, mostBefore: mostBefore + Math.max(item.longest - 1, 0) });
    }
    fewestBefore += item.shortest;
    mostBefore += item.longest;
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
