import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../server/src/assessment/index.js';
import { loadGuidelines } from '../../server/src/guidelines/index.js';
import { phrasesIn, phraseTable, runPhrases, type Phrase } from './phrases.js';
import { markdownTable } from './table.js';

const corpus = join(import.meta.dirname, '../corpus');
const guidelines = loadGuidelines();
const statuses = ['met', 'vague', 'missing', 'contradicted', 'exceeded', 'not-applicable'];

describe('the labelled phrases', () => {
  const files = phrasesIn(corpus);
  const all = files.flatMap(({ phrases }) => phrases);

  it('are at least 300, a third of them not met', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter((phrase) => phrase.expect !== 'met').length).toBeGreaterThan(all.length / 3);
  });

  it('have ids of their own, known families, criteria of the packs and statuses of the contract', () => {
    expect(new Set(all.map((phrase) => phrase.id)).size).toBe(all.length);
    const known = new Set([...guidelines.packs.values()].flatMap((pack) => pack.criteria.map((one) => one.id)));
    const wrong = all.filter(
      ({ family, criterion, expect: status, alt = [] }) =>
        !guidelines.packs.has(family) ||
        !known.has(criterion) ||
        ![status, ...[alt].flat()].every((one) => statuses.includes(one)),
    );
    expect(wrong.map((phrase) => phrase.id)).toEqual([]);
  });

  it('say nothing twice', () => {
    const notes = all.map(({ note, criterion }) => `${criterion} ${note.toLowerCase().replace(/\s+/g, ' ')}`);
    expect(new Set(notes).size).toBe(notes.length);
  });
});

describe('counting', () => {
  const assessor = createAssessor(guidelines);
  const phrase = (id: string, note: string, expectation: string, alt?: string): Phrase => ({
    id,
    item: 'Norco 10/325 mg #120',
    family: 'opioid',
    criterion: 'pain-relief',
    note,
    expect: expectation,
    alt,
  });
  const results = runPhrases(assessor, [
    phrase('a', 'Pain is 8/10 without Norco and 4/10 with Norco.', 'met'),
    phrase('b', 'Good relief with Norco.', 'vague'),
    phrase('c', 'Good relief with Norco.', 'missing', 'vague'),
    phrase('d', 'Good relief with Norco.', 'met'),
    phrase('e', 'Pain is 8/10 without Norco and 4/10 with Norco.', 'vague'),
  ]);

  it('takes an alternative for right, and a wrong family for no verdict', () => {
    expect(results.map((one) => one.right)).toEqual([true, true, true, false, false]);
    const [other] = runPhrases(assessor, [{ ...phrase('f', 'Leg pain.', 'missing'), family: 'esi' }]);
    expect(other).toMatchObject({ got: 'no verdict', right: false });
  });

  it('gives recall, precision and F1 of met by criterion and in all', () => {
    const table = phraseTable('x', results);
    expect(table.rows).toEqual([
      ['pain-relief', '5', '3', '0.600', '0.500', '0.500', '0.500'],
      ['all', '5', '3', '0.600', '0.500', '0.500', '0.500'],
    ]);
    expect(markdownTable(table).split('\n')[0]).toBe('## x');
  });
});
