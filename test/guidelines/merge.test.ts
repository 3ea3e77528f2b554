import { describe, expect, it } from 'vitest';
import { mergeCriterion } from '../../server/src/guidelines/merge.js';
import type { CriterionFile, PackCriterion } from '../../server/src/guidelines/schema.js';

const base: CriterionFile = {
  criterion: 'pain-relief',
  title: 'Relief',
  wants: 'Numbers.',
  kind: 'evidence',
  severity: 'error',
  allow: ['historical'],
  notIn: ['header'],
  accept: ['<vas>'],
  vague: [{ pattern: 'helps', lacks: 'how much' }],
  message: { missing: 'No numbers.', vague: 'Vague.' },
};
const cited = (confidence: 'seed' | 'public' | 'knowledge' | 'doubtful') => [
  { guideline: 'cpmtg-2009', section: 'Opioids', pages: '78', confidence },
];
const merge = (entry: PackCriterion, confidence: Parameters<typeof cited>[0] = 'seed') =>
  mergeCriterion('opioid', 'pain-relief', base, entry, cited(confidence), 'x.yaml');

describe('merging a pack’s entry over the criterion’s own file', () => {
  it('keeps what the pack does not name', () => {
    const merged = merge({});
    expect(merged).toMatchObject({
      code: 'opioid/pain-relief',
      title: 'Relief',
      kind: 'evidence',
      about: 'patient',
      negated: 'ignore',
      severity: 'error',
    });
    expect(merged.vague).toEqual([{ pattern: 'helps', lacks: 'how much', note: null, line: false }]);
  });

  it('replaces scalars, adds lists, merges messages', () => {
    const merged = merge({
      title: 'Other',
      accept: ['<percent>'],
      allow: ['planned'],
      notIn: ['plan'],
      message: { vague: 'Loose.' },
    });
    expect(merged.title).toBe('Other');
    expect(merged.accept.map((one) => one.pattern)).toEqual(['<vas>', '<percent>']);
    expect([...merged.allow]).toEqual(['historical', 'planned']);
    expect([...merged.notIn]).toEqual(['header', 'plan']);
    expect(merged.message).toEqual({ missing: 'No numbers.', vague: 'Loose.' });
  });

  it.each([
    ['seed', 'error'],
    ['public', 'error'],
    ['knowledge', 'warning'],
    ['doubtful', 'hint'],
  ] as const)('lets a source of confidence %s be at most %s', (confidence, severity) => {
    expect(merge({}, confidence).severity).toBe(severity);
  });

  it('does not raise a mild severity', () => {
    expect(merge({ severity: 'hint' }, 'seed').severity).toBe('hint');
  });

  it('puts the entry’s own citation before the pack’s', () => {
    const own = { guideline: 'odg', section: 'Pain', confidence: 'knowledge' as const };
    const merged = merge({ citation: own });
    expect(merged.citations.map((one) => one.guideline)).toEqual(['odg', 'cpmtg-2009']);
    expect(merged.confidence).toBe('knowledge');
  });
});
