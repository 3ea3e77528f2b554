import { describe, expect, it } from 'vitest';
import { createEvidence } from '../../server/src/evidence/index.js';
import { readDraft } from '../../server/src/draft/index.js';
import { stageOf } from '../../server/src/assessment/stage.js';
import { guidelines } from './assess.js';

const evidence = createEvidence(guidelines.patterns);

function stage(line: string, note: string) {
  const draft = readDraft(`Request: ${line}\n\n${note}\n`, { kind: 'request' });
  const item = draft.items[0]!;
  return stageOf(item, [item.family], guidelines.packs.get(item.family)!, evidence.read(draft), guidelines);
}

describe('a drug', () => {
  it.each([
    ['Norco 10/325 mg #120', 'Low back pain.', 'continuing'],
    ['Norco 10/325 mg #120', 'Start Norco today.', 'initial'],
    ['Norco 10/325 mg #120', 'This is the first prescription for Norco.', 'initial'],
    ['Norco 10/325 mg #120', 'Since starting Norco he walks further.', 'continuing'],
    ['Norco 10/325 mg #120', 'He has taken Norco since March 2014.', 'continuing'],
    ['Norco 10/325 mg #120', 'We will start gabapentin.', 'continuing'],
    ['Continue Norco 10/325 mg #120', 'Low back pain.', 'continuing'],
  ])('%s; %s → %s', (line, note, expected) => {
    expect(stage(line, note)).toBe(expected);
  });
});

describe('a procedure or therapy', () => {
  it.each([
    ['Lumbar ESI L4-5', 'Leg pain.', 'initial'],
    ['Lumbar ESI L4-5', 'The last ESI on 3/1/14 gave 60% relief.', 'repeat'],
    ['Lumbar ESI L4-5', 'Status post ESI on 11/15/2012.', 'repeat'],
    ['Lumbar ESI L4-5', 'No prior epidural steroid injections.', 'initial'],
    ['Lumbar ESI L4-5', 'If this fails we will consider another ESI.', 'initial'],
    ['Repeat lumbar ESI L4-5', 'Leg pain.', 'repeat'],
    [
      'Trigger point injections x4',
      'Past treatment: physical therapy, trigger point injections, medications.',
      'repeat',
    ],
    ['Trigger point injections x4', 'He had an epidural steroid injection in 2012.', 'initial'],
    ['PT 2x6 lumbar spine', 'He has completed 8 sessions of physical therapy.', 'repeat'],
    ['PT 2x6 lumbar spine', 'Sitting is up to an hour after 6 sessions.', 'repeat'],
    ['PT 2x6 lumbar spine', '18 sessions over the past year.', 'repeat'],
    ['PT 2x6 lumbar spine', 'He will be examined again after 6 sessions.', 'initial'],
    ['PT 2x6 lumbar spine', 'Pain began after 2 months of heavy lifting.', 'initial'],
    ['PT 2x6 lumbar spine', 'Visit 8 today: sits 50 minutes.', 'repeat'],
    ['PT 2x6 lumbar spine', '12 of 12 visits completed.', 'repeat'],
    ['Chiropractic 1x4', 'He is doing better with chiropractic.', 'repeat'],
    ['Acupuncture 1x6 low back', 'Acupuncture did more than pills.', 'repeat'],
    ['Massage 1x4 neck', 'This would be the first course of massage.', 'initial'],
    ['Right SI joint injection', 'The previous injection helped for a week.', 'repeat'],
    ['Right SI joint injection', 'After the next injection he will start therapy.', 'initial'],
    ["Add'l PT x6 lumbar spine", 'Low back pain.', 'repeat'],
    ['Chiro lumbar 6 addl', 'Low back pain.', 'repeat'],
  ])('%s; %s → %s', (line, note, expected) => {
    expect(stage(line, note)).toBe(expected);
  });
});
