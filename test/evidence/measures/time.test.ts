import { describe, expect, it } from 'vitest';
import { seen, values } from './seen.js';

describe('duration, in days', () => {
  it.each([
    ['relief for 6 weeks', '42'],
    ['six weeks of relief', '42'],
    ['x 6-8 wks', '42..56'],
    ['6 to 8 weeks', '42..56'],
    ['6 weeks to 8 weeks', '42..56'],
    ['LBP x 3 MONTHS', '90'],
    ['x3months', '90'],
    ['x6wks', '42'],
    ['2 mo', '60'],
    ['18-month history', '540'],
    ['a 30-day supply', '30'],
    ['six (6) weeks', '42'],
    ['1 1/2 years', '547.5'],
    ['2½ months', '75'],
    ['one and a half years', '547.5'],
    ['for a week', '7'],
    ['over a full month', '30'],
    ['a year ago', '365'],
    ['6w of PT', '42'],
    ['twenty-four months', '720'],
    ['greater than 6 weeks', '42'],
    ['for nearly eight\n weeks', '56'],
  ])('reads %s', (text, expected) => {
    expect(values('duration', text)).toEqual([expected]);
  });

  it('reads hours as parts of a day, and as minutes', () => {
    expect(values('duration', 'lasts 4 hrs')).toEqual(['0.167']);
    expect(seen('minutes', 'lasts 4 hrs')).toEqual(['4 hrs = 240 min']);
    expect(seen('minutes', 'two hours and a half')).toEqual(['two hours and a half = 150 min']);
    expect(seen('minutes', 'for an hour and a half')).toEqual(['an hour and a half = 90 min']);
    expect(seen('minutes', 'sits 15-20mins')).toEqual(['15-20mins = 15..20 min']);
    expect(seen('minutes', 'stands half an hour')).toEqual(['half an hour = 30 min']);
    expect(seen('minutes', 'relief for 24h')).toEqual(['24h = 1440 min']);
  });

  it('takes an upper bound for one', () => {
    expect(values('duration', 'relief for less than 2 weeks')).toEqual(['0..14']);
  });

  it.each([
    'several weeks of relief',
    'a couple of months',
    'twice a week',
    'once per week',
    '10 mg a day',
    'in the 6th week',
    '5 days a week',
    '5 days/wk',
    '52-year-old male',
    'a 52 y/o man',
    '60 yo F',
    'every 6 weeks',
    'q6h',
    'q 4-6 hours',
    'on 3/4/14 mo',
  ])('sees none in %s', (text) => {
    expect(seen('duration', text)).toEqual([]);
  });
});

describe('interval, in days', () => {
  it.each([
    ['follow up every 6 weeks', 'every 6 weeks = 42'],
    ['q6h prn', 'q6h = 0.25'],
    ['q4-6h', 'q4-6h = 0.167..0.25'],
    ['q 4-6 hours', 'q 4-6 hours = 0.167..0.25'],
    ['every three months', 'every three months = 90'],
  ])('reads %s', (text, expected) => {
    expect(seen('interval', text)).toEqual([expected]);
  });
});

describe('age, in years', () => {
  it.each([
    ['a 52-year-old male', '52'],
    ['52 y/o', '52'],
    ['60 yo F', '60'],
    ['72 years old', '72'],
    ['age 52', '52'],
    ['aged: 66', '66'],
    ['72 years of age', '72'],
  ])('reads %s', (text, expected) => {
    expect(values('age', text)).toEqual([expected]);
  });

  it('is not that of a study', () => {
    expect(seen('age', 'the MRI is 3 years old')).toEqual([]);
    expect(seen('duration', 'the MRI is 3 years old')).toEqual(['3 years = 1095']);
    expect(seen('duration', 'an 18-month-old study')).toEqual(['18-month = 540']);
  });

  it('is not every year', () => {
    expect(seen('age', 'on it for 12 years, of late more')).toEqual([]);
  });
});
