import { readMeasures } from '../../../server/src/evidence/measures/index.js';
import { normalise, type Slot, tokenize } from '../../../server/src/patterns/index.js';

/** The measures of a sentence. */
export function measuresOf(text: string): Slot[] {
  const plain = normalise(text);
  return readMeasures(plain, tokenize(plain));
}

function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The measures of one kind, each as `words = value..to unit name`. */
export function seen(kind: string, text: string): string[] {
  const tokens = tokenize(normalise(text));
  return measuresOf(text)
    .filter((slot) => slot.kind === kind)
    .map((slot) => {
      const words = text.slice(tokens[slot.first]!.start, tokens[slot.last]!.end);
      const value = slot.value === undefined ? '' : `${tidy(slot.value)}`;
      const to = slot.to === undefined ? '' : `..${tidy(slot.to)}`;
      return [words, '=', value + to, slot.unit, slot.name].filter((part) => part).join(' ');
    });
}

/** The same with units and names left out. */
export function values(kind: string, text: string): string[] {
  return measuresOf(text)
    .filter((slot) => slot.kind === kind)
    .map((slot) => (slot.to === undefined ? `${tidy(slot.value!)}` : `${tidy(slot.value!)}..${tidy(slot.to)}`));
}

/** Names of one kind. */
export function names(kind: string, text: string): string[] {
  return measuresOf(text)
    .filter((slot) => slot.kind === kind)
    .map((slot) => slot.name!);
}
