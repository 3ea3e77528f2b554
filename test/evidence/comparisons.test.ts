import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';
import { createEvidence } from '../../server/src/evidence/index.js';

const evidence = createEvidence([]);

/** The pairs of a note, in order: `before→after unit`. */
function pairs(note: string): string[] {
  const { readings } = evidence.read(readDraft(`Request: Norco 10/325 mg #120\n\n${note}\n`, { kind: 'request' }));
  return readings.flatMap(({ slots }) =>
    slots.filter((slot) => slot.kind === 'pair').map((slot) => `${slot.value}→${slot.to} ${slot.unit}`),
  );
}

describe('a comparison over sentences', () => {
  it.each([
    ['Without Norco she stands 10 minutes. With Norco she stands 45 minutes.', ['10→45 min']],
    ['Initial eval: sits 15 min, lifts 10 lb. Visit 8 today: sits 50 min, lifts 25 lb.', ['15→50 min', '10→25 lb']],
    ['Unit on: does the dishes, half an hour. Unit off: ten minutes, then must sit.', ['10→30 min']],
    ['NO PATCH 7/10. PATCH ON 3/10.', ['7→3 vas']],
    ['Before medication: 9/10\nAfter medication: 5/10', ['9→5 vas']],
  ])('%s', (note, expected) => {
    expect(pairs(note)).toEqual(expected);
  });

  it('keeps apart what is measured of different things', () => {
    expect(pairs('Without Norco she stands 10 minutes and sits 20 minutes. With Norco she walks 45 minutes.')).toEqual(
      [],
    );
  });

  it('does not reach over a blank line, nor to the next entry of a list', () => {
    expect(pairs('Without Norco she stands 10 minutes.\n\nWith Norco she stands 45 minutes.')).toEqual([]);
    expect(pairs('- Without Norco she stands 10 minutes.\n- With Norco she stands 45 minutes.')).toEqual([]);
  });

  it('is the same when the first sentence is read again', () => {
    const note = 'Without Norco she stands 10 minutes. With Norco she stands 45 minutes.';
    expect(pairs(note)).toEqual(pairs(note));
    expect(pairs('Without Norco she stands 20 minutes. With Norco she stands 45 minutes.')).toEqual(['20→45 min']);
  });
});

describe('a table with a column of then and one of now', () => {
  it.each([
    ['| measure | pre | post |\n| NDI | 44 | 28 |\n| sitting | 20 min | 1 hr |', ['44→28 NDI', '20→60 min']],
    ['| test | initial eval | today |\n|---|---|---|\n| lift | 10 lb | 25 lb |', ['10→25 lb']],
    ['| test | today | initial eval |\n| lift | 25 lb | 10 lb |', ['10→25 lb']],
  ])('%s', (note, expected) => {
    expect(pairs(note)).toEqual(expected);
  });

  it('compares nothing under a head that does not say so', () => {
    expect(pairs('| test | left | right |\n| lift | 10 lb | 25 lb |')).toEqual([]);
  });
});
