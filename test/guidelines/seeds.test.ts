import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAssessor } from '../../server/src/assessment/index.js';
import { requestReport } from '../../server/src/cli/report.js';
import { readDraft } from '../../server/src/draft/index.js';
import { loadGuidelines } from '../../server/src/guidelines/index.js';

interface Expected {
  readonly kind: string;
  readonly items: readonly {
    readonly text: string;
    readonly family: string;
    readonly request: Record<string, unknown>;
    readonly found: Record<string, readonly string[]>;
    readonly documented?: readonly string[];
  }[];
}

const folder = join(import.meta.dirname, '../corpus/seeds');
const assessor = createAssessor(loadGuidelines());

/** Five real determinations' cases, redrafted: each gap that the reviewer named is found, nothing documented is flagged. */
describe.each(readdirSync(folder).filter((name) => name.endsWith('.rfa.md')))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const expected = parse(readFileSync(join(folder, name.replace('.rfa.md', '.expect.yaml')), 'utf8')) as Expected;
  const assessment = assessor.assess(readDraft(text));

  it('finds the items as written', () => {
    expect(assessment.items.map(({ item }) => [item.text, item.family])).toEqual(
      expected.items.map((item) => [item.text, item.family]),
    );
    expect(assessment.draft.kind).toBe(expected.kind);
  });

  it.each(expected.items)('$text', ({ text: itemText, request, found, documented = [] }) => {
    const one = assessment.items.find(({ item }) => item.text === itemText)!;
    expect(requestReport(one.item.request)).toMatchObject(request);
    const status = Object.fromEntries(one.verdicts.map((verdict) => [verdict.criterion, verdict.status]));
    const wrong = Object.entries(found).filter(
      ([criterion, right]) => !right.includes(status[criterion] ?? 'no verdict'),
    );
    expect(
      wrong.map(
        ([criterion, right]) => `${criterion}: ${status[criterion] ?? 'no verdict'}, not ${right.join(' or ')}`,
      ),
    ).toEqual([]);
    const flagged = documented.filter(
      (criterion) => !['met', 'not-applicable'].includes(status[criterion] ?? 'no verdict'),
    );
    expect(flagged.map((criterion) => `${criterion}: ${status[criterion]}`)).toEqual([]);
  });
});
