import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labelledLines, lineFiles, mainTreatment, measureLines } from '../../accuracy/lines.js';
import { readRequest, readSig } from '../../../server/src/draft/request/index.js';
import { readBodyParts, readSide } from '../../../server/src/draft/request/body.js';
import type { ItemKind } from '../../../server/src/draft/types.js';

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url));
const lines = labelledLines(corpus, 'lines-offices.jsonl') ?? [];
const named = new Set(['treatment', 'bodyParts']);

describe('lines as other offices write them', () => {
  it('are among the files', () =>
    expect(lineFiles(corpus)).toEqual(['lines-3.jsonl', 'lines-offices.jsonl', 'lines.jsonl']));

  it.each(lines.map((line) => [line.id, line] as const))('%s', (_id, line) => {
    const wrong = Object.entries(measureLines([line])).flatMap(([field, score]) =>
      named.has(field) ? [] : score.wrong.map((each) => `${field} ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name every body part as meant', () => {
    const parts = measureLines(lines).bodyParts!;
    expect(parts.lenient).toBe(parts.total);
  });
});

describe('quantities written in other ways', () => {
  it.each([
    ['Endocet 7.5/325 # XC', 90],
    ['Ultram 50 mg 1 po q6h # CXX', 120],
    ['Flexeril 10 mg Disp #LX', 60],
    ['Motrin 800 mg #C', 100],
    ['Norco 10/325 #XXX (30)', 30],
    ['Baclofen 10 mg Disp: *60*', 60],
    ['Tramadol 50 mg Disp: **90**', 90],
    ['Soma 350 mg Qty=[90]', 90],
    ['Neurontin 300 mg Quantity ~90~', 90],
    ['Norco number one twenty', 120],
    ['Norco number one eighty one q 4 hours', 180],
    ['Norco dispense ninety one tablet daily', 90],
    ['Norco dispense one hundred twenty one po qid', 120],
    ['Norco number ninety-one', 91],
    ['Protonix 40 mg, one daily, thirty, refill three times', 30],
  ])('%s', (line, quantity) => expect(readSig(line).quantity).toBe(quantity));

  it.each([
    'Norco 10/325 # XXX',
    'Norco 10/325 #___, 30 days supply',
    'Tylenol #III bid',
    'Norco 10/325 number one priority',
    'oxycodone thirty, no refills',
    'Naprosyn 500 mg bid #l',
  ])('%s names none', (line) => expect(readSig(line).quantity).toBeNull());
});

describe('dictated strengths', () => {
  it.each([
    ['Norco ten three twenty five one tablet four times a day', '10/325 mg'],
    ['Percocet seven point five three twenty five one tid', '7.5/325 mg'],
    ['Norco five three hundred and twenty five one bid', '5/325 mg'],
    ['Soma three fifty one tid', '350 mg'],
    ['Gabapentin three hundred one po tid', '300 mg'],
    ['Restoril thirty mg', '30 mg'],
    ['Lyrica seventy-five mg bid', '75 mg'],
  ])('%s', (line, strength) => expect(readSig(line).strength).toBe(strength));

  it.each(['oxycodone thirty, no refills', 'Valium two bid', 'ibuprofen three times a day', 'Norco ten tablets'])(
    '%s has none',
    (line) => expect(readSig(line).strength).toBeNull(),
  );

  it.each([
    ['Pennsaid 2% - 2 pumps bid', '2 %', 2],
    ['Lidocaine 5% - 1 patch daily', '5 %', 1],
    ['Voltaren 1% - 4 g qid', '1 %', 4],
    ['Flexeril 10mg-1 po qhs', '10 mg', 1],
    ['hydrocodone/apap 10mg-325 1 q6h', '10/325 mg', 1],
  ])('%s parts strength and dose', (line, strength, dose) => {
    expect(readSig(line).strength).toBe(strength);
    expect(readSig(line).dose?.[1]).toBe(dose);
  });
});

describe('refills written in other ways', () => {
  it.each([
    ['#90 R:1', 1],
    ['#30 R-2', 2],
    ['#30 R2', 2],
    ['#30 R/F: 3', 3],
    ['#60, RFx1', 1],
    ['#30 ref x 5', 5],
    ['Ref: *1*', 1],
    ['may ref 1 time, #30', 1],
    ['#100 w/ 3 refills', 3],
    ['#30 may be refilled x 2', 2],
    ['refill three times', 3],
  ])('%s', (line, refills) => expect(readSig(`Mobic 7.5 mg daily ${line}`).refills).toBe(refills));

  it.each(['R knee OA #30', 'for R52, R11 #30', 'Ref: claim 5', 'R: shoulder', 'RF 3/15/16', 'Rx 3'])(
    '%s names none',
    (line) => expect(readSig(`Mobic 7.5 mg daily ${line}`).refills).toBeNull(),
  );
});

describe('times and lengths', () => {
  it.each([
    ['one tab nightly; I am dispensing #30', 1],
    ['I am requesting Norco BID', 2],
    ['1 tab am, 1 tab pm', 2],
    ['25 mg at hour of sleep', 1],
    ['q hour of sleep', 1],
    ['gets 4 hours of sleep without it, 1 tab tid', 3],
  ])('%s', (sig, perDay) => expect(readSig(sig).perDay?.value).toBe(perDay));

  it.each([
    ['q24h #30, must last 30 days', 30],
    ['#120 should last one month', 30],
    ['nightly, not to exceed 2 weeks', 14],
    ['tid, no more than 10 days', 10],
    ['NTE 14 days', 14],
  ])('%s', (sig, days) => {
    expect(readSig(sig).durationDays).toBe(days);
    expect(readSig(sig).maximumPerDay).toBeNull();
  });

  it.each(['bid, used for the last 30 days', 'relief hoped to last 3 weeks', 'use 3 days per week'])(
    '%s gives none',
    (sig) => expect(readSig(sig).durationDays).toBeNull(),
  );
});

const read = (text: string, kind: ItemKind, family: string) => readRequest(text, { kind, family, drug: null });

describe('visits and counts', () => {
  it.each([
    ['Psychotherapy one session q week for 10 weeks', 1, 10, 10],
    ['PT 1 visit every 2 weeks for 12 weeks', 0.5, 12, 6],
    ['FRP twenty part-day sessions over six weeks', null, 6, 20],
    ['FRP 10 half day sessions', null, null, 10],
    ['psychotherapy 1 session a month', null, null, null],
    ['CBT weekly x 6', 1, 6, 6],
  ])('%s', (text, perWeek, weeks, visits) => {
    const found = read(text, 'therapy', mainTreatment(text)?.family ?? 'unknown');
    expect([found.visitsPerWeek?.value ?? null, found.weeks?.value ?? null, found.visits?.value ?? null]).toEqual([
      perWeek,
      weeks,
      visits,
    ]);
  });

  it.each([
    ['TPI bil. gluteus medius, TWO TODAY', 2],
    ['Synvisc-One injection right knee, US guided, one', 1],
    ['TPI, 3 today', 3],
    ['TPI left trapezius, 3', null],
    ['facet block, one level', null],
  ])('%s', (text, count) => expect(read(text, 'procedure', 'esi').count?.value ?? null).toBe(count));

  it('hands out a device, and counts no procedure', () => {
    const brace = read('lumbar brace, purchase, qty 1', 'device', 'brace');
    expect([brace.quantity?.value, brace.count]).toEqual([1, null]);
  });

  it('knows a second opinion', () => {
    expect(mainTreatment('spine surgeon 2nd opinion')?.family).toBe('surgical-consult');
  });
});

describe('places', () => {
  it.each([
    ['CHIRO 2X4 C/S', 'cervical spine'],
    ['MRI T/S', 'thoracic spine'],
    ['MRI L/S w/o contrast', 'lumbar spine'],
    ['LESI', 'lumbar spine'],
    ['urine c/s', ''],
  ])('%s', (text, parts) =>
    expect(
      readBodyParts(text)
        .map((part) => part.value)
        .join(' '),
    ).toBe(parts),
  );

  it.each([
    ['2 pumps to each knee', 'bilateral'],
    ['each visit', undefined],
  ])('%s', (text, side) => expect(readSide(text)?.value).toBe(side));

  it('of an intramuscular injection, not of the pain', () => {
    const given = (text: string) => {
      const { side, count, bodyParts } = readRequest(text, { kind: 'drug', family: 'nsaid', drug: 'ketorolac' });
      return [side?.value ?? null, count?.value ?? null, bodyParts.map((part) => part.value).join()];
    };
    expect(given('Toradol 60 mg IM x1 today, left deltoid')).toEqual(['left', 1, 'deltoid']);
    expect(given('Toradol 30 mg IM right gluteal x 2')).toEqual(['right', 2, 'gluteal muscles']);
    expect(given('Toradol 60 mg IM for left hip pain')).toEqual([null, null, '']);
    expect(given('Toradol 10 mg po x 5 days')).toEqual([null, null, '']);
  });
});
