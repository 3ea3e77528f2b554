import { describe, expect, it } from 'vitest';
import { measuresOf } from './seen.js';

function pairs(text: string): string[] {
  return measuresOf(text)
    .filter((slot) => slot.kind === 'pair')
    .map((slot) => [`${slot.value}→${slot.to}`, slot.unit, slot.classes?.[0]].filter(Boolean).join(' '));
}

describe('pair', () => {
  it.each([
    ['sitting went from 15 to 45 min', '15→45 min better'],
    ['15 → 45 min', '15→45 min better'],
    ['15 -> 45 minutes', '15→45 min better'],
    ['8/10 to 4/10', '8→4 vas better'],
    ['Pain went from 8-9/10 to 3-4/10', '8→3 vas better'],
    ['pain increased from 4/10 to 8/10', '4→8 vas worse'],
    ['was 10 lb, now 25 lb', '10→25 lb better'],
    ['10 lb (was 5)', '5→10 lb better'],
    ['increased to 45 minutes from 15', '15→45 min better'],
    ['now 45 minutes, up from 10', '10→45 min better'],
    ['went from 2 blocks to half a mile walking', '600→2640 ft better'],
    ['6 tablets a day to 3', '6→3 tablet better'],
    ['from 6 Norco per day to 2 per day', '6→2 tablet better'],
    ['ODI 52 -> 38', '52→38 ODI better'],
    ['LEFS from 40 to 55', '40→55 LEFS better'],
    ['PEG score went from 8.3 to 5.1', '8.3→5.1 PEG better'],
    ['PHQ-9 score was 18, today it is 9', '18→9 PHQ-9 better'],
    ['baseline ODI 52, current ODI 38', '52→38 ODI better'],
    ['ODI 52 on 3/4/14, ODI 38 on 6/2/14', '52→38 ODI better'],
    ['pain decreased from 8 to 4', '8→4 vas better'],
    ['decreased from 8 to 4', '8→4'],
    ['flexion 30 to 50', '30→50 deg better'],
    ['flexion increased from 30 to 50 degrees', '30→50 deg better'],
    ['sits 20 min prior to medication and 60 min after', '20→60 min better'],
    ['pain is 8/10 without medications and 4/10 with medications', '8→4 vas better'],
    ['7/10 w/ meds, 10/10 w/o', '10→7 vas better'],
    ['4/10 with Norco versus 8/10 without', '8→4 vas better'],
    ['8/10 before and 4/10 after the injection', '8→4 vas better'],
    ['4/10, previously 8/10', '8→4 vas better'],
    ['6/10 TODAY, WAS 9/10 LAST VISIT', '9→6 vas better'],
    ['pain level 8-9 before, 3-4 after', '8→3 vas better'],
    ['from 30 minutes before treatment to 2 hours', '30→120 min better'],
    ['walking fell from 45 min to 10 min', '45→10 min worse'],
    ['gabapentin titrated from 300 to 900 mg', '300→900 mg'],
    ['body weight decreased from 220 to 200 lbs', '220→200 lb'],
    ['time to fall asleep decreased from 60 min to 20 min', '60→20 min'],
    ['before surgery pain was 9/10 and 2 weeks after it 5/10', '9→5 vas better'],
    ['pain on 3/4/14 was 8/10 and on 6/2/14 4/10', '8→4 vas better'],
    ['strength improved from 4-/5 to 5/5', '3.75→5 grade better'],
  ])('reads %s', (text, expected) => {
    expect(pairs(text)).toEqual([expected]);
  });

  it.each([
    'relief for 4-6 weeks',
    'for 4 to 6 weeks',
    '3 to 4 times a week',
    'pain ranges from 4/10 to 8/10',
    'pain varies from 8/10 to 4/10',
    '4/10 to 8/10',
    'anywhere from 10 to 30 minutes',
    'walking 10 to 15 minutes',
    'pain with walking 8/10, at rest 4/10',
    'pain at worst 9/10, at best 4/10',
    '8/10 on the left and 4/10 on the right',
    'from 9 to 5 pm',
    'from 3/4/14 to 6/2/14',
    'ESI from L4 to S1',
    'relief for 6 weeks from 2 injections',
    '2 tablets, then 10 minutes',
    '5 days a week for 6 weeks',
    '50% to 60% relief',
  ])('sees none in %s', (text) => {
    expect(pairs(text)).toEqual([]);
  });
});
