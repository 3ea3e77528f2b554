import type { Dispatch, Entry } from './dispatch.js';
import { type Found, keep, sameSlots } from './found.js';
import { type Lattice, slotFits } from './lattice.js';
import type { Sequence, Step } from './program.js';
import type { Slot } from './types.js';

const mostPerStart = 4;
const nothing: readonly Slot[] = [];
/** Start of a sequence that need not be looked for any more in this sentence. */
const asleep = 0x7fffffff;

/** Finds where the sequences of a dispatch match, sentence after sentence. */
export class Search {
  private readonly dispatch: Dispatch;
  private readonly number: number;
  private readonly limit: number;
  private readonly woken: Entry[] = [];
  /** What was found, beside the woken. */
  private readonly places: Found[][] = [];
  private stamp = 0;
  private lattice!: Lattice;
  /** Steps visited more than thirty tokens from the start; nearer ones are in the steps themselves. */
  private readonly far = new Set<number>();
  private attempt = 0;
  private readonly tokens: number[] = [];
  private readonly slots: Slot[] = [];
  private here: Found[] = [];
  private start = 0;
  private done = false;
  private many = false;

  /** `number`: the dispatch's place among those of the word table. `limit`: places kept per sequence. */
  constructor(dispatch: Dispatch, number: number, limit: number) {
    this.dispatch = dispatch;
    this.number = number;
    this.limit = limit;
  }

  run(lattice: Lattice, report: (sequence: Sequence, places: Found[]) => void): void {
    const { byTest } = this.dispatch;
    const { known, slotsAt } = lattice;
    this.lattice = lattice;
    this.stamp++;
    this.woken.length = 0;
    this.places.length = 0;
    for (let at = 0; at < known.length; at++) {
      const entries = known[at]!.wakes[this.number];
      if (entries) this.wakeAll(entries, at);
      const placed = slotsAt[at];
      if (placed) for (const { tests } of placed) for (const test of tests) this.wakeAll(byTest[test], at);
    }
    for (let i = 0; i < this.woken.length; i++) report(this.woken[i]!.sequence, this.places[i]!);
  }

  private wakeAll(entries: readonly Entry[] | undefined, at: number): void {
    if (entries) for (let i = 0; i < entries.length; i++) this.wake(entries[i]!, at);
  }

  private wake(entry: Entry, at: number): void {
    if (entry.stamp !== this.stamp) {
      entry.stamp = this.stamp;
      entry.next = 0;
      entry.found = -1;
      for (const set of entry.others) {
        if (!this.lattice.has(set)) {
          entry.next = asleep;
          return;
        }
      }
    }
    const last = at - entry.fewestBefore;
    if (entry.sequence.isWord) {
      if (entry.next <= at) this.add(entry, { first: at, last: at, tokens: [at], slots: nothing });
    } else {
      for (let from = Math.max(entry.next, at - entry.mostBefore); from <= last; from++) {
        this.from(entry.sequence, from);
        for (let i = 0; i < this.here.length; i++) this.add(entry, this.here[i]!);
        if (entry.next === asleep) return;
      }
    }
    if (last >= entry.next) entry.next = last + 1;
  }

  private add(entry: Entry, found: Found): void {
    if (entry.found < 0) {
      entry.found = this.woken.length;
      this.woken.push(entry);
      this.places.push([found]);
      return;
    }
    const places = this.places[entry.found]!;
    keep(places, found);
    if (places.length >= this.limit) entry.next = asleep;
  }

  private from(sequence: Sequence, start: number): void {
    if (this.here.length > 0) this.here = [];
    this.start = start;
    this.done = false;
    this.many = sequence.hasSlots;
    const { first } = sequence;
    if (first.does === 'take' && !this.lattice.mayFit(first.set!, start)) return;
    this.attempt++;
    if (this.far.size > 0) this.far.clear();
    this.walk(first, start);
  }

  /** True where the step has been here before, by another way. */
  private before(step: Step, at: number): boolean {
    if (!step.joined) return false;
    const offset = at - this.start;
    if (offset >= 31) return this.beforeFar(step.id * 0x1000000 + offset);
    if (step.attempt !== this.attempt) {
      step.attempt = this.attempt;
      step.visited = 0;
    }
    const bit = 1 << offset;
    if (step.visited & bit) return true;
    step.visited |= bit;
    return false;
  }

  private beforeFar(key: number): boolean {
    if (this.far.has(key)) return true;
    this.far.add(key);
    return false;
  }

  /** Tries longer ways first where something may be absent, and shorter ones first in gaps. */
  private walk(step: Step, at: number): void {
    if (step.does === 'take') {
      if (this.lattice.mayFit(step.set!, at)) this.take(step, at);
      return;
    }
    if (this.before(step, at)) return;
    if (step.does === 'accept') {
      this.accept(at);
    } else if (step.does === 'fork') {
      for (const next of step.next) {
        this.walk(next, at);
        if (this.done) return;
      }
    } else {
      const { tokens } = this.lattice;
      const end = Math.min(at + step.most, tokens.length - 1);
      const next = step.next[0]!;
      for (let i = at; i <= end; i++) {
        this.walk(next, i);
        if (this.done || tokens[i]!.text === ';') return;
      }
    }
  }

  private take(step: Step, at: number): void {
    if (at >= this.lattice.tokens.length) return;
    const set = step.set!;
    const next = step.next[0]!;
    // Only what fits is remembered: a test that fails costs less than to know that it did.
    let fresh = true;
    const placed = set.tests.length > 0 ? this.lattice.slotsAt[at] : undefined;
    if (placed) {
      for (const each of placed) {
        if (!slotFits(set, each)) continue;
        if (fresh && this.before(step, at)) return;
        fresh = false;
        const length = this.tokens.length;
        for (let i = each.slot.first; i <= each.slot.last; i++) this.tokens.push(i);
        this.slots.push(each.slot);
        this.walk(next, each.slot.last + 1);
        this.slots.pop();
        this.tokens.length = length;
        if (this.done) return;
      }
    }
    if (this.lattice.wordFits(set, at)) {
      if (fresh && this.before(step, at)) return;
      this.tokens.push(at);
      this.walk(next, at + 1);
      this.tokens.pop();
    }
  }

  private accept(end: number): void {
    const slots = this.slots.length > 0 ? this.slots.slice() : nothing;
    const found = { first: this.start, last: end - 1, tokens: this.tokens.slice(), slots };
    if (!this.here.some((each) => sameSlots(each, found))) this.here.push(found);
    if (!this.many || this.here.length >= mostPerStart) this.done = true;
  }
}
