import { kindsIn, layers } from './concepts.js';
import { Costs } from './dispatch.js';
import type { Join } from './joins.js';
import { WordTable } from './lattice.js';
import { usualMeasures } from './measures.js';
import { type Clause, className, type Expression, parsePattern, PatternError } from './parse.js';
import { Sequence } from './program.js';
import { Search } from './search.js';
import { type ConceptRule, type Layer, type PatternRule, PatternSet } from './set.js';
import { Speller } from './spelling.js';
import { Symbols } from './symbols.js';
import type { PatternProblem, PatternSource } from './types.js';

/** A concept's pattern: `id` is the kind of slot it makes, `name` and `classes` are copied to the slot. */
export interface ConceptSource extends PatternSource {
  readonly name?: string;
  readonly classes?: readonly string[];
}

export interface CompileOptions {
  /** Names of the measures that the reader will hand over; by default the usual ones. */
  readonly measures?: readonly string[];
  /** Words that are spelt right although they look like slips of a pattern's words. */
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
  return new Compiler(options).compile(patterns, concepts);
}

class Compiler {
  private readonly symbols = new Symbols();
  private readonly problems: PatternProblem[] = [];
  private readonly measures: ReadonlySet<string>;
  private readonly rightWords: Iterable<string>;
  private readonly names = new Map<string, Set<string> | null>();

  constructor(options: CompileOptions) {
    this.measures = new Set(options.measures ?? usualMeasures);
    this.rightWords = options.rightWords ?? [];
  }

  compile(patterns: readonly PatternSource[], concepts: readonly ConceptSource[]): PatternSet {
    this.collectNames(concepts);
    const conceptLayers = this.concepts(concepts);
    const { sequences, rulesOf, joins } = this.patterns(patterns);
    const all = [...conceptLayers.flatMap((layer) => layer.sequences), ...sequences];
    const costs = new Costs(this.symbols, all);
    const made: Layer[] = conceptLayers.map((layer) => ({
      search: new Search(costs.dispatch(layer.sequences), mostConceptPlaces),
      rules: layer.rules,
    }));
    const table = new WordTable(this.symbols, new Speller(this.symbols.words.keys(), this.rightWords));
    return new PatternSet({
      problems: this.problems,
      joins,
      symbols: this.symbols,
      table,
      layers: made,
      patterns: new Search(costs.dispatch(sequences), mostPlaces),
      rulesOf,
    });
  }

  /** Names and classes that each kind of concept has; null where slots may take theirs from what they are built of. */
  private collectNames(concepts: readonly ConceptSource[]): void {
    for (const concept of concepts) {
      const before = this.names.get(concept.id);
      if (before === null) continue;
      if (concept.name === undefined && concept.classes === undefined) {
        this.names.set(concept.id, null);
        continue;
      }
      const names = before ?? new Set<string>();
      for (const name of concept.classes ?? []) names.add(className(name));
      if (concept.name !== undefined) names.add(className(concept.name));
      this.names.set(concept.id, names);
    }
  }

  private concepts(concepts: readonly ConceptSource[]): { sequences: Sequence[]; rules: Map<number, ConceptRule[]> }[] {
    const parsed: { concept: ConceptSource; expression: Expression }[] = [];
    const uses = new Map<string, Set<string>>();
    for (const concept of concepts) {
      let kinds = uses.get(concept.id);
      if (!kinds) uses.set(concept.id, (kinds = new Set()));
      const found = kinds;
      this.attempt(concept, () => {
        const clauses = parsePattern(concept.source);
        const only = clauses[0]!;
        if (clauses.length > 1 || only.need.length > 1 || only.not.length > 0) {
          throw new PatternError('a concept is one sequence, without &');
        }
        const expression = only.need[0]!;
        this.checkKinds(expression);
        kindsIn(expression, found);
        parsed.push({ concept, expression });
      });
    }
    const layerOf = layers(uses);
    const out: { sequences: Sequence[]; rules: Map<number, ConceptRule[]> }[] = [];
    for (const [id, { concept, expression }] of parsed.entries()) {
      this.attempt(concept, () => {
        const at = layerOf.get(concept.id);
        if (at === null || at === undefined) throw new PatternError(`<${concept.id}> is built of itself`);
        const sequence = new Sequence(id, expression, this.symbols);
        while (out.length <= at) out.push({ sequences: [], rules: new Map() });
        out[at]!.sequences.push(sequence);
        out[at]!.rules.set(id, [{ kind: concept.id, name: concept.name, classes: concept.classes }]);
      });
    }
    return out;
  }

  private patterns(patterns: readonly PatternSource[]) {
    const sequences: Sequence[] = [];
    const rulesOf: PatternRule[][] = [];
    const joins: Join[] = [];
    for (const [index, pattern] of patterns.entries()) {
      this.attempt(pattern, () => {
        const made: Sequence[] = [];
        const number = (expression: Expression): number => {
          this.checkKinds(expression);
          const id = sequences.length + made.length;
          made.push(new Sequence(id, expression, this.symbols));
          return id;
        };
        const parsed: Clause[] = parsePattern(pattern.source);
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

  private checkKinds(expression: Expression): void {
    if (expression.is === 'one') {
      for (const { kind, classes } of expression.tests) {
        const isMeasure = this.measures.has(kind);
        if (!isMeasure && !this.names.has(kind)) throw new PatternError(`<${kind}> is no measure and no concept`);
        const names = this.names.get(kind);
        if (isMeasure || !names) continue;
        const unknown = classes.find((each) => !names.has(each));
        if (unknown !== undefined) throw new PatternError(`no <${kind}> has the class or name "${unknown}"`);
      }
    } else if (expression.is === 'optional') {
      this.checkKinds(expression.of);
    } else if (expression.is !== 'gap') {
      for (const each of expression.of) this.checkKinds(each);
    }
  }

  private attempt(of: PatternSource, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.problems.push({ id: of.id, source: of.source, ...(of.at ? { at: of.at } : {}), reason: error.message });
    }
  }
}

/** Tells each sequence of `A & B & !C` what the needed others need. */
function befriend(sequences: readonly Sequence[], needed: number): void {
  const sets = sequences.slice(0, needed).map((sequence) => sequence.required.map((each) => each.set));
  for (const [at, sequence] of sequences.entries()) sequence.fellows = sets.filter((_, i) => i !== at).flat();
}
