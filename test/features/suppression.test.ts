import { describe, expect, it } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { maskSuppressions, readSuppressions } from '../../server/src/features/suppression.js';
import { handMade, verdict } from './hand-made.js';

const norco = 'Norco 10/325 mg #180';
const codes = (text: string, findings = {}) =>
  diagnostics(
    handMade(text, { items: [{ text: norco, verdicts: [verdict('frequency'), verdict('duration')] }], ...findings }),
  ).map((one) => one.code);

describe('reading', () => {
  it('knows the three ways to write it', () => {
    for (const comment of [
      '<!-- mtus-draft ignore opioid/frequency: see the table -->',
      '# mtus-draft ignore opioid/frequency: see the table',
      '// mtus-draft ignore opioid/frequency: see the table',
      'mtus-draft ignore opioid/frequency: see the table',
    ]) {
      const [one, ...others] = readSuppressions(`${comment}\n${norco}\n`);
      expect(others).toEqual([]);
      expect(one).toMatchObject({ codes: ['opioid/frequency'], reason: 'see the table', scope: 'line', fault: null });
      expect(one).toMatchObject({ start: 0, end: comment.length, target: { start: comment.length + 1 } });
    }
  });

  it('takes several codes, and a reason with colons', () => {
    const [one] = readSuppressions(
      `<!-- mtus-draft ignore opioid/frequency, opioid/duration: per plan: weekly -->\n${norco}`,
    );
    expect(one).toMatchObject({ codes: ['opioid/frequency', 'opioid/duration'], reason: 'per plan: weekly' });
  });

  it('is not fooled by prose that names the tool', () => {
    expect(readSuppressions('We used mtus-draft ignore opioid/frequency: as a test.')).toEqual([]);
    expect(readSuppressions('mtus-draft ignored opioid/frequency: twice')).toEqual([]);
    expect(readSuppressions('<!-- mtus-draft notes -->')).toEqual([]);
  });

  it('passes over blank lines and other such comments to the line it is about', () => {
    const text = `# mtus-draft ignore a/b: first\n\n# mtus-draft ignore a/c: second\n\n${norco}`;
    const targets = readSuppressions(text).map((one) => one.target?.start);
    expect(targets).toEqual([text.indexOf(norco), text.indexOf(norco)]);
  });

  it('is about its own line where it stands beside text, as in a table', () => {
    const text = `| ${norco} <!-- mtus-draft ignore opioid/frequency: in the letter --> | 1 |\n| Soma |`;
    expect(readSuppressions(text)[0]?.target?.start).toBe(0);
  });

  it('leaves every character outside a comment in its place', () => {
    const text = `a <!-- mtus-draft ignore a/b: why not -->\r\n${norco}`;
    const masked = maskSuppressions(text, readSuppressions(text));
    expect(masked).toHaveLength(text.length);
    expect(masked.indexOf(norco)).toBe(text.indexOf(norco));
    expect(masked.trimStart().startsWith('a ')).toBe(true);
    expect(masked).not.toContain('mtus-draft');
  });

  it('stays quick on a line of nothing but openings', () => {
    const text = '<!-- mtus-draft ignore '.repeat(40_000);
    const begun = performance.now();
    readSuppressions(`${' '.repeat(300_000)}mtus-draft\n${text}`);
    expect(performance.now() - begun).toBeLessThan(400);
  });
});

describe('effect', () => {
  it('takes back the named finding of the item below and nothing else', () => {
    expect(codes(`# mtus-draft ignore opioid/frequency: on the form\n${norco}`)).toEqual(['opioid/duration']);
  });

  it('does not reach past the next line', () => {
    const text = `# mtus-draft ignore opioid/frequency: on the form\nSoma 350 mg\n${norco}`;
    expect(codes(text)).toEqual(['draft/ignore-unused', 'opioid/frequency', 'opioid/duration']);
  });

  it('wants a reason, and a blank is none', () => {
    for (const reason of ['', ':', ': [reason]', ': -']) {
      const found = codes(`# mtus-draft ignore opioid/frequency${reason}\n${norco}`, { labels: [] });
      expect(found.filter((code) => code !== 'draft/blank')).toEqual([
        'draft/ignore-without-reason',
        'opioid/frequency',
        'opioid/duration',
      ]);
    }
  });

  it('says where there is nothing to ignore', () => {
    const [unused] = diagnostics(
      handMade(`# mtus-draft ignore opioid/strength: given\n${norco}`, { items: [{ text: norco, verdicts: [] }] }),
    );
    expect(unused).toMatchObject({ code: 'draft/ignore-unused', severity: 4, tags: [1] });
  });

  it('holds for the whole draft at the top, headings and front matter above it or not', () => {
    expect(codes(`<!-- mtus-draft ignore-all opioid/frequency: house style -->\n\n## Request\n${norco}`)).toEqual([
      'opioid/duration',
    ]);
    expect(codes(`---\nid: 4\n---\n# Request\n<!-- mtus-draft ignore-all: training text -->\n${norco}`)).toEqual([]);
  });

  it('does not hold for the whole draft from further down', () => {
    const text = `${norco}\n<!-- mtus-draft ignore-all opioid/frequency: house style -->`;
    expect(codes(text)).toEqual(['opioid/frequency', 'opioid/duration', 'draft/ignore-unused']);
  });

  it('needs a code unless it is for the whole draft', () => {
    expect(codes(`# mtus-draft ignore: because\n${norco}`)).toContain('draft/ignore-unused');
    expect(codes(`# mtus-draft ignore: because\n${norco}`)).toContain('opioid/frequency');
  });

  it('covers findings about the draft and blanks by the line they are on', () => {
    const text = '# mtus-draft ignore draft/blank: filled in by hand later\nShe can [activity].';
    expect(diagnostics(handMade(text)).map((one) => one.code)).toEqual([]);
  });

  it('leaves a met criterion out of account: ignoring it is unused', () => {
    const text = `# mtus-draft ignore opioid/strength: given\n${norco}`;
    const made = handMade(text, {
      items: [{ text: norco, verdicts: [verdict('strength', { status: 'met', message: '' })] }],
    });
    expect(diagnostics(made).map((one) => one.code)).toEqual(['draft/ignore-unused']);
  });
});
