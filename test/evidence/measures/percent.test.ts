import { describe, expect, it } from 'vitest';
import { seen, values } from './seen.js';

describe('percent', () => {
  it.each([
    ['Reports 70% relief.', '70% = 70 %'],
    ['reports ~70 % relief', '70 % = 70 %'],
    ['GREATER THAN 50 PERCENT RELIEF', '50 PERCENT = 50 %'],
    ['>80% better', '80% = 80 %'],
    ['fifty percent reduction', 'fifty percent = 50 %'],
    ['seventy five per cent better', 'seventy five per cent = 75 %'],
    ['50-60% relief', '50-60% = 50..60 %'],
    ['50% to 60% relief', '50% to 60% = 50..60 %'],
    ['60%–70% less pain', '60%–70% = 60..70 %'],
    ['between 50 and 60 percent', '50 and 60 percent = 50..60 %'],
    ['62.5% of the time', '62.5% = 62.5 %'],
    ['his intake was cut in half', 'half = 50 %'],
    ['reduced by two thirds', 'thirds = 66 %'],
  ])('reads %s', (text, expected) => {
    expect(seen('percent', text)).toEqual([expected]);
  });

  it('takes an upper bound for no more than it is', () => {
    expect(values('percent', 'less than 50% relief')).toEqual(['0..50']);
    expect(values('percent', 'no more than 30% relief')).toEqual(['0..30']);
    expect(values('percent', 'at least 50% relief')).toEqual(['50']);
  });

  it.each(['half of the day', 'walks half a mile', 'by half an hour', 'lidocaine patch 12 hours', 'a percentage of'])(
    'sees none in %s',
    (text) => {
      expect(seen('percent', text)).toEqual([]);
    },
  );

  it('keeps both ends of a change apart', () => {
    expect(values('percent', 'from 30% to 60%')).toEqual(['30', '60']);
  });
});
