import { describe, expect, it } from 'vitest';
import { readMeasures } from '../../server/src/evidence/measures/index.js';
import {
  type ConceptSource,
  compilePatterns,
  normalise,
  type PatternSource,
  tokenize,
} from '../../server/src/patterns/index.js';
import { tokensOf } from './read.js';

/** The least of several times in milliseconds: what the work takes when nothing else runs. */
function least(work: () => void, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** Ten times the text takes at most eleven times as long as the text; a noisy machine gets several tries. */
function growsLinearly(work: (text: string) => void, unit: string, repeats: number): void {
  const small = unit.repeat(repeats);
  const large = unit.repeat(repeats * 10);
  const tenTimes = () => {
    for (let i = 0; i < 10; i++) work(small);
  };
  work(large);
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 10 && ratio > 11; attempt++) {
    ratio = Math.min(ratio, (10 * least(() => work(large), 4)) / least(tenTimes, 4));
  }
  expect(ratio).toBeLessThanOrEqual(11);
}

const patterns: PatternSource[] = [
  'pain ..12 relief',
  '(a | b)? (a | b)? (a | b)? (a | b)? (a | b)? (a | b)? (a | b)? (a | b)? c',
  'a ..12 a ..12 a ..12 a ..12 b',
  '<thing> ..12 <thing> ..12 <thing> ..12 never',
  '<percent> ..7 (relief | pain relief | relief of pain) & a ..12 b & !never',
  'radicul* ..12 (pain | a ..3 b)',
  'pain && relief',
].map((source, i) => ({ id: `p${i}`, source }));

const concepts: ConceptSource[] = [
  { id: 'thing', source: '(a | b | pain) ..3 (a | b | relief)' },
  { id: 'thing', source: 'pain relief' },
  { id: 'more', source: '<thing> ..12 <thing>' },
];

const hostile = {
  prose: 'He reports 60% relief of the low back pain for 6 weeks after the injection at L4-5, ',
  'one word': 'a ',
  'two words': 'a b ',
  'near misses': 'pain a b a b a b a b radiculitis ',
  numbers: '1 2-3 4/5 6 to 7 8% 9 ',
  'unknown words': 'qwertyuiop asdfghjklz zxcvbnmqwe painfulness ',
  marks: '- / ( ) . .. , ',
  'no blanks': 'a-b/c.d.e.f',
};

describe('time grows with the text', () => {
  const set = compilePatterns(patterns, concepts);
  expect(set.problems).toEqual([]);

  it.each(Object.entries(hostile))('of %s', (_, unit) => {
    growsLinearly((text) => set.read(tokensOf(text)), unit, 60);
  });

  it.each(Object.entries(hostile))('of %s, for tokens', (_, unit) => {
    growsLinearly((text) => tokenize(normalise(text)), unit, 50);
  });

  it.each(Object.entries({ ...hostile, pairs: 'from 8/10 to 4/10 was 5 now 6 ', dates: '3/4/14 March 2014 ' }))(
    'of %s, for measures',
    (_, unit) => {
      growsLinearly((text) => readMeasures(normalise(text), tokensOf(text)), unit, 40);
    },
  );
});

describe('thousands of patterns', () => {
  const word = (i: number) => {
    const letters = 'bcdfghjklmnprstvz';
    return [i % 17, (i >> 2) % 17, (i >> 5) % 17, (i * 7) % 17]
      .map((at, k) => letters[at]! + 'aeiou'[(at + k) % 5]!)
      .join('');
  };
  const many = Array.from({ length: 4000 }, (_, i) => ({
    id: `p${i}`,
    source: `${word(i)}~ ..4 (${word(i + 1)} | ${word(i + 2)} of ${word(i + 3)}) ${i % 3 === 0 ? `& <c${i % 60}>` : ''}`,
  }));
  const named = Array.from({ length: 6000 }, (_, i) => ({
    id: `c${i % 60}`,
    source: `${word(i * 3)} ${word(i)}`,
    name: word(i),
  }));

  it('compile, and leave most of themselves asleep', () => {
    const set = compilePatterns(many, named);
    expect(set.problems).toEqual([]);
    const few = compilePatterns(many.slice(0, 40), named.slice(0, 60));
    const sentences = Array.from({ length: 200 }, (_, i) =>
      tokensOf(Array.from({ length: 20 }, (_, k) => (k % 5 === 0 ? word(i * 11 + k) : 'and')).join(' ')),
    );
    const time = (of: typeof set) => least(() => sentences.map((tokens) => of.read(tokens)), 7);
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && ratio > 25; attempt++) ratio = Math.min(ratio, time(set) / time(few));
    // A hundred times the patterns: far from a hundred times the time.
    expect(ratio).toBeLessThan(25);
  });
});
