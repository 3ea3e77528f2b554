import { describe, expect, it } from 'vitest';
import { lineAt } from '../../server/src/features/checked.js';
import { citationText, governingText } from '../../server/src/features/citations.js';
import { drugAt, wordsAround } from '../../server/src/features/drug-names.js';
import { headingLine, sectionTitle } from '../../server/src/features/heading-style.js';
import { drugMarkdown } from '../../server/src/features/hover-drug.js';
import { escapeMarkdown, markup, shorten } from '../../server/src/features/markdown.js';
import { defaultSettings, gravity, readSettings } from '../../server/src/settings.js';
import { type Drug, vocabulary } from '../../server/src/vocabulary/index.js';
import { guidelines } from './hand-made.js';

describe('settings', () => {
  it('are the defaults where nothing valid is given', () => {
    for (const value of [
      undefined,
      null,
      4,
      'x',
      [],
      { morphineFactors: 'mine', minimumSeverity: 9, packs: 'a', severity: 3 },
    ]) {
      expect(readSettings(value)).toEqual(defaultSettings);
    }
  });

  it('keep what is valid beside what is not', () => {
    expect(
      readSettings({ morphineFactors: 'cpmtg-2009', severity: { a: 'off', b: 'loud' }, packs: ['x', '', 4] }),
    ).toEqual({
      ...defaultSettings,
      morphineFactors: 'cpmtg-2009',
      severity: { a: 'off' },
      packs: ['x'],
    });
  });

  it('rank severities', () => {
    expect((['hint', 'information', 'warning', 'error'] as const).map(gravity)).toEqual([0, 1, 2, 3]);
  });
});

describe('a citation', () => {
  const citation = { guideline: 'cpmtg-2009', section: 'Opioids', confidence: 'seed' } as const;

  it('names guideline, section and pages', () => {
    expect(citationText({ ...citation, pages: '78' }, guidelines)).toBe('CPMTG 2009, Opioids, p. 78');
    expect(citationText({ ...citation, pages: '63-64' }, guidelines)).toBe('CPMTG 2009, Opioids, pp. 63-64');
    expect(citationText(citation, guidelines)).toBe('CPMTG 2009, Opioids');
    expect(citationText({ ...citation, guideline: 'unheard-of' }, guidelines)).toBe('unheard-of, Opioids');
  });

  it('in doubt says so, and the 2009 page is not said twice', () => {
    expect(governingText([{ ...citation, pages: '78', confidence: 'doubtful' }], guidelines)).toBe(
      'CPMTG 2009, Opioids, p. 78 (page not verified)',
    );
    expect(
      governingText(
        [
          { ...citation, pages: '78' },
          { ...citation, pages: '78' },
        ],
        guidelines,
      ),
    ).not.toContain('2009:');
    expect(governingText([], guidelines)).toBe('');
  });
});

describe('text', () => {
  it('is cut at a word', () => {
    expect(shorten('one two three', 9)).toBe('one two…');
    expect(shorten('abcdefghijkl', 5)).toBe('abcde…');
    expect(shorten(' one\n two ', 9)).toBe('one two');
  });

  it('is the same in plain text as before it was escaped', () => {
    const odd = 'a*b_c [d](e) <f> & #1 \\ ~2.5 mg/kg';
    expect(markup(escapeMarkdown(odd), { markdown: false }).value).toBe(odd);
  });

  it('has its line found at any offset', () => {
    const text = 'one\r\ntwo\n\nfour';
    const lines = [0, 3, 5, 8, 9, 10, 14, 99, -5].map((offset) =>
      text.slice(lineAt(text, offset).start, lineAt(text, offset).end),
    );
    expect(lines).toEqual(['one', 'one', 'two', 'two', '', 'four', 'four', 'four', 'one']);
  });
});

describe('headings', () => {
  it('take the letters of the draft’s own', () => {
    const style = { before: '## ', after: ':', airy: false };
    const line = (letters: 'upper' | 'title' | 'sentence') =>
      headingLine({ ...style, letters }, 'Activities of daily living');
    expect(line('upper')).toBe('## ACTIVITIES OF DAILY LIVING:');
    expect(line('title')).toBe('## Activities of Daily Living:');
    expect(line('sentence')).toBe('## Activities of daily living:');
  });

  it('have a name for every kind, known to the vocabulary or not', () => {
    expect(sectionTitle('no-such-kind')).toBe('No such kind');
    for (const { kind } of vocabulary.sections) expect(sectionTitle(kind)).toMatch(/^\S/);
  });
});

describe('drug names', () => {
  it('are found whole, the longest first, at any of their letters', () => {
    if (vocabulary.drugs.length === 0) return;
    const text = 'He takes Vicodin ES daily, and norco.';
    for (const at of [text.indexOf('Vico'), text.indexOf(' ES') + 1, text.indexOf('ES') + 2]) {
      const found = drugAt(text, at);
      expect(text.slice(found!.span.start, found!.span.end)).toBe('Vicodin ES');
    }
    expect(drugAt(text, text.indexOf('norco') + 2)?.drug.name).toBe('hydrocodone/acetaminophen');
    expect(drugAt(text, text.indexOf('takes'))).toBeNull();
    expect(drugAt('hydrocodone/acetaminophen', 20)?.span).toEqual({ start: 0, end: 25 });
  });

  it('do not reach over a line’s end', () => {
    expect(wordsAround('Vicodin\nES', 8).words).toEqual([{ start: 8, end: 10 }]);
    expect(wordsAround('   ', 1)).toEqual({ words: [], at: -1 });
  });

  it('come with what the vocabulary knows, the chosen table of factors first', () => {
    const drug: Drug = {
      name: 'zz*drug',
      brands: ['Zed'],
      family: 'opioid',
      classes: ['long-acting-opioid'],
      strengths: ['5 mg', '10 mg'],
      forms: ['tablet'],
      maxDaily: { mg: 4000, source: 'label', confidence: 'doubtful' },
      mme: { 'cdc-2022': 1.5, 'cpmtg-2009': 1 },
      confidence: 'knowledge',
    };
    const shown = drugMarkdown(drug, 'cpmtg-2009');
    expect(shown).toContain('**zz\\*drug** (Zed)');
    expect(shown).toContain('5 mg · 10 mg');
    expect(shown).toContain('At most 4000 mg a day: label, not verified');
    expect(shown).toContain('Morphine equivalents: **× 1 2009 guideline** · × 1.5 CDC 2022');
  });
});
