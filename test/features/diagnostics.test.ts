// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import { describe, expect, it } from 'vitest';
import { diagnostics, notCheckedDiagnostic } from '../../server/src/features/diagnostics.js';
import { at, handMade, verdict } from './hand-made.js';

const text = `## Request
1. Norco 10/325 mg #180

## Subjective
Her function is increased with Norco.
She takes Valium at night. She sleeps well.
`;
const norco = 'Norco 10/325 mg #180';
const make = (verdicts: ReturnType<typeof verdict>[], more = {}) =>
  handMade(text, { items: [{ text: norco, verdicts }], ...more });
const shown = (checked: ReturnType<typeof make>) =>
  diagnostics(checked).map((one) => checked.document.getText(one.range));

describe('a finding', () => {
  it('of something missing stands on the item', () => {
    const [one] = diagnostics(
      make([verdict('frequency', { fix: { section: 'request-line', text: 'every ${1:hours} hours' } })]),
    );
    expect(one).toMatchObject({
      range: { start: { line: 1, character: 3 }, end: { line: 1, character: 23 } },
      severity: 2,
      code: 'opioid/frequency',
      source: 'mtus-draft',
      message: 'No frequency.',
      data: { item: 'opioid:0', criterion: 'frequency', status: 'missing', fix: 'request-line' },
    });
    expect(one?.codeDescription?.href).toBe('file:///extension/docs/rules/opioid/frequency.md');
    expect(one?.relatedInformation).toBeUndefined();
  });

  it('of something vague stands on the item and points at the vague words', () => {
    const checked = make([
      verdict('functional-improvement', { status: 'vague', evidence: [at(text, 'function is increased')] }),
    ]);
    const [one] = diagnostics(checked);
    expect(shown(checked)).toEqual([norco]);
    expect(checked.document.getText(one!.relatedInformation![0]!.location.range)).toBe('function is increased');
  });

  it('of a contradiction stands on the whole deciding sentence and points back at the item', () => {
    const checked = make([verdict('drug-interaction', { status: 'contradicted', evidence: [at(text, 'Valium')] })]);
    expect(shown(checked)).toEqual(['She takes Valium at night. She sleeps well.']);
    const [one] = diagnostics(checked);
    expect(checked.document.getText(one!.relatedInformation![0]!.location.range)).toBe(norco);
  });

  it('of a limit passed by the line itself stays on the line', () => {
    const checked = make([verdict('count-limit', { status: 'exceeded', evidence: [at(text, '#180')] })]);
    expect(shown(checked)).toEqual([norco]);
    expect(diagnostics(checked)[0]!.relatedInformation).toBeUndefined();
  });

  it('is made of what is not met, and of nothing else', () => {
    const statuses = ['met', 'not-applicable', 'vague', 'missing', 'contradicted', 'exceeded'] as const;
    const found = diagnostics(make(statuses.map((status, index) => verdict(`c${index}`, { status }))));
    expect(found.map((one) => one.code).sort()).toEqual(['opioid/c2', 'opioid/c3', 'opioid/c4', 'opioid/c5']);
  });

  it('about the draft without a place of its own stands on the first line with words', () => {
    const made = handMade('\n\nREQUEST FOR AUTHORIZATION\nNorco', { findings: [{}] });
    expect(diagnostics(made)[0]).toMatchObject({
      code: 'draft/physician-signature',
      severity: 1,
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 25 } },
      data: { item: null, criterion: 'physician-signature' },
    });
  });

  it('about an empty draft stands inside it', () => {
    expect(diagnostics(handMade('', { findings: [{}] }))[0]?.range).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
  });

  it('of a blank that is not filled in names the blank', () => {
    const [one, ...others] = diagnostics(handMade('She can now [activity] for an hour [sic], see [the letter](a.md).'));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: 'draft/blank', range: { start: { character: 12 }, end: { character: 22 } } });
    expect(one?.message).toContain('[activity]');
  });

  it('keeps no word of the draft in its data', () => {
    const [one] = diagnostics(make([verdict('frequency')]));
    expect(JSON.stringify(one!.data)).not.toContain('Norco');
  });
});

describe('order', () => {
  it('goes by place, then weight, then what the draft says wrongly before what it lacks', () => {
    const found = diagnostics(
      make([
        verdict('a', { status: 'vague' }),
        verdict('b', { severity: 'information' }),
        verdict('c'),
        verdict('d', { status: 'exceeded' }),
        verdict('e', { severity: 'error' }),
        verdict('f', { status: 'contradicted', severity: 'error', evidence: [at(text, 'Valium')] }),
      ]),
    );
    expect(found.map((one) => (one.data as { criterion: string }).criterion)).toEqual(['e', 'd', 'c', 'a', 'b', 'f']);
  });

  it('is the pack’s where all else is equal', () => {
    const found = diagnostics(make([verdict('z'), verdict('m'), verdict('a')]));
    expect(found.map((one) => one.code)).toEqual(['opioid/z', 'opioid/m', 'opioid/a']);
  });
});

describe('settings', () => {
  it('change severity by code or by criterion, the code first, and can hide', () => {
    const settings = { severity: { frequency: 'error', 'opioid/frequency': 'hint', duration: 'off' } } as const;
    const found = diagnostics(make([verdict('frequency'), verdict('duration'), verdict('refills')], { settings }));
    expect(found.map((one) => [one.code, one.severity])).toEqual([
      ['opioid/refills', 2],
      ['opioid/frequency', 4],
    ]);
  });

  it('hide what is below the least severity', () => {
    const settings = { minimumSeverity: 'warning' } as const;
    const found = diagnostics(make([verdict('a', { severity: 'information' }), verdict('b')], { settings }));
    expect(found.map((one) => one.code)).toEqual(['opioid/b']);
  });
});

it('leaves the link out where the client has no pages', () => {
  const made = make([verdict('frequency')], { client: { rulePages: '' } });
  expect(diagnostics(made)[0]).not.toHaveProperty('codeDescription');
});

it('leaves related places out for a client that does not show them', () => {
  const made = make([verdict('a', { status: 'vague', evidence: [at(text, 'function')] })], {
    client: { relatedInformation: false },
  });
  expect(diagnostics(made)[0]).not.toHaveProperty('relatedInformation');
});

it('says once, on the first line, that a text is not checked', () => {
  const { document } = handMade('x'.repeat(500));
  expect(notCheckedDiagnostic(document, 'too long', '')).toMatchObject({
    code: 'draft/not-checked',
    severity: 3,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 80 } },
    message: 'This file is too long.',
  });
});
