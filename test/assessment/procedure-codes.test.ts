import { describe, expect, it } from 'vitest';
import { assessText } from './assess.js';

const found = (line: string) =>
  assessText(`Date: 9/2/2014\n\nRequest: ${line}\n`).findings.find((one) => one.criterion === 'procedure-code');

describe('a procedure code', () => {
  it.each([
    'Left L4-5 transforaminal ESI under fluoroscopy, CPT 64483',
    'Physical therapy 2x6 lumbar spine, CPT 97110, 97140',
    'Right L4-5 facet injection 64493',
    'MRI lumbar spine without contrast 72148',
    'Left L4-5 transforaminal ESI, CPT 99999',
    'Left L4-5 transforaminal ESI',
    'Norco 10/325 mg #120, CPT 97110',
  ])('%s: nothing to say', (line) => {
    expect(found(line)).toBeUndefined();
  });

  it.each([
    ['Left L4-5 transforaminal ESI, CPT 64493', 'facet block'],
    ['Acupuncture 2x3 low back, CPT 97110', 'physical therapy'],
    ['Lumbar MRI without contrast, CPT 95886', 'electrodiagnostic'],
  ])('%s is one for %s', (line, family) => {
    expect(found(line)?.message).toContain(family);
  });

  it('one code that fits is enough', () => {
    expect(found('Left L4-5 transforaminal ESI, CPT 64483, 77003, 97110')).toBeUndefined();
  });
});
