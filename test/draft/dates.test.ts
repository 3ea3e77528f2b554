import { describe, expect, it } from 'vitest';
import { fromDayNumber, readDates, readDraft, toDayNumber } from '../../server/src/draft/index.js';
import { isoDay } from './helpers.js';

const dates = (text: string) => readDates(text).map((each) => isoDay(each.value));

describe('readDates', () => {
  const read: [string, string[]][] = [
    ['on 9/2/14 and 10/22/2012', ['2014-09-02', '2012-10-22']],
    ['2014-09-02', ['2014-09-02']],
    ['9-2-14', ['2014-09-02']],
    ['09.02.2014', ['2014-09-02']],
    ['September 2, 2014', ['2014-09-02']],
    ['Sept. 2nd, 2014', ['2014-09-02']],
    ['2 Sep 2014', ['2014-09-02']],
    ['since March 2014', ['2014-03']],
    ['since at least 12/2013', ['2013-12']],
    ['since 2013', ['2013']],
    ['born 1/5/68', ['1968-01-05']],
    ['from 1/2/14-3/4/14', ['2014-01-02', '2014-03-04']],
    ['(Rx 06/10/15)', ['2015-06-10']],
    ['02/17/2014.There', ['2014-02-17']],
    ['2/29/2012', ['2012-02-29']],
  ];
  for (const [text, want] of read) it(text, () => expect(dates(text)).toEqual(want));

  for (const text of [
    '2/30/2014',
    '13/1/2014',
    '2/29/2013',
    'Norco 10/325',
    'pain 7/10',
    'motor 5/5',
    'L4-5',
    '64483',
    'take 2013 mg',
    'BP 120/80',
    '1/2/3/4',
    '0/0/00',
    'page 46-47',
    'may 5 be',
  ]) {
    it(`no date: ${text}`, () => expect(dates(text)).toEqual([]));
  }

  it('gives the place', () => {
    const text = 'Seen on 9/2/14.';
    const [only] = readDates(text);
    expect(text.slice(only!.start, only!.end)).toBe('9/2/14');
  });

  it('day numbers count days and go back', () => {
    const a = readDates('2/28/2012')[0]!.value;
    const b = readDates('3/1/2012')[0]!.value;
    expect(toDayNumber(b) - toDayNumber(a)).toBe(2);
    expect(fromDayNumber(toDayNumber(b))).toEqual(b);
    expect(toDayNumber(readDates('1/1/1970')[0]!.value)).toBe(0);
  });
});

describe("the draft's own date", () => {
  const own = (text: string) => {
    const { date } = readDraft(text);
    return date ? isoDay(date.value) : null;
  };
  const cases: [string, string | null][] = [
    ['Date: 9/2/14\nDOB: 1/5/68\nDOI: 10/22/12\n', '2014-09-02'],
    ['DOB: 1/5/68\nDate of Injury: 10/22/12\n', null],
    ['DATE OF SERVICE: 11/03/2016\n', '2016-11-03'],
    ['DOS 11/03/2016\n', '2016-11-03'],
    ['Date of birth: 1/5/1968    Date of exam: 9/2/14\n', '2014-09-02'],
    ['Date of exam: 9/2/14\nDate of report: 9/10/14\n', '2014-09-10'],
    ['March 4, 2016\n\nDear Adjuster:\n\nHe was seen.\n', '2016-03-04'],
    ['The MRI dated 4/10/13 shows a protrusion.\n', null],
    ['The patient was seen in my office on 5/12/2016 for her neck.\n', '2016-05-12'],
    ['Norco 5/325mg (Rx 06/10/15) #90\n', '2015-06-10'],
    ['Surgery date: 2/3/2014\nDate of last visit: 3/3/2014\nUR denial date: 4/4/2014\n', null],
    ['| Date | 06/02/2021 |\n', '2021-06-02'],
    ['**Date of request:** 2021-06-02\n', '2021-06-02'],
    ['Date: ______\n', null],
    ['Date: 13/45/2014\n', null],
  ];
  for (const [text, want] of cases) it(JSON.stringify(text), () => expect(own(text)).toBe(want));

  it('its span covers the date', () => {
    const text = 'Name: x\nDate of report: 9/10/14\n';
    const { date } = readDraft(text);
    expect(text.slice(date!.start, date!.end)).toBe('9/10/14');
  });
});
