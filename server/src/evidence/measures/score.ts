import type { Slot } from '../../patterns/types.js';
import { type Line, PhraseTable, phrases } from './line.js';
import { type Quantity, readQuantity, scaled } from './quantity.js';
import { words } from './words.js';

type Instrument = (typeof words.instruments)[number];

const instruments = new PhraseTable<Instrument>(
  words.instruments.flatMap((each) => each.words.map((word) => [word, each] as const)),
);
const between = phrases(words.scoreBetween);
const mostBetween = 6;
const timeWords = new Set(Object.values(words.timeWords).flat());

/** True where a lower score of the instrument is better. */
export function lowerIsBetter(name: string): boolean {
  return words.instruments.find((each) => each.name === name)?.better !== 'up';
}

/** The instrument named last before a place, within the words of one statement. */
export function instrumentBefore(line: Line, at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 12) && line.word(i) !== ';'; i--) {
    const found = instruments.at(line, i);
    if (found) return found.means.name;
  }
  return null;
}

/** Scores of instruments: "ODI 46%", "PHQ-9: 14", "PEG score of 7.3", "scored 14 on the PHQ-9". The name is the instrument's. */
export function readScore(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = instruments.at(line, at);
    if (!found) continue;
    line.take(at, found.last);
    const slot = after(line, found.last + 1, found.means) ?? ahead(line, at, found.means);
    if (slot) slots.push(slot);
    at = found.last;
  }
  return slots;
}

function after(line: Line, from: number, instrument: Instrument): Slot | null {
  let place = from;
  for (let step = 0; step <= mostBetween; step++) {
    const quantity = readQuantity(line, place);
    if (quantity) return score(line, quantity, instrument);
    const filler = between.at(line, place);
    const last = filler?.last ?? dateEnd(line, place);
    if (last < place) return null;
    place = last + 1;
  }
  return null;
}

/** Last token of a date between the instrument and its number ("ODI 3/4/14: 52"), or -1. */
function dateEnd(line: Line, at: number): number {
  if (!line.isNumber(at) || !line.taken[at]) return -1;
  let last = at;
  while (line.taken[last + 1] && line.tokens[last + 1]!.kind !== 'word') last++;
  return last;
}

/** "scored 14 on the PHQ-9", "14/27 on PHQ-9". */
function ahead(line: Line, at: number, instrument: Instrument): Slot | null {
  let place = at - 1;
  if (['the', 'his', 'her', 'a', "today's"].includes(line.word(place))) place--;
  if (line.word(place) !== 'on' && line.word(place) !== 'in') return null;
  place--;
  if (line.word(place) === '%') place--;
  if (line.isNumber(place) && line.word(place - 1) === '/' && line.isNumber(place - 2)) place -= 2;
  const quantity = line.isNumber(place) ? readQuantity(line, place) : null;
  return quantity ? score(line, quantity, instrument) : null;
}

function score(line: Line, quantity: Quantity, { name, max, better }: Instrument): Slot | null {
  let last = quantity.last;
  if (line.word(last + 1) === '%' || line.word(last + 1) === 'percent') last++;
  else if (line.word(last + 1) === '/' && line.isNumber(last + 2) && line.word(last + 3) !== '/') last += 2;
  else if (line.word(last + 1) === 'out' && line.word(last + 2) === 'of' && line.isNumber(last + 3)) last += 3;
  if (quantity.value > max || timeWords.has(line.word(last + 1))) return null;
  return { kind: 'score', first: quantity.first, last, ...scaled(quantity, 1), name, classes: [`${better} is better`] };
}
