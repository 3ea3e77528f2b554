import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { readQuantity, scaled } from './quantity.js';
import { words } from './words.js';

/** The last token of the per cent sign or word at a place, or -1. */
function sign(line: Line, at: number): number {
  const word = line.word(at);
  if (word === '%' || word === 'percent' || word === 'pct' || word === 'percentage') return at;
  return word === 'per' && line.word(at + 1) === 'cent' ? at + 1 : -1;
}

/** "50%", "50-60 percent", "50% to 60%", "fifty per cent", "cut in half". */
export function readPercent(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = figure(line, at) ?? share(line, at) ?? part(line, at);
    if (!found) continue;
    slots.push(found);
    at = found.last;
  }
  return slots;
}

function figure(line: Line, at: number): Slot | null {
  const quantity = readQuantity(line, at);
  if (!quantity) return null;
  const last = sign(line, quantity.last + 1);
  if (last < 0) return null;
  const one = { kind: 'percent', first: quantity.first, last, ...scaled(quantity, 1), unit: '%' };
  const link = line.word(last + 1);
  const alone = quantity.to === undefined && (link === '-' || (link === 'to' && line.word(at - 1) !== 'from'));
  const second = alone ? readQuantity(line, last + 2) : null;
  const end = second ? sign(line, second.last + 1) : -1;
  return second && end > 0 && second.value > quantity.value ? { ...one, last: end, to: second.value } : one;
}

const eased = /^(?:better|less|relie\w*|gone|improve\w*|reduc\w*|decreas\w*|lower|pain|symptoms?|ache)$/;

/** "two thirds of the pain", "half better", "three quarters relief". */
function part(line: Line, at: number): Slot | null {
  let place = at;
  let times = 1;
  if (['one', 'two', 'three'].includes(line.word(at)) && words.shares[line.word(at + 1).replace(/s$/, '')]) {
    times = words.numbers[line.word(at)]!;
    place++;
    if (line.word(place) === '-') place++;
  }
  const value = words.shares[line.word(place).replace(/s$/, '')];
  if (
    value === undefined ||
    (times === 1 && line.word(place) !== 'half' && !['a', 'one'].includes(line.word(place - 1)))
  )
    return null;
  for (let i = place + 1; i <= place + 5; i++) {
    if (eased.test(line.word(i))) return { kind: 'percent', first: at, last: place, value: value * times, unit: '%' };
    if (line.tokens[i]?.kind !== 'word') return null;
  }
  return null;
}

/** "by half", "in half", "by one third", "by two thirds". */
function share(line: Line, at: number): Slot | null {
  if (line.word(at) !== 'by' && line.word(at) !== 'in') return null;
  let place = at + 1;
  let times = 1;
  if (['a', 'an', 'one', 'about', 'over', 'more'].includes(line.word(place)))
    place += line.word(place) === 'more' ? 2 : 1;
  else if (line.word(place) === 'two' || line.word(place) === 'three') times = words.numbers[line.word(place++)]!;
  const value = words.shares[line.word(place).replace(/s$/, '')];
  if (value === undefined || (line.word(at) === 'in' && value !== 50)) return null;
  // "by half an hour" is a time.
  if (['a', 'an', 'hour', 'mile'].includes(line.word(place + 1))) return null;
  return { kind: 'percent', first: place, last: place, value: value * times, unit: '%' };
}
