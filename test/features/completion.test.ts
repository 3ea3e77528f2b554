// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.js';
import { vocabulary } from '../../server/src/vocabulary/index.js';
import { type HandMade, handMade, verdict } from './hand-made.js';

/** `|` is the cursor. */
function at(marked: string, made: HandMade = {}) {
  const offset = marked.indexOf('|');
  const checked = handMade(marked.replace('|', ''), made);
  const { items } = completion(checked, checked.document.positionAt(offset));
  const choose = (label: string) => {
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`no ${label} among ${items.map((one) => one.label)}`);
    return TextDocument.applyEdits(checked.document, [item.textEdit as { range: never; newText: string }]);
  };
  return { items, choose, labels: items.map((one: CompletionItem) => one.label) };
}

const norco = 'Norco 10/325 mg #180';
const verdicts = [
  verdict('frequency', { fix: { section: 'request-line', text: '1 tablet every ${1:hours} hours' } }),
  verdict('duration', { fix: { section: 'request-line', text: ' for ${1:days} days' } }),
  verdict('quantity', { status: 'met', fix: { section: 'request-line', text: '#${1:number}' } }),
  verdict('functional-improvement', { status: 'vague', fix: { section: 'function', text: 'She can ${1:activity}.' } }),
  verdict('pain-relief', { fix: { section: 'subjective', text: 'Pain ${1:with}/10.' } }),
];
const made = { items: [{ text: norco, verdicts }] };

describe('on a request line', () => {
  it('offers what the line lacks, and nothing it has', () => {
    expect(at(`## Request\n${norco} |\n`, made).labels).toEqual(['Frequency', 'Duration']);
  });

  it('joins it to what stands there', () => {
    const plain = { ...made, client: { snippets: false } };
    expect(at(`## Request\n${norco}|`, plain).choose('Frequency')).toContain(`${norco.slice(0, -3)}`);
    expect(at(`## Request\n${norco}, |`, plain).choose('Frequency')).toContain(
      `${norco}, 1 tablet every [hours] hours`,
    );
    expect(at(`## Request\n${norco} |`, plain).choose('Duration')).toContain(`${norco} for [days] days`);
  });

  it('replaces the word being typed', () => {
    expect(at(`## Request\n${norco} freq|`, { ...made, client: { snippets: false } }).choose('Frequency')).toBe(
      `## Request\n${norco} 1 tablet every [hours] hours`,
    );
  });
});

describe('in a section', () => {
  it('offers the sentences that belong there', () => {
    expect(at(`${norco}\n\n## Function\n|`, made).labels).toEqual(['Functional improvement']);
    expect(at(`${norco}\n\n## Subjective\n|`, made).labels).toEqual(['Pain relief']);
    expect(at(`${norco}\n\n## Plan\n|`, made).labels).toEqual([]);
  });

  it('carries tab stops as blanks for a client that has them, and blanks as text for one that has not', () => {
    const [full] = at(`${norco}\n\n## Function\n|`, made).items;
    expect(full).toMatchObject({ insertTextFormat: 2, textEdit: { newText: 'She can ${1:[activity]}.' } });
    const [plain] = at(`${norco}\n\n## Function\n|`, { ...made, client: { snippets: false } }).items;
    expect(plain).toMatchObject({ textEdit: { newText: 'She can [activity].' } });
    expect(plain).not.toHaveProperty('insertTextFormat');
  });

  it('says for which item where there are several', () => {
    const two = {
      items: [
        { text: norco, verdicts },
        {
          text: 'Soma 350 mg',
          verdicts: [
            verdict('functional-improvement', { fix: { section: 'function', text: 'With Soma ${1:activity}.' } }),
          ],
        },
      ],
    };
    expect(at(`${norco}\nSoma 350 mg\n\n## Function\n|`, two).labels).toEqual([
      `Functional improvement · ${norco}`,
      'Functional improvement · Soma 350 mg',
    ]);
  });

  it('keeps its order: the weightiest first', () => {
    const { items } = at(`${norco}\n\n|`, made);
    expect(items.map((item) => item.sortText)).toEqual([...items.map((item) => item.sortText)].sort());
  });
});

describe('citations', () => {
  it('come after a guideline’s name, with section and page', () => {
    const { labels } = at(`${norco}\n\n## Plan\nAs MTUS |`, made);
    expect(labels).toEqual(['Chronic Pain Medical Treatment Guidelines (2009), Opioids, p. 78']);
  });

  it('do not come in plain prose', () => {
    expect(at(`${norco}\n\n## Plan\nShe walks |`, made).labels).toEqual([]);
  });
});

describe.runIf(vocabulary.drugs.length > 0)('drugs', () => {
  it('are offered by the letters typed, brands with their generic name', () => {
    const { items } = at('## Request\nNor|');
    const norcoItem = items.find((item) => item.label === 'Norco');
    expect(norcoItem?.detail).toBe('hydrocodone/acetaminophen');
    expect(items.every((item) => item.label.toLowerCase().startsWith('nor'))).toBe(true);
  });

  it('are not offered in prose, nor for a single letter', () => {
    expect(at('## Function\nNor|').labels).toEqual([]);
    expect(at('## Request\nN|').labels).toEqual([]);
  });

  it('have their strengths after the name, a brand its own', () => {
    expect(at('## Request\nNorco |').labels).toEqual(['5/325 mg', '7.5/325 mg', '10/325 mg']);
    expect(at('## Request\nNorco 10|').choose('10/325 mg')).toBe('## Request\nNorco 10/325 mg');
    expect(at('## Request\nShe walks |').labels).toEqual([]);
  });
});

it('offers disc levels where a level is asked for and the line has none', () => {
  const injection = { items: [{ text: 'ESI at', verdicts: [verdict('body-site')] }] };
  expect(at('## Request\nESI at L4|', injection).labels).toContain('L4-5');
  expect(at('## Request\nESI at foo|', injection).labels).not.toContain('L4-5');
});
