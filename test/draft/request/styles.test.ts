import { describe, expect, it } from 'vitest';
import { plainRequest, mainTreatment, type RequestField } from '../../accuracy/lines.js';
import { readRequest } from '../../../server/src/draft/request/index.js';

/** What the line says, whatever it asks for. */
function read(line: string): Record<RequestField, unknown> {
  const main = mainTreatment(line);
  const is = { kind: main?.kind ?? 'unknown', family: main?.family ?? 'unknown', drug: main?.drug ?? null } as const;
  return plainRequest(readRequest(line, is));
}

type Case = readonly [string, Partial<Record<RequestField, unknown>>];

function reads(cases: readonly Case[]): void {
  it.each(cases)('%s', (line, expected) => expect(read(line)).toMatchObject(expected));
}

describe('fields parted by strokes and dashes', () => {
  reads([
    ['Diclofenac EC 75mg / 60 / BID', { strength: '75 mg', quantity: 60, frequencyPerDay: 2 }],
    ['Naproxen 550 / 60 / BID', { strength: '550 mg', quantity: 60 }],
    ['Relafen 750 mg / 60 tabs / BID', { strength: '750 mg', quantity: 60 }],
    ['Prilosec 20mg - 60 - BID', { strength: '20 mg', quantity: 60 }],
    ['Mobic 15 mg | 30 | daily', { strength: '15 mg', quantity: 30 }],
    ['Meloxicam 15mg / #30 / qd / 1 RF', { quantity: 30, refills: 1 }],
    ['Tramadol 50mg/100/QID', { strength: '50 mg' }],
    ['Nucynta 75 / tapentadol; 1 tab q6h', { strength: '75 mg' }],
    ['Norco 10 / 325 / q6h', { strength: '10/325 mg', quantity: null }],
    ['Percocet 10mg/325 q6h', { strength: '10/325 mg' }],
    ['prednisone taper 60-50-40-30-20-10', { quantity: null }],
    ['Gabapentin 300 mg tid - 30 - 60 - 90', { quantity: null }],
  ]);
});

describe('a strength without its unit, away from the name', () => {
  reads([
    ['#30 Flexeril (cyclobenzaprine HCl) i tab po TID, strength 7.5', { strength: '7.5 mg' }],
    ['Norco, str: 10/325, #90', { strength: '10/325 mg' }],
    ['60 tabs of Anaprox DS, bid w/ food, 550', { strength: '550 mg', quantity: 60 }],
    ['#60 Naprosyn, 500, bid', { strength: '500 mg', quantity: 60 }],
    ['Neurontin six hundred, one t.i.d., number ninety', { strength: '600 mg', quantity: 90 }],
    ['Celebrex two hundred (celecoxib) once daily, quantity thirty', { strength: '200 mg', quantity: 30 }],
    ['Zanaflex (tizanidine) tizanidine 4, one qhs', { strength: '4 mg' }],
    ['Robaxin-750 one q8h', { strength: '750 mg' }],
    ['oxycodone thirty, no refills', { strength: null }],
    ['Gabapentin tid, 17, #90', { strength: null }],
  ]);
});

describe('a number of units that is a field by itself', () => {
  reads([
    ['Oxycodone IR 15mg, one tab five times a day, one hundred fifty (150), no refill', { quantity: 150 }],
    ['oxycodone IR 10mg one tablet four times a day, one hundred twenty', { quantity: 120 }],
    ['Norco ten three twenty-five, number one-twenty, one tab q6h', { quantity: 120 }],
    ['Hydrocodone/APAP 10/325 #one-twenty', { quantity: 120 }],
    ['Tramadol number forty-five, one q6h', { quantity: 45 }],
    ['Tramadol 50 mg bid, 45, 90', { quantity: null }],
  ]);
});

describe('boxes that hold so many in all', () => {
  reads([
    ['Lidoderm 5% patches, 2 boxes (60 ea total), daily', { quantity: 60 }],
    ['Lidocaine patch 5%, 3 boxes (90 patches), daily', { quantity: 90 }],
    ['Flector 1.3% patch, 2 boxes (60), bid', { quantity: 60 }],
    ['Lidoderm 5%, 2 boxes (30 each), daily', { quantity: 60 }],
    ['Lidoderm 5%, 2 boxes of 30', { quantity: 60 }],
    ['Voltaren gel 1%, 3 tubes (100 g)', { quantity: 300 }],
  ]);
});

