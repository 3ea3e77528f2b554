import { describe, expect, it } from 'vitest';
import { readDraft, readIdentity } from '../../server/src/draft/index.js';
import { isoDay } from './helpers.js';

const read = (text: string) => readIdentity(readDraft(text));
const form = `# Request for Authorization (DWC Form RFA)

Employee Name: Rivera, Marta
Date of Injury (DOI): 03/14/2019
Date of Birth: 01/05/1975
Claim Number: WC-2019-004417
Employer: Harbor Linen
Requesting Physician: Ana Okafor, MD
NPI: 1093817465
License No. A 123456
Claims Administrator: Pacific Claims Services
Date of UR decision: 05/20/2021

Signature: /s/ Ana Okafor, MD  Date: 06/02/2021
Enclosed: PR-2 dated 5/28/2021, MRI of 4/1/2021
`;

describe('facts of the form', () => {
  const all = read(form);

  it('are all there', () => {
    for (const name of [
      'employee',
      'claimNumber',
      'employer',
      'provider',
      'npi',
      'licence',
      'signature',
      'claimsAdministrator',
      'rfaForm',
    ] as const) {
      expect(all[name], name).not.toBeNull();
    }
    expect(isoDay(all.dateOfInjury!.value)).toBe('2019-03-14');
    expect(isoDay(all.dateOfBirth!.value)).toBe('1975-01-05');
    expect(isoDay(all.urDecision!.value)).toBe('2021-05-20');
    expect(all.npi!.value).toBe('1093817465');
    expect(all.documents.map((each) => isoDay(each.value))).toEqual(
      expect.arrayContaining(['2021-05-28', '2021-04-01']),
    );
  });

  it('keep places, no names', () => {
    expect(JSON.stringify(all)).not.toMatch(/Rivera|Okafor|Harbor/);
    expect(form.slice(all.employee!.start, all.employee!.end)).toBe('Employee Name: Rivera, Marta');
  });

  it('an empty form has none of them', () => {
    const none = read(
      'Employee Name: ________\nDate of Injury:\nClaim Number: [claim]\nRequesting Physician: {name}\nNPI: ____\n\nSignature: ______________ Date: ____\n',
    );
    for (const [name, value] of Object.entries(none)) {
      expect(Array.isArray(value) ? value : value === null, name).toEqual(Array.isArray(value) ? [] : true);
    }
  });

  it('a value on the next line does not fill the field above it', () => {
    expect(read('Claim Number:\nEmployer: Harbor Linen\n').claimNumber).toBeNull();
    expect(read('Employee Name:\nDate of Injury: 3/14/2019\n').employee).toBeNull();
  });
});

describe('signatures', () => {
  for (const text of [
    '/s/ A. Okafor',
    'Electronically signed by A. Okafor, MD on 9/2/14',
    'Physician Signature: A. Okafor, MD',
    'Sincerely,\n\nAna Okafor, MD\n',
    'Digitally signed: A. Okafor',
    'A. Okafor, MD      04/15/2015',
  ]) {
    it(`signed: ${JSON.stringify(text)}`, () => expect(read(`Note.\n\n${text}\n`).signature).not.toBeNull());
  }
  for (const text of [
    'Signature: ____________',
    'Signature:\n',
    'Signature: [signature]',
    'Dr. Sample saw him on 04/15/2015 and wrote this.',
    'The signature is missing.',
    'Signature: ______ Date: 9/2/14',
  ]) {
    it(`unsigned: ${JSON.stringify(text)}`, () => expect(read(`Note.\n\n${text}\n`).signature).toBeNull());
  }
});

describe('who the draft is about', () => {
  it('from a form, a subject line, or prose', () => {
    expect(read('Patient: Dale Whitcomb\n').employee).not.toBeNull();
    expect(read('RE: Nora Feld\nClaim No: 55-88120\n').employee).not.toBeNull();
    expect(read('Mr. Dorn has low back pain.\n').employee).not.toBeNull();
  });

  it('not from a sentence about a patient', () => {
    expect(read('The patient has low back pain.\nPatient: has low back pain.\n').employee).toBeNull();
    expect(read('RE: Appeal of denial\n').employee).toBeNull();
  });
});
