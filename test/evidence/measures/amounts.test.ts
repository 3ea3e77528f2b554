import { describe, expect, it } from 'vitest';
import { seen, values } from './seen.js';

describe('dose', () => {
  it.each([
    ['Norco 10/325 mg', '10/325 mg = 10 mg 10/325 mg'],
    ['Norco 10/325 #180', '10/325 = 10 mg 10/325 mg'],
    ['hydrocodone 7.5-325 mg', '7.5-325 mg = 7.5 mg 7.5/325 mg'],
    ['5 mg/325 mg', '5 mg/325 mg = 5 mg 5/325 mg'],
    ['Zanaflex 6mg', '6mg = 6 mg 6 mg'],
    ['900 mg/day', '900 mg/day = 900 mg/day 900 mg/day'],
    ['1,800 mg per day', '1,800 mg per day = 1800 mg/day 1800 mg/day'],
    ['fentanyl 25 mcg/hr', '25 mcg/hr = 25 mcg/h 25 mcg/h'],
    ['5-10 mg', '5-10 mg = 5..10 mg 5 mg'],
    ['60 MME', '60 MME = 60 mme 60 mme'],
    ['MED of 90', '90 = 90 mme 90 mme'],
    ['120 mg of morphine equivalents', '120 mg of morphine equivalents = 120 mme 120 mme'],
  ])('reads %s', (text, expected) => {
    expect(seen('dose', text)).toEqual([expected]);
  });

  it.each(['BP 120/80', '3/4/14', '1 pain med 3 times a day', 'takes 4 meds', 'pain 10/10'])(
    'sees none in %s',
    (text) => {
      expect(seen('dose', text)).toEqual([]);
    },
  );
});

describe('count', () => {
  it.each([
    ['ESI x2', 'x2 = 2 time'],
    ['ESI x 2 at L4-5', 'x 2 = 2 time'],
    ['EMG/NCV were normal times 2', 'times 2 = 2 time'],
    ['3 times', '3 times = 3 time'],
    ['twice', 'twice = 2 time'],
    ['2-3x/wk', '2-3x = 2..3 time'],
    ['three injections', 'three injections = 3 injection'],
    [
      'two (2) prior lumbar epidural steroid injections',
      'two (2) prior lumbar epidural steroid injections = 2 injection',
    ],
    ['PT 12 visits', '12 visits = 12 session'],
    ['takes 6 tablets a day', '6 tablets = 6 tablet'],
    ['4 Norco per day', '4 Norco = 4 tablet'],
    ['three medial branch blocks', 'three medial branch blocks = 3 injection'],
  ])('reads %s', (text, expected) => {
    expect(seen('count', text)).toEqual([expected]);
  });

  it('reads done and allowed of one phrase', () => {
    expect(values('count', 'completed 8 of 12 PT sessions')).toEqual(['8', '12']);
  });

  it.each(['x 6 weeks', 'x 3 months', 'once he stops', 'walks 2 blocks', '5 x 3 mm', 'x-ray'])(
    'sees none in %s',
    (text) => {
      expect(seen('count', text)).toEqual([]);
    },
  );
});

describe('distance, weight and length', () => {
  it.each([
    ['distance', 'can walk 2 blocks', '2 blocks = 2 block'],
    ['distance', 'walks half a mile', 'half a mile = 0.5 mile'],
    ['distance', 'walks a block', 'a block = 1 block'],
    ['distance', 'ambulates 150 feet', '150 feet = 150 ft'],
    ['distance', '50-100 yds', '50-100 yds = 50..100 yd'],
    ['distance', 'walks 1/4 mile', '1/4 mile = 0.25 mile'],
    ['weight', 'lifts 10 lbs', '10 lbs = 10 lb'],
    ['weight', 'a twenty-five pound box', 'twenty-five pound = 25 lb'],
    ['weight', 'carries 10#', '10# = 10 lb'],
    ['weight', 'lifts 10-15 lbs.', '10-15 lbs = 10..15 lb'],
    ['weight', 'lifts 5 kg', '5 kg = 11.023 lb'],
    ['length', 'a 4 mm protrusion', '4 mm = 4 mm'],
    ['length', 'calf 38 cm', '38 cm = 38 cm'],
  ])('reads the %s in %s', (kind, text, expected) => {
    expect(seen(kind, text)).toEqual([expected]);
  });

  it.each([
    ['distance', 'two medial branch blocks'],
    ['distance', 'received 2 blocks'],
    ['distance', 'a nerve block'],
    ['weight', 'Norco #60'],
    ['weight', 'tablets 60#'],
  ])('sees no %s in %s', (kind, text) => {
    expect(seen(kind, text)).toEqual([]);
  });
});

describe('number', () => {
  it('reads figures and words', () => {
    expect(values('number', 'six of 12, 1,950 and twenty five, one hundred and ten, 2.5')).toEqual([
      '6',
      '12',
      '1950',
      '25',
      '110',
      '2.5',
    ]);
  });
});
