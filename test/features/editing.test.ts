// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import type { CodeAction } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { applied, type HandMade, handMade, verdict } from './hand-made.js';

const norco = 'Norco 10/325 mg #180';
const frequency = verdict('frequency', {
  fix: { section: 'request-line', text: '1 tablet every ${1:hours} hours', title: 'Add how often it is taken' },
});
const relief = verdict('pain-relief', {
  fix: { section: 'subjective', text: 'Pain is ${1:with} with Norco and ${2:without} without it.' },
});
const gain = verdict('functional-improvement', {
  status: 'vague',
  fix: { section: 'function', text: 'She can ${1:activity} for ${2:minutes}.' },
});

function actionsOn(text: string, verdicts = [frequency, relief, gain], more: HandMade = {}) {
  const checked = handMade(text, { items: [{ text: norco, verdicts }], ...more });
  const range = {
    start: checked.document.positionAt(text.indexOf(norco) + 2),
    end: checked.document.positionAt(text.indexOf(norco) + 2),
  };
  const all = (context = {}) => codeActions(checked, range, { diagnostics: [], ...context });
  const apply = (title: string | RegExp) => {
    const action = all().find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
    if (!action) throw new Error(`no action ${title}: ${all().map((one) => one.title)}`);
    return applied(checked, action.edit);
  };
  return { checked, all, apply };
}

describe('on the request line', () => {
  it('adds the element after the item’s words, before a full stop', () => {
    expect(actionsOn(`${norco}\n`).apply('Add how often it is taken')).toBe(`${norco}, 1 tablet every [hours] hours\n`);
    expect(actionsOn(`Please approve ${norco}.\n`).apply('Add how often it is taken')).toBe(
      `Please approve ${norco}, 1 tablet every [hours] hours.\n`,
    );
    expect(actionsOn(`| ${norco} | M54.16 |`).apply('Add how often it is taken')).toBe(
      `| ${norco}, 1 tablet every [hours] hours | M54.16 |`,
    );
  });

  it('carries the tab stop in a snippet edit for this version of the document', () => {
    const [first] = actionsOn(`${norco}\n`).all();
    expect(first?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///norco.rfa.md', version: 7 },
          edits: [
            {
              range: { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } },
              snippet: { kind: 'snippet', value: ', 1 tablet every ${1:[hours]} hours' },
            },
          ],
        },
      ],
    });
  });

  it('uses plain edits with blanks where the client knows no better', () => {
    const old = actionsOn(`${norco}\n`, undefined, { client: { snippetEdits: false, documentChanges: false } });
    expect(Object.keys(old.all()[0]!.edit!)).toEqual(['changes']);
    expect(old.apply('Add how often it is taken')).toContain(', 1 tablet every [hours] hours');
    const middling = actionsOn(`${norco}\n`, undefined, { client: { snippetEdits: false } });
    expect(JSON.stringify(middling.all()[0]!.edit)).toContain('"newText":", 1 tablet every [hours] hours"');
  });
});

describe('in a section', () => {
  it('adds the sentence at its end', () => {
    const text = `## Request\n${norco}\n\n## Subjective\nBack pain.\n\n## Plan\nContinue.\n`;
    expect(actionsOn(text).apply(/Pain relief/)).toBe(
      `## Request\n${norco}\n\n## Subjective\nBack pain.\nPain is [with] with Norco and [without] without it.\n\n## Plan\nContinue.\n`,
    );
  });

  it('goes on with a list, numbers counting on', () => {
    const text = `${norco}\n\n## Subjective\n1. Back pain.\n2. Leg pain.\n\n## Plan\nContinue.\n`;
    expect(actionsOn(text).apply(/Pain relief/)).toContain('2. Leg pain.\n3. Pain is [with]');
  });

  it('keeps the line ends of the draft', () => {
    const text = `${norco}\r\n\r\n## Subjective\r\nBack pain.\r\n`;
    const after = actionsOn(text).apply(/Pain relief/);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after).toContain('Back pain.\r\nPain is [with]');
  });

  it('fills a section that has only its heading', () => {
    expect(actionsOn(`${norco}\n\nSUBJECTIVE:\n\nPLAN:\nContinue.\n`).apply(/Pain relief/)).toContain(
      'SUBJECTIVE:\nPain is [with] with Norco and [without] without it.\n\nPLAN:',
    );
  });

  it('makes the section where it is not there, in the usual order and the draft’s own style', () => {
    const markdown = `## Subjective\n\nBack pain.\n\n## Plan\n\n${norco}\n`;
    expect(actionsOn(markdown).apply(/Functional/)).toMatch(
      /Back pain\.\n\n## \S[^\n]*\n\nShe can \[activity\] for \[minutes\]\.\n\n## Plan/,
    );
    const plain = `SUBJECTIVE:\nBack pain.\n\nPLAN:\n${norco}\n`;
    expect(actionsOn(plain, undefined, { uri: 'file:///a.rfa' }).apply(/Functional/)).toMatch(
      /Back pain\.\n\n[A-Z ,/-]+:\nShe can \[activity\] for \[minutes\]\.\n\nPLAN:/,
    );
  });

  it('makes it after a lone line without a line end', () => {
    expect(actionsOn(norco, undefined, { uri: 'file:///a.rfa' }).apply(/Functional/)).toMatch(
      new RegExp(`^${norco.replace('/', '\\/')}\\n\\n[A-Z ,/-]+:\\nShe can \\[activity\\] for \\[minutes\\]\\.$`),
    );
  });

  it('never puts it after the signature', () => {
    const text = `${norco}\n\n## Signature\nA. Physician, MD\n`;
    const after = actionsOn(text).apply(/Functional/);
    expect(after.indexOf('She can')).toBeLessThan(after.indexOf('## Signature'));
  });
});

