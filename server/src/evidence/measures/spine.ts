import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { table, words } from './words.js';

type Region = 'cervical' | 'thoracic' | 'lumbar' | 'sacral';

/** A vertebra: its letter and number. */
interface Vertebra {
  readonly letter: string;
  readonly number: number;
}

const regions = table<Region>({ c: 'cervical', t: 'thoracic', l: 'lumbar', s: 'sacral' });
const most: Readonly<Record<string, number>> = { c: 8, t: 12, l: 5, s: 5 };
const written = /^([ctls])(\d{1,2})$/;
const both = /^([ctls])(\d{1,2})([ctls])(\d{1,2})$/;
const pair = /^([cl])([1-7])([2-7])$/;
const aboutRoots = new Set(words.spine.roots);
const notRoot = new Set(words.spine.notRoot);
const pictures = new Set(words.spine.pictures);
/** Vertebrae from the neck down, by place. */
const order: Vertebra[] = ['c7', 't12', 'l5', 's5'].flatMap((end) =>
  Array.from({ length: Number(end.slice(1)) }, (_, i) => ({ letter: end[0]!, number: i + 1 })),
);

function place(of: Vertebra): number {
  return order.findIndex((each) => each.letter === of.letter && each.number === of.number);
}

function name(of: Vertebra): string {
  return of.letter.toUpperCase() + of.number;
}

function disc(at: number): string {
  const [above, below] = [order[at]!, order[at + 1]!];
  return above.letter === below.letter ? `${name(above)}-${below.number}` : `${name(above)}-${name(below)}`;
}

/** A vertebra at a place: "l5", "s-1", "l 5"; `follows` is the one before a hyphen, which lends its letter ("l4-5"). */
function vertebra(line: Line, at: number, follows: Vertebra | null): { of: Vertebra; last: number } | null {
  const word = line.word(at);
  const found = written.exec(word);
  if (found) return valid({ letter: found[1]!, number: Number(found[2]) }, at);
  // A scanned S1 reads SI.
  if ((word === 'si' || word === 'sl') && follows?.letter === 'l' && follows.number >= 4)
    return valid({ letter: 's', number: 1 }, at);
  if (follows && line.isNumber(at)) return valid({ letter: follows.letter, number: Number(word) }, at);
  if (!(word in regions) || word.length !== 1) return null;
  const next = line.word(at + 1) === '-' && line.glued(at) && line.glued(at + 1) ? at + 2 : at + 1;
  if (!line.isNumber(next) || (next === at + 1 && line.tokens[next]!.start - line.tokens[at]!.end > 1)) return null;
  return valid({ letter: word, number: Number(line.word(next)) }, next);
}

function valid(of: Vertebra, last: number): { of: Vertebra; last: number } | null {
  const limit = most[of.letter]!;
  return Number.isInteger(of.number) && of.number >= 1 && of.number <= limit ? { of, last } : null;
}

/** The chain of vertebrae from a place: "L4-5-S1", "C5/6", "L4 to S1", "l5s1". */
function chain(line: Line, at: number): { of: Vertebra[]; last: number } | null {
  const one = both.exec(line.word(at)) ?? pair.exec(line.word(at));
  if (one) {
    const a = { letter: one[1]!, number: Number(one[2]) };
    const b =
      one.length === 5 ? { letter: one[3]!, number: Number(one[4]) } : { letter: one[1]!, number: Number(one[3]) };
    return valid(a, at) && valid(b, at) && place(b) === place(a) + 1 ? { of: [a, b], last: at } : null;
  }
  const first = vertebra(line, at, null);
  if (!first) return null;
  const of = [first.of];
  let last = first.last;
  for (;;) {
    const link = line.word(last + 1);
    if (link !== '-' && link !== '/' && link !== 'to' && link !== 'through' && link !== 'thru') break;
    const wordy = link !== '-' && link !== '/';
    const next = vertebra(line, last + 2, wordy ? null : of.at(-1)!);
    if (
      !next ||
      Math.abs(place(next.of) - place(of.at(-1)!)) > 6 ||
      (next.of.number === of.at(-1)!.number && next.of.letter === of.at(-1)!.letter)
    )
      break;
    // "L4-5 visits", "L5 - 3 weeks": only a neighbour takes its letter from the one before.
    if (line.isNumber(last + 2) && next.of.number <= of.at(-1)!.number) break;
    of.push(next.of);
    last = next.last;
  }
  return { of, last };
}

function regionsOf(low: number, high: number): string[] {
  return [...new Set(order.slice(low, high + 1).map((each) => regions[each.letter]!))];
}

function level(of: readonly Vertebra[], first: number, last: number): Slot | null {
  const places = of.map(place);
  const low = Math.min(...places);
  const high = Math.max(...places);
  if (low < 0 || low === high) return null;
  const discs = Array.from({ length: high - low }, (_, i) => disc(low + i));
  const whole = discs.length === 1 ? discs[0]! : `${name(order[low]!)}-${name(order[high]!)}`;
  return { kind: 'level', first, last, value: discs.length, name: whole, classes: [...discs, ...regionsOf(low, high)] };
}

function root(of: Vertebra, first: number, last: number): Slot {
  return { kind: 'root', first, last, name: name(of), classes: [regions[of.letter]!] };
}

/** True where the words behind speak of nerve roots, so that "L5-S1 dermatomes" are two roots. */
function ofRoots(line: Line, last: number): boolean {
  for (let i = last + 1; i <= last + 3; i++) if (aboutRoots.has(line.word(i))) return true;
  return false;
}

/**
 * Spinal `level`s, named like "L4-5", "L5-S1" or, for several, "L4-S1"; classes are the discs and regions and the value
 * their number. A vertebra by itself is a nerve `root`; a level's two are roots as well where the words say so.
 */
export function readSpine(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = chain(line, at);
    if (!found) continue;
    const { of, last } = found;
    const next = line.word(last + 1) === '-' ? line.word(last + 2) : line.word(last + 1);
    if (of[0]!.letter === 't' && pictures.has(next)) {
      at = last;
    } else if (of.length > 1) {
      const slot = level(of, at, last);
      if (slot) slots.push(slot);
      if (slot && ofRoots(line, last)) for (const each of of) slots.push(root(each, at, last));
      line.take(at, last);
    } else if (!notRoot.has(next) && alone(line, at, last)) {
      slots.push(root(of[0]!, at, last));
      line.take(at, last);
    }
    at = last;
  }
  return slots;
}

function alone(line: Line, at: number, last: number): boolean {
  // Letter and number apart ("L 5", "T-1") are a root only where the words say so.
  return last === at || line.word(at + 1) === '-' || ofRoots(line, last);
}
