import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../server/src/evidence/measures/date.js';
import { measuresOf } from './seen.js';

const dates = (text: string) => measuresOf(text).filter((slot) => slot.kind === 'date');
const on = (year: number, month: number, day: number) => dayNumber(year, month, day);

describe('date', () => {
  it.each([
    ['3/4/14', [2014, 3, 4], 'day'],
    ['03/04/2014', [2014, 3, 4], 'day'],
    ['3-4-14', [2014, 3, 4], 'day'],
    ['10/22/ 12', [2012, 10, 22], 'day'],
    ['2014-03-04', [2014, 3, 4], 'day'],
    ['March 4, 2014', [2014, 3, 4], 'day'],
    ['Mar. 4, 2014', [2014, 3, 4], 'day'],
    ['MARCH 4TH 2014', [2014, 3, 4], 'day'],
    ['4 March 2014', [2014, 3, 4], 'day'],
    ['the 4th of March 2014', [2014, 3, 4], 'day'],
    ['1/22/99', [1999, 1, 22], 'day'],
    ['1/22/29', [2029, 1, 22], 'day'],
    ['March 2014', [2014, 3, 1], 'month'],
    ['March of 2014', [2014, 3, 1], 'month'],
    ['12/2013', [2013, 12, 1], 'month'],
    ['03-2014', [2014, 3, 1], 'month'],
    ['in 2013', [2013, 1, 1], 'year'],
    ['since 2013', [2013, 1, 1], 'year'],
  ] as const)('reads %s', (text, [year, month, day], precision) => {
    expect(dates(text)).toMatchObject([{ value: on(year, month, day), unit: precision }]);
  });

  it.each([
    '13/45/14',
    '2/30/2014',
    '8/10',
    '4/5',
    '10/325 mg',
    '120/80',
    'may improve 20',
    'march 4 miles',
    '2013 mg',
    'in 1850',
    '123-45-6789',
    '555-12-2014',
    'constructor valueof tostring',
  ])('sees none in %s', (text) => {
    expect(dates(text)).toEqual([]);
  });

  it('knows the calendar', () => {
    expect(on(1970, 1, 1)).toBe(0);
    expect(on(2012, 2, 29)).toBe(15399);
    expect(on(2013, 2, 29)).toBeNull();
  });

  it('keeps its numbers from the other readers', () => {
    expect(measuresOf('7/10/14').some((slot) => slot.kind === 'vas')).toBe(false);
  });
});
