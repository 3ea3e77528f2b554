import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../server/src/draft/request/index.js';
import { readLevels } from '../../../server/src/draft/request/levels.js';
import { readBodyParts, readSide } from '../../../server/src/draft/request/body.js';
import { readCpt, readIcd } from '../../../server/src/draft/request/codes.js';
import type { ItemKind } from '../../../server/src/draft/types.js';

const read = (text: string, kind: ItemKind, family = 'esi') => readRequest(text, { kind, family, drug: null });

describe('levels', () => {
  it.each([
    ['L4-5', 'L4-5'],
    ['L4/5', 'L4-5'],
    ['L4-L5', 'L4-5'],
    ['L4-S1', 'L4-5 L5-S1'],
    ['L4-S-1', 'L4-5 L5-S1'],
    ['L2-3. L3-4', 'L2-3 L3-4'],
    ['L3-4-5', 'L3-4 L4-5'],
    ['L5S1', 'L5-S1'],
    ['L45', 'L4-5'],
    ['L5-1', 'L5-S1'],
    ['C7-T1', 'C7-T1'],
    ['T12-L1', 'T12-L1'],
    ['L3, L4, L5', 'L3 L4 L5'],
    ['C4,5,6 x1', 'C4 C5 C6'],
    ['L5 and S1', 'L5 S1'],
    ['L 4-5', 'L4-5'],
    ['L4 to S1', 'L4-5 L5-S1'],
    ['L4-5/L5-S1', 'L4-5 L5-S1'],
    ['l4-5', 'L4-5'],
    ['C3-C5', 'C3-4 C4-5'],
  ])('%s', (text, levels) =>
    expect(
      readLevels(text)
        .map((level) => level.value)
        .join(' '),
    ).toBe(levels),
  );

  it.each([
    'M54.16',
    'L0631',
    'T2-weighted MRI',
    'x4',
    'L9',
    'C13',
    '10/325',
    'q4-6h',
    "patient's 1-2",
    'S1 joint',
    'vitamin B12',
  ])('none in %s', (text) => {
    expect(readLevels(text)).toEqual([]);
  });
});

describe('side', () => {
  it.each([
    ['left L4-5', 'left'],
    ['Rt knee', 'right'],
    ['B/L L4-5', 'bilateral'],
    ['bilat SIJ', 'bilateral'],
    ['R shoulder', 'right'],
    ['(L) knee', 'left'],
    ['BLE', 'bilateral'],
    ['left and right L5', 'bilateral'],
    ['both knees', 'bilateral'],
    ['RUE', 'right'],
  ])('%s', (text, side) => expect(readSide(text)?.value).toBe(side));

  it.each(['L4-5', 'MRI L/S spine', 'lumbar', 'right away', 'Lyrica'])('none in %s', (text) =>
    expect(readSide(text)).toBeNull(),
  );
});

describe('body parts', () => {
  it.each([
    ['bilateral trapezius and rhomboids', 'trapezius rhomboids'],
    ['lumbar paraspinals', 'lumbar paraspinals'],
    ['C-spine', 'cervical spine'],
    ['lower back', 'low back'],
    ['R knee', 'knee'],
    ['upper traps', 'upper trapezius'],
    ['SI joint', 'sacroiliac joint'],
  ])('%s', (text, parts) =>
    expect(
      readBodyParts(text)
        .map((part) => part.value)
        .join(' '),
    ).toBe(parts),
  );

  it.each(['back to work', 'hand surgeon', 'spine surgeon'])('none in %s', (text) =>
    expect(readBodyParts(text)).toEqual([]),
  );
});

describe('count', () => {
  it.each([
    ['LESI x2', 2],
    ['TPI times two', 2],
    ['series of three ESIs', 3],
    ['4 TRIGGER POINT INJECTIONS', 4],
    ['two lumbar ESIs', 2],
    ['qty: 3 ESI', 3],
    ['ESI x 2-3', 3],
    ['up to 4 trigger point injections', 4],
    ['Euflexxa weekly x 3', 3],
    ['ESI once a week for 3 weeks', 3],
  ])('%s', (text, count) => expect(read(text, 'procedure').count?.value).toBe(count));

  it.each([
    'LESI #2',
    '1. LESI L4-5',
    '2 level facet block',
    'LESI x 2 levels',
    'second ESI',
    'ESI L4-5',
    'Synvisc-One left knee',
    'ESI 64483',
  ])('none in %s', (text) => {
    expect(read(text, 'procedure').count).toBeNull();
  });
});

