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

const classes = (text: string) => measuresOf(text).find((slot) => slot.kind === 'pair')?.classes ?? [];

describe('what a pair tells', () => {
  it.each([
    ['walking went from 10 to 40 minutes', ['better', 'gain']],
    ['ODI 52 -> 38', ['better', 'gain']],
    ['Oswestry w/o meds 64%, w/ meds 42%', ['better', 'gain']],
    ['walking went from a single block to six', ['better', 'gain']],
    ['flexion from 30 to 60 degrees', ['better']],
    ['pain from 8/10 to 5/10', ['better', 'relief']],
    ['pain from 8/10 to 4/10', ['better', 'relief', 'halved']],
    ['VAS 62 mm before Norco, VAS 31 mm with Norco', ['better', 'relief', 'halved']],
    ['sitting 15 min at eval, 15 min at discharge', ['same']],
    ['walking fell from 40 to 10 minutes', ['worse']],
    ['caregiver time 21 hours before Butrans, 6 hours at present', []],
  ])('%s: %j', (text, expected) => {
    expect(classes(text)).toEqual(expected);
  });
});

describe('markers of then and now', () => {
  it.each([
    ['mows 25 minutes, where he used to quit after five', '5→25 min better'],
    ['grip 14 kg (9/3, no gel) vs. 23 kg (10/8, on gel)', '30.9→50.7 lb better'],
    ['sat 2 h instead of 45 min', '45→120 min better'],
    ['35 deg before the neurotomy, 65 after', '35→65 deg better'],
    ['WOMAC function 41/68 before the series and 19/68 six weeks after', '41→19 WOMAC better'],
    ['QuickDASH 61.4 → 34.1 between visit 1 and visit 9', '61.4→34.1 DASH better'],
    ['BDI 31 at intake, 17 at session 6', '31→17 BDI better'],
    ['mean NRS before stim 6.8, mean NRS after 45 min of stim 3.9', '6.8→3.9 vas better'],
    ['from 5 lb lifting he is now at 20', '5→20 lb better'],
    ['knee pain seven to two', '7→2 vas better'],
    ['back pain at bedtime eight, an hour later with the Zanaflex five', '8→5 vas better'],
    ['pain con medicina 4, sin medicina 8', '8→4 vas better'],
    ['reps 4 without, 15 with', '4→15'],
  ])('%s', (text, expected) => {
    const round = (pair: string) => pair.replace(/\d+\.\d+/g, (value) => String(Math.round(Number(value) * 10) / 10));
    expect(pairs(text).map(round)).toContain(expected);
  });

  it.each(['pain with standing 4/10, walking 6/10', 'takes 2 tablets and walks 30 minutes', 'seen on 5/6, 60% better'])(
    'are none in %s',
    (text) => {
      expect(pairs(text)).toEqual([]);
    },
  );
});
