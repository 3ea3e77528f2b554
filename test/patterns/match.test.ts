import { describe, expect, it } from 'vitest';
import { type ConceptSource, compilePatterns, joinMatches, normalise, type Slot, tokenize } from '../../server/src/patterns/index.js';

function read(source: string, text: string, concepts: ConceptSource[] = [], measures: Slot[] = []) {
  const set = compilePatterns([{ id: 'p', source }], concepts);
  expect(set.problems).toEqual([]);
  return set.read(tokenize(normalise(text)), measures);
}
const matches = (source: string, text: string, concepts: ConceptSource[] = []) => read(source, text, concepts).matches;

describe('sequences', () => {
  it('matches words next to each other only', () => {
    expect(matches('taut band', 'A taut band is felt.')).toMatchObject([{ id: 'p', first: 1, last: 2, tokens: [1, 2] }]);
    expect(matches('taut band', 'taut, thick band')).toEqual([]);
  });
  it('conj', () => {
    expect(matches('relief & (L5 | S1) & !denies', 'Relief at L5.')).toHaveLength(1);
    expect(matches('relief & (L5 | S1) & !denies', 'Relief at L5, denies.')).toHaveLength(0);
  });
  it('concepts', () => {
    const concepts: ConceptSource[] = [
      { id: 'drug', source: 'naproxen sodium?', name: 'naproxen', classes: ['nsaid'] },
      { id: 'drug', source: 'norco', name: 'hydrocodone', classes: ['opioid'] },
      { id: 'bad', source: '(nausea | vomit~)' },
      { id: 'because', source: '<drug:nsaid> ..5 <bad>' },
    ];
    const r = read('stop~ ..4 <drug>', 'Stopped naproxen sodium, and Norco due to nausea.', concepts);
    expect(r.matches.map((m) => m.slots[0]!.name)).toEqual(['naproxen', 'hydrocodone']);
    expect(r.slots.map((s) => s.kind)).toContain('because');
  });
  it('joins', () => {
    const set = compilePatterns([{ id: 'j', source: 'norco && relief' }], []);
    const readings = ['He takes Norco.', 'Sleep is fair.', 'Relief is good.'].map((t) => set.read(tokenize(normalise(t))));
    expect(joinMatches(set, readings, () => true)).toHaveLength(1);
    expect(joinMatches(set, readings, () => false)).toHaveLength(0);
  });
  it('spelling', () => {
    expect(matches('cyclobenzaprine', 'cyclobenzaprin 10mg')).toHaveLength(1);
    expect(matches('radiculopathy', 'Radicluopathy')).toHaveLength(1);
    expect(matches('symptomatic', 'asymptomatic')).toHaveLength(0);
  });
});
