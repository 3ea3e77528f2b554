import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axesOf, readScopes } from '../../server/src/evidence/context.js';
import type { Axis } from '../../server/src/evidence/types.js';
import { normalise, tokenize } from '../../server/src/patterns/index.js';
import type { Table } from './table.js';

/** How well one label of a data set is told. */
export interface Score {
  readonly name: string;
  readonly n: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly errors: readonly { readonly sentence: string; readonly target: string; readonly expected: boolean }[];
}

/** One labelled phrase in its sentence. */
interface Case {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly expected: Readonly<Partial<Record<Axis, boolean>>>;
}

/** The contexts of the phrase at `start..end` of a sentence that stands in no particular section. */
export function axesOfPhrase(sentence: string, start: number, end: number): Set<Axis> {
  const tokens = tokenize(normalise(sentence));
  const consumed = tokens.flatMap((token, at) => (token.start < end && token.end > start ? [at] : []));
  return axesOf(readScopes(tokens, 'other'), consumed);
}

function score(name: string, cases: readonly Case[], axis: Axis): Score {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  const errors: Score['errors'][number][] = [];
  for (const { sentence, start, end, expected } of cases) {
    const found = axesOfPhrase(sentence, start, end).has(axis);
    const wanted = expected[axis] === true;
    if (found && wanted) tp++;
    else if (found) fp++;
    else if (wanted) fn++;
    if (found !== wanted) errors.push({ sentence, target: sentence.slice(start, end), expected: wanted });
  }
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { name, n: cases.length, tp, fp, fn, precision, recall, f1, errors };
}

const blanks = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Where the concept stands: as written in capitals if it is there, else wherever its words are. */
function place(sentence: string, concept: string): { start: number; end: number } | null {
  const capitals = sentence.indexOf(concept.toUpperCase());
  const start = capitals >= 0 ? capitals : sentence.toLowerCase().indexOf(concept.toLowerCase());
  return start < 0 ? null : { start, end: start + concept.length };
}

function kitCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, concept, text, negation, temporality, experiencer] = line.split('\t');
      if (concept === undefined || text === undefined) return [];
      const sentence = blanks(text);
      const at = place(sentence, blanks(concept));
      if (!at) return [];
      const expected = {
        negated: negation === 'Negated',
        hypothetical: temporality === 'Not particular',
        historical: temporality === 'Historical',
        'other-person': experiencer !== undefined && !experiencer.startsWith('Patient'),
      };
      return [{ sentence, ...at, expected }];
    });
}

function trapCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { s, t, neg } = JSON.parse(line) as { s: string; t: string; neg: boolean };
      const start = s.indexOf(t);
      return start < 0 ? [] : [{ sentence: s, start, end: start + t.length, expected: { negated: neg } }];
    });
}

/** Every nth case counting from `offset`, to tune on one half and look at the other; all by default. */
export interface Part {
  readonly every: number;
  readonly offset: number;
}

const whole: Part = { every: 1, offset: 0 };

/**
 * Scores on every `context-*.tsv` (negated, hypothetical, historical, other person) and `wc-context-*.jsonl` (negated)
 * in `folder`; empty where there is no such file.
 */
export function measureContext(folder: string, part: Part = whole): Score[] {
  const scores: Score[] = [];
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = (prefix: string, end: string) => names.filter((name) => name.startsWith(prefix) && name.endsWith(end));
  const taken = (cases: readonly Case[]) => cases.filter((_, index) => index % part.every === part.offset);
  for (const name of files('context-', '.tsv')) {
    const cases = taken(kitCases(join(folder, name)));
    for (const axis of ['negated', 'hypothetical', 'historical', 'other-person'] as const) {
      scores.push(score(`${name} ${axis}`, cases, axis));
    }
  }
  for (const name of files('wc-context-', '.jsonl')) {
    scores.push(score(`${name} negated`, taken(trapCases(join(folder, name))), 'negated'));
  }
  return scores;
}

/** The scores as one table for the report; `showErrors` prints each phrase that came out wrong. */
export function contextTables(folder: string, showErrors: boolean): Table[] {
  const scores = measureContext(folder);
  if (scores.length === 0) return [];
  for (const { name, errors } of showErrors ? scores : []) {
    for (const { sentence, target, expected } of errors) {
      console.log(`${name}: ${expected ? 'missed' : 'false'} "${target}" in: ${sentence}`);
    }
  }
  const rows = scores.map(({ name, n, tp, fp, fn, precision, recall, f1 }) => [
    name,
    ...[n, tp, fp, fn].map(String),
    ...[precision, recall, f1].map((figure) => figure.toFixed(3)),
  ]);
  const columns = ['set and context', 'phrases', 'true', 'false', 'missed', 'precision', 'recall', 'F1'];
  return [{ name: 'Context of phrases', columns, rows }];
}