describe('all at once', () => {
  const text = `## Request\n${norco}\n\n## Subjective\nBack pain.\n`;

  it('puts in every sentence that the item lacks, each where it belongs', () => {
    const after = actionsOn(text).apply(/^Insert all 3 missing sentences/);
    expect(after).toContain(`${norco}, 1 tablet every [hours] hours\n`);
    expect(after).toContain('Back pain.\nPain is [with]');
    expect(after).toContain('She can [activity]');
  });

  it('numbers the tab stops through, in the order of the document', () => {
    const action = actionsOn(text)
      .all()
      .find((one) => one.title.startsWith('Insert all'))!;
    const stops = [...JSON.stringify(action.edit).matchAll(/\$\{(\d+):/g)].map((match) => Number(match[1]));
    expect(stops).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not offered for one sentence alone, nor for what contradicts', () => {
    const contradicted = { ...gain, status: 'contradicted' } as const;
    const titles = actionsOn(text, [frequency, contradicted])
      .all()
      .map((one) => one.title);
    expect(titles.filter((title) => title.startsWith('Insert all'))).toEqual([]);
  });
});

describe('ignoring', () => {
  it('puts a comment above the item, which is no reason yet', () => {
    const { apply } = actionsOn(`## Request\n${norco}\n`);
    const after = apply('Ignore this finding… (opioid/frequency)');
    expect(after).toBe(`## Request\n<!-- mtus-draft ignore opioid/frequency: [reason] -->\n${norco}\n`);
    const again = handMade(after, { items: [{ text: norco, verdicts: [frequency] }] });
    expect(diagnostics(again).map((one) => one.code)).toContain('opioid/frequency');
    const reasoned = handMade(after.replace('[reason]', 'on the form'), {
      items: [{ text: norco, verdicts: [frequency] }],
    });
    expect(diagnostics(reasoned).map((one) => one.code)).toEqual([]);
  });

  it('goes inside the cell of a table, and uses # in plain text', () => {
    expect(actionsOn(`| ${norco} | 1 |`).apply(/^Ignore.*frequency/)).toBe(
      `| ${norco} <!-- mtus-draft ignore opioid/frequency: [reason] --> | 1 |`,
    );
    expect(actionsOn(norco, undefined, { uri: 'file:///a.rfa' }).apply(/^Ignore.*frequency/)).toBe(
      `# mtus-draft ignore opioid/frequency: [reason]\n${norco}`,
    );
  });
});

describe('a comment that ignores nothing', () => {
  const removed = (text: string) => {
    const checked = handMade(text, { items: [{ text: norco, verdicts: [] }] });
    const place = checked.document.positionAt(text.indexOf('mtus-draft'));
    const [action] = codeActions(checked, { start: place, end: place }, { diagnostics: [] });
    expect(action?.title).toBe('Remove this comment');
    return applied(checked, action?.edit);
  };

  it('goes with its line', () => {
    expect(removed(`A.\r\n# mtus-draft ignore a/b: why not\r\n${norco}\r\n`)).toBe(`A.\r\n${norco}\r\n`);
  });

  it('leaves the line where other text stands on it', () => {
    expect(removed(`| ${norco} <!-- mtus-draft ignore a/b: why not --> | 1 |`)).toBe(`| ${norco}  | 1 |`);
  });
});

describe('what is offered', () => {
  const text = `${norco}\n`;

  it('is the weightiest fix, preferred, then all at once, then the others by weight, then ways to ignore', () => {
    const all = actionsOn(text).all();
    expect(all.map((one) => one.title.split(':')[0])).toEqual([
      'Add how often it is taken',
      `Insert all 3 missing sentences for ${norco}`,
      'Insert a sentence with blanks',
      'Insert a sentence with blanks',
      'Ignore this finding… (opioid/frequency)',
      'Ignore this finding… (opioid/pain-relief)',
      'Ignore this finding… (opioid/functional-improvement)',
    ]);
    expect(all.filter((one) => one.isPreferred).map((one) => one.title)).toEqual(['Add how often it is taken']);
    for (const action of all) {
      expect(action.kind).toBe('quickfix');
      expect(action.diagnostics!.length).toBeGreaterThan(0);
    }
  });

  it('keeps to the findings that the client names', () => {
    const { checked, all } = actionsOn(text);
    const named = diagnostics(checked).filter((one) => one.code === 'opioid/pain-relief');
    const titles = all({ diagnostics: named }).map((one: CodeAction) => one.title);
    expect(titles.some((title) => title.includes('Pain relief'))).toBe(true);
    expect(titles.some((title) => title.includes('often'))).toBe(false);
    expect(titles.filter((title) => title.startsWith('Ignore'))).toEqual(['Ignore this finding… (opioid/pain-relief)']);
  });

  it('is nothing where another kind of action is asked for', () => {
    const { all } = actionsOn(text);
    expect(all({ only: ['source.fixAll'] })).toEqual([]);
    expect(all({ only: ['quickfix.other'] })).toEqual([]);
    expect(all({ only: ['quickfix'] })).not.toEqual([]);
  });

  it('is nothing away from any finding', () => {
    const checked = handMade(`${norco}\nMore.\n`, { items: [{ text: norco, verdicts: [frequency] }] });
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } };
    expect(codeActions(checked, range, { diagnostics: [] })).toEqual([]);
  });

  it('offers the sentence of a finding about the whole draft', () => {
    const fix = { section: 'signature', text: 'Signed: ${1:name}', title: 'Add a signature line' };
    const checked = handMade('Request\n', { findings: [{ fix }] });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const [first] = codeActions(checked, range, { diagnostics: [] });
    expect(first?.title).toBe('Add a signature line');
    expect(applied(checked, first?.edit)).toContain('Signed: [name]');
  });
});
