import { describe, expect, it } from 'vitest';
import { readBlanks, readDraft } from '../../server/src/draft/index.js';

const blanks = (text: string) => readBlanks(readDraft(text)).map((span) => text.slice(span.start, span.end));

describe('places left to be filled in', () => {
  const left: [string, string[]][] = [
    ['Since [date] she can [activity] for [number] minutes.', ['[date]', '[activity]', '[number]']],
    ['Pain fell from ___ to ____.', ['___', '____']],
    [`Dose: {dose} of \${1:drug}`, ['{dose}', `\${1:drug}`]],
    ['Started <insert date>.', ['<insert date>']],
    ['Frequency: TBD', ['TBD']],
    ['Claim XXXX', ['XXXX']],
  ];
  for (const [text, want] of left) it(text, () => expect(blanks(text)).toEqual(want));

  for (const text of [
    '[x] New request',
    '[ ] Expedited',
    'see [the report](report.md)',
    'he said it "hurts [sic]"',
    '[1] Reference',
    '---',
    '________________________________',
    'walk [...] more',
    'L4-5 <50%',
  ]) {
    it(`none: ${text}`, () => expect(blanks(text)).toEqual([]));
  }
});
