// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import { describe, expect, it } from 'vitest';
import { blankLabels, draftBlanks } from '../../server/src/features/blanks.js';
import type { Guidelines } from '../../server/src/guidelines/index.js';
import { guidelines } from './hand-made.js';

const labels = new Set(['activity', 'minutes before']);
const read = (text: string, sure = true) =>
  draftBlanks(text, labels)
    .filter((blank) => blank.sure === sure)
    .map((blank) => text.slice(blank.start, blank.end));

describe('a blank', () => {
  it('is a label of a pack’s sentence in brackets, whatever its case', () => {
    expect(read('Can [activity] for [Minutes before] now.')).toEqual(['[activity]', '[Minutes before]']);
  });

  it('is what people write for one', () => {
    for (const text of ['[insert date]', '[TBD]', 'TBD', '[fill in]', '___', '${1:dose}', '<insert name>']) {
      expect(read(`Taken since ${text} by mouth.`), text).toEqual([text]);
    }
  });

  it('is only perhaps one where the words between the brackets are the writer’s', () => {
    expect(read('The [right knee brace] was worn.')).toEqual([]);
    expect(read('The [right knee brace] was worn.', false)).toEqual(['[right knee brace]']);
  });

  it('is neither what is bracketed for other reasons nor a rule to sign on', () => {
    for (const text of [
      'he felt "alright" [sic]',
      '[x] approved [ ] denied',
      'as in the study [12]',
      'see [activity](report.md)',
      'see [activity][1]',
      '![activity](image.png)',
      '[activity]: report.md',
      '[^1]: a note',
      '[activity\n]',
      'Signature: ______________ Date: ________',
    ]) {
      expect([...read(text), ...read(text, false)], text).toEqual([]);
    }
  });
});

it('knows the labels of every fix of the packs and of the draft’s checks', () => {
  const fix = (text: string) => ({ section: 'function', text });
  const packs = new Map([['opioid', { criteria: [{ fix: fix('${1:Activity} ${2:minutes}') }, { fix: null }] }]]);
  const made = { ...guidelines, packs, draftChecks: [{ fix: fix('${1:name}') }] } as unknown as Guidelines;
  expect([...blankLabels(made)]).toEqual(['activity', 'minutes', 'name']);
});
