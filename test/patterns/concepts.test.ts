import { describe, expect, it } from 'vitest';
import { type ConceptSource, compilePatterns } from '../../server/src/patterns/index.js';
import { found, read, tokensOf } from './read.js';

const slots = (text: string, concepts: ConceptSource[], kind: string) =>
  compilePatterns([], concepts)
    .read(tokensOf(text))
    .slots.filter((slot) => slot.kind === kind);

describe('concepts', () => {
  it('are read in the order in which they build on each other, whatever their order in the files', () => {
    const concepts = [
      { id: 'deficit', source: '<less> ..2 <sense>' },
      { id: 'less', source: '(decreased | diminished | <lost>)' },
      { id: 'lost', source: '(absent | loss of)' },
      { id: 'sense', source: 'sensation' },
      { id: 'sense', source: 'light touch' },
    ];
    expect(found('<deficit> & l5', 'L5: loss of light touch', concepts)).toEqual(['l5: loss of light touch']);
    expect(slots('diminished sensation', concepts, 'deficit')).toMatchObject([{ first: 0, last: 1 }]);
  });

  it('copy name and classes', () => {
    const concepts = [{ id: 'drug', source: 'naprosyn', name: 'naproxen', classes: ['nsaid'] }];
    expect(slots('Naprosyn', concepts, 'drug')).toEqual([
      { kind: 'drug', first: 0, last: 0, name: 'naproxen', classes: ['nsaid'] },
    ]);
  });

  it('pass on the number or the name of the one slot that they are built of', () => {
    const concepts = [
      { id: 'drug', source: 'norco', name: 'hydrocodone', classes: ['opioid'] },
      { id: 'relief-of', source: '<percent> relief' },
      { id: 'on-drug', source: 'on <drug>' },
      { id: 'change', source: '<percent> to <percent>' },
    ];
    const measures = [
      { kind: 'percent', first: 0, last: 1, value: 60, unit: '%' },
      { kind: 'percent', first: 4, last: 5, value: 20, unit: '%' },
    ];
    const { slots: all, matches } = read('<relief-of >= 50> & <on-drug:opioid>', '60% relief on norco', concepts, [
      measures[0]!,
    ]);
    expect(matches).toHaveLength(1);
    expect(all.find((slot) => slot.kind === 'relief-of')).toMatchObject({ value: 60, unit: '%' });
    const two = read('<change>', '60% to 20%', concepts, [measures[0]!, { ...measures[1]!, first: 3, last: 4 }]).slots;
    expect(two.find((slot) => slot.kind === 'change')!.value).toBeUndefined();
  });

  it('keep the leftmost and longest of a kind, and overlapping ones of different kinds', () => {
    const concepts = [
      { id: 'body', source: 'low back' },
      { id: 'body', source: 'back' },
      { id: 'complaint', source: 'back pain' },
    ];
    expect(slots('low back pain', concepts, 'body')).toMatchObject([{ first: 0, last: 1 }]);
    expect(slots('low back pain', concepts, 'complaint')).toMatchObject([{ first: 1, last: 2 }]);
  });

  it('keep several names for one place', () => {
    const concepts = [
      { id: 'drug', source: 'apap', name: 'acetaminophen' },
      { id: 'drug', source: 'apap', name: 'hydrocodone/acetaminophen' },
      { id: 'drug', source: 'apap', name: 'acetaminophen' },
    ];
    expect(slots('apap', concepts, 'drug').map((slot) => slot.name)).toEqual([
      'acetaminophen',
      'hydrocodone/acetaminophen',
    ]);
  });

  it('are found as often as they stand', () => {
    expect(slots('ache '.repeat(30), [{ id: 'pain', source: 'ache' }], 'pain')).toHaveLength(30);
  });
});

describe('problems', () => {
  const problem = (source: string, concepts: ConceptSource[] = []) =>
    compilePatterns([{ id: 'p', source, at: 'pack.yaml:3' }], concepts).problems;

  it.each([
    ['(pain', 'a ( without its )'],
    ['pain)', 'a ) without its ('],
    ['"pain', 'a " without its end'],
    ['pain ..13 relief', 'a gap of more than 12 tokens'],
    ['pain ..', 'a gap at its end'],
    ['.. pain', 'a gap at its end'],
    ['(pain | ..3 relief)', 'a gap at its end'],
    ['pain?', 'it would match nothing at all'],
    ['', 'it would match nothing at all'],
    ['pain & ', 'it would match nothing at all'],
    ['!pain', 'nothing but exclusions'],
    ['a && !pain', 'nothing but exclusions'],
    ['<nonsense>', '<nonsense> is no measure and no concept'],
    ['<percent >= lots>', 'a slot that does not read <name>, <name:class> or <name >= number>'],
    ['<percent > lots>', 'a > without its <'],
    ['10~', '~ belongs after a word'],
    ['x*', 'a beginning of one letter'],
    ['(a | b)~', '~ belongs after a word'],
    ['<drug:nsiad>', 'no <drug> has the class or name "nsiad"'],
    ['('.repeat(60), 'too deeply nested'],
  ])('%s', (source, reason) => {
    const drugs = [{ id: 'drug', source: 'naproxen', name: 'naproxen', classes: ['nsaid'] }];
    expect(problem(source, drugs)).toEqual([{ id: 'p', source, at: 'pack.yaml:3', reason }]);
  });

  it('tell of what is too large', () => {
    expect(problem(`(${'ache '.repeat(3900)})`)).toMatchObject([{ reason: 'too large' }]);
    expect(problem(`(${'ache '.repeat(9000)})`)).toMatchObject([{ reason: 'too large' }]);
  });

  it('tell of concepts in a circle, and of all that is built of them', () => {
    const set = compilePatterns(
      [{ id: 'p', source: 'ache' }],
      [
        { id: 'a', source: 'x <b>' },
        { id: 'b', source: '<a> y' },
        { id: 'b', source: 'plain' },
        { id: 'c', source: 'fine' },
      ],
    );
    expect(set.problems.map((each) => each.source)).toEqual(['x <b>', '<a> y', 'plain']);
    expect(set.problems[0]!.reason).toBe('<a> is built of itself');
    expect(set.read(tokensOf('fine ache'))).toMatchObject({ slots: [{ kind: 'c' }], matches: [{ id: 'p' }] });
  });

  it('leave the other patterns at work', () => {
    const set = compilePatterns(
      [
        { id: 'bad', source: '(' },
        { id: 'good', source: 'ache' },
      ],
      [{ id: 'c', source: 'a & b' }],
    );
    expect(set.problems.map((each) => each.reason)).toEqual([
      'a concept is one sequence, without &',
      'a ( without its )',
    ]);
    expect(set.read(tokensOf('ache')).matches).toMatchObject([{ id: 'good', pattern: 1 }]);
  });

  it('are none for a class of a kind that takes its names from what it is built of', () => {
    const concepts = [
      { id: 'drug', source: 'norco', name: 'hydrocodone', classes: ['opioid'] },
      { id: 'tried', source: 'tried <drug>' },
    ];
    expect(problem('<tried:opioid>', concepts)).toEqual([]);
    expect(found('<tried:opioid>', 'tried norco', concepts)).toHaveLength(1);
  });
});