describe('tablets in Roman numerals', () => {
  reads([
    ['Ultram 50, i-ii po q4-6h prn', { dosePerAdministration: 2 }],
    ['protonix 40mg i qam #30', { dosePerAdministration: 1 }],
    ['Neurontin 300: ii bid', { dosePerAdministration: 2 }],
    ['ketamine 10 mg IV daily', { dosePerAdministration: null }],
    ['Lyrica 75 mg for CRPS I, bid', { dosePerAdministration: null }],
  ]);
});

describe('a dose of the directions, and units handed out', () => {
  reads([
    ['Butrans 10 mcg/hr patch, one weekly, four patches', { dosePerAdministration: 1, quantity: 4 }],
    ['Fentanyl 25 mcg/hr patch, 1 q72h, 10 patches', { dosePerAdministration: 1, quantity: 10 }],
  ]);
});

describe('letters and digits that a scan mistook', () => {
  reads([
    ['GABAPENT1N 3OOMG #9O TID', { strength: '300 mg', quantity: 90 }],
    ['TRAMAD0L 50MG #l20', { strength: '50 mg', quantity: 120 }],
    ['N0RCO 1O/325 1 Q6H', { strength: '10/325 mg' }],
  ]);

  it('names the drug', () => {
    expect(mainTreatment('me1oxicam 15 mg')?.treatment).toBe('meloxicam');
    expect(mainTreatment('OMEPRAZ0LE 20 MG')?.treatment).toBe('omeprazole');
  });
});

describe('a course in stages', () => {
  reads([
    [
      'Chiropractic manipulation 3x/wk x 2 wks then 2x/wk x 3 wks',
      { visits: 12, visitsPerWeek: 3, weeks: 5, durationDays: 35 },
    ],
    ['PT 3x/week for 2 weeks followed by 2x/week for 4 weeks', { visits: 14, visitsPerWeek: 3, weeks: 6 }],
    ['acupuncture 12 visits: 2x/wk x 4 wks, then 1x/wk x 4 wks', { visits: 12, weeks: 8 }],
    ['Chiro 1 visit weekly x 2 weeks, tapering to 1 every 2 weeks x 4 weeks', { visits: 4, weeks: 6 }],
    ['PT 2x/wk x 4 wks then HEP', { visits: 8, weeks: 4 }],
    ['PT 2x/wk x 4 wks, then re-evaluate in 6 weeks', { visitsPerWeek: 2, weeks: 4 }],
  ]);
});

describe('a side in a lone capital', () => {
  reads([
    ['C3-C6 facet injections R', { side: 'right' }],
    ['Lumb. facet inj. L4-5 R', { side: 'right', levels: ['L4-5'] }],
    ['SIJ inj R under fluoro', { side: 'right' }],
    ['R CAM boot, purchase', { side: 'right' }],
    ['TFESI L5-S1, L', { side: 'left', levels: ['L5-S1'] }],
    ['L and R knee Synvisc-One', { side: 'bilateral' }],
    ['MRI L spine', { side: null }],
    ['SI joint injection R or L', { side: null }],
    ['PT, R/O radiculopathy', { side: null }],
  ]);
});

describe('procedures counted and dated', () => {
  reads([
    ['repeat ESI at L4-L5 one time', { count: 1 }],
    ['Euflexxa series of three injections bilateral knees', { count: 3 }],
    ['Orthovisc, 4 weekly injections R knee', { count: 4 }],
    ['SCS trial percutaneous, two leads, x 7 days', { durationDays: 7 }],
    ['spinal cord stimulator 5-7 day trial', { durationDays: 7 }],
    ['ESI L4-5, two injections two weeks apart', { durationDays: null }],
    ['TENS rental 3 months then purchase', { durationDays: 90 }],
    ['housekeeping 4 hours every week for 3 months', { visitsPerWeek: 1, visits: null }],
  ]);
});

