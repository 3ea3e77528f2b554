import { combine } from './combine.js';
import { type ConceptRule, conceptSlot, settle } from './concepts.js';
import type { Join, JoinPart } from './joins.js';
import { Lattice } from './lattice.js';
import type { Found } from './found.js';
import type { Search } from './search.js';
import type { Symbols } from './symbols.js';
import { ensure } from './tables.js';
import type { Match, PatternProblem, Slot, Token } from './types.js';
import type { WordTable } from './words.js';

/** A pattern whose sequences are known by number. */
export interface PatternRule {
  readonly id: string;
  readonly pattern: number;
  /** The sides that `&&` parts; one where there is none. */
  readonly clauses: readonly { readonly need: readonly number[]; readonly not: readonly number[] }[];
}

export interface Layer {
  readonly search: Search;
  /** By sequence number: the concept it stands for. */
  readonly rules: ReadonlyMap<number, ConceptRule>;
}

/** What a sentence says. */
export interface PatternReading {
  readonly slots: readonly Slot[];
  readonly matches: readonly Match[];
  /** Sides of `&&` patterns, for joinMatches. */
  readonly parts: readonly JoinPart[];
}

/** Compiled patterns and concepts. Reading takes time in proportion to the sentence's length. */
export class PatternSet {
  readonly problems: readonly PatternProblem[];
  /** The patterns with `&&`. */
  readonly joins: readonly Join[];
  private readonly symbols: Symbols;
  private readonly table: WordTable;
  private readonly layers: readonly Layer[];
  private sentences = 0;
  private readonly patterns: Search;
  /** By sequence number: the patterns that need it. */
  private readonly rulesOf: readonly (readonly PatternRule[] | undefined)[];

  constructor(made: {
    problems: readonly PatternProblem[];
    joins: readonly Join[];
    symbols: Symbols;
    table: WordTable;
    layers: readonly Layer[];
    patterns: Search;
    rulesOf: readonly (readonly PatternRule[] | undefined)[];
  }) {
    this.problems = made.problems;
    this.joins = made.joins;
    this.symbols = made.symbols;
    this.table = made.table;
    this.layers = made.layers;
    this.patterns = made.patterns;
    this.rulesOf = made.rulesOf;
  }

  /** Reads one sentence. `measures` are the slots that others have found in it. */
  read(tokens: readonly Token[], measures: readonly Slot[] = []): PatternReading {
    const lattice = new Lattice(tokens, this.table, ++this.sentences);
    const slots = [...measures];
    for (const slot of measures) lattice.place(slot, this.symbols.passed(slot));
    for (const layer of this.layers) {
      const byKind = this.concepts(layer, lattice);
      for (const list of byKind.values()) {
        for (const slot of settle(list)) {
          slots.push(slot);
          lattice.place(slot, this.symbols.passed(slot));
        }
      }
    }
    const found = new Map<number, Found[]>();
    const rules = new Set<PatternRule>();
    this.patterns.run(lattice, (sequence, places) => {
      found.set(sequence.id, places);
      for (const rule of this.rulesOf[sequence.id] ?? []) rules.add(rule);
    });
    return {
      slots,
      ...this.judge(
        [...rules].sort((a, b) => a.pattern - b.pattern),
        found,
      ),
    };
  }

  private concepts(layer: Layer, lattice: Lattice): Map<string, Slot[]> {
    const byKind = new Map<string, Slot[]>();
    layer.search.run(lattice, (sequence, places) => {
      const rule = layer.rules.get(sequence.id)!;
      const list = ensure(byKind, rule.kind, () => []);
      for (const place of places) list.push(conceptSlot(rule, place));
    });
    return byKind;
  }

  private judge(rules: readonly PatternRule[], found: ReadonlyMap<number, Found[]>) {
    const matches: Match[] = [];
    const parts: JoinPart[] = [];
    const asMatch = (rule: PatternRule, place: Found): Match => ({ id: rule.id, pattern: rule.pattern, ...place });
    for (const rule of rules) {
      const sides = rule.clauses.map((clause) => {
        if (clause.not.some((id) => found.has(id))) return [];
        const needed = clause.need.map((id) => found.get(id) ?? []);
        return needed.some((places) => places.length === 0) ? [] : combine(needed);
      });
      if (sides.length > 1) {
        for (const [part, places] of sides.entries()) {
          for (const place of places) parts.push({ pattern: rule.pattern, part, match: asMatch(rule, place) });
        }
      }
      if (sides.some((places) => places.length === 0)) continue;
      for (const place of combine(sides)) matches.push(asMatch(rule, place));
    }
    return { matches, parts };
  }
}
