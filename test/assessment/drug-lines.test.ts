import { describe, expect, it } from 'vitest';
import { assessText, firstItem } from './assess.js';

const found = (line: string, criterion: string) =>
  assessText(`Date: 9/2/2014\n\nRequest: ${line}\n`).findings.find((one) => one.criterion === criterion);
const fix = (line: string, criterion: string) =>
  firstItem(`Request: ${line}\n`).verdicts.find((one) => one.criterion === criterion)!.fix!;

describe('a misspelt name', () => {
  it.each([
    ['Gabapentn 300 mg TID #90', 'gabapentin'],
    ['CYCLOBENZAPRNE 10 MG #30', 'CYCLOBENZAPRINE'],
  ])('%s is read, and offered as %s', (line, name) => {
    const finding = found(line, 'drug-name')!;
    expect(finding.replacement).toBe(name);
    expect(finding.message).toContain(name);
  });

  it.each([
    'Norco 10/325 mg #120',
    'hydrocodone/APAP 10/325 mg #120',
    'Ultram ER 100 mg #30',
    'Vicodin ES 7.5/300 mg #90',
  ])('%s is right', (line) => {
    expect(found(line, 'drug-name')).toBeUndefined();
  });
});

describe('a strength', () => {
  it('that the named brand does not have', () => {
    expect(found('Flexeril 7.5 mg #90', 'drug-strength')?.message).toContain('5 mg, 10 mg');
  });

  it.each([
    'Fexmid 7.5 mg #90',
    'cyclobenzaprine 7.5 mg #90',
    'Norco 10/325 mg #120',
    'Vicodin ES 7.5/300 mg #90',
    'Norco #120',
  ])('%s is sold', (line) => {
    expect(found(line, 'drug-strength')).toBeUndefined();
  });
});

describe('quantity against directions and days', () => {
  it('says what they come to', () => {
    expect(found('Naproxen 500 mg 1 tab BID for 30 days #90', 'drug-supply')?.message).toContain(
      '2 a day for 30 days come to 60, not 90',
    );
    expect(found('Naproxen 500 mg 1 tab BID for 30 days #30', 'drug-supply')).toBeDefined();
  });

  it.each([
    'Gabapentin 600 mg, 1 tab TID, #90, refills 1, 60 days',
    'Naproxen 500 mg 1 tab BID for 30 days #60',
    'Norco 10/325 mg 1 tab q6h prn for 30 days #90',
    'Naproxen 500 mg BID #60',
  ])('%s agrees', (line) => {
    expect(found(line, 'drug-supply')).toBeUndefined();
  });
});

describe('a blank that the line itself fills', () => {
  it('quantity from directions and days, to confirm', () => {
    expect(fix('Flexeril 10 mg 1 tab TID for 10 days', 'quantity')).toMatchObject({
      text: expect.stringContaining('{1:30}'),
      title: expect.stringContaining('3 a day × 10 days = 30, to confirm'),
    });
    expect(fix('Flexeril 10 mg 1 tab TID', 'quantity').text).toContain('{1:quantity}');
  });

  it('days from quantity and directions, to confirm', () => {
    expect(fix('Flexeril 10 mg 1 tab TID #42', 'duration').text).toContain('{1:14}');
  });
});
