import type { SymbolSet, Symbols } from './symbols.js';
import type { Speller } from './spelling.js';
import type { Slot, Token } from './types.js';

/** A slot at its place, with the tests it passes. */
export interface Placed {
  readonly slot: Slot;
  readonly tests: readonly number[];
}

/** What a word stands for among the patterns' symbols; `word` is -1 for a word that no pattern names. */
export interface Known {
  readonly word: number;
  readonly prefixes: readonly number[];
}

const remembered = 20_000;

/** The symbols of words, remembered, misspellings resolved. */
export class WordTable {
  private readonly known = new Map<string, Known>();
  private readonly symbols: Symbols;
  private readonly speller: Speller;

  constructor(symbols: Symbols, speller: Speller) {
    this.symbols = symbols;
    this.speller = speller;
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
    const word = this.symbols.words.get(token.text);
    if (token.kind !== 'word') return { word: word ?? -1, prefixes: [] };
    const prefixes = this.symbols.prefixesOf(token.text);
    if (word !== undefined || prefixes.length > 0) return { word: word ?? -1, prefixes };
    const meant = this.speller.meant(token.text);
    if (meant === null) return { word: -1, prefixes };
    return { word: this.symbols.words.get(meant) ?? -1, prefixes: this.symbols.prefixesOf(meant) };
  }
}

/** Which symbols a sentence has: one array for all sentences, so that none need be cleared. */
export class Presence {
  private stamp = 0;
  private readonly words: Int32Array;
  private readonly prefixes: Int32Array;
  private readonly tests: Int32Array;

  constructor(symbols: Symbols) {
    this.words = new Int32Array(symbols.words.size);
    this.prefixes = new Int32Array(symbols.prefixes.size);
    this.tests = new Int32Array(symbols.testCount);
  }

  next(): void {
    this.stamp++;
  }

  addWord({ word, prefixes }: Known): void {
    if (word >= 0) this.words[word] = this.stamp;
    for (const prefix of prefixes) this.prefixes[prefix] = this.stamp;
  }

  addTests(tests: readonly number[]): void {
    for (const test of tests) this.tests[test] = this.stamp;
  }

  /** True where some symbol of the set stands anywhere in the sentence. */
  has(set: SymbolSet): boolean {
    const { stamp } = this;
    for (const word of set.words) if (this.words[word] === stamp) return true;
    for (const prefix of set.prefixes) if (this.prefixes[prefix] === stamp) return true;
    for (const test of set.tests) if (this.tests[test] === stamp) return true;
    return false;
  }
}

/** One sentence as the automaton sees it: a word at each place, and slots that lead from place to place. */
export class Lattice {
  readonly tokens: readonly Token[];
  readonly known: readonly Known[];
  readonly slotsAt: (Placed[] | undefined)[];
  readonly presence: Presence;

  constructor(tokens: readonly Token[], table: WordTable, presence: Presence) {
    this.tokens = tokens;
    this.presence = presence;
    presence.next();
    this.slotsAt = new Array(tokens.length);
    const known: Known[] = new Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const each = table.look(tokens[i]!);
      known[i] = each;
      presence.addWord(each);
    }
    this.known = known;
  }

  /** Adds a slot; longer ones of one place come first. */
  place(slot: Slot, tests: readonly number[]): void {
    if (slot.first < 0 || slot.last < slot.first || slot.last >= this.tokens.length) return;
    this.presence.addTests(tests);
    const placed = { slot, tests };
    const list = this.slotsAt[slot.first];
    if (!list) {
      this.slotsAt[slot.first] = [placed];
      return;
    }
    const at = list.findIndex((each) => each.slot.last < slot.last);
    if (at < 0) list.push(placed);
    else list.splice(at, 0, placed);
  }

  /** True where the token at a place is one of the set's words. */
  wordFits(set: SymbolSet, at: number): boolean {
    const { word, prefixes } = this.known[at]!;
    if (word >= 0 && (set.wordSet ? set.wordSet.has(word) : set.words.includes(word))) return true;
    if (set.prefixes.length === 0) return false;
    for (const prefix of prefixes) if (set.prefixes.includes(prefix)) return true;
    return false;
  }
}

/** True where the slot passes one of the set's tests. */
export function slotFits(set: SymbolSet, placed: Placed): boolean {
  for (const test of placed.tests) if (set.tests.includes(test)) return true;
  return false;
}
