import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

const kind = (text: string) => readDraft(text).kind;

describe('what a document is', () => {
  it('says so itself: an appeal', () => {
    expect(kind('I am appealing the denial of physical therapy.')).toBe('appeal');
    expect(kind('# Appeal of UR denial\n\nThe patient has pain.')).toBe('appeal');
    expect(kind('RE: Appeal of denial dated 5/1/16\n\nDear Sir:\n\nHe has pain.')).toBe('appeal');
    expect(kind('This letter is a formal request for reconsideration of the denial of the MRI.')).toBe('appeal');
    expect(kind('APPLICATION FOR INDEPENDENT MEDICAL REVIEW\n\nDisputed treatment: MRI')).toBe('appeal');
    expect(kind('We respectfully disagree with the denial of the injection. Please overturn this decision.')).toBe(
      'appeal',
    );
  });

  it('a request that tells of an old denial is a request', () => {
    expect(kind('PLAN\nRequest lumbar ESI. UR denied physical therapy last year.')).toBe('request');
    expect(kind('DWC Form RFA\nResubmission - Change in Material Facts\nNorco #90')).toBe('request');
    expect(kind('He has an appealing smile and no appeal is pending.')).toBe('request');
    expect(kind('')).toBe('request');
  });

  it('a quoted denial does not make the writer appeal', () => {
    expect(kind('HISTORY\nPain.\n\nPLAN\nNorco #90.\n\nUR DENIAL RATIONALE\nThe request is not certified.')).toBe(
      'request',
    );
  });

  it("outcome lines and the review's own words make a determination", () => {
    expect(
      kind('HOW THE IMR FINAL DETERMINATION WAS MADE\n\nNorco 10/325 #90: Upheld\n\nDecision rationale: none.'),
    ).toBe('determination');
    expect(kind('UTILIZATION REVIEW DETERMINATION\n\nThe request for Norco is not certified.')).toBe('determination');
  });

  it('the caller knows better', () => {
    expect(readDraft('Norco #90', { kind: 'appeal' }).kind).toBe('appeal');
  });
});

describe('items of determinations', () => {
  const items = (text: string) => readDraft(text, { kind: 'determination' }).items.map((item) => item.text);

  it('outcomes in every wording, only the name kept', () => {
    expect(items('Norco 10/325 #90: Upheld\nLumbar MRI:  Overturned\nPT 2x6:\tModified\n')).toEqual([
      'Norco 10/325 #90',
      'Lumbar MRI',
      'PT 2x6',
    ]);
  });

  it('wrapped over two lines', () => {
    const [only] = items(
      'Left L4-5 transforaminal epidural steroid injection under fluoroscopic guidance with\nmoderate sedation: Upheld\n',
    );
    expect(only!.replace(/\s+/g, ' ')).toMatch(/^Left L4-5 .* moderate sedation$/);
  });

  it('letters of utilization review', () => {
    expect(items('1. Norco 10/325 #90 - Denied\n2. Lumbar MRI - Certified\n')).toEqual([
      'Norco 10/325 #90',
      'Lumbar MRI',
    ]);
    expect(items('The request for Lyrica 75 mg #60 is not medically necessary.\n')).toEqual(['Lyrica 75 mg #60']);
  });

  it('treatments in the rationale are none', () => {
    expect(
      items(
        'Norco #90: Upheld\n\nDecision rationale: Acupuncture and an MRI were requested. Flexeril is a relaxant.\n',
      ),
    ).toEqual(['Norco #90']);
  });
});
