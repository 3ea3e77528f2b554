// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorSnippets } from '../../server/src/features/editor-snippets.js';
import { stopLabels } from '../../server/src/features/snippet.js';
import { loadGuidelines, type Guidelines } from '../../server/src/guidelines/index.js';
import { guidelines } from './hand-made.js';

describe('editor snippets', () => {
  it('are those of the packs: run `node scripts/snippets.mjs` after changing a sentence', () => {
    const committed = JSON.parse(readFileSync(new URL('../../snippets/mtus-draft.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(editorSnippets(loadGuidelines()));
  });

  it('ask for the treatment where a check would fill it in', () => {
    const criterion = (id: string, text: string) => ({
      id,
      title: 'Relief',
      wants: 'w',
      fix: { section: 'function', text },
    });
    const packs = new Map([
      ['opioid', { family: 'opioid', criteria: [criterion('pain-relief', '{item} gives ${1:relief}, {item} only.')] }],
      [
        'nsaid',
        {
          family: 'nsaid',
          criteria: [criterion('pain-relief', '{item} gives ${1:relief}, {item} only.'), criterion('other', 'x')],
        },
      ],
    ]);
    const made = editorSnippets({ ...guidelines, packs } as unknown as Guidelines);
    expect(made).toEqual({
      Relief: {
        prefix: ['opioid-pain-relief', 'nsaid-pain-relief'],
        body: ['${1:[treatment]} gives ${2:[relief]}, ${1:[treatment]} only.'],
        description: 'w',
      },
      'Relief (nsaid-other)': { prefix: ['nsaid-other'], body: ['x'], description: 'w' },
    });
  });

  it('leave blanks and never a fact: each stop starts as a blank', () => {
    for (const { body } of Object.values(editorSnippets(loadGuidelines()))) {
      for (const label of stopLabels(body.join('\n'))) expect(label.trim()).not.toBe('');
      expect(body.join('\n')).not.toMatch(/\{item\}/);
      for (const stop of body.join('\n').matchAll(/\$\{\d+[:|](.)/g)) expect(stop[1]).toBe('[');
    }
  });
});