describe('the last level of a list', () => {
  reads([
    ['medial branch nerve blocks L2, 3, 4 and 5', { levels: ['L2', 'L3', 'L4', 'L5'] }],
    ['MBB C4, 5 & 6', { levels: ['C4', 'C5', 'C6'] }],
    ['RFA L3 and 4', { levels: ['L3', 'L4'] }],
    ['SNRB L4 and 5 visits of PT', { levels: ['L4'] }],
    ['TFESI L4 and 2 more', { levels: ['L4'] }],
  ]);
});

describe('treatments by clipped and other names', () => {
  it.each([
    ['phys. therapy 2x6', 'physical-therapy'],
    ['Diag. med. branch blk. L3-L5', 'facet-block'],
    ['occ. ther. 6 visits', 'physical-therapy'],
    ['CERV. EPID. STEROID INJ. C5-6', 'esi'],
    ['transforaminal injection L5', 'esi'],
    ['second opinion, spine surgeon', 'surgical-consult'],
    ['HHA 4 hrs/day x 6 wks', 'home-health'],
    ['HA injections right knee', 'viscosupplementation'],
    ['AFO right', 'brace'],
  ])('%s', (line, family) => expect(mainTreatment(line)?.family).toBe(family));
});

describe('amounts written out beside a numbered brand', () => {
  reads([
    ['Tylenol #3 (APAP/codeine 300/30) one q6h', { strength: '300/30 mg' }],
    ['Tylenol #3 one q6h', { strength: '30/300 mg' }],
  ]);
});

describe('a number between what has been read', () => {
  reads([
    ['Soma three fifty milligrams one QHS thirty no refills', { quantity: 30, refills: 0 }],
    ['Tramadol 50 mg t.i.d. ninety with one refill', { quantity: 90, refills: 1 }],
    ['Norco 10/325 1 po q6h prn 120', { quantity: 120 }],
    ['Norco 10/325 - 1 po q 6 - #112', { strength: '10/325 mg', quantity: 112 }],
    ['Amitriptyline 25MG TABS, 30 EA, 1 PO HS', { quantity: 30 }],
    ['Gabapentin 300 mg tid for pain 10', { quantity: null }],
    ['OXYCODONE-APAP 5/325 TAB; 1 TAB Q8H; QTY 90; DAYS 30; REFILL 00', { durationDays: 30, refills: 0 }],
  ]);
});

describe('several tubes', () => {
  reads([
    ['Lidopro ointment 121 gm x 2 tubes, tid', { quantity: 242 }],
    ['Voltaren gel 1% 100 g tube x 3 qid', { quantity: 300 }],
    ['Voltaren 1% gel 100 gm x 4 weeks qid', { quantity: 100, durationDays: 28 }],
    ['Ketoprofen cream 120 g tube x 2 refills', { quantity: 120, refills: 2 }],
  ]);
});

describe('visits by the month', () => {
  reads([
    ['chiro 2x/month x 3 months', { visits: 6, durationDays: 90, visitsPerWeek: null }],
    ['psychiatric follow up monthly x 6 months', { visits: 6 }],
    ['Acupuncture, twice a month for three months', { visits: 6 }],
    ['psychotherapy 1 session a month', { visits: null }],
    ['Chiropractic - 10 visits in 5 weeks', { visits: 10, weeks: 5 }],
    ['PT 12 visits, re-evaluation in 6 weeks', { visits: 12, weeks: null }],
  ]);
});

describe('places of an injection by any name', () => {
  reads([
    ['depo-medrol 80mg inj, SI joint left', { side: 'left', bodyParts: ['sacroiliac joint'] }],
    ['knee brace - R, hinged', { side: 'right' }],
    ['EMG/NCV B/L UE', { side: 'bilateral', bodyParts: ['upper extremity'] }],
  ]);
});

describe('slips in short words', () => {
  it.each([
    ['facett injection L4-5', 'facet-block'],
    ['Urine drug scren', 'urine-drug-test'],
    ['Massge therapy 1x6', 'massage'],
    ['MIR lumbar spine', 'mri'],
    ['Relefan 750 bid', 'nsaid'],
  ])('%s', (line, family) => expect(mainTreatment(line)?.family).toBe(family));

  it('names the part', () => expect(read('PT 2x6 left sholder').bodyParts).toEqual(['shoulder']));
});
