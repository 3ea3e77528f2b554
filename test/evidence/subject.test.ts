import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Section, Sentence } from '../../server/src/draft/types.js';
import { readSubjects, speaksOf, type Target } from '../../server/src/evidence/subject.js';
import type { SentenceReading, Subject } from '../../server/src/evidence/types.js';
import { compilePatterns, normalise, tokenize } from '../../server/src/patterns/index.js';
import { findDrug } from '../../server/src/vocabulary/drugs.js';
import { vocabulary } from '../../server/src/vocabulary/index.js';
import { lexicon } from '../../server/src/vocabulary/lexicon.js';

const set = compilePatterns([], lexicon());

function sentenceOf(text: string, index: number, paragraph: number, title = ''): Sentence {
  const plain = normalise(text);
  const section: Section = { kind: 'other', title, heading: null, sentences: [], start: 0, end: 0 };
  return { start: 0, end: plain.length, text: plain, tokens: tokenize(plain), section, paragraph, index };
}

function sentencesOf(draft: string, title?: string): Sentence[] {
  const paragraphs = draft.split('¶').map((paragraph) => paragraph.split('|').map((text) => text.trim()));
  let index = 0;
  return paragraphs.flatMap((texts, paragraph) => texts.map((text) => sentenceOf(text, index++, paragraph, title)));
}

const readingOf = (sentence: Sentence): SentenceReading => ({ ...set.read(sentence.tokens, []), scopes: [] });

function subjectOf(draft: string, phrase: string, title?: string): Subject {
  const sentences = sentencesOf(draft, title);
  const subjects = readSubjects(sentences, sentences.map(readingOf));
  const wanted = normalise(phrase);
  const sentence = sentences.find((each) => each.text.includes(wanted))!;
  const start = sentence.text.indexOf(wanted);
  const end = start + wanted.length;
  const consumed = sentence.tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []));
  return subjects.at(sentence.index, consumed);
}

function targetOf(name: string): Target {
  const drug = findDrug(name);
  if (drug) return { drug: drug.name, classes: drug.classes, family: drug.family, treatment: null };
  const treatment = vocabulary.treatments.find((each) => each.family === name);
  if (!treatment) throw new Error(`no drug or family ${name}`);
  return { drug: null, classes: [], family: name, treatment: treatment.name };
}

interface Case {
  readonly d: string;
  readonly t: string;
  readonly section?: string;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly anybody?: readonly string[];
}

const cases = parse(
  readFileSync(fileURLToPath(new URL('subject-cases.yaml', import.meta.url)), 'utf8'),
) as readonly Case[];

describe('whom a phrase speaks of', () => {
  it.each(cases.map((each) => [`${each.t} | ${each.d}`, each] as const))('%s', (_name, each) => {
    const subject = subjectOf(each.d, each.t, each.section);
    for (const answer of ['yes', 'no', 'anybody'] as const) {
      for (const name of each[answer] ?? []) {
        expect(`${name}: ${speaksOf(subject, targetOf(name))}`).toBe(`${name}: ${answer}`);
      }
    }
  });
});

describe('the reading of a draft', () => {
  it('answers for sentences and tokens that are not there', () => {
    const subjects = readSubjects([], []);
    expect(speaksOf(subjects.at(3, [0, 99]), targetOf('naproxen'))).toBe('anybody');
  });

  it('takes the subject of the words, whatever was read before', () => {
    const first = subjectOf('Norco helps.', 'helps');
    subjectOf('Flexeril helps. | It helps.', 'It helps');
    expect(subjectOf('Norco helps.', 'helps')).toEqual(first);
  });

  it('does not look at each sentence for each other', () => {
    const draft = Array.from(
      { length: 8000 },
      () => 'Norco helps, Flexeril makes him drowsy. | It lets her walk.',
    ).join('¶');
    const sentences = sentencesOf(draft);
    const readings = sentences.map(readingOf);
    readSubjects(sentences, readings);
    const start = performance.now();
    readSubjects(sentences, readings);
    // Some 150 ms for sixteen thousand sentences; looking at each other would take tens of seconds.
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
