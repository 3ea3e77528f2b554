import type { Dispatch, Entry } from './dispatch.js';
import { type Lattice, slotFits } from './lattice.js';
import type { Sequence, Step } from './program.js';
import type { Slot } from './types.js';

/** A place where a sequence matched. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly tokens: readonly number[];
  readonly slots: readonly Slot[];
}

const mostPerStart = 4;
/** Start of a sequence that need not be looked for any more in this sentence. */
const asleep = 0x7fffffff;

/** Finds where the sequences of a dispatch match, sentence after sentence. */
export class Search {
  private readonly dispatch: Dispatch;
  private readonly limit: number;
  /** By sequence: the sentence it was last woken in, the next start to try there, and what was found. */
  private readonly stamps: Int32Array;
  private readonly next: Int32Array;
  private readonly places: Found[][];
  private readonly woken: Entry[] = [];
  private stamp = 0;
  private lattice!: Lattice;
  private readonly seen = new Set<number>();
  private readonly tokens: number[] = [];
  private readonly slots: Slot[] = [];
  private here: Found[] = [];
  private start = 0;
  private done = false;
  private many = false;

  /** `limit`: places kept per sequence. */
  constructor(dispatch: Dispatch, limit: number) {
    this.dispatch = dispatch;
    this.limit = limit;
    this.stamps = new Int32Array(dispatch.size);
    this.next = new Int32Array(dispatch.size);
    this.places = new Array(dispatch.size);
  }

  run(lattice: Lattice, report: (sequence: Sequence, places: Found[]) => void): void {
    const { byWord, byPrefix, byTest } = this.dispatch;
    this.lattice = lattice;
    this.stamp++;
    this.woken.length = 0;
    for (let at = 0; at < lattice.tokens.length; at++) {
      const { word, prefixes } = lattice.known[at]!;
      if (word >= 0) this.wakeAll(byWord[word], at);
      for (const prefix of prefixes) this.wakeAll(byPrefix[prefix], at);
      const placed = lattice.slotsAt[at];
      if (placed) for (const { tests } of placed) for (const test of tests) this.wakeAll(byTest[test], at);
    }
    for (const entry of this.woken) if (this.places[entry.index]!.length > 0) report(entry.sequence, this.places[entry.index]!);
  }

  private wakeAll(entries: readonly Entry[] | undefined, at: number): void {
    if (entries) for (const entry of entries) this.wake(entry, at);
  }

  private wake(entry: Entry, at: number): void {
    const { index } = entry;
    if (this.stamps[index] !== this.stamp) {
      this.stamps[index] = this.stamp;
      this.next[index] = 0;
      const { presence } = this.lattice;
      for (const set of entry.others) {
        if (!presence.has(set)) {
          this.next[index] = asleep;
          return;
        }
      }
      this.places[index] = [];
      this.woken.push(entry);
    }
    const last = at - entry.fewestBefore;
    for (let from = Math.max(this.next[index]!, at - entry.mostBefore); from <= last; from++) {
      this.from(entry.sequence, from);
      if (this.here.length === 0) continue;
      const places = this.places[index]!;
      for (const found of this.here) keep(places, found);
      if (places.length >= this.limit) {
        this.next[index] = asleep;
        return;
      }
    }
    if (last >= this.next[index]!) this.next[index] = last + 1;
  }

  private from(sequence: Sequence, start: number): void {
    if (this.here.length > 0) this.here = [];
    this.start = start;
    this.done = false;
    this.many = sequence.hasSlots;
    if (this.seen.size > 0) this.seen.clear();
    this.walk(sequence.first, start);
  }

  /** True where the step has been here before, by another way. */
  private before(step: Step, at: number): boolean {
    if (!step.joined) return false;
    const key = step.id * 0x1000000 + at;
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    return false;
  }

  /** Tries longer ways first where something may be absent, and shorter ones first in gaps. */
  private walk(step: Step, at: number): void {
    if (step.does === 'take') {
      if (at < this.lattice.tokens.length) this.take(step, at);
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
      for (let i = at; i <= end; i++) {
        this.walk(step.next[0]!, i);
        if (this.done || tokens[i]!.text === ';') return;
      }
    }
  }

  private take(step: Step, at: number): void {
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
    const found = { first: this.start, last: end - 1, tokens: [...this.tokens], slots: [...this.slots] };
    if (!this.here.some((each) => sameSlots(each, found))) this.here.push(found);
    if (!this.many || this.here.length >= mostPerStart) this.done = true;
  }
}

function sameSlots(a: Found, b: Found): boolean {
  return a.slots.length === b.slots.length && a.slots.every((slot, i) => slot === b.slots[i]);
}

/**
 * Adds a place, unless one with the same end says the same: of two with equal slots the one with the smaller gaps stays
 * ("pain, less pain relief" holds "pain relief" once).
 */
function keep(places: Found[], found: Found): void {
  for (let i = places.length - 1; i >= 0; i--) {
    const other = places[i]!;
    if (other.tokens.at(-1) !== found.tokens.at(-1) || !sameSlots(other, found)) continue;
    const gaps = (of: Found) => of.last - of.first + 1 - of.tokens.length;
    if (gaps(found) < gaps(other)) places[i] = found;
    return;
  }
  places.push(found);
}
