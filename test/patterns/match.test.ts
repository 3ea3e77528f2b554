import { describe, expect, it } from 'vitest';
import { compilePatterns, type Slot } from '../../server/src/patterns/index.js';
import { found, read, tokensOf } from './read.js';

const drugs = [
  { id: 'drug', source: 'naproxen', name: 'naproxen', classes: ['nsaid'] },
  { id: 'drug', source: 'norco', name: 'hydrocodone/acetaminophen', classes: ['opioid', 'short-acting'] },
];
const percent = (first: number, last: number, value: number, to?: number): Slot => ({
  kind: 'percent',
  first,
  last,
  value,
  to,
});

describe('a sequence', () => {
  it('tells its place and the tokens that it took', () => {
    expect(read('taut band', 'A taut band is felt.').matches).toEqual([
      { id: 'p', pattern: 0, first: 1, last: 2, tokens: [1, 2], slots: [] },
    ]);
    expect(read('relief ..4 norco', 'relief from the Norco').matches).toMatchObject([
      { first: 0, last: 3, tokens: [0, 3] },
    ]);
  });

  it('is found at every place', () => {
    expect(found('taut band', 'taut band and taut band')).toEqual(['taut band', 'taut band']);
  });

  it('stands with its optional words where they are there', () => {
    expect(found('severe? low? back pain', 'severe back pain, low back pain')).toEqual([
      'severe back pain',
      'low back pain',
    ]);
  });

  it('prefers the longer of several', () => {
    expect(found('(pain | pain relief)', 'pain relief')).toEqual(['pain relief']);
    expect(found('(pain | pain relief) good', 'pain good, pain relief good')).toEqual([
      'pain good',
      'pain relief good',
    ]);
  });

  it('prefers the shortest gap, and tells a place once', () => {
    expect(found('pain ..6 relief', 'pain with relief and relief')).toEqual(['pain with relief']);
    expect(found('pain ..6 relief', 'pain and pain with relief')).toEqual(['pain with relief']);
  });

  it('counts the tokens of a gap', () => {
    expect(found('a .. b', 'a 1 2 3 b')).toHaveLength(1);
    expect(found('a .. b', 'a 1 2 3 4 b')).toHaveLength(0);
    expect(found('a ..12 b', `a ${'1 '.repeat(12)}b`)).toHaveLength(1);
    expect(found('a ..12 b', `a ${'1 '.repeat(13)}b`)).toHaveLength(0);
    expect(found('a ..0 b', 'a b')).toHaveLength(1);
  });

  it('lets no gap pass a semicolon', () => {
    expect(found('pain ..5 relief', 'pain now; relief')).toHaveLength(0);
    expect(found('pain ..5 ";" relief', 'pain now; relief')).toHaveLength(1);
  });

  it('closes a gap to what may be absent', () => {
    expect(found('pain ..3 relief?', 'pain, some relief')).toEqual(['pain, some relief']);
    expect(found('pain ..3 relief?', 'pain for a while')).toEqual(['pain']);
    expect(found('no? ..3 pain', 'no real pain')).toEqual(['no real pain']);
    expect(found('no? ..3 pain', 'real pain')).toEqual(['pain']);
  });

  it('takes signs for themselves in quotes', () => {
    expect(found('"h&p" (done | "(normal)")', 'H&P (normal)')).toEqual(['h&p (normal)']);
  });

  it('tells a place for each slot that differs', () => {
    const names = read('stop~ ..7 <drug>', 'Stopped naproxen, then Norco.', drugs).matches.map(
      (match) => match.slots[0]!.name,
    );
    expect(names).toEqual(['naproxen', 'hydrocodone/acetaminophen']);
    expect(found('<drug> ..7 stop~', 'Naproxen and Norco were stopped', drugs)).toHaveLength(2);
  });

  it('tells at most eight places', () => {
    expect(found('ache', 'ache '.repeat(40))).toHaveLength(8);
  });
});

