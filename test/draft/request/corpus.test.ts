import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labelledLines, labelledSigs, measureLines, measureSigs } from '../../accuracy/lines.js';

const lines = labelledLines(fileURLToPath(new URL('../../corpus', import.meta.url))) ?? [];

describe('request lines of every family', () => {
  it('are many', () => expect(lines.length).toBeGreaterThanOrEqual(160));

  it.each(lines.map((line) => [line.id, line] as const))('%s', (_id, line) => {
    const wrong = Object.entries(measureLines([line])).flatMap(([field, score]) =>
      score.wrong.map((each) => `${field} ${each}`),
    );
    expect(wrong).toEqual([]);
  });
});

const shared = labelledSigs(fileURLToPath(new URL('../../../../shared/data/sig-dev.jsonl', import.meta.url)));

describe.skipIf(shared === null)('labelled drug directions', () => {
  const scores = measureSigs(shared ?? []);
  it.each(['dose', 'perDay', 'prn', 'duration'])('%s is right in 97 of 100', (field) => {
    expect(scores[field]!.correct / scores[field]!.total).toBeGreaterThanOrEqual(0.97);
  });
  it('quantity is right always', () => expect(scores['quantity']!.wrong).toEqual([]));
});
