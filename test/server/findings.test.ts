import type { Diagnostic } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { capped } from '../../server/src/connection/findings.js';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const finding = (index: number, severity: 1 | 2 | 3 | 4): Diagnostic => ({
  range,
  severity,
  code: `a/${index}`,
  message: 'm',
});

describe('findings without number', () => {
  it('are left as they are up to a thousand', () => {
    const all = Array.from({ length: 1000 }, (_, index) => finding(index, 4));
    expect(capped(all)).toEqual(all);
  });

  it('are cut to the gravest in their own order, and it is said how many are left out', () => {
    const all = Array.from({ length: 1500 }, (_, index) => finding(index, index < 600 ? 4 : 1));
    const [note, ...shown] = capped(all);
    expect(note).toMatchObject({
      code: 'draft/more-findings',
      severity: 3,
      message: expect.stringContaining('500 further'),
    });
    expect(shown).toHaveLength(1000);
    expect(shown.filter((one) => one.severity === 1)).toHaveLength(900);
    expect(shown.map((one) => Number(String(one.code).slice(2)))).toEqual(
      shown.map((one) => Number(String(one.code).slice(2))).sort((one, other) => one - other),
    );
  });
});
