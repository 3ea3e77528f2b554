import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

const read = (text: string) => readDraft(text).items;
const families = (text: string) => read(text).map((item) => item.family);

describe('an item', () => {
  it('is exactly the words of its range', () => {
    const text =
      'REQUEST\n1. Requesting authorization for \u201cPT\u201d 2x6, lumbar\u00a0spine.\n2) Norco 10/325 mg, #120.\n';
    const items = read(text);
    expect(items.map((item) => item.text)).toEqual(items.map((item) => text.slice(item.start, item.end)));
    expect(items[1]!.text).toBe('Norco 10/325 mg, #120');
  });

  it('leaves off marks, asking words and trailing stops, and keeps what describes it', () => {
    const texts = (line: string) => read(`REQUESTED TREATMENT\n${line}\n`).map((item) => item.text);
    expect(texts('- Requesting authorization for L4-5 TFESI.')).toEqual(['L4-5 TFESI']);
    expect(texts('[ ] Norco 10/325 mg #120;')).toEqual(['Norco 10/325 mg #120']);
    expect(texts('a) Repeat left L4-5 TFESI')).toEqual(['Repeat left L4-5 TFESI']);
    expect(texts('Please authorize 6 additional sessions of acupuncture')).toEqual([
      '6 additional sessions of acupuncture',
    ]);
    expect(texts('120 Norco 10/325 and 30 Restoril 15 mg')).toEqual(['120 Norco 10/325', '30 Restoril 15 mg']);
  });

  it('has a key that edits elsewhere leave alone', () => {
    const plan = 'PLAN\n1. Norco 10/325 mg #120\n2. PT 2x6\n3. OxyContin 20 mg #60\n';
    const keys = read(`SUBJECTIVE\nPain.\n\n${plan}`).map((item) => item.key);
    expect(new Set(keys).size).toBe(3);
    expect(
      read(`SUBJECTIVE\nPain is worse; she walks less and sleeps badly.\n\n${plan}`).map((item) => item.key),
    ).toEqual(keys);
  });

  it('twice the same treatment has two keys', () => {
    const keys = read('REQUEST\n- MRI lumbar spine\n- MRI cervical spine\n').map((item) => item.key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('asked for twice', () => {
  it("is one item: the request's line, with what the plan adds", () => {
    const text =
      'REQUEST FOR AUTHORIZATION\n- Norco 10/325 mg #120\n\nPLAN\nContinue Norco 10/325 mg, 1 tab q6h prn, no refills.\n';
    const items = read(text);
    expect(items).toHaveLength(1);
    expect(items[0]!.text).toBe('Norco 10/325 mg #120');
    expect(items[0]!.request.frequencyPerDay?.value).toBe(4);
    expect(items[0]!.stage).toBe('continuing');
  });

  it('the request wins though it stands after the plan', () => {
    const items = read('PLAN\nRefill Norco.\n\nREQUEST\n- Norco 10/325 mg #120\n');
    expect(items.map((item) => item.text)).toEqual(['Norco 10/325 mg #120']);
  });

  it('another strength, side, level or body part is another item', () => {
    expect(read('REQUEST\n- Norco 10/325 mg #60\n- Norco 5/325 mg #30\n')).toHaveLength(2);
    expect(read('REQUEST\n- MRI lumbar spine\n\nPLAN\nI recommend an MRI of the cervical spine.\n')).toHaveLength(2);
  });

  it('the current list of medications adds nothing', () => {
    const items = read('CURRENT MEDICATIONS\nNorco 10/325 mg 1 tab q6h\n\nREQUEST\nNorco 10/325 mg #120\n');
    expect(items).toHaveLength(1);
    expect(items[0]!.request.frequencyPerDay).toBeNull();
  });
});

describe('lines of a request that name nothing known', () => {
  it('are unknown items', () => {
    const items = read('REQUESTED TREATMENT\n- Zynthera wobble board, purchase\n- Norco 10/325 mg #120\n');
    expect(items.map((item) => item.family)).toEqual(['unknown', 'opioid']);
    expect(items[0]).toMatchObject({
      kind: 'unknown',
      treatment: null,
      drug: null,
      text: 'Zynthera wobble board, purchase',
    });
  });

  for (const line of [
    'Date: 6/2/2021',
    'Signature: ____________',
    'Ana Okafor, MD',
    '1180 Main Street, Suite 4',
    'Diagnosis: Lumbar radiculopathy',
    'Please see the attached report.',
    'Return in 4 weeks',
    'The patient has failed conservative care.',
    'Thank you for your attention.',
    'Phone: 916-555-0100',
    'None',
    'He is off work.',
    'Expedited review: no',
    'Stop smoking',
  ]) {
    it(`not ${line}`, () =>
      expect(families(`REQUESTED TREATMENT\n- Norco 10/325 mg #120\n- ${line}\n`)).toEqual(['opioid']));
  }
});

describe('tables', () => {
  it('of past treatment are not requests', () => {
    expect(
      read(
        'PLAN\n\n| Treatment | Dates | Response |\n|---|---|---|\n| Physical therapy | 2014 | none |\n| Norco | 2015 | 50% |\n',
      ),
    ).toEqual([]);
  });

  it('of current medications are not requests', () => {
    expect(
      read('CURRENT MEDICATIONS\n\n| Medication | Dose | Qty |\n|---|---|---|\n| Norco | 10/325 mg | 120 |\n'),
    ).toEqual([]);
  });

  it('of medications in a plan are', () => {
    expect(
      families(
        'PLAN\n\n| Medication | Dose | Qty |\n|---|---|---|\n| Norco | 10/325 mg | 120 |\n| Lyrica | 75 mg | 60 |\n',
      ),
    ).toEqual(['opioid', 'antiepileptic']);
  });

  it('of the form are requests wherever they are pasted', () => {
    expect(families('Lumbar radiculopathy | M54.16 | L4-5 TFESI | 64483 | x1\n')).toEqual(['esi']);
    expect(families('Lumbar radiculopathy   M54.16   L4-5 TFESI   64483   x1\n')).toEqual(['esi']);
  });
});

describe('appeals', () => {
  it('the denied item of a letter without headings', () => {
    const items = readDraft('I am appealing the denial of Norco 10/325 mg #90 dated 5/1/16.').items;
    expect(items.map((item) => item.text)).toEqual(['Norco 10/325 mg #90']);
  });

  it('what the denial says is not asked for', () => {
    const text =
      '# Appeal\n\n## Disputed treatment\n\n- Lumbar MRI\n\n## Denial rationale\n\nPhysical therapy should be tried. Request for TENS unit was withdrawn.\n';
    expect(families(text)).toEqual(['mri']);
  });
});

describe('the whole draft is request lines', () => {
  for (const [text, want] of [
    ['120 NORCO 10/325MG', ['opioid']],
    ['Left Lumbar Facet Block L2-3. L3-4', ['facet-block']],
    ['Norco 10/325 mg #180\n\nThe patient has back pain. He takes Soma.', ['opioid']],
    ['Norco 10/325 #120, Flexeril 10 mg #30, and PT 2x6', ['opioid', 'muscle-relaxant', 'physical-therapy']],
    ['The patient has back pain. He takes Soma 350 mg #60.', []],
    ['', []],
    ['\n\n \t\n', []],
  ] as const) {
    it(JSON.stringify(text), () => expect(families(text)).toEqual([...want]));
  }
});

describe('ways of asking', () => {
  const texts = (text: string) => read(text).map((item) => item.text);

  it('by a sentence over a list, numbered with words', () => {
    const text =
      'Dear Reviewer,\n\nI therefore request authorization of two things.\n\nFirst, Voltaren gel 1%, 100 g.\nSecond, a left knee brace.\n';
    expect(families(text)).toEqual(['topical', 'brace']);
  });

  it('by a sentence with a colon over lines without marks', () => {
    const text =
      'He did well.\n\nDr. Sample would like two more approvals please:\n\n8 acupuncture visits, low back\n\nThanks.\n';
    expect(families(text)).toEqual(['acupuncture']);
    expect(families('I ask you to note these facts:\n\nacupuncture was tried in 2012\n')).toEqual([]);
  });

  it('by numbered services of an appeal', () => {
    const text =
      'APPEAL\n\nDISPUTED SERVICE NO. 1: Left L4-5 TFESI x1\n\nDISPUTED SERVICE NO. 2: Acupuncture 1x6, low back\n';
    expect(readDraft(text, { kind: 'appeal' }).items.map((item) => item.family)).toEqual(['esi', 'acupuncture']);
  });

  it('by ticked boxes, where others are left empty', () => {
    const text =
      'Medication\n[ ] Naproxen 500 mg #60\n[x] Etodolac 400 mg #60\nTherapy\n[X] PT lumbar spine 3x2\n[ ] Acupuncture\n';
    expect(families(text)).toEqual(['nsaid', 'physical-therapy']);
    expect(texts('Chiropractic: [x] request 8 visits\nMRI: [ ] request\n')).toHaveLength(1);
  });

  it('by the heading, where nothing else asks', () => {
    expect(families('REQUEST FOR AUTHORIZATION OF CERVICAL MRI\nCLAIM: 00-1\nHISTORY: NECK PAIN.\n')).toEqual(['mri']);
  });

  it('by the denial that an appeal quotes, where it names nothing itself', () => {
    const text =
      'Dear Director:\n\nYour notice states:\n\n   "The request for Opana ER 10 mg #60 is non-certified."\n\nWe ask that this be overturned.\n';
    expect(readDraft(text, { kind: 'appeal' }).items.map((item) => item.family)).toEqual(['opioid']);
  });

  it('in a row whose cells have run together', () => {
    const head = 'DIAGNOSIS       ICD-10    SERVICE REQUESTED         CPT     QTY/FREQ\n';
    expect(families(`${head}STRAIN LUMBAR   S39.012D  ACUPUNCTURE LOW BACK      97810   1X/WK X 6 WKS\n`)).toEqual([
      'acupuncture',
    ]);
  });

  it('under a problem of the list, which asks for nothing', () => {
    const text =
      'Assessment/Plan\n1. Lumbar radiculopathy, L5 left (M54.16)\n   >> REQUEST: Gabapentin 600 mg TID #90\n2. Osteoarthritis, R knee (M17.11)\n';
    expect(families(text)).toEqual(['antiepileptic']);
  });

  it.each([
    ['Plan: The patient should undergo a left shoulder MRI.', 'mri'],
    ['Plan: She needs a new lumbar corset.', 'brace'],
    ['At this time I am asking for approval of a functional restoration program, 80 hours.', 'functional-restoration'],
    ['She would like three more at the next visit; please authorize TPI x3.', 'trigger-point-injection'],
    ['Plan - solicitamos / we request: PT low back 8 visits', 'physical-therapy'],
  ])('%s', (text, family) => {
    expect(families(`${text}\n`)).toEqual([family]);
  });

  it.each([
    'Dr. Sample, QME, opined that the patient should undergo an MRI.',
    'If approved, he will undergo L4-5 ESI.',
    'Facet injections: not now.',
  ])('not by "%s"', (text) => {
    expect(families(`${text}\n`)).toEqual([]);
  });

  it.each([
    'Not requested at this time: Norco 10/325 mg',
    'OTC: Aleve, Miralax',
    'Urine 5/16/2012: oxycodone positive',
    'D/C: Vicodin',
  ])('not by "%s"', (line) => {
    expect(families(`REQUESTED TREATMENT\n- MRI lumbar spine\n${line}\n`)).toEqual(['mri']);
  });
});
