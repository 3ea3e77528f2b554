import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CompleteDraft, compose, readComplete } from '../../scripts/complete.mjs';
import type { ItemAssessment } from '../../server/src/assessment/index.js';
import { assessText, guidelines } from '../assessment/assess.js';

// ONLY=opioid,tens narrows a run to families while one works on them.
const only = process.env.ONLY?.split(',');
const drafts = readComplete();
const wanted = drafts.filter((draft) => !only || only.includes(draft.family));

// The vocabulary of the check's contract: families and criteria never change their names.
const families =
  'opioid esi muscle-relaxant trigger-point-injection benzodiazepine sympathetic-block physical-therapy facet-block radiofrequency manual-therapy acupuncture nsaid ppi topical lidocaine-patch antiepileptic antidepressant hypnotic tens spinal-cord-stimulator functional-restoration psychological urine-drug-test home-health mri electrodiagnostic brace surgical-consult postsurgical-therapy massage si-joint-injection viscosupplementation unknown'.split(
    ' ',
  );
const criteria =
  'strength quantity frequency duration refills body-site side diagnosis duration-of-use actual-use pain-relief functional-improvement activities-of-daily-living work-status adverse-effects aberrant-behavior daily-opioid-dose failed-nonopioid failed-conservative-care first-line-trial prior-response dermatomal-distribution objective-neurologic-deficit corroborating-study imaging-guidance trigger-point-findings symptom-duration radiculopathy-absent muscle-spasm acute-exacerbation facet-findings crps-criteria neuropathic-pain gi-risk active-rehabilitation home-exercise prior-visits weaning-plan long-term-use count-limit not-recommended duplicate-therapy drug-interaction recent-examination change-since-last indication monitoring psychological-clearance guideline-citation denial-reason-answered'.split(
    ' ',
  );

/** Criteria that a draft meets without a sentence: limits by its numbers, second drugs by naming none. */
const unwritten = (family: string): Set<string> =>
  new Set(
    (guidelines.packs.get(family)?.criteria ?? [])
      .filter((criterion) => criterion.limits.length > 0 || criterion.kind === 'together')
      .map((criterion) => criterion.id),
  );

/** The one item of a text; fails where there are more, or of another family. */
function onlyItem(text: string, family: string): ItemAssessment {
  const { items } = assessText(text);
  expect(items.map(({ item }) => `${item.family}: ${item.text}`)).toEqual([
    expect.stringMatching(new RegExp(`^${family}: `)),
  ]);
  return items[0]!;
}

/** Criteria that want something, with the status. */
const gaps = ({ verdicts }: ItemAssessment): string[] =>
  verdicts
    .filter(({ status }) => status !== 'met' && status !== 'not-applicable')
    .map(({ criterion }) => criterion)
    .sort();

describe('vocabulary', () => {
  it('has a pack for every family, and no pack besides', () => {
    expect([...guidelines.packs.keys()].sort()).toEqual([...families].sort());
  });

  it('has a complete draft for every family that has criteria', () => {
    expect(drafts.map(({ family }) => family).sort()).toEqual(families.filter((family) => family !== 'unknown').sort());
  });

  it('uses every criterion in at least one pack, and none besides', () => {
    const used = new Set([...guidelines.packs.values()].flatMap((pack) => pack.criteria.map(({ id }) => id)));
    expect([...used].sort()).toEqual([...criteria].sort());
  });
});

describe.each(wanted)('complete draft: $family', (draft: CompleteDraft) => {
  const text = compose(draft);

  it('is the composition of its elements (node scripts/complete.mjs)', () => {
    expect(readFileSync(draft.file, 'utf8')).toBe(text);
  });

  it('raises nothing', () => {
    const item = onlyItem(text, draft.family);
    expect(
      item.verdicts
        .filter(({ criterion }) => gaps(item).includes(criterion))
        .map(({ criterion, status, why }) => `${criterion} ${status}: ${why}`),
    ).toEqual([]);
    expect(assessText(text).findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it('has an element for each criterion of the pack that applies', () => {
    const covered = new Set(draft.elements.flatMap((element) => element.criteria));
    const byItself = unwritten(draft.family);
    const { verdicts } = onlyItem(text, draft.family);
    const met = verdicts.filter(({ status }) => status === 'met').map(({ criterion }) => criterion);
    expect(met.filter((criterion) => !covered.has(criterion) && !byItself.has(criterion))).toEqual([]);
    expect([...covered].filter((criterion) => !met.includes(criterion))).toEqual([]);
  });

  const mutations = draft.elements.flatMap((element, index) =>
    element.criteria.length > 0 ? [{ ...element, index }] : [],
  );
  it.each(mutations)('without "$text" wants $criteria', ({ criteria: documented, index }) => {
    const without = compose(draft, index);
    expect(gaps(onlyItem(without, draft.family))).toEqual([...documented].sort());
    expect(assessText(without).findings.map(({ code }) => code)).toEqual([]);
  });
});
