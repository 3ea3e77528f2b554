import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const there = existsSync(folder);
if (!there) console.warn('SKIPPED: the five determinations are not checked; there is no folder ../shared/seeds');

/** Families in order, by the name each file begins with. */
const disputed: Record<string, readonly [string, string | null][]> = {
  '000': [
    ['esi', 'Lumbar epidural steroid injection (LESI) times 2 to L4-S1'],
    ['opioid', 'Pharmacy purchase of Norco 10/325 mg #180'],
    ['muscle-relaxant', 'Flexeril 7.5 mg #90'],
  ],
  '001': [
    ['trigger-point-injection', '4 TRIGGER POINT INJECTIONS'],
    ['muscle-relaxant', '120 FEXMID 7.5MG'],
    ['opioid', '120 NORCO 10/325MG'],
    ['benzodiazepine', '30 RESTORIL 15MG'],
  ],
  '002': [
    ['opioid', 'Norco 5/325mg (Rx 06/10/15) #90'],
    ['sympathetic-block', 'Lumbar sympathetic block'],
    ['physical-therapy', 'Physical therapy to the low back'],
  ],
  '003': [['opioid', 'MED: RX: 8/28/2014 Norco 10/325MG #60 Refills: 4']],
  '004': [
    ['facet-block', 'Left Lumbar Facet Block L2-3. L3-4'],
    ['muscle-relaxant', 'Zanaflex 6mg oral capsule 3 times a day'],
    ['opioid', 'Vicodin ES 7.5 mg-300 mg oral tablet 3 times a day'],
    ['muscle-relaxant', 'Baclofen 20mg Oral tablet 3 times a day'],
  ],
};

describe.skipIf(!there)('five determinations', () => {
  for (const [begins, expected] of Object.entries(disputed)) {
    const file = there ? readdirSync(folder).find((name) => name.startsWith(begins)) : undefined;
    const text = file ? readFileSync(join(folder, file), 'utf8') : '';

    it(`${begins}: its disputed items and nothing else`, () => {
      const draft = readDraft(text);
      expect(draft.kind).toBe('determination');
      expect(draft.items.map((item) => [item.family, item.text])).toEqual(expected);
      for (const item of draft.items) expect(text.slice(item.start, item.end)).toBe(item.text);
    });

    it(`${begins}: sentences are whole though every line is followed by a blank one`, () => {
      const draft = readDraft(text);
      const prose = draft.sentences.filter((sentence) => sentence.text.trim().split(/ +/).length > 8);
      const whole = prose.filter((sentence) => /[.?!:)"']$/.test(sentence.text.trim()));
      expect(whole.length / prose.length).toBeGreaterThan(0.93);
      for (const sentence of draft.sentences) expect(sentence.text).not.toMatch(/^for its decision/);
    });
  }

  it('the same items are found when the text is Windows text', () => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      const windows = text.replace(/\r?\n/g, '\r\n');
      expect(readDraft(windows).items.map((item) => item.key)).toEqual(readDraft(text).items.map((item) => item.key));
    }
  });
});