describe('a slot', () => {
  const test = (source: string, slot: Slot) => read(source, 'a 50 % b', [], [slot]).matches.length > 0;

  it('is a measure that was handed over', () => {
    expect(read('a <percent> b', 'a 50 % b', [], [percent(1, 2, 50)]).matches).toMatchObject([
      { first: 0, last: 3, tokens: [0, 1, 2, 3], slots: [{ kind: 'percent', value: 50 }] },
    ]);
    expect(test('a <percent> b', percent(1, 1, 50))).toBe(false);
  });

  it.each([
    ['<percent >= 50>', true],
    ['<percent > 50>', false],
    ['<percent = 50>', true],
    ['<percent<=50%>', true],
    ['<percent < 50>', false],
    ['<percent > 49.5>', true],
  ])('%s of 50', (source, expected) => {
    expect(test(source, percent(1, 2, 50))).toBe(expected);
  });

  it('asks the worse end of a range', () => {
    expect(test('<percent >= 50>', percent(1, 2, 40, 60))).toBe(false);
    expect(test('<percent <= 50>', percent(1, 2, 40, 60))).toBe(false);
    expect(test('<percent >= 40>', percent(1, 2, 40, 60))).toBe(true);
    expect(test('<percent < 61>', percent(1, 2, 40, 60))).toBe(true);
  });

  it.each([
    ['<duration >= 6 weeks>', 42, true],
    ['<duration >= 6 weeks>', 41, false],
    ['<duration >= 3 months>', 84, true],
    ['<duration >= 3 months>', 83, false],
    ['<duration <= 3 months>', 93, true],
    ['<duration <= 3 months>', 94, false],
    ['<duration >= 1 year>', 360, true],
    ['<duration < 2 hours>', 0.05, true],
    ['<duration >= 10 days>', 10, true],
  ])('%s of %d days: %s', (source, value, expected) => {
    expect(test(source, { kind: 'duration', first: 1, last: 2, value })).toBe(expected);
  });

  it('fails a condition without a number, or in another unit', () => {
    expect(test('<percent >= 0>', { kind: 'percent', first: 1, last: 2 })).toBe(false);
    expect(test('<weight >= 10 lb>', { kind: 'weight', first: 1, last: 2, value: 20, unit: 'kg' })).toBe(false);
    expect(test('<weight >= 10 lb>', { kind: 'weight', first: 1, last: 2, value: 20, unit: 'lb' })).toBe(true);
  });

  it('has a class or a name', () => {
    expect(found('<drug:nsaid>', 'naproxen and norco', drugs)).toEqual(['naproxen']);
    expect(found('<drug:short acting>', 'naproxen and norco', drugs)).toEqual(['norco']);
    expect(found('<drug:Naproxen>', 'naproxen and norco', drugs)).toEqual(['naproxen']);
    expect(found('<drug:nsaid|opioid>', 'naproxen and norco', drugs)).toEqual(['naproxen', 'norco']);
    expect(found('<side:left>', 'a b', [])).toEqual([]);
  });

  it('outside the sentence is ignored', () => {
    expect(read('<percent>', 'a b', [], [percent(1, 9, 50), percent(-1, 0, 50)]).matches).toEqual([]);
  });
});

describe('&', () => {
  it('takes both, in any order, without sharing a token', () => {
    expect(found('naproxen & relief', 'relief from naproxen')).toEqual(['relief from naproxen']);
    expect(found('back pain & pain relief', 'back pain relief')).toEqual([]);
    expect(found('a & a & a', 'a a')).toEqual([]);
    expect(found('a & a & a', 'a a a')).toEqual(['a a a']);
  });

  it('prefers the tightest company', () => {
    expect(read('relief & norco', 'norco was stopped before relief came from norco').matches).toMatchObject([
      { tokens: [4, 7] },
    ]);
  });

  it('finds another place where the first choice is taken', () => {
    expect(found('a b & b', 'b a b')).toEqual(['b a b']);
  });

  it('tells each slot that keeps company', () => {
    const slots = read('stopped & <drug>', 'naproxen and norco stopped', drugs).matches.map(
      (match) => match.slots[0]!.name,
    );
    expect(slots).toEqual(['naproxen', 'hydrocodone/acetaminophen']);
  });

  it('heeds exclusions', () => {
    expect(found('relief & !no', 'relief')).toHaveLength(1);
    expect(found('relief & !no', 'no relief')).toHaveLength(0);
    expect(found('!no & relief & !(little | scant)', 'scant relief')).toHaveLength(0);
    expect(found('relief & !<drug:opioid>', 'relief of naproxen', drugs)).toHaveLength(1);
    expect(found('relief & !<drug:opioid>', 'relief of norco', drugs)).toHaveLength(0);
  });
});

describe('a set', () => {
  it('keeps the patterns apart', () => {
    const set = compilePatterns(
      [
        { id: 'same', source: 'taut band' },
        { id: 'same', source: 'band' },
        { id: 'other', source: 'twitch' },
      ],
      [],
    );
    const matches = set.read(tokensOf('taut band')).matches.map(({ id, pattern }) => `${id} ${pattern}`);
    expect(matches).toEqual(['same 0', 'same 1']);
    expect(set.read(tokensOf('twitch')).matches).toMatchObject([{ id: 'other', pattern: 2 }]);
    expect(set.read([]).matches).toEqual([]);
  });

  it('reads the same sentence the same way again', () => {
    const set = compilePatterns([{ id: 'a', source: '<drug> & relief ..4 (good | fair)' }], drugs);
    const sentences = ['naproxen: relief is good', 'norco', 'relief of norco is fair', 'good', ''];
    const once = sentences.map((text) => set.read(tokensOf(text)));
    expect([...sentences].reverse().map((text) => set.read(tokensOf(text)))).toEqual([...once].reverse());
  });
});
