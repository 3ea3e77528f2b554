import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDraft } from '../../server/src/draft/index.js';

const path = join(dirname(fileURLToPath(import.meta.url)), 'asking-lines.yaml');
const lines = parse(readFileSync(path, 'utf8')) as Record<'plan' | 'other', readonly [string, string][]>;
const families = (text: string) =>
  readDraft(text)
    .items.map((item) => item.family)
    .join(' ');

describe('what a line of a plan asks for', () => {
  for (const [line, want] of lines.plan) {
    it(line, () => {
      expect(families(`SUBJECTIVE:\nLow back pain.\n\nPLAN:\n${line}\n`)).toBe(want);
    });
    it(`${line} (as a list item)`, () => {
      expect(families(`## Subjective\n\nLow back pain.\n\n## Plan\n\n1. ${line}\n2. Return in 4 weeks.\n`)).toBe(want);
    });
  }
});

describe('what running text without headings asks for', () => {
  for (const [line, want] of lines.other) {
    it(line, () => {
      expect(families(`The patient is seen for low back pain today.\n\n${line}\n`)).toBe(want);
    });
  }
});

describe('where nothing is ever asked for', () => {
  const line = 'Norco 10/325 mg #120, 1 tab q6h prn';
  for (const heading of [
    'CURRENT MEDICATIONS',
    'PAST MEDICAL HISTORY',
    'PRIOR TREATMENT',
    'FAMILY HISTORY',
    'UR DENIAL RATIONALE',
    'MTUS GUIDELINES',
    'RECORDS REVIEWED',
  ]) {
    it(heading, () => {
      expect(families(`Low back pain.\n\n${heading}\n- ${line}\n- Lumbar MRI\n`)).toBe('');
      expect(families(`Low back pain.\n\n${heading}: ${line}\n`)).toBe('');
    });
  }
});
