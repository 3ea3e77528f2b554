import type { Dispatch, Entry } from './dispatch.js';
import type { Speller } from './spelling.js';
import type { SymbolSet, Symbols } from './symbols.js';
import { add } from './tables.js';
import type { Token } from './types.js';

/** What a word stands for among the patterns' symbols; `word` is -1 for a word that no pattern names. */
export interface Known {
  readonly word: number;
  readonly prefixes: readonly number[];
  /** The sets that the word is in. */
  readonly sets: readonly SymbolSet[];
  /** By dispatch: the sequences that the word wakes. */
  readonly wakes: readonly (readonly Entry[] | null)[];
}

const remembered = 20_000;
const nothing: readonly never[] = [];

/** The symbols of words, remembered, misspellings resolved. */
export class WordTable {
  private readonly known = new Map<string, Known>();
  private readonly symbols: Symbols;
  private readonly speller: Speller;
  private readonly dispatches: readonly Dispatch[];
  private readonly idle: readonly null[];
  private readonly setsOfWord: SymbolSet[][] = [];
  private readonly setsOfPrefix: SymbolSet[][] = [];
  /** By test: the sets that it is in. */
  readonly setsOfTest: SymbolSet[][] = [];

  constructor(symbols: Symbols, speller: Speller, dispatches: readonly Dispatch[]) {
    this.symbols = symbols;
    this.speller = speller;
    this.dispatches = dispatches;
    this.idle = dispatches.map(() => null);
    for (const set of symbols.sets) {
      for (const word of set.words) add(this.setsOfWord, word, set);
      for (const prefix of set.prefixes) add(this.setsOfPrefix, prefix, set);
      for (const test of set.tests) add(this.setsOfTest, test, set);
    }
  }

  look(token: Token): Known {
    const before = this.known.get(token.text);
    if (before) return before;
    const known = this.resolve(token);
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(token.text, known);
    return known;
  }

  private resolve(token: Token): Known {
    const word = this.symbols.words.get(token.text) ?? -1;
    if (token.kind !== 'word') return this.make(word, nothing);
    const prefixes = this.symbols.prefixesOf(token.text);
    const meant = word < 0 ? this.speller.meant(token.text) : null;
    if (meant === null) return this.make(word, prefixes);
    const more = this.symbols.prefixesOf(meant).filter((prefix) => !prefixes.includes(prefix));
    return this.make(this.symbols.words.get(meant) ?? -1, [...prefixes, ...more]);
  }

  private make(word: number, prefixes: readonly number[]): Known {
    if (word < 0 && prefixes.length === 0) return { word, prefixes, sets: nothing, wakes: this.idle };
    const wakes = this.dispatches.map(({ byWord, byPrefix }) => {
      const entries = word >= 0 ? [...(byWord[word] ?? [])] : [];
      for (const prefix of prefixes) entries.push(...(byPrefix[prefix] ?? []));
      return entries.length > 0 ? entries : null;
    });
    const sets = word >= 0 ? [...(this.setsOfWord[word] ?? [])] : [];
    for (const prefix of prefixes) sets.push(...(this.setsOfPrefix[prefix] ?? []));
    return { word, prefixes, sets, wakes };
  }
}
