import { describe, expect, it } from 'vitest';
import { names, values } from './seen.js';

describe('vas', () => {
  it.each([
    ['pain is 8/10', ['8']],
    ['Pain 7-8/10', ['7..8']],
    ['7/10-8/10', ['7..8']],
    ['8 out of 10', ['8']],
    ['eight out of ten', ['8']],
    ['8 of 10 on the VAS', ['8']],
    ['VAS 8', ['8']],
    ['VAS: 7.5', ['7.5']],
    ['NRS score of 6', ['6']],
    ['Visual Analog Scale (VAS) 7', ['7']],
    ['VAS 65/100', ['6.5']],
    ['pain score of 8', ['8']],
    ['pain level is 5 on a scale of 0 to 10', ['5']],
    ['rates the pain at 9', ['9']],
    ['pain rated 3/10 today', ['3']],
    ['pain: 6', ['6']],
    ['8/10 to 4/10', ['8', '4']],
    ['PAIN 8 / 10', ['8']],
    ['pain six over ten', ['6']],
    ['average pain 6/10; least pain 4/10', ['6', '4']],
  ])('reads %s', (text, expected) => {
    expect(values('vas', text)).toEqual(expected);
  });

  it.each([
    'seen on 8/10/14',
    'seen on 10/8/10',
    'strength 5/5',
    'completed 8/10 visits',
    '8 of 10 sessions',
    'BP 120/80',
    'Norco 10/325 mg',
    'pain level 50%',
    'pain at 3 levels',
    'pain in 2 fingers',
    'pain for 8 weeks',
    'back pain, 3 injections',
    'strength 8/10',
    'pain 12/10/13',
  ])('sees none in %s', (text) => {
    expect(values('vas', text)).toEqual([]);
  });
});

describe('score', () => {
  it.each([
    ['ODI 46%', 'ODI', '46'],
    ['Oswestry Disability Index score of 52', 'ODI', '52'],
    ['Oswestry: 52%', 'ODI', '52'],
    ['PEG 7.3', 'PEG', '7.3'],
    ['PHQ-9 14', 'PHQ-9', '14'],
    ['PHQ9 = 14', 'PHQ-9', '14'],
    ['PHQ-9 score was 18', 'PHQ-9', '18'],
    ['scored 14 on the PHQ-9', 'PHQ-9', '14'],
    ['14/27 on PHQ-9', 'PHQ-9', '14'],
    ['GAD-7 (10)', 'GAD-7', '10'],
    ['NDI 38/50', 'NDI', '38'],
    ['SOAPP-R score: 12', 'SOAPP', '12'],
    ['Opioid Risk Tool total score 3', 'ORT', '3'],
    ['LEFS is now 45', 'LEFS', '45'],
    ['BDI-II 22', 'BDI', '22'],
    ['ODI (3/4/14): 52%', 'ODI', '52'],
    ['Epworth Sleepiness Scale 12', 'ESS', '12'],
  ])('reads %s', (text, name, value) => {
    expect(values('score', text)).toEqual([value]);
    expect(names('score', text)).toEqual([name]);
  });

  it.each([
    'PHQ-9 was administered',
    'ODI not done',
    'PHQ-9 on 3/4/14',
    'repeat ODI in 6 weeks',
    'GAD-7 90',
    'on Fri 10 am',
  ])('sees none in %s', (text) => {
    expect(values('score', text)).toEqual([]);
  });
});
