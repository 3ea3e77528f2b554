import type { SymbolSet, Symbols } from './symbols.js';
import type { Slot, Token } from './types.js';
import type { Known, WordTable } from './words.js';

/** A slot at its place, with the tests it passes. */
export interface Placed {
  readonly slot: Slot;
  readonly tests: readonly number[];
}

/** Which symbols a sentence has: one array for all sentences, so that none need be cleared. */
export class Presence {
  private stamp = 0;
  /** Counts what was added; a set looked up since the last addition need not be looked up again. */
  private version = 0;
  private readonly words: Int32Array;
  private readonly prefixes: Int32Array;
  private readonly tests: Int32Array;

  constructor(symbols: Symbols) {
    this.words = new Int32Array(symbols.words.size);
    this.prefixes = new Int32Array(symbols.prefixes.size);
    this.tests = new Int32Array(symbols.testCount);
  }

  /** Begins a sentence. */
  next(): void {
    this.stamp++;
    this.version++;
  }

  addWord({ word, prefixes }: Known): void {
    if (word >= 0) this.words[word] = this.stamp;
    for (const prefix of prefixes) this.prefixes[prefix] = this.stamp;
  }

  addTests(tests: readonly number[]): void {
    this.version++;
    for (const test of tests) this.tests[test] = this.stamp;
  }

  /** True where some symbol of the set stands anywhere in the sentence. */
  has(set: SymbolSet): boolean {
    if (set.version !== this.version) {
      set.version = this.version;
      set.present = this.look(set);
    }
    return set.present;
  }

  private look({ words, prefixes, tests }: SymbolSet): boolean {
    const { stamp } = this;
    for (let i = 0; i < words.length; i++) if (this.words[words[i]!] === stamp) return true;
    for (let i = 0; i < prefixes.length; i++) if (this.prefixes[prefixes[i]!] === stamp) return true;
    for (let i = 0; i < tests.length; i++) if (this.tests[tests[i]!] === stamp) return true;
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
    if (tests.length === 0 || slot.first < 0 || slot.last < slot.first || slot.last >= this.tokens.length) return;
    this.presence.addTests(tests);
    const placed = { slot, tests };
    const list = this.slotsAt[slot.first];
    if (!list) {
      this.slotsAt[slot.first] = [placed];
      return;
    }
    let at = list.length;
    while (at > 0 && list[at - 1]!.slot.last < slot.last) at--;
    list.splice(at, 0, placed);
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
