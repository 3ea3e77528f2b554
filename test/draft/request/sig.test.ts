import { describe, expect, it } from 'vitest';
import { readRequest, readSig } from '../../../server/src/draft/request/index.js';

const perDay = (sig: string) => readSig(sig).perDay?.value ?? null;
const dose = (sig: string) => readSig(sig).dose;

describe('how often', () => {
  it.each([
    ['q4-6h', 6],
    ['q 6 hours', 4],
    ['q.4.d', 0.25],
    ['every 4 to 6 hours', 6],
    ['q72h', 1 / 3],
    ['bd', 2],
    ['tds', 3],
    ['nocte', 1],
    ['qod', 0.5],
    ['4 hourly', 6],
    ['hourly', 24],
    ['TID', 3],
    ['t.i.d.', 3],
    ['b. i. d.', 2],
    ['bid-tid', 3],
    ['BID or TID', 3],
    ['4 times daily', 4],
    ['four tiems a dya', 4],
    ['2-3x/day', 3],
    ['twice-daily', 2],
    ['once or twice a day', 2],
    ['at bedtime', 1],
    ['1 in AM 2 in PM', 2],
    ['one tablet in the morning, one at noon and two at bedtime', 3],
    ['12 hours on, 12 hours off', 1],
    ['q12h on/12h off', 1],
    ['on alternate days', 0.5],
    ['every other night', 0.5],
    ['Mon, Wed, Fri', 3 / 7],
    ['1 tablet daily Mon-Fri', 5 / 7],
    ['weekly', 1 / 7],
    ['once every 2 weeks', 1 / 14],
    ['2 tablets per day', 1],
    ['1-2 tablets up to 4 times a day', 4],
    ['4/day', 4],
    ['tid with meals', 3],
    ['1 tab qhs x 1 week, then bid', 2],
    ['in 3 divided doses', 3],
    ['tidprn', 3],
    ['1\\ntab\\npo\\nqd', 1],
  ])('%s', (sig, expected) => expect(perDay(sig)).toBeCloseTo(expected, 6));

  it.each([
    'as directed',
    'use ud',
    'prn',
    'as needed for pain',
    'max 4/day',
    'no more than 3 per day',
    'with meals',
    'BID q8h',
    'several times a day',
    'take one or two as needed up to 6 in 24 hours',
    'titrate as tolerated',
    'a few times a week',
    'occasionally',
  ])('%s gives no number, and says why', (sig) => {
    expect(perDay(sig)).toBeNull();
    expect(readSig(sig).vague).toMatch(/\w/);
  });

  it.each(['take with food', 'Norco 10/325 mg #180', 'one hour prior to MRI', 'once', 'x 10 days'])(
    '%s says nothing of it',
    (sig) => {
      expect(perDay(sig)).toBeNull();
      expect(readSig(sig).vague).toBeUndefined();
    },
  );

  it('keeps the most apart from how often', () => {
    const sig = readSig('1 tab q4-6h prn pain, max 4/day');
    expect([sig.perDay?.low, sig.perDay?.high, sig.maximumPerDay]).toEqual([4, 6, 4]);
    expect(readSig('1-2 tablets every 4 hours up to a maximum of 8 tablets in a day').maximumPerDay).toBe(8);
  });
});

describe('how much', () => {
  it.each([
    ['1-2 tabs po bid', 1, 2],
    ['ii tabs tid', 2, 2],
    ['half a tablet daily', 0.5, 0.5],
    ['1½ tabs daily', 1.5, 1.5],
    ['one and a half tablets', 1.5, 1.5],
    ['take one tab let daily', 1, 1],
    ['one (1) talbet bid', 1, 1],
    ['take 2 - twice daily', 2, 2],
    ['2 to be taken at night', 2, 2],
    ['two 5ml spoonfuls bid', 10, 10],
    ['Tramadol 50 mg take 100 mg q6h', 2, 2],
    ['1×2 tabs bid', 2, 2],
    ['1 qam 2 qhs', 2, 2],
  ])('%s', (sig, low, high) => expect(dose(sig)).toEqual([low, high]));

  it.each(['Gabapentin 300 mg TID', 'take one daily at 6pm', 'apply thinly twice a day'])('%s', (sig) => {
    expect(dose(sig)?.[1] ?? 1).toBe(1);
  });
});

describe('as needed', () => {
  it.each([
    ['1 tab q6h prn severe pain #60', 'severe pain'],
    ['take one as needed for muscle spasm, #30', 'muscle spasm'],
    ['TID PRN', null],
  ])('%s', (sig, reason) => {
    expect(readSig(sig).prn).toBe(true);
    expect(readSig(sig).prnReason).toBe(reason);
  });
});

