import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../server/src/assessment/index.js';
import { type DraftKind, readDraft } from '../../server/src/draft/index.js';
import { guidelines } from './assess.js';

const assessor = createAssessor(guidelines);
const findings = (text: string, kind: DraftKind = 'request') => assessor.assess(readDraft(text, { kind })).findings;
const codes = (text: string, kind?: DraftKind) => findings(text, kind).map((one) => one.code);

const form = `Employee: Jordan Sample
Date of injury: 10/22/2012
Claim number: WC-000-1234
Requesting physician: Alex Specimen, MD
Date: 9/2/2014

Requested treatment

1. Norco 10/325 mg 1 tab q6h #120

Signature: /s/ Alex Specimen, MD
`;

describe('a request as a document', () => {
  it('complete: nothing', () => {
    expect(codes(form)).toEqual([]);
  });

  it.each([
    ['Claim number: WC-000-1234\nDate of injury: 10/22/2012\n', 'draft/employee-identification'],
    ['Requesting physician: Alex Specimen, MD\n', 'draft/provider-identification'],
    ['Signature: /s/ Alex Specimen, MD\n', 'draft/physician-signature'],
    ['Date: 9/2/2014\n', 'draft/date'],
  ])('without %j: %s', (line, code) => {
    const lines = line.split('\n').filter(Boolean);
    const rest = form
      .split('\n')
      .filter((each) => !lines.includes(each))
      .join('\n');
    // A claim number and a date of injury together are what makes it a form: name the employer instead.
    const text = code.endsWith('employee-identification')
      ? `Employer: Example Works\nDate of birth: 1/1/1970\n${rest}`
      : rest;
    const withoutName = code.endsWith('provider-identification')
      ? text.replaceAll(', MD', '').replace('Alex Specimen', 'signed')
      : text;
    expect(codes(withoutName)).toContain(code);
  });

  it('a bare note is asked for its date only', () => {
    expect(codes('Request: Norco 10/325 mg #120\n')).toEqual(['draft/date']);
  });

  it('a text that asks for nothing is left alone', () => {
    expect(codes('Work status: full duty.\n')).toEqual([]);
  });

  it('two treatments on one line', () => {
    const [finding] = findings('Date: 9/2/2014\n\nRequest: Norco 10/325 mg #120 and Flexeril 10 mg #30\n').filter(
      (one) => one.criterion === 'one-item-a-line',
    );
    expect(finding?.message).toContain('2 treatments');
  });
});

describe('the rules of April 2026', () => {
  const report = (date: string, seen: string) =>
    `${form.replace('Date: 9/2/2014', `Date: ${date}\nDWC Form RFA`)}\nAttached: PR-2 of ${seen}\n`;

  it('ask for supporting documents of at most 30 days', () => {
    const old = findings(report('6/10/2026', '4/1/2026')).find((one) => one.criterion === 'supporting-document');
    expect(old?.message).toContain('70 days');
    expect(codes(report('6/10/2026', '5/20/2026'))).not.toContain('draft/supporting-document');
  });

  it('do not reach back', () => {
    expect(codes(report('6/10/2015', '4/1/2015'))).not.toContain('draft/supporting-document');
    expect(codes(form)).not.toContain('draft/rfa-form');
    expect(codes(form.replace('9/2/2014', '6/10/2026'))).toContain('draft/rfa-form');
  });
});

describe('an appeal', () => {
  const appeal = (decision: string, letter: string) =>
    `Date: ${letter}\nUtilization review decision: ${decision}, enclosed\n\nDisputed treatment: Norco 10/325 mg #180\n`;

  it('has to name the decision', () => {
    expect(codes('Date: 10/3/2014\n\nWe appeal the denial of Norco 10/325 mg #180.\n', 'appeal')).toContain(
      'draft/ur-decision-attached',
    );
    expect(codes(appeal('9/15/2014', '10/3/2014'), 'appeal')).not.toContain('draft/ur-decision-attached');
  });

  it('has thirty days, five more by mail', () => {
    expect(codes(appeal('9/1/2014', '10/3/2014'), 'appeal')).not.toContain('draft/imr-deadline');
    const late = findings(appeal('8/1/2014', '10/3/2014'), 'appeal').find((one) => one.criterion === 'imr-deadline');
    expect(late?.message).toContain('63 days');
  });
});

describe('the denial’s reasons in an appeal', () => {
  const text = (answer: string) => `Date: 10/3/2014
Utilization review decision: 9/15/2014, enclosed

Disputed treatment: Norco 10/325 mg #180, 1 tablet every 4 hours

Denial rationale: There is no documentation of side effects of Norco.

Answer: ${answer}
`;
  const verdict = (answer: string) =>
    assessor
      .assess(readDraft(text(answer), { kind: 'appeal' }))
      .items[0]!.verdicts.find((one) => one.criterion === 'denial-reason-answered')!;

  it('stand until the record answers them', () => {
    expect(verdict('The drug helps.').status).toBe('missing');
    expect(verdict('The drug helps.').message).toContain('side effects');
    expect(verdict('He denies sedation, nausea and constipation with Norco.').status).toBe('met');
  });

  it('are not asked of a request', () => {
    const request = assessor.assess(readDraft(text('The drug helps.'), { kind: 'request' }));
    expect(request.items[0]?.verdicts.map((one) => one.criterion)).not.toContain('denial-reason-answered');
  });
});

describe('a guideline outside the MTUS', () => {
  const note = (words: string) => codes(`Date: 9/2/2014\n\nRequest: Norco 10/325 mg #120\n\n${words}\n`);

  it('asks for the reason', () => {
    expect(note('The request meets the criteria of the ODG, Pain, opioids.')).toContain('draft/rebuttal-statement');
    expect(note('The MTUS is silent on this; ODG, Pain, opioids.')).not.toContain('draft/rebuttal-statement');
  });

  it('is in place where the pack itself rests on it', () => {
    expect(
      codes('Date: 9/2/2014\n\nRequest: Left L2-3 facet block\n\nODG, Low Back, facet joint diagnostic blocks.\n'),
    ).not.toContain('draft/rebuttal-statement');
  });

  it('is the reviewer’s affair where the reviewer cites it', () => {
    expect(note('The UR reviewer cited the ODG.')).not.toContain('draft/rebuttal-statement');
  });
});
