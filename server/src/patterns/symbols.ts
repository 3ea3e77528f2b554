import type { One, SlotTest } from './expression.js';
import { className } from './parse.js';
import { type Condition, condition } from './conditions.js';
import { ensure } from './tables.js';
import type { Slot } from './types.js';

/** What may stand at one place of a pattern: words, beginnings of words, slots that pass a test. */
export interface SymbolSet {
  readonly id: number;
  readonly words: readonly number[];
  /** The same words, for quick look-up where they are many. */
  readonly wordSet: ReadonlySet<number> | null;
  readonly prefixes: readonly number[];
  readonly tests: readonly number[];
  /** The sentence that last had one of them, and at which places: bit n for places n, n + 32 and so on. */
  sentence: number;
  places: number;
}

/** A test with its class names in the form that slots are compared in. */
interface CompiledTest {
  readonly classes: readonly string[];
  readonly condition: Condition | null;
}

const nothing: readonly number[] = [];

/** Numbers for all words, beginnings and slot tests that the patterns name. */
export class Symbols {
  readonly words = new Map<string, number>();
  readonly prefixes = new Map<string, number>();
  readonly prefixLengths: number[] = [];
  readonly sets: SymbolSet[] = [];
  private readonly tests = new Map<string, number>();
  private readonly compiled: CompiledTest[] = [];
  private readonly testsOfKind = new Map<string, number[]>();
  private readonly plainNames = new Map<string, string>();
  private readonly singles: SymbolSet[] = [];
  private readonly setsByKey = new Map<string, SymbolSet>();

  get testCount(): number {
    return this.compiled.length;
  }

  /** The set of what may stand at one place. */
  setOf(one: One): SymbolSet {
    one.set ??= this.newSet(one);
    return one.set;
  }

  private newSet(one: One): SymbolSet {
    if (one.words.length === 1 && one.prefixes.length === 0 && one.tests.length === 0) {
      const word = number(this.words, one.words[0]!);
      this.singles[word] ??= this.add([word], [], []);
      return this.singles[word]!;
    }
    const words = one.words.map((word) => number(this.words, word));
    const prefixes = one.prefixes.map((prefix) => this.prefix(prefix));
    const tests = one.tests.map((test) => this.test(test));
    return this.intern(words, prefixes, tests);
  }

  /** The union of sets. */
  union(sets: readonly SymbolSet[]): SymbolSet {
    if (sets.length === 1) return sets[0]!;
    const words = new Set<number>();
    const prefixes = new Set<number>();
    const tests = new Set<number>();
    for (const set of sets) {
      for (const word of set.words) words.add(word);
      for (const prefix of set.prefixes) prefixes.add(prefix);
      for (const test of set.tests) tests.add(test);
    }
    return this.intern([...words], [...prefixes], [...tests]);
  }

  private intern(words: number[], prefixes: number[], tests: number[]): SymbolSet {
    const key = `${words.join()};${prefixes.join()};${tests.join()}`;
    return ensure(this.setsByKey, key, () => this.add(words, prefixes, tests));
  }

  private add(words: number[], prefixes: number[], tests: number[]): SymbolSet {
    const wordSet = words.length > 6 ? new Set(words) : null;
    const set = { id: this.sets.length, words, wordSet, prefixes, tests, sentence: 0, places: 0 };
    this.sets.push(set);
    return set;
  }

  private prefix(prefix: string): number {
    if (!this.prefixLengths.includes(prefix.length)) this.prefixLengths.push(prefix.length);
    return number(this.prefixes, prefix);
  }

  private test(test: SlotTest): number {
    const compare = test.compare;
    const key = `${test.kind}:${test.classes.join('|')}${compare ? compare.op + compare.value + compare.unit : ''}`;
    const known = this.tests.get(key);
    if (known !== undefined) return known;
    const id = this.compiled.length;
    this.tests.set(key, id);
    this.compiled.push({ classes: test.classes, condition: compare ? condition(test.kind, compare) : null });
    const ofKind = this.testsOfKind.get(test.kind);
    if (ofKind) ofKind.push(id);
    else this.testsOfKind.set(test.kind, [id]);
    return id;
  }

  /** The tests that a slot passes. */
  passed(slot: Slot): readonly number[] {
    const candidates = this.testsOfKind.get(slot.kind);
    if (!candidates) return nothing;
    const passed: number[] = [];
    for (const id of candidates) {
      const { classes, condition } = this.compiled[id]!;
      if (condition && !condition(slot)) continue;
      if (classes.length === 0 || classes.some((each) => this.isNamed(slot, each))) passed.push(id);
    }
    return passed;
  }

  private isNamed(slot: Slot, name: string): boolean {
    if (slot.name !== undefined && this.plainName(slot.name) === name) return true;
    return slot.classes?.some((each) => this.plainName(each) === name) ?? false;
  }

  private plainName(name: string): string {
    let plain = this.plainNames.get(name);
    if (plain === undefined) {
      plain = className(name);
      if (this.plainNames.size > 10_000) this.plainNames.clear();
      this.plainNames.set(name, plain);
    }
    return plain;
  }

  /** The beginnings that a word has. */
  prefixesOf(word: string): number[] {
    const found: number[] = [];
    for (const length of this.prefixLengths) {
      if (length > word.length) continue;
      const id = this.prefixes.get(word.slice(0, length));
      if (id !== undefined) found.push(id);
    }
    return found;
  }
}

function number(table: Map<string, number>, key: string): number {
  return ensure(table, key, () => table.size);
}
