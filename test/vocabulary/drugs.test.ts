import { describe, expect, it } from 'vitest';
import { daysSupply, strengthParts } from '../../server/src/draft/request/supply.js';
import { compilePatterns } from '../../server/src/patterns/index.js';
import { findDrug } from '../../server/src/vocabulary/drugs.js';
import { vocabulary } from '../../server/src/vocabulary/index.js';
import { lexicon } from '../../server/src/vocabulary/lexicon.js';
import { oneEdit, Spelling } from '../../server/src/vocabulary/spelling.js';

const families = new Set(
  'opioid esi muscle-relaxant trigger-point-injection benzodiazepine sympathetic-block physical-therapy facet-block radiofrequency manual-therapy acupuncture nsaid ppi topical lidocaine-patch antiepileptic antidepressant hypnotic tens spinal-cord-stimulator functional-restoration psychological urine-drug-test home-health mri electrodiagnostic brace surgical-consult postsurgical-therapy massage si-joint-injection viscosupplementation unknown'.split(
    ' ',
  ),
);

describe('drugs.yaml', () => {
  it('has about 200 drugs or more, each once', () => {
    const names = vocabulary.drugs.map((drug) => drug.name);
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(vocabulary.drugs.map((drug) => [drug.name, drug] as const))('%s is well formed', (_name, drug) => {
    expect(families).toContain(drug.family);
    for (const strength of [...drug.strengths, ...Object.values(drug.brandStrengths ?? {}).flat()])
      expect(strengthParts(strength), strength).not.toBeNull();
    for (const other of [drug.extended, drug.topical, drug.patch])
      if (other !== undefined) expect(vocabulary.drugs.map((each) => each.name)).toContain(other);
    for (const factor of Object.values(drug.mme ?? {}))
      if (typeof factor === 'number') expect(factor).toBeGreaterThan(0);
    if (drug.classes.includes('opioid')) expect(drug.family).toBe('opioid');
  });

  it('gives the factors of the tables', () => {
    const factor = (name: string, table: string) => findDrug(name)?.mme?.[table];
    expect([
      factor('hydromorphone', 'cdc-2022'),
      factor('hydromorphone', 'cdc-2016'),
      factor('tramadol', 'cdc-2022'),
      factor('tramadol', 'cdc-2016'),
    ]).toEqual([5, 4, 0.2, 0.1]);
    expect(factor('methadone', 'cdc-2022')).toBe(4.7);
    expect(factor('methadone', 'cpmtg-2009')).toEqual([
      { upTo: 20, factor: 4 },
      { upTo: 40, factor: 8 },
      { upTo: 60, factor: 10 },
      { factor: 12 },
    ]);
    expect(findDrug('Butrans')?.mme).toBeUndefined();
  });
});

describe('findDrug', () => {
  it.each([
    ['Norco', 'hydrocodone/acetaminophen'],
    ['HYDROCODONE/ACETAMINOPHEN', 'hydrocodone/acetaminophen'],
    ['ms contin', 'morphine ER'],
    ['Ultram ER', 'tramadol ER'],
    ['tramadol', 'tramadol'],
    ['tylenol #3', 'codeine/acetaminophen'],
  ])('%s', (name, drug) => expect(findDrug(name)?.name).toBe(drug));
  it('knows no more than it knows', () => expect(findDrug('aspirine forte')).toBeNull());
});

describe('treatments.yaml', () => {
  it.each(vocabulary.treatments.map((treatment) => [treatment.name, treatment] as const))(
    '%s has a family of the contract',
    (_name, treatment) => {
      expect(families).toContain(treatment.family);
      expect(treatment.names.length).toBeGreaterThan(0);
    },
  );
});

describe('lexicon', () => {
  const set = compilePatterns(
    [
      { id: 'a', source: '<drug:nsaid>' },
      { id: 'b', source: '<treatment:physical-therapy>' },
      { id: 'c', source: '<class:muscle-relaxant>' },
    ],
    lexicon(),
  );
  it('compiles', () => expect(set.problems).toEqual([]));
});

describe('supply', () => {
  it('divides', () => {
    expect(daysSupply(180, 1, 6)).toBe(30);
    expect(daysSupply(4, 1, 1 / 7)).toBeCloseTo(28);
    expect([daysSupply(null, 1, 6), daysSupply(90, 0, 3), daysSupply(90, 1, null)]).toEqual([null, null, null]);
  });
  it('takes strengths apart', () => {
    expect(strengthParts('10/325 mg')).toEqual({ amounts: [10, 325], unit: 'mg' });
    expect(strengthParts('25 mcg/h')).toEqual({ amounts: [25], unit: 'mcg/h' });
    expect(strengthParts('5 mg/5 ml')).toEqual({ amounts: [5], unit: 'mg/5 ml' });
    expect(strengthParts('strong')).toBeNull();
  });
});

describe('spelling', () => {
  it('knows one slip', () => {
    expect([
      oneEdit('talbet', 'tablet'),
      oneEdit('tablt', 'tablet'),
      oneEdit('tablett', 'tablet'),
      oneEdit('tablat', 'tablet'),
      oneEdit('tabel', 'tablet'),
      oneEdit('tablet', 'tablet'),
    ]).toEqual([true, true, true, true, false, false]);
  });
  it('answers only where one word fits', () => {
    const spelling = new Spelling(['tablet', 'tables', 'hours'], { right: ['yours'], least: 5 });
    expect([
      spelling.meant('table'),
      spelling.meant('houra'),
      spelling.meant('yours'),
      spelling.meant('tablet'),
    ]).toEqual([null, 'hours', null, 'tablet']);
  });
});