describe('visits', () => {
  it.each([
    ['PT 2x6', 2, 6, 12],
    ['PT 2-3x/wk x 4-6 wks', 3, 6, 18],
    ['PT twice a week for 6 weeks', 2, 6, 12],
    ['PT 12 sessions', null, null, 12],
    ['PT 8 visits over 4 weeks', null, 4, 8],
    ['PT 1 x week x 8 weeks', 1, 8, 8],
    ['PT 3 times per week', 3, null, null],
    ['PT every other week for 12 weeks', 0.5, 12, 6],
    ['12 PT visits', null, null, 12],
    ['PT x 12', null, null, 12],
    ['PT once a week x 6', 1, 6, 6],
    ['PT 3xwk for 4wks', 3, 4, 12],
    ['PT frequency 2x/week duration 4 weeks', 2, 4, 8],
    ['PT x 6 weeks', null, 6, null],
    ['continue PT', null, null, null],
    ['PT for the neck', null, null, null],
    ['PT, 6 of 12 visits completed', null, null, null],
  ])('%s', (text, perWeek, weeks, visits) => {
    const found = read(text, 'therapy', 'physical-therapy');
    expect([found.visitsPerWeek?.value ?? null, found.weeks?.value ?? null, found.visits?.value ?? null]).toEqual([
      perWeek,
      weeks,
      visits,
    ]);
    expect(found.durationDays?.value ?? null).toBe(weeks === null ? null : weeks * 7);
  });
});

describe('manner', () => {
  it('reads approach and guidance', () => {
    const found = read('L4-5 TFESI under fluoroscopic guidance', 'procedure');
    expect([found.approach?.value, found.guidance?.value]).toEqual(['transforaminal', 'fluoroscopy']);
    expect(read('L5-S1 interlaminar ESI with ultrasound guidance', 'procedure').guidance?.value).toBe('ultrasound');
    expect(read('ESI L5-S1', 'procedure').approach).toBeNull();
  });

  it('reads rental, purchase and contrast', () => {
    expect(read('TENS unit 30-day rental', 'device', 'tens').tenure?.value).toBe('rental');
    expect(read('TENS unit 30-day rental', 'device', 'tens').durationDays?.value).toBe(30);
    expect(read('TENS purchase', 'device', 'tens').tenure?.value).toBe('purchase');
    for (const [text, contrast] of [
      ['MRI w/o contrast', 'without'],
      ['MRI with contrast', 'with'],
      ['MRI with and without contrast', 'with and without'],
      ['MRI w/wo gad', 'with and without'],
      ['non-contrast MRI', 'without'],
    ]) {
      expect(read(text!, 'study', 'mri').contrast?.value).toBe(contrast);
    }
  });

  it('reads codes by their form', () => {
    expect(readCpt('97110, 97140, L0631 and 64483-50').map((code) => code.value)).toEqual([
      '97110',
      '97140',
      'L0631',
      '64483',
    ]);
    expect(readCpt('#90 12345-6789 Claim 12345')).toEqual([]);
    expect(readIcd('M54.16; dx 724.4, ICD-10: G894').map((code) => code.value)).toEqual(['M54.16', '724.4', 'G894']);
    expect(readIcd('pain 6.5 of 10')).toEqual([]);
  });
});

describe('any text', () => {
  const odd = [
    '',
    '   ',
    '#',
    '1/',
    '-',
    'x',
    '\n\n',
    '😀 2x6',
    '9'.repeat(400),
    '1/2/3/4/5',
    'q',
    'every',
    'L',
    'L4-',
    '(((',
    'x x x 2 x',
  ];
  it.each(odd)('does not throw on %j', (text) => {
    for (const kind of ['drug', 'procedure', 'therapy', 'device', 'study', 'service', 'unknown'] as const)
      expect(() => read(text, kind)).not.toThrow();
  });
});

describe('a side left open', () => {
  it.each(['L4-5 TFESI, left or right', 'SI joint injection R or L'])('%s', (text) => {
    expect(readSide(text)).toBeNull();
  });

  it('is not one of two that are both asked for', () => {
    expect(readSide('left and right knee')?.value).toBe('bilateral');
  });
});

describe('hours of care', () => {
  it.each([
    ['Home health aide 4 hours a day, 5 days a week', 4, 'day'],
    ['HOME HEALTH 4-6 HRS/DAY', 6, 'day'],
    ['attendant care 6 hours daily', 6, 'day'],
    ['RN at home 2x/wk, 3 hrs per visit', 3, 'visit'],
    ['home health aide 20 hours per week x 4 weeks', 20, 'week'],
    ['home care 12 hrs weekly', 12, 'week'],
  ])('%s', (text, value, per) => {
    expect(read(text, 'service', 'home-health').hours?.value).toEqual({ value, per });
  });

  it.each(['Home health aide 5 days a week', 'Home care every 48 hours'])('%s: none', (text) => {
    expect(read(text, 'service', 'home-health').hours).toBeNull();
  });
});
