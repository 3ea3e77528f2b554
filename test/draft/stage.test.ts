import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

const stages = (line: string) => readDraft(`PLAN\n${line}\n`).items.map((item) => item.stage);

describe('stage', () => {
  const cases: [string, string | null][] = [
    ['Continue Norco 10/325 mg #120', 'continuing'],
    ['Refill Norco 10/325 mg #120', 'continuing'],
    ['Norco 10/325 mg #120 was refilled', 'continuing'],
    ['Resume gabapentin 300 mg tid', 'continuing'],
    ['Start gabapentin 300 mg tid', 'initial'],
    ['Trial of gabapentin 300 mg tid', 'initial'],
    ['Initiate Lyrica 75 mg bid', 'initial'],
    ['Repeat L4-5 TFESI', 'repeat'],
    ['Second L4-5 TFESI', 'repeat'],
    ['Additional PT 2x4', 'repeat'],
    ['Another course of acupuncture, 6 visits', 'repeat'],
    ['Norco 10/325 mg #120', null],
    ['Norco 10/325 mg #120 with one refill', null],
    ['Norco 10/325 mg #120, Refills: 2', null],
    ['Continue trial of gabapentin 300 mg', 'continuing'],
  ];
  for (const [line, want] of cases) it(`${line}: ${want ?? 'unsaid'}`, () => expect(stages(line)).toEqual([want]));

  it('each item of a line has its own', () => {
    expect(stages('Refill Norco 10/325 #90 and start Lyrica 75 mg #60')).toEqual(['continuing', 'initial']);
    expect(stages('Continue Norco 10/325 #90 and Lyrica 75 mg #60')).toEqual(['continuing', 'continuing']);
  });

  it('a heading says it for its list', () => {
    const draft = readDraft('MEDICATION REFILLS\n- Norco 10/325 mg #90\n- Lyrica 75 mg #60\n');
    expect(draft.items.map((item) => item.stage)).toEqual(['continuing', 'continuing']);
  });
});
