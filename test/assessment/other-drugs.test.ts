import { describe, expect, it } from 'vitest';
import { firstItem, statuses } from './assess.js';

const norco = 'Request: Norco 10/325 mg 1 tab q6h #120\n\n';
const flexeril = 'Request: Flexeril 10 mg TID #30\n\n';

describe('an opioid together with a benzodiazepine or carisoprodol', () => {
  it.each([
    ['Current medications: Norco, Soma, ibuprofen.', 'missing'],
    ['She also takes Xanax 0.5 mg at bedtime.', 'missing'],
    ['Current medications: Norco, ibuprofen.', 'not-applicable'],
    ['Soma was stopped last year.', 'met'],
    ['She denies taking Xanax.', 'not-applicable'],
    ['Her husband takes Xanax.', 'not-applicable'],
  ])('%s → %s', (note, expected) => {
    expect(statuses(norco + note)['drug-interaction']).toBe(expected);
  });

  it('is none that only measures the dose, and none that is part of the other', () => {
    const note = 'He takes Hydrocodone/APAP 5/325 since 2014, 20 mg morphine equivalents a day. Denies sedation.';
    const found = statuses(norco + note);
    expect(found['duplicate-therapy']).not.toBe('contradicted');
    expect(found['adverse-effects']).toBe('met');
  });

  it('names the other drug', () => {
    const verdict = firstItem(`${norco}Current medications: Norco, Soma, ibuprofen.`).verdicts.find(
      (one) => one.criterion === 'drug-interaction',
    )!;
    expect(verdict.message).toContain('Soma');
    expect(verdict.evidence.map((one) => one.text)).toEqual(['Soma']);
  });
});

describe('a second drug of the class', () => {
  it.each([
    ['Current medications: Zanaflex 4 mg, Norco.', 'contradicted'],
    ['Methocarbamol for 2 weeks failed to control the spasm.', 'not-applicable'],
    ['Current medications: Norco.', 'not-applicable'],
  ])('%s → %s', (note, expected) => {
    expect(['met', 'not-applicable'].includes(expected) ? [expected, 'met'] : [expected]).toContain(
      statuses(flexeril + note)['duplicate-therapy'],
    );
  });

  it('two items of one class speak against each other', () => {
    const found = statuses('Requested treatment\n\n1. Zanaflex 4 mg TID #90\n2. Baclofen 10 mg TID #90\n');
    expect(found['duplicate-therapy']).toBe('contradicted');
  });
});
