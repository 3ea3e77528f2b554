import { type ConceptRule, kindsIn, layers } from './concepts.js';
import { Costs } from './dispatch.js';
import type { Join } from './joins.js';
import { Kinds } from './kinds.js';
import { measureKinds } from './measures.js';
import { choice, type Expression, type One } from './expression.js';
import { type Clause, Ones, parsePattern, PatternError } from './parse.js';
import { Sequence } from './program.js';
import { rightWords } from './right-words.js';
import { Search } from './search.js';
import { type PatternRule, PatternSet } from './set.js';
import { Speller } from './spelling.js';
import { type SymbolSet, Symbols } from './symbols.js';
import { ensure } from './tables.js';
import type { ConceptSource, PatternProblem, PatternSource } from './types.js';
import { WordTable } from './words.js';

export interface CompileOptions {
  /** Names of the measures that the reader will hand over; by default the usual ones. */
  readonly measures?: readonly string[];
  /** Further words that are spelt right although they look like slips of a pattern's words. */
  readonly rightWords?: Iterable<string>;
}

/** Places kept per sequence of a pattern and sentence; more say nothing new. */
const mostPlaces = 8;
const mostConceptPlaces = 1000;

/** Compiles patterns and concepts into one set. Nothing throws: what cannot be compiled is in `problems`. */
export function compilePatterns(
  patterns: readonly PatternSource[],
  concepts: readonly ConceptSource[],
  options: CompileOptions = {},
): PatternSet {
  return new Compiler(options, concepts).compile(patterns, concepts);
}

interface ConceptLayer {
  readonly sequences: Sequence[];
  readonly rules: Map<number, ConceptRule>;
}

class Compiler {
  private readonly ones = new Ones();
  private nextId = 0;
  private readonly later: (() => void)[] = [];
  private readonly symbols = new Symbols();
  private readonly problems: PatternProblem[] = [];
  private readonly kinds: Kinds;
  private readonly rightWords: Iterable<string>;

  constructor(options: CompileOptions, concepts: readonly ConceptSource[]) {
    this.kinds = new Kinds(options.measures ?? measureKinds, concepts);
    this.rightWords = [...rightWords, ...(options.rightWords ?? [])];
  }

  compile(patterns: readonly PatternSource[], concepts: readonly ConceptSource[]): PatternSet {
    const conceptLayers = this.concepts(concepts);
    const { sequences, rulesOf, joins } = this.patterns(patterns);
    const all = [...conceptLayers.flatMap((layer) => layer.sequences), ...sequences];
    const costs = new Costs(this.symbols, all);
    const dispatches = [...conceptLayers, { sequences }].map((each) => costs.dispatch(each.sequences));
    const speller = new Speller(() => this.symbols.words.keys(), this.rightWords);
    return new PatternSet({
      problems: this.problems,
      joins,
      symbols: this.symbols,
      table: new WordTable(this.symbols, speller, dispatches),
      layers: conceptLayers.map(({ rules }, i) => ({
        search: new Search(dispatches[i]!, i, mostConceptPlaces),
        rules,
      })),
      patterns: new Search(dispatches.at(-1)!, dispatches.length - 1, mostPlaces),
      rulesOf,
    });
  }

  private concepts(concepts: readonly ConceptSource[]): ConceptLayer[] {
    const parsed: { concept: ConceptSource; expression: Expression }[] = [];
    const uses = new Map<string, Set<string>>();
    for (const concept of concepts) {
      const kinds = ensure(uses, concept.id, () => new Set<string>());
      const expression = this.attempt(concept, () => this.conceptExpression(concept));
      if (!expression) continue;
      kindsIn(expression, kinds);
      parsed.push({ concept, expression });
    }
    const layerOf = layers(uses);
    const out: ConceptLayer[] = [];
    const singles = new Map<string, One[]>();
    for (const { concept, expression } of parsed) {
      const layer = layerOf.get(concept.id);
      if (layer === null || layer === undefined) {
        this.report(concept, `<${concept.id}> is built of itself`);
        continue;
      }
      while (out.length <= layer) out.push({ sequences: [], rules: new Map() });
      // Single words that say the same are one sequence.
      if (expression.is === 'one' && !expression.hasSlots) {
        const key = [concept.id, concept.name, ...(concept.classes ?? [])].join('\n');
        const before = singles.get(key);
        if (before) {
          before.push(expression);
          continue;
        }
        singles.set(key, [expression]);
        const words = singles.get(key)!;
        this.later.push(() => this.addConcept(out[layer]!, concept, choice(words)));
      } else {
        this.attempt(concept, () => this.addConcept(out[layer]!, concept, expression));
      }
    }
    for (const add of this.later) add();
    return out;
  }

  private conceptExpression(concept: ConceptSource): Expression {
    const clauses = parsePattern(concept.source, this.ones);
    const { need, not } = clauses[0]!;
    if (clauses.length > 1 || need.length > 1 || not.length > 0) {
      throw new PatternError('a concept is one sequence, without &');
    }
    this.kinds.check(need[0]!);
    return need[0]!;
  }

  private addConcept({ sequences, rules }: ConceptLayer, concept: ConceptSource, expression: Expression): void {
    const sequence = new Sequence(this.nextId++, expression, this.symbols);
    sequences.push(sequence);
    rules.set(sequence.id, { kind: concept.id, name: concept.name, classes: concept.classes });
  }

  private patterns(patterns: readonly PatternSource[]) {
    const sequences: Sequence[] = [];
    const rulesOf: PatternRule[][] = [];
    const joins: Join[] = [];
    for (const [index, pattern] of patterns.entries()) {
      this.attempt(pattern, () => {
        const made: Sequence[] = [];
        const number = (expression: Expression): number => {
          this.kinds.check(expression);
          const id = sequences.length + made.length;
          made.push(new Sequence(id, expression, this.symbols));
          return id;
        };
        const parsed: Clause[] = parsePattern(pattern.source, this.ones);
        const clauses = parsed.map((clause) => {
          const from = made.length;
          const numbers = { need: clause.need.map(number), not: clause.not.map(number) };
          befriend(made.slice(from), clause.need.length);
          return numbers;
        });
        const rule: PatternRule = { id: pattern.id, pattern: index, clauses };
        sequences.push(...made);
        for (const { need } of clauses) for (const id of need) rulesOf[id] = [rule];
        if (clauses.length > 1) joins.push({ pattern: index, id: pattern.id, parts: clauses.length });
      });
    }
    return { sequences, rulesOf, joins };
  }

  private attempt<T>(of: PatternSource, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.report(of, error.message);
      return null;
    }
  }

  private report({ id, source, at }: PatternSource, reason: string): void {
    this.problems.push({ id, source, ...(at === undefined ? {} : { at }), reason });
  }
}

/** Tells each sequence of `A & B & !C` what the needed others need. */
function befriend(sequences: readonly Sequence[], needed: number): void {
  if (sequences.length < 2) return;
  for (const sequence of sequences) {
    const fellows: SymbolSet[] = [];
    for (let i = 0; i < needed; i++) {
      if (sequences[i] !== sequence) for (const { set } of sequences[i]!.required) fellows.push(set);
    }
    sequence.fellows = fellows;
  }
}
