import { expect } from 'vitest';
import {
  type ConceptSource,
  compilePatterns,
  normalise,
  type PatternReading,
  type Slot,
  tokenize,
} from '../../server/src/patterns/index.js';

/** Tokens of a text as it stands. */
export function tokensOf(text: string) {
  return tokenize(normalise(text));
}

/** Reads one sentence with one pattern that must compile. */
export function read(
  source: string,
  text: string,
  concepts: readonly ConceptSource[] = [],
  measures: readonly Slot[] = [],
): PatternReading {
  const set = compilePatterns([{ id: 'p', source }], concepts);
  expect(set.problems).toEqual([]);
  return set.read(tokensOf(text), measures);
}

/** The words of each match, gaps included. */
export function found(source: string, text: string, concepts: readonly ConceptSource[] = []): string[] {
  const plain = normalise(text);
  const tokens = tokenize(plain);
  return read(source, text, concepts).matches.map(({ first, last }) =>
    plain.slice(tokens[first]!.start, tokens[last]!.end),
  );
}
