import type { Sequence } from './program.js';
import type { SymbolSet, Symbols } from './symbols.js';
import { add } from './tables.js';

/** A sequence under one symbol that it cannot do without, with what the search remembers of it within a sentence. */
export interface Entry {
  readonly sequence: Sequence;
  /** The other sets that must be in the sentence, the rarest first. */
  readonly others: readonly SymbolSet[];
  readonly fewestBefore: number;
  readonly mostBefore: number;
  /** The sentence it was last woken in, the next start to try there, and where among the found its places are. */
  stamp: number;
  next: number;
  found: number;
}

/** Sequences by the rarest symbol each needs, so that a sentence wakes only those it may match. */
export interface Dispatch {
  readonly byWord: readonly (readonly Entry[] | undefined)[];
  readonly byPrefix: readonly (readonly Entry[] | undefined)[];
  readonly byTest: readonly (readonly Entry[] | undefined)[];
}

/** How dear each symbol is: the number of sequences that need it, and a surcharge for what every sentence has. */
export class Costs {
  private readonly ofWord: Float64Array;
  private readonly ofSet: Float64Array;
  private readonly symbols: Symbols;

  constructor(symbols: Symbols, sequences: Iterable<Sequence>) {
    this.symbols = symbols;
    this.ofWord = new Float64Array(symbols.words.size);
    this.ofSet = new Float64Array(symbols.sets.length);
    for (const [word, id] of symbols.words) this.ofWord[id] = word.length <= 3 ? 20 : 1;
    for (const { required } of sequences) {
      for (const { set } of required) for (const word of set.words) this.ofWord[word]!++;
    }
  }

  of(set: SymbolSet): number {
    const known = this.ofSet[set.id]!;
    if (known > 0) return known;
    let sum = 8 * set.prefixes.length + 30 * set.tests.length;
    for (const word of set.words) sum += this.ofWord[word]!;
    this.ofSet[set.id] = sum;
    return sum;
  }

  dispatch(sequences: readonly Sequence[]): Dispatch {
    const byWord: Entry[][] = new Array(this.symbols.words.size);
    const byPrefix: Entry[][] = new Array(this.symbols.prefixes.size);
    const byTest: Entry[][] = new Array(this.symbols.testCount);
    for (const sequence of sequences) {
      let key = sequence.required[0]!;
      for (const each of sequence.required) if (this.of(each.set) < this.of(key.set)) key = each;
      const others: SymbolSet[] = [];
      for (const each of sequence.required) if (each !== key) others.push(each.set);
      others.push(...sequence.fellows);
      if (others.length > 1) others.sort((a, b) => this.of(a) - this.of(b));
      const { fewestBefore, mostBefore } = key;
      const entry = { sequence, others, fewestBefore, mostBefore, stamp: 0, next: 0, found: -1 };
      for (const word of key.set.words) add(byWord, word, entry);
      for (const prefix of key.set.prefixes) add(byPrefix, prefix, entry);
      for (const test of key.set.tests) add(byTest, test, entry);
    }
    return { byWord, byPrefix, byTest };
  }
}
