import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { readNumber } from './quantity.js';

/** Every number, in figures or words, whatever it measures; a fraction or mixed number is one. Parts of dates count too. */
export function readNumbers(line: Line): Slot[] {
  const slots: Slot[] = [];
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    if (line.isNumber(at)) {
      slots.push({ kind: 'number', first: at, last: at, value: Number(line.word(at)) });
      continue;
    }
    const found = line.tokens[at]!.kind === 'word' && !/^x\d/.test(line.word(at)) ? readNumber(line, at) : null;
    if (!found) continue;
    slots.push({ kind: 'number', first: at, last: found.last, value: found.value });
    at = found.last;
  }
  return slots;
}
