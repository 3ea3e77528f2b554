import { describe, expect, it } from 'vitest';
import { readMeasures } from '../../../server/src/evidence/measures/index.js';
import { compilePatterns, measureKinds, normalise, tokenize } from '../../../server/src/patterns/index.js';

const pieces = (
  'constructor __proto__ toString hasOwnProperty 0 1 5 10 100 1,950 .5 1/2 ½ x x2 x6wks q6h q a an half and one two hundred ' +
  'dozen to from or of out - – → -> => > < <= / ( ) % ° # + ± , ; : . pain vas 8/10 4/5 3/4/14 march 2014 was now before after ' +
  'with without weeks min hrs lb mg mme l4 l5 s1 t12 l r b/l left both odi phq 9 every between by in times degrees c blocks walk ' +
  'İ 😀 \ud83d é \u0000 \u00ad \u200b'
).split(' ');

/** A sentence of odd pieces, the same for the same number. */
function odd(seed: number): string {
  let state = seed * 2654435761 + 1;
  const out: string[] = [];
  for (let i = 0; i < 24; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    out.push(pieces[(state >>> 8) % pieces.length]!);
    if ((state & 7) !== 0) out.push(' ');
  }
  return out.join('');
}

describe('whatever is written', () => {
  const set = compilePatterns(
    measureKinds.map((kind) => ({ id: kind, source: `<${kind}> ..12 <${kind} >= 2> | <${kind}>` })),
    [],
  );

  it('nothing throws, and all slots stand on tokens with numbers that are numbers', () => {
    const kinds = new Set(measureKinds);
    for (let seed = 1; seed <= 4000; seed++) {
      const text = normalise(odd(seed));
      const tokens = tokenize(text);
      const slots = readMeasures(text, tokens);
      for (const slot of slots) {
        const problem = `${slot.kind} in ${text}`;
        expect(kinds.has(slot.kind), problem).toBe(true);
        expect(slot.first >= 0 && slot.last >= slot.first && slot.last < tokens.length, problem).toBe(true);
        if (slot.value !== undefined) expect(Number.isFinite(slot.value), problem).toBe(true);
        if (slot.to !== undefined) expect(Number.isFinite(slot.to), problem).toBe(true);
      }
      set.read(tokens, slots);
    }
  });

  it('an empty sentence has no measures', () => {
    expect(readMeasures('', [])).toEqual([]);
  });
});
