import { describe, expect, it } from 'vitest';
import { recogniseTreatments } from '../../server/src/draft/treatments.js';

const said = (text: string) =>
  recogniseTreatments(text).map(
    (found) => `${text.slice(found.start, found.end)} = ${found.family}: ${found.treatment}`,
  );
const families = (text: string) => recogniseTreatments(text).map((found) => found.family);

describe('drugs', () => {
  it.each([
    ['Norco 10/325', 'Norco = opioid: hydrocodone/acetaminophen'],
    ['hydrocodone-acetaminophen 10-325 mg', 'hydrocodone-acetaminophen = opioid: hydrocodone/acetaminophen'],
    ['HYDROCODONE / APAP 10/325', 'HYDROCODONE / APAP = opioid: hydrocodone/acetaminophen'],
    ['Ultram ER 150 mg', 'Ultram ER = opioid: tramadol ER'],
    ['tramadol 150 mg ER', 'tramadol = opioid: tramadol ER'],
    ['tramadol 50 mg', 'tramadol = opioid: tramadol'],
    ['Voltaren 1% gel', 'Voltaren = topical: diclofenac topical'],
    ['diclofenac 75 mg', 'diclofenac = nsaid: diclofenac'],
    ['lidocaine 5% patch', 'lidocaine = lidocaine-patch: lidocaine patch'],
    ['Tylenol #3 #60', 'Tylenol #3 = opioid: codeine/acetaminophen'],
    ['Tylenol 3 times a day', 'Tylenol = unknown: acetaminophen'],
    ['gabepentin', 'gabepentin = antiepileptic: gabapentin'],
    ['cyclobenzaprnie 10 mg', 'cyclobenzaprnie = muscle-relaxant: cyclobenzaprine'],
    ['Norco (hydrocodone/APAP) 10/325', 'Norco (hydrocodone/APAP) = opioid: hydrocodone/acetaminophen'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]));

  it('never takes an English word for a slip of a drug name', () => {
    expect(said('The ambient lyrics of the concert were ultra typical; a halcyon sonata in the parlor.')).toEqual([
      'sonata = hypnotic: zaleplon',
    ]);
  });

  it('gives families and classes', () => {
    expect(recogniseTreatments('Celebrex 200 mg')[0]!.classes).toEqual(['nsaid', 'cox2']);
  });

  it('finds several, in order, without overlaps', () => {
    const found = recogniseTreatments('Continue Norco, Flexeril and naproxen sodium; stop Soma.');
    expect(found.map((each) => each.drug)).toEqual([
      'hydrocodone/acetaminophen',
      'cyclobenzaprine',
      'naproxen',
      'carisoprodol',
    ]);
    for (let i = 1; i < found.length; i++) expect(found[i]!.start).toBeGreaterThanOrEqual(found[i - 1]!.end);
  });
});

describe('treatments', () => {
  it.each([
    ['LESI', 'esi'],
    ['lumbar epidural', 'esi'],
    ['TFESI', 'esi'],
    ['transforaminal epidural steroid injection', 'esi'],
    ['selective nerve root block', 'esi'],
    ["TPI's", 'trigger-point-injection'],
    ['lumbar sympathetic block', 'sympathetic-block'],
    ['stellate ganglion block', 'sympathetic-block'],
    ['physical therapy', 'physical-therapy'],
    ['aquatic therapy', 'physical-therapy'],
    ['post-op PT', 'postsurgical-therapy'],
    ['chiropractic manipulation', 'manual-therapy'],
    ['acupunture', 'acupuncture'],
    ['massage therapy', 'massage'],
    ['MBB', 'facet-block'],
    ['facet injection', 'facet-block'],
    ['rhizotomy', 'radiofrequency'],
    ['SIJ injection', 'si-joint-injection'],
    ['Synvisc-One', 'viscosupplementation'],
    ['TENS', 'tens'],
    ['H-wave', 'tens'],
    ['interferential unit', 'tens'],
    ['SCS trial', 'spinal-cord-stimulator'],
    ['HELP program', 'functional-restoration'],
    ['CBT', 'psychological'],
    ['psych eval', 'psychological'],
    ['urine toxicology screening', 'urine-drug-test'],
    ['home health aide', 'home-health'],
    ['MRI', 'mri'],
    ['NCS', 'electrodiagnostic'],
    ['back brace', 'brace'],
    ['orthopedic spine surgery consult', 'surgical-consult'],
    ['pain management consult', 'unknown'],
    ['gym membership', 'unknown'],
    ['functional capacity evaluation', 'unknown'],
  ])('%s is %s', (text, family) => expect(families(text)).toEqual([family]));

  it('takes the longest name', () => {
    expect(said('left L4-5 transforaminal epidural steroid injection')).toEqual([
      'transforaminal epidural steroid injection = esi: epidural steroid injection',
    ]);
    expect(said('Lumbar epidural steroid injection (LESI) x2')).toEqual([
      'Lumbar epidural steroid injection (LESI) = esi: epidural steroid injection',
    ]);
  });

  it('tells radiofrequency from the form', () => {
    expect(families('RFA bilateral L4-5')).toEqual(['radiofrequency']);
    expect(families('repeat RFA lumbar facets')).toEqual(['radiofrequency']);
    for (const form of [
      'The RFA was submitted on 3/1/14',
      'RFA form attached',
      'see the RFA dated 1/2/2015',
      'the RFA is enclosed',
    ])
      expect(families(form)).toEqual([]);
  });

  it('tells physical therapy from the patient', () => {
    expect(families('PT 2x6')).toEqual(['physical-therapy']);
    expect(families('Pt reports pain')).toEqual([]);
    expect(families('PT REPORTS PAIN')).toEqual([]);
  });

  it('passes over what only looks like a treatment', () => {
    for (const text of [
      'tens of thousands',
      'epidural abscess',
      'manipulation of the drug price',
      'infection of the joint',
    ])
      expect(families(text)).toEqual([]);
  });
});

describe('any text', () => {
  it.each(['', ' ', '\u0000', '😀 Norco', '/-/-', 'x'.repeat(5000), '((((', 'norco/'.repeat(500)])(
    'does not throw on %j',
    (text) => {
      for (const found of recogniseTreatments(text)) expect(found.end).toBeGreaterThan(found.start);
    },
  );
});
