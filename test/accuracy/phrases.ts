import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleDraft, statusIn } from '../../server/src/assessment/examples.js';
import type { Assessor } from '../../server/src/assessment/index.js';
import { ratio, type Table } from './table.js';

/** One labelled phrase: a request line, what the note says, and the verdict on one criterion that a reviewer would give. */
export interface Phrase {
  readonly id: string;
  readonly item: string;
  readonly family: string;
  readonly note: string;
  readonly criterion: string;
  readonly expect: string;
  /** A verdict or verdicts that are as right. */
  readonly alt?: string | readonly string[];
}

export interface PhraseResult {
  readonly phrase: Phrase;
  readonly got: string;
  readonly why: string;
  readonly right: boolean;
}

export function readPhrases(path: string): Phrase[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Phrase);
}

export function runPhrases(assessor: Assessor, phrases: readonly Phrase[]): PhraseResult[] {
  return phrases.map((phrase) => {
    const found = statusIn(assessor, exampleDraft(phrase.item, phrase.note), phrase.family, phrase.criterion);
    const got = found?.status ?? 'no verdict';
    const right = got === phrase.expect || [phrase.alt ?? []].flat().includes(got);
    return { phrase, got, why: found?.why ?? '', right };
  });
}

/** By criterion: how many verdicts are right, and recall, precision and F1 of "met". */
export function phraseTable(name: string, results: readonly PhraseResult[]): Table {
  const groups = new Map<string, PhraseResult[]>();
  for (const result of results)
    groups.set(result.phrase.criterion, [...(groups.get(result.phrase.criterion) ?? []), result]);
  const row = (label: string, list: readonly PhraseResult[]) => {
    const accepts = ({ phrase }: PhraseResult) => phrase.expect === 'met' || [phrase.alt ?? []].flat().includes('met');
    const hit = list.filter((one) => one.got === 'met' && accepts(one)).length;
    const wanted = list.filter((one) => one.phrase.expect === 'met').length;
    const recall = ratio(list.filter((one) => one.phrase.expect === 'met' && one.right).length, wanted);
    const precision = ratio(hit, list.filter((one) => one.got === 'met').length);
    const f1 = ratio(2 * recall * precision, recall + precision);
    const right = list.filter((one) => one.right).length;
    return [
      label,
      String(list.length),
      `${right}`,
      ratio(right, list.length).toFixed(3),
      recall.toFixed(3),
      precision.toFixed(3),
      f1.toFixed(3),
    ];
  };
  const rows = [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([criterion, list]) => row(criterion, list));
  return {
    name,
    columns: ['criterion', 'n', 'right', 'accuracy', 'recall (met)', 'precision (met)', 'F1 (met)'],
    rows: [...rows, row('all', results)],
  };
}

/** Every `phrases*.jsonl` of a folder, by name. */
export function phrasesIn(folder: string): { readonly name: string; readonly phrases: readonly Phrase[] }[] {
  return readdirSync(folder)
    .filter((name) => /^phrases.*\.jsonl$/.test(name))
    .sort()
    .map((name) => ({ name, phrases: readPhrases(join(folder, name)) }));
}
