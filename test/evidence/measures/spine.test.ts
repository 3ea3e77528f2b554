import { describe, expect, it } from 'vitest';
import { measuresOf, names, seen } from './seen.js';

describe('level', () => {
  it.each([
    ['L4-5', ['L4-5']],
    ['L4-L5', ['L4-5']],
    ['L4/5', ['L4-5']],
    ['L4/L5 and L5/S1', ['L4-5', 'L5-S1']],
    ['L5-S1', ['L5-S1']],
    ['l5s1', ['L5-S1']],
    ['L4 - L5', ['L4-5']],
    ['L4–5', ['L4-5']],
    ['L4-S1', ['L4-S1']],
    ['L4-S-1', ['L4-S1']],
    ['L4 to S1', ['L4-S1']],
    ['L3-4-5', ['L3-L5']],
    ['C5-C6-C7', ['C5-C7']],
    ['C7-T1', ['C7-T1']],
    ['T12-L1', ['T12-L1']],
    ['L 4-5', ['L4-5']],
    ['L5-SI disc', ['L5-S1']],
    ['S1-L5', ['L5-S1']],
    ['(L5-S1)', ['L5-S1']],
  ])('reads %s', (text, expected) => {
    expect(names('level', text)).toEqual(expected);
  });

  it('counts and lists the discs of several levels', () => {
    const slot = measuresOf('ESI at L4-S1').find((each) => each.kind === 'level')!;
    expect(slot.value).toBe(2);
    expect(slot.classes).toEqual(['L4-5', 'L5-S1', 'lumbar', 'sacral']);
  });

  it.each(['L5', 'L9-10', 'C8-9', 'T2-weighted', 'T1/T2 weighted', 'H1-2', 'L5 - 3 weeks'])(
    'sees none in %s',
    (text) => {
      expect(names('level', text)).toEqual([]);
    },
  );
});

describe('root', () => {
  it.each([
    ['L5 radiculopathy', ['L5']],
    ['L5 and S1', ['L5', 'S1']],
    ['L4, L5, S1', ['L4', 'L5', 'S1']],
    ['C6 distribution', ['C6']],
    ['left S-1 root', ['S1']],
    ['L 5 dermatome', ['L5']],
    ['L5-S1 dermatomes', ['L5', 'S1']],
    ['L5/S1 nerve roots', ['L5', 'S1']],
  ])('reads %s', (text, expected) => {
    expect(names('root', text)).toEqual(expected);
  });

  it.each(['L4-5 disc', 'L1 compression fracture', 'T2 signal', 'T1-weighted', 'vitamin B12', 'L 5 tablets', 'C 5'])(
    'sees none in %s',
    (text) => {
      expect(names('root', text)).toEqual([]);
    },
  );
});

describe('side', () => {
  it.each([
    ['left knee', ['left']],
    ['Rt. shoulder', ['right']],
    ['L knee', ['left']],
    ['(R) hip', ['right']],
    ['R L4-5 TFESI', ['right']],
    ['B/L lower extremities', ['bilateral']],
    ['bilaterally', ['bilateral']],
    ['both of his legs', ['bilateral']],
    ['L > R', ['left', 'right']],
    ['LLE weakness', ['left']],
    ['pain on the left for years', ['left']],
    ['left-sided', ['left']],
  ])('reads %s', (text, expected) => {
    expect(names('side', text)).toEqual(expected);
  });

  it.each([
    'right handed',
    'left hand dominant',
    'left work early',
    'he left the room',
    'right away',
    'both drugs',
    'plan L',
  ])('sees none in %s', (text) => {
    expect(seen('side', text)).toEqual([]);
  });
});
