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

/** A sequence without `&`: what is looked for at each place. */
export interface Sequence {
  readonly id: number;
  readonly first: Step;
  /** Sets of which one symbol each must stand in the sentence. */
  readonly required: readonly Required[];
  /** Sets that the sequence's fellows in `A & B` need: without them it is of no use. */
  fellows: readonly SymbolSet[];
  readonly hasSlots: boolean;
}

export interface Required {
  readonly set: SymbolSet;
  /** How many tokens may stand before it. */
  readonly fewestBefore: number;
  readonly mostBefore: number;
}

const mostSteps = 4000;

/** Builds the steps of one sequence. Throws PatternError where it matches nothing, or is too large. */
export class Builder {
  private steps = 0;
  private readonly symbols: Symbols;

  constructor(symbols: Symbols) {
    this.symbols = symbols;
  }

  build(id: number, expression: Expression): Sequence {
    this.steps = 0;
    if (shortest(expression) === 0) throw new PatternError('it would match nothing at all');
    if (edge(expression, 'first') || edge(expression, 'last')) throw new PatternError('a gap at its end');
    const accept: Step = this.step('accept', null, 0, []);
    accept.joined = true;
    const first = this.steps0(expression, accept);
    const required = this.required(expression);
    return { id, first, required, fellows: [], hasSlots: hasSlots(expression) };
  }

  private step(does: Step['does'], set: SymbolSet | null, most: number, next: readonly Step[]): Step {
    if (++this.steps > mostSteps) throw new PatternError('too large');
    return { id: this.steps, does, set, most, next, joined: false };
  }

  private steps0(of: Expression, next: Step): Step {
    switch (of.is) {
      case 'one':
        return this.step('take', this.symbols.set(of.words, of.prefixes, of.tests), 0, [next]);
      case 'gap':
        next.joined = true;
        return this.step('gap', null, of.most, [next]);
      case 'optional':
        next.joined = true;
        return this.step('fork', null, 0, [this.steps0(of.of, next), next]);
      case 'choice':
        next.joined = true;
        return this.step(
          'fork',
          null,
          0,
          of.of.map((each) => this.steps0(each, next)),
        );
      case 'sequence':
        return of.of.reduceRight((after, each) => this.steps0(each, after), next);
    }
  }

  private required(expression: Expression): Required[] {
    const found: Required[] = [];
    let fewest = 0;
    let most = 0;
    for (const item of expression.is === 'sequence' ? expression.of : [expression]) {
      const inside = item.is === 'one' ? 0 : longest(item) - 1;
      for (const set of this.requiredSets(item)) {
        found.push({ set, fewestBefore: fewest, mostBefore: most + Math.max(inside, 0) });
      }
      fewest += shortest(item);
      most += longest(item);
    }
    return found;
  }

  private requiredSets(of: Expression): SymbolSet[] {
    switch (of.is) {
      case 'one':
        return [this.symbols.set(of.words, of.prefixes, of.tests)];
      case 'gap':
      case 'optional':
        return [];
      case 'sequence':
        return of.of.flatMap((each) => this.requiredSets(each));
      case 'choice': {
        const best: SymbolSet[] = [];
        for (const each of of.of) {
          const sets = this.requiredSets(each);
          if (sets.length === 0) return [];
          best.push(sets.reduce((a, b) => (size(b) < size(a) ? b : a)));
        }
        return [this.symbols.union(best)];
      }
    }
  }
}

function size(set: SymbolSet): number {
  return set.words.length + 4 * set.prefixes.length + 4 * set.tests.length;
}

function edge(of: Expression, which: 'first' | 'last'): boolean {
  switch (of.is) {
    case 'gap':
      return true;
    case 'one':
      return false;
    case 'optional':
      return edge(of.of, which);
    case 'choice':
      return of.of.some((each) => edge(each, which));
    case 'sequence': {
      const items = which === 'first' ? of.of : [...of.of].reverse();
      for (const item of items) {
        if (edge(item, which)) return true;
        if (shortest(item) > 0) return false;
      }
      return false;
    }
  }
}

function hasSlots(of: Expression): boolean {
  switch (of.is) {
    case 'one':
      return of.tests.length > 0;
    case 'gap':
      return false;
    case 'optional':
      return hasSlots(of.of);
    default:
      return of.of.some(hasSlots);
  }
}
