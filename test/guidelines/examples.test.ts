import { describe, expect, it } from 'vitest';
import { runExamples } from '../../server/src/assessment/examples.js';
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

describe("criteria's own examples", () => {
  for (const [id, { file }] of bases) {
    if (!file.examples || !wanted(id)) continue;
    const examples = file.examples;
    it(id, () => {
      const using = packs.flatMap((pack) => pack.criteria.filter((one) => one.id === id).map((criterion) => ({ pack, criterion })));
      expect(using.length, `no pack uses ${id}`).toBeGreaterThan(0);
      const families = Object.values(examples).flat().map((one) => (typeof one === 'string' ? undefined : one.family));
      const failures = [...new Set(families)].flatMap((family) => {
        const home = using.find(({ pack }) => (family ? pack.family === family : true))!;
        const of = <T extends string | { family?: string }>(list: T[]) => list.filter((one) => (typeof one === 'string' ? undefined : one.family) === family);
        const narrowed = Object.fromEntries(Object.entries(examples).map(([status, list]) => [status, of(list)])) as typeof examples;
        return home ? runExamples(assessor, home.pack, home.criterion, narrowed) : [{ code: `no pack ${family} uses ${id}` }];
      });
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
