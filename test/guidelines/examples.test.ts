import { describe, expect, it } from 'vitest';
import { homeOf, runExamples } from '../../server/src/assessment/examples.js';
import { createAssessor } from '../../server/src/assessment/index.js';
import { criterionFiles, loadGuidelines } from '../../server/src/guidelines/index.js';

// ONLY=opioid,pain-relief narrows a run to families and criteria by name while one works on them.
const only = process.env.ONLY?.split(',');
const wanted = (...names: string[]) => !only || names.some((name) => only.includes(name));

const guidelines = loadGuidelines();
const assessor = createAssessor(guidelines);
const bases = criterionFiles();
const packs = [...guidelines.packs.values()];

describe('data', () => {
  it('is valid, every pattern compiles', () => {
    expect(assessor.problems.map((one) => `${one.file}:${one.line ?? ''} ${one.message}`)).toEqual([]);
  });
});

const statuses = ['met', 'vague', 'missing', 'contradicted', 'exceeded'] as const;
const empty = { met: [], vague: [], missing: [], contradicted: [], exceeded: [] };

describe("criteria's own examples", () => {
  for (const [id, { file }] of bases) {
    if (!file.examples || !wanted(id)) continue;
    const examples = file.examples;
    it(id, () => {
      const failures = statuses.flatMap((status) =>
        examples[status].flatMap((example) => {
          const home = homeOf(example, id, guidelines.packs);
          const criterion = home?.criteria.find((one) => one.id === id);
          if (!home || !criterion) {
            return [{ code: id, expected: status, got: 'no pack for it', note: JSON.stringify(example), why: '' }];
          }
          return runExamples(assessor, home, criterion, { ...empty, [status]: [example] }, file.item);
        }),
      );
      expect(failures).toEqual([]);
    });
  }
});

describe("packs' examples", () => {
  for (const pack of packs) {
    for (const criterion of pack.criteria) {
      if (Object.values(criterion.examples).flat().length === 0 || !wanted(pack.family, criterion.id)) continue;
      it(criterion.code, () => {
        expect(runExamples(assessor, pack, criterion, criterion.examples)).toEqual([]);
      });
    }
  }
});

describe('every criterion shows what counts and what does not', () => {
  const counts = new Map<string, Record<string, number>>();
  const count = (id: string, examples: object) => {
    const sums = counts.get(id) ?? {};
    for (const [status, list] of Object.entries(examples)) sums[status] = (sums[status] ?? 0) + list.length;
    counts.set(id, sums);
  };
  for (const [id, { file }] of bases) count(id, file.examples ?? {});
  for (const pack of packs) for (const criterion of pack.criteria) count(criterion.id, criterion.examples);

  it.each([...bases.keys()])('%s: three met, two vague, two wanting', (id) => {
    const { met = 0, vague = 0, missing = 0, contradicted = 0 } = counts.get(id)!;
    // A second drug is there or is not: where nothing speaks to it, the draft says the opposite.
    const wanting = bases.get(id)!.file.found === 'contradicted' ? contradicted : missing;
    expect({ met: met >= 3, vague: vague >= 2, wanting: wanting >= 2 }).toEqual({
      met: true,
      vague: true,
      wanting: true,
    });
  });
});
