import { describe, expect, it } from 'vitest';
import { firstItem, statuses } from './assess.js';

const norco = 'Request: Norco 10/325 mg 1 tab q6h #120\n\n';
const esi = 'Request: Left L4-5 transforaminal ESI under fluoroscopy x1\n\n';
const status = (text: string, criterion: string) => statuses(text)[criterion];

describe('a keyword is never proof', () => {
  it.each([
    ['Norco gives increased function.', 'functional-improvement', 'vague'],
    ['With Norco she walks 30 minutes, without it 5 minutes.', 'functional-improvement', 'met'],
    ['The goal is to walk 30 minutes instead of 5 minutes with Norco.', 'functional-improvement', 'missing'],
    ['The UR physician stated there was no documentation of side effects.', 'adverse-effects', 'missing'],
    ['Denies sedation, nausea and constipation.', 'adverse-effects', 'met'],
    ['MTUS requires documentation of side effects such as sedation.', 'adverse-effects', 'missing'],
  ])('%s', (note, criterion, expected) => {
    expect(status(norco + note, criterion)).toBe(expected);
  });

  it.each([
    ['EXAM: L4-S1 radiculopathy bilaterally.', 'vague'],
    ['EXAM: Decreased sensation to light touch over the left L5 dermatome.', 'met'],
    ['EXAM: Left EHL strength 4/5.', 'met'],
    ['EXAM: Sensation intact, motor 5/5 throughout, reflexes 2+ and symmetric.', 'contradicted'],
    ['His brother had decreased sensation in the left L5 dermatome.', 'missing'],
  ])('%s', (note, expected) => {
    expect(status(esi + note, 'objective-neurologic-deficit')).toBe(expected);
  });
});

describe('whose evidence', () => {
  it('relief from an injection does not prove the opioid’s', () => {
    expect(status(`${norco}The epidural steroid injection reduced pain from 8/10 to 3/10.`, 'pain-relief')).not.toBe(
      'met',
    );
    expect(status(`${norco}Norco reduces pain from 8/10 to 3/10.`, 'pain-relief')).toBe('met');
  });

  it('one drug’s side effects do not document another’s, "medications" speaks for all', () => {
    expect(status(`${norco}Flexeril causes no sedation.`, 'adverse-effects')).not.toBe('met');
    expect(status(`${norco}Medications cause no sedation.`, 'adverse-effects')).toBe('met');
  });
});

describe('verdicts', () => {
  it('point at the words that decided them', () => {
    const text = `${norco}Norco gives increased function.`;
    const verdict = firstItem(text).verdicts.find((one) => one.criterion === 'functional-improvement')!;
    const [evidence] = verdict.evidence;
    expect(text.slice(evidence!.start, evidence!.end)).toBe(evidence!.text);
    expect(evidence!.text).toContain('increased function');
    expect(verdict.why).toContain('does not say');
    expect(verdict.message).toContain('increased function');
  });

  it('have a message exactly where they are findings', () => {
    for (const verdict of firstItem(`${norco}Norco gives increased function.`).verdicts) {
      const finding = !['met', 'not-applicable'].includes(verdict.status);
      expect(verdict.message !== '', verdict.criterion).toBe(finding);
      expect(verdict.message).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('name the drug as the draft does', () => {
    const verdict = firstItem('Request: 120 NORCO 10/325MG\n').verdicts.find((one) => one.criterion === 'frequency')!;
    expect(verdict.message).toContain('Norco');
  });

  it('offer a fix with blanks and no braces of ours', () => {
    for (const { fix } of firstItem(norco).verdicts) {
      if (!fix) continue;
      expect(fix.text).toMatch(/\$\{?\d/);
      expect(fix.text.replace(/\$\{[^}]*\}/g, '')).not.toMatch(/\{item\}/);
    }
  });
});

describe('editions', () => {
  const citation = (date: string, criterion = 'functional-improvement') =>
    firstItem(`Date: ${date}\n\n${norco}`).verdicts.find((one) => one.criterion === criterion)!.citations[0]!.guideline;

  it('the edition in force on the draft’s date is cited first', () => {
    expect(citation('9/2/14')).toBe('cpmtg-2009');
    expect(citation('9/2/2019')).not.toBe('cpmtg-2009');
  });

  it('a citation of an edition no longer in force is a finding', () => {
    const text = (date: string) =>
      `Date: ${date}\n\n${norco}Chronic Pain Medical Treatment Guidelines, July 18 2009, Opioids, on-going management, page 78.`;
    expect(status(text('9/2/14'), 'guideline-citation')).toBe('met');
    expect(status(text('9/2/2019'), 'guideline-citation')).toBe('contradicted');
  });
});

describe('words of the request line that stand for a number', () => {
  it('are vague in the line itself, and nothing elsewhere', () => {
    expect(status('Request: Norco 10/325 mg q6h, a few tablets\n\nLow back pain.', 'quantity')).toBe('vague');
    expect(status('Request: Norco 10/325 mg q6h\n\nHe has a few tablets left.', 'quantity')).toBe('missing');
    expect(status('Request: Norco 10/325 mg q6h #120\n\nHe has a few tablets left.', 'quantity')).toBe('met');
  });

  it('do not undo a number beside them', () => {
    expect(status('Request: Norco 10/325 mg q6h #120, 30 day supply', 'quantity')).toBe('met');
    expect(status('Request: Norco 10/325 mg q6h #120, 1 refill, refills as needed', 'refills')).toBe('met');
  });
});
