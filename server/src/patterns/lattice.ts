import type { SymbolSet } from './symbols.js';
import type { Slot, Token } from './types.js';
import type { Known, WordTable } from './words.js';

/** A slot at its place, with the tests it passes. */
export interface Placed {
  readonly slot: Slot;
  readonly tests: readonly number[];
}

/** One sentence as the automaton sees it: a word at each place, and slots that lead from place to place. */
export class Lattice {
  readonly tokens: readonly Token[];
  readonly known: readonly Known[];
  readonly slotsAt: (Placed[] | undefined)[];
  /** Number of the sentence, with which the sets that it has are marked. */
  readonly sentence: number;
  private readonly setsOfTest: readonly (readonly SymbolSet[])[];

  constructor(tokens: readonly Token[], table: WordTable, sentence: number) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.setsOfTest = table.setsOfTest;
    this.slotsAt = new Array(tokens.length);
    const known: Known[] = new Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const each = table.look(tokens[i]!);
      known[i] = each;
      this.mark(each.sets, i);
    }
    this.known = known;
  }

  private mark(sets: readonly SymbolSet[], at: number): void {
    const { sentence } = this;
    const bit = 1 << (at & 31);
    for (let i = 0; i < sets.length; i++) {
      const set = sets[i]!;
      if (set.sentence !== sentence) {
        set.sentence = sentence;
        set.places = bit;
      } else {
        set.places |= bit;
      }
    }
  }

  /** Adds a slot with the tests it passes; longer ones of one place come first. */
  place(slot: Slot, tests: readonly number[]): void {
    if (tests.length === 0 || slot.first < 0 || slot.last < slot.first || slot.last >= this.tokens.length) return;
    for (const test of tests) this.mark(this.setsOfTest[test]!, slot.first);
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

  /** True where some symbol of the set stands anywhere in the sentence. */
  has(set: SymbolSet): boolean {
    return set.sentence === this.sentence;
  }

  /** False where no symbol of the set stands at a place; true where one may. */
  mayFit(set: SymbolSet, at: number): boolean {
    return set.sentence === this.sentence && (set.places & (1 << (at & 31))) !== 0;
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
