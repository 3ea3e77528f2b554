import { describe, expect, it } from 'vitest';
import { statuses } from './assess.js';

const deficit = (line: string, note: string) =>
  statuses(`Request: ${line}\n\nEXAM: ${note}\n`)['objective-neurologic-deficit'];

describe('side', () => {
  it.each([
    ['Left L4-5 TFESI', 'Decreased sensation over the left L5 dermatome.', 'met'],
    ['Left L4-5 TFESI', 'Decreased sensation over the right L5 dermatome.', 'contradicted'],
    ['Left L4-5 TFESI', 'Decreased sensation over the L5 dermatome bilaterally.', 'met'],
    ['Left L4-5 TFESI', 'Decreased sensation over the L5 dermatome.', 'met'],
    ['L4-5 TFESI', 'Decreased sensation over the right L5 dermatome.', 'met'],
    ['Bilateral L4-5 TFESI', 'Decreased sensation over the right L5 dermatome.', 'met'],
  ])('%s: %s is %s', (line, note, expected) => {
    expect(deficit(line, note)).toBe(expected);
  });

  it('a finding of the right side counts though the other side has one too', () => {
    expect(deficit('Left L4-5 TFESI', 'Right EHL 4/5. Left EHL 4/5.')).toBe('met');
  });
});

describe('level', () => {
  it.each([
    ['L4-5 TFESI', 'Decreased pinprick in the L5 dermatome.', 'met'],
    ['L4-5 TFESI', 'Decreased pinprick in the L4 dermatome.', 'met'],
    ['L4-5 TFESI', 'Decreased pinprick in the L2 dermatome.', 'contradicted'],
    ['L4-S1 ESI', 'Decreased pinprick in the S1 dermatome.', 'met'],
    ['C6-7 ESI', 'Decreased pinprick in the C7 dermatome.', 'met'],
    ['C6-7 ESI', 'Decreased pinprick in the L5 dermatome.', 'contradicted'],
    ['Lumbar ESI', 'Decreased pinprick in the L2 dermatome.', 'met'],
  ])('%s: %s is %s', (line, note, expected) => {
    expect(deficit(line, note)).toBe(expected);
  });
});
