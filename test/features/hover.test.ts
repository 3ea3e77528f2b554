import { describe, expect, it } from 'vitest';
import { drugAt } from '../../server/src/features/drug-names.js';
import { hover } from '../../server/src/features/hover.js';
import { escapeMarkdown } from '../../server/src/features/markdown.js';
import { vocabulary } from '../../server/src/vocabulary/index.js';
import { at, type HandMade, handMade, verdict } from './hand-made.js';

const text = 'Zzdrug 10 mg #180 every 4-6 hours\n\nThe rest of the draft.';
const line = 'Zzdrug 10 mg #180 every 4-6 hours';

function hoverAt(words: string, made: HandMade): string {
  const checked = handMade(text, made);
  const found = hover(checked, checked.document.positionAt(text.indexOf(words) + 1));
  return found === null ? '' : (found.contents as { value: string }).value;
}

describe('on an item', () => {
  const verdicts = [
    verdict('strength', { status: 'met' }),
    verdict('quantity', { status: 'met' }),
    verdict('pain-relief', { status: 'vague', why: '"helps" gives no number' }),
    verdict('functional-improvement', {
      citations: [
        { guideline: 'acoem-opioids-2017', section: 'Follow-up', confidence: 'knowledge' },
        { guideline: 'cpmtg-2009', section: 'Opioids', pages: '78-80', confidence: 'seed' },
      ],
    }),
    verdict('count-limit', { status: 'exceeded', why: 'past the limit', sum: '180 × 10 = 1800' }),
    verdict('weaning-plan', { status: 'not-applicable' }),
  ];
  const shown = hoverAt('Zzdrug', { items: [{ text: line, verdicts, sums: [{ label: '6/day', how: '24 ÷ 4' }] }] });

  it('counts what is documented', () => {
    expect(shown).toContain('2 of 5 documented');
  });

  it('lists what is open with its mark, reason, page and the link to its rule', () => {
    expect(shown).toMatch(
      /- ◐ \[Pain relief\]\(file:[^)]*opioid\/pain-relief\.md\): "helps" gives no number \*CPMTG 2009, Opioids, p. 78\*/,
    );
    expect(shown).toMatch(/- ✗ \[Functional improvement\]/);
    expect(shown).toMatch(/- ! \[Count limit\].*180 × 10 = 1800/);
  });

  it('puts what is wrong before what is lacking, and what is met in one line', () => {
    const order = ['! [Count', '✗ [Functional', '◐ [Pain', '✓ Strength, Quantity', '– 1 not applicable'].map((one) =>
      shown.indexOf(one),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('names the edition in force, and the 2009 pages beside it', () => {
    expect(shown).toContain(
      '*ACOEM Opioids 2017, Follow\\-up (2009: pp. 78\\-80)*'.replace('(2009', '\\(2009').replace('80)*', '80\\)*'),
    );
  });

  it('stays short however many criteria are open', () => {
    const many = Array.from({ length: 40 }, (_, index) => verdict(`criterion-${index}`, { why: 'w'.repeat(500) }));
    const value = hoverAt('Zzdrug', { items: [{ text: line, verdicts: many }] });
    expect(value).toContain('… and 28 more');
    expect(value.split('\n').length).toBeLessThan(25);
  });

  it('lets no text of the draft act as Markdown', () => {
    const evil = '**Zz** [x](http://e.example) <b>b</b> #180';
    const checked = handMade(evil, { items: [{ text: evil, verdicts: [verdict('a', { why: `"${evil}"` })] }] });
    const value = (hover(checked, { line: 0, character: 3 })!.contents as { value: string }).value;
    expect(value).not.toMatch(/(?<!\\)\]\(http:/);
    expect(value).not.toContain('<b>');
    expect(value).toContain('\\*\\*Zz\\*\\*');
  });
});

describe('on a number of the line', () => {
  const span = at(text, 'every 4-6 hours');
  const request = { frequencyPerDay: { start: span.start, end: span.end, value: 6 } };
  const made = { items: [{ text: line, request, sums: [{ label: '30 days', how: '180 ÷ 6 a day' }] }] };

  it('says how it was read and what follows', () => {
    const value = hoverAt('4-6', made);
    expect(value).toContain('Read as 6 a day');
    expect(value).toContain('**30 days**: 180 ÷ 6 a day');
  });

  it('says so where the words give none', () => {
    const vague = { frequencyPerDay: { ...request.frequencyPerDay, value: null, vague: 'as directed' } };
    expect(hoverAt('4-6', { items: [{ text: line, request: vague }] })).toContain('"as directed" gives no number');
  });
});

it('tells what an abbreviation stands for, if it is written like one', () => {
  const [first] = vocabulary.abbreviations.filter(
    ({ short }) => /^[A-Z]{3,}$/.test(short) && drugAt(short, 1) === null,
  );
  if (!first) return;
  const checked = handMade(`She had ${first.short} twice. Lorem.`);
  const found = hover(checked, { line: 0, character: 9 })!;
  expect((found.contents as { value: string }).value).toContain(escapeMarkdown(first.meaning));
  expect(checked.document.getText(found.range!)).toBe(first.short);
  expect(hover(checked, { line: 0, character: `She had ${first.short} twice. Lo`.length })).toBeNull();
});

it('says nothing on plain words', () => {
  expect(hoverAt('rest', { items: [{ text: line }] })).toBe('');
});

it('gives plain text to a client without Markdown', () => {
  const checked = handMade(text, {
    items: [{ text: line, verdicts: [verdict('pain-relief')] }],
    client: { markdown: false },
  });
  const { contents } = hover(checked, { line: 0, character: 2 })!;
  expect(contents).toMatchObject({ kind: 'plaintext' });
  const { value } = contents as { value: string };
  expect(value).toContain('✗ Pain relief: not given; wanted: the guideline wants pain relief.');
  expect(value).not.toMatch(/\*\*|\]\(/);
});
