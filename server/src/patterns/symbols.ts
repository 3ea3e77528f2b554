import { className, type SlotTest } from './parse.js';
import { type Condition, condition } from './conditions.js';
import type { Slot } from './types.js';

/** What may stand at one place of a pattern: words, beginnings of words, slots that pass a test. */
export interface SymbolSet {
  readonly id: number;
  readonly words: readonly number[];
  /** The same words, for quick look-up where they are many. */
  readonly wordSet: ReadonlySet<number> | null;
  readonly prefixes: readonly number[];
  readonly tests: readonly number[];
}

/** A test with its class names in the form that slots are compared in. */
interface CompiledTest {
  readonly classes: readonly string[];
  readonly condition: Condition | null;
}

/** Numbers for all words, beginnings and slot tests that the patterns name. */
export class Symbols {
  readonly words = new Map<string, number>();
  readonly prefixes = new Map<string, number>();
  readonly prefixLengths: number[] = [];
  readonly sets: SymbolSet[] = [];
  private readonly tests = new Map<string, number>();
  private readonly compiled: CompiledTest[] = [];
  private readonly testsOfKind = new Map<string, number[]>();
  private readonly setsByKey = new Map<string, SymbolSet>();

  get testCount(): number {
    return this.compiled.length;
  }

  set(words: readonly string[], prefixes: readonly string[], tests: readonly SlotTest[]): SymbolSet {
    const wordIds = words.map((word) => number(this.words, word));
    const prefixIds = prefixes.map((prefix) => this.prefix(prefix));
    const testIds = tests.map((test) => this.test(test));
    return this.setOf(wordIds, prefixIds, testIds);
  }

  /** The union of sets. */
  union(sets: readonly SymbolSet[]): SymbolSet {
    if (sets.length === 1) return sets[0]!;
    const all = (of: (set: SymbolSet) => readonly number[]) => [...new Set(sets.flatMap((set) => [...of(set)]))];
    return this.setOf(
      all((set) => set.words),
      all((set) => set.prefixes),
      all((set) => set.tests),
    );
  }

  private setOf(words: number[], prefixes: number[], tests: number[]): SymbolSet {
    const key = `${words.join()};${prefixes.join()};${tests.join()}`;
    const known = this.setsByKey.get(key);
    if (known) return known;
    const wordSet = words.length > 6 ? new Set(words) : null;
    const set = { id: this.sets.length, words, wordSet, prefixes, tests };
    this.sets.push(set);
    this.setsByKey.set(key, set);
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
  passed(slot: Slot): number[] {
    const candidates = this.testsOfKind.get(slot.kind);
    if (!candidates) return [];
    let names: Set<string> | null = null;
    return candidates.filter((id) => {
      const test = this.compiled[id]!;
      if (test.condition && !test.condition(slot)) return false;
      if (test.classes.length === 0) return true;
      names ??= namesOf(slot);
      return test.classes.some((each) => names!.has(each));
    });
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

function namesOf(slot: Slot): Set<string> {
  const names = new Set((slot.classes ?? []).map(className));
  if (slot.name) names.add(className(slot.name));
  return names;
}

function number(table: Map<string, number>, key: string): number {
  const known = table.get(key);
  if (known !== undefined) return known;
  table.set(key, table.size);
  return table.size - 1;
}