describe('how long', () => {
  it.each([
    ['bid x 7-10 days', 10],
    ['30 day supply', 30],
    ['for one month', 30],
    ["1 month's supply", 30],
    ['#60/30 days', 30],
    ['#120/month', 30],
    ['tid for the next 2 weeks', 14],
    ['days supply: 28', 28],
    ['for at least 5 days', 5],
    ['x 10d', 10],
  ])('%s', (sig, days) => expect(readSig(sig).durationDays).toBe(days));

  it.each([
    'every 7 days',
    'several times a day',
    'since 6 months ago',
    'for 12 hours',
    'qhs x 3 days, then bid',
    'taper 60 mg x 3 days, 40 mg x 4 days',
  ])('%s gives none', (sig) => {
    expect(readSig(sig).durationDays).toBeNull();
  });
});

describe('supply', () => {
  it.each([
    ['Norco #180', 180],
    ['qty: 90', 90],
    ['quantity of 90', 90],
    ['Disp: 90 (ninety) tabs', 90],
    ['x 30 tabs', 30],
    ['90 tablets', 90],
    ['120 count', 120],
    ['sixty tablets', 60],
    ['1 box of 30 patches', 30],
    ['3 tubes of 100 g', 300],
    ['dispense #60', 60],
    ['# 12O', 120],
    ['120 NORCO', 120],
    ['QTY 90.00', 90],
    ['1 tab bid 60 tabs', 60],
    ['one patch weekly, 4 patches', 4],
    ['1 prescription of Norco #120', 120],
  ])('%s', (sig, quantity) => expect(readSig(sig).quantity).toBe(quantity));

  it.each(['1. Norco 10/325', '2 tablets bid', 'Tylenol #3 bid', 'Norco 10/325 mg bid', 'Rx 06/10/15'])(
    '%s names none',
    (sig) => {
      expect(readSig(sig).quantity).toBeNull();
    },
  );

  it.each([
    ['RF 0', 0],
    ['no refills', 0],
    ['Refills: 4', 4],
    ['x2 refills', 2],
    ['refill x 1', 1],
    ['with two refills', 2],
    ['refills none', 0],
    ['Rfl: 0', 0],
    ['3RF', 3],
    ['qty 12 refills 3', 3],
    ['NR', 0],
    ['#30 (thirty) refills 2 (two)', 2],
  ])('%s', (sig, refills) => expect(readSig(sig).refills).toBe(refills));

  it.each(['Medication refill: Norco #120', 'Refill Percocet 5/325 #60', 'refill 120'])('%s names no refills', (sig) =>
    expect(readSig(sig).refills).toBeNull(),
  );
});

describe('strength', () => {
  const strength = (line: string) => readSig(line).strength;
  it.each([
    ['Norco 10/325', '10/325 mg'],
    ['hydrocodone-acetaminophen 7.5-325', '7.5/325 mg'],
    ['Vicodin ES 7.5 mg-300 mg', '7.5/300 mg'],
    ['Percocet 1O/325MG', '10/325 mg'],
    ['Duragesic 25', '25 mcg/h'],
    ['fentanyl 50 mcg/hr', '50 mcg/h'],
    ['Butrans 10 mcg', '10 mcg/h'],
    ['Lidoderm 5%', '5 %'],
    ['Xanax .25 mg', '0.25 mg'],
    ['Soma 350 1 tid', '350 mg'],
    ['Lyrica 75 bid', '75 mg'],
    ['Tylenol #3', '30/300 mg'],
    ['oxycodone 5mg/5ml', '5 mg/5 ml'],
    ['Fexmid 7.25', '7.25 mg'],
    ['gabapentin 1,200 mg', '1200 mg'],
    ['Suboxone 8 mg/2 mg film', '8/2 mg'],
  ])('%s', (line, expected) => expect(strength(line)).toBe(expected));

  it.each(['Norco #90', 'Norco 2 tabs bid', 'Tramadol 3 times a day', 'Take 1 tablet (10 mg total) bid'])(
    '%s has none',
    (line) => expect(strength(line)).toBeNull(),
  );
});

describe('places', () => {
  it('stand where the words stand', () => {
    const text = 'Norco 10/325 mg 1-2 tabs q4-6h prn, #120, RF 2';
    const read = readRequest(text, { kind: 'drug', family: 'opioid', drug: 'hydrocodone/acetaminophen' });
    const at = (reading: { start: number; end: number } | null) =>
      reading ? text.slice(reading.start, reading.end) : null;
    expect(
      [read.strength, read.dosePerAdministration, read.frequencyPerDay, read.quantity, read.refills].map(at),
    ).toEqual(['10/325 mg', '1-2 tabs', 'q4-6h', '#120', 'RF 2']);
  });
});
