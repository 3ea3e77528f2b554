import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/assessment/index.js';
import { assessText, firstItem } from './assess.js';

const labels = (text: string) => firstItem(text).sums.map((sum) => sum.label);
const how = (text: string, label: RegExp) => firstItem(text).sums.find((sum) => label.test(sum.label))?.how ?? '';
const verdict = (text: string, criterion: string) =>
  firstItem(text).verdicts.find((one) => one.criterion === criterion)!;

describe('supply and daily dose, the worked examples', () => {
  it.each([
    ['Norco 10/325 mg 1 tab q4h #180', ['6/day', '30 days', '60 MME'], '1950 mg acetaminophen'],
    ['Norco 10/325 mg QID #120', ['4/day', '30 days', '40 MME'], '1300 mg acetaminophen'],
    ['Norco 5/325 mg TID #90', ['3/day', '30 days', '15 MME'], '975 mg acetaminophen'],
    ['Vicodin ES 7.5/300 mg TID #90', ['3/day', '30 days', '22.5 MME'], '900 mg acetaminophen'],
  ])('%s', (line, expected, acetaminophen) => {
    expect(labels(`Request: ${line}\n`)).toEqual(expected);
    expect(verdict(`Request: ${line}\n`, 'daily-opioid-dose').sum).toContain(acetaminophen);
  });

  it('counts the refills into the length of a course', () => {
    const item = firstItem('Request: Norco 10/325 mg BID #60, 4 refills\n');
    expect(item.item.request.refills?.value).toBe(4);
    expect(labels('Request: Norco 10/325 mg BID #60, 4 refills\n')).toEqual(['2/day', '30 days', '20 MME']);
  });

  it('adds up all opioids of the draft and their acetaminophen', () => {
    const items = assessText(
      'Requested treatment\n\n1. Norco 10/325 mg 1 tab q4h #180\n2. Percocet 10/325 mg 1 tab q6h #120\n',
    ).items;
    const mme = items[0]!.sums.find((sum) => sum.label.endsWith('MME'))!;
    expect(mme.label).toBe('120 MME');
    expect(mme.how).toContain('60');
    expect(items[0]!.verdicts.find((one) => one.criterion === 'daily-opioid-dose')!.status).toBe('met');
    expect(items[0]!.verdicts.find((one) => one.criterion === 'daily-opioid-dose')!.sum).toContain(
      '3250 mg acetaminophen',
    );
  });

  it('takes a patch by the microgram an hour, whatever the interval of changing it', () => {
    const items = assessText(
      'Requested treatment\n\n1. Fentanyl patch 50 mcg/h, 1 patch every 72 hours, #10\n2. Norco 10/325 mg TID #90\n',
    ).items;
    expect(items[0]!.sums.find((sum) => sum.label.endsWith('MME'))!.label).toBe('150 MME');
    expect(items[0]!.verdicts.find((one) => one.criterion === 'daily-opioid-dose')!.status).toBe('exceeded');
  });

  it('uses the chosen table of factors', () => {
    const text = 'Request: Tramadol 50 mg 1 tab QID #120\n';
    const mme = (table: 'cdc-2022' | 'cdc-2016') =>
      firstItem(text, { ...defaultSettings, morphineFactors: table }).sums.find((sum) => sum.label.endsWith('MME'))!
        .label;
    expect(mme('cdc-2022')).toBe('40 MME');
    expect(mme('cdc-2016')).toBe('20 MME');
  });

  it('says how each sum was worked out', () => {
    expect(how('Request: Norco 10/325 mg 1-2 tabs q6h #120\n', /days/)).toBe('120 ÷ 8 a day = 15 days');
    expect(how('Request: Norco 10/325 mg 1-2 tabs q6h #120\n', /^8\/day/)).toBe('2 × 4 a day = 8 a day');
  });

  it('works nothing out where the line gives no frequency', () => {
    expect(labels('Request: Norco 10/325 mg #180\n')).toEqual([]);
    expect(labels('Request: Norco 10/325 mg #180 as directed\n')).toEqual([]);
  });
});

describe('short-course limits', () => {
  it.each([
    ['Flexeril 10 mg TID #90', 'exceeded'],
    ['Fexmid 7.5 mg TID #120', 'exceeded'],
    ['Flexeril 10 mg TID #30', 'met'],
  ])('%s: %s', (line, status) => {
    expect(verdict(`Request: ${line}\n`, 'long-term-use').status).toBe(status);
  });

  it('a benzodiazepine for thirty days is past four weeks', () => {
    expect(verdict('Request: Restoril 15 mg qhs #30\n', 'long-term-use').status).toBe('exceeded');
    expect(verdict('Request: Restoril 15 mg qhs #14\n', 'long-term-use').status).toBe('met');
  });

  it.each([
    ['Zanaflex 6 mg TID', '18 mg'],
    ['Baclofen 20 mg TID', '60 mg'],
  ])('%s stays within the daily maximum', (line, sum) => {
    const found = verdict(`Request: ${line}\n`, 'count-limit');
    expect(found.status).toBe('met');
    expect(found.sum).toContain(sum);
  });

  it('counts use from the date in the note to the draft’s date', () => {
    const found = verdict(
      'Date: 9/2/14\n\nRequest: Flexeril 7.5 mg #90\n\nOn Flexeril since March 2014.\n',
      'long-term-use',
    );
    expect(found.status).toBe('exceeded');
    expect(found.why).toContain('6 months');
    expect(found.evidence[0]!.text).toContain('since March 2014');
  });
});

describe('length of use in an undated draft', () => {
  const today = Date.UTC(2014, 8, 2) / 86_400_000;
  const longTerm = (note: string) =>
    firstItem(`Request: Flexeril 7.5 mg #90\n\n${note}\n`, { ...defaultSettings, today }).verdicts.find(
      (one) => one.criterion === 'long-term-use',
    )!;

  it('counts a month or a year to the day it is read', () => {
    expect(longTerm('On Flexeril since March 2014.')).toMatchObject({
      status: 'exceeded',
      why: expect.stringContaining('6 months'),
    });
    expect(longTerm('On Flexeril since August 2014.').why).not.toContain('months');
  });

  it('leaves a day alone: it may be the draft’s own', () => {
    expect(longTerm('Flexeril started 3/1/2014.').status).not.toBe('exceeded');
  });
});

describe('visits and levels', () => {
  it('multiplies visits, and adds those done', () => {
    expect(labels('Request: Physical therapy 2-3x/wk x 4-6 wks lumbar spine\n')).toEqual(['18 visits']);
    expect(how('Request: PT 2x6 lumbar spine\n', /visits/)).toBe('2 a week × 6 weeks = 12 visits');
    const text = 'Request: Additional PT 2x6 lumbar spine\n\nHe has completed 18 sessions of physical therapy.\n';
    const found = verdict(text, 'count-limit');
    expect(found.status).toBe('exceeded');
    expect(found.sum).toBe('18 done + 12 asked for = 30 visits');
  });

  it('counts disc levels of a range', () => {
    expect(labels('Request: Left L4-S1 transforaminal ESI x1\n')).toEqual(['2 levels']);
    expect(labels('Request: L5-S1 interlaminar ESI x1\n')).toEqual(['1 level']);
  });
});
