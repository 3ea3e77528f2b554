import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseTreatments, type Recognised } from '../../server/src/draft/treatments.js';
import { readRequest, readSig } from '../../server/src/draft/request/index.js';
import type { Request } from '../../server/src/draft/types.js';
import type { Table } from './table.js';

/** How many of the labelled values were read right; `wrong` names those that were not. */
export interface FieldScore {
  correct: number;
  /** Right but for the way of naming it, the correct ones included: "lumbar" for "lumbar spine". */
  lenient: number;
  total: number;
  readonly wrong: string[];
}

export type Scores = Record<string, FieldScore>;

/** A labelled drug direction of sig-dev.jsonl: dose is the lower end of a range, perDay the upper. */
export interface LabelledSig {
  readonly src: string;
  readonly sig: string;
  readonly dose: number | null;
  readonly perDay: number | null;
  readonly prn: boolean;
  readonly durDays: number | null;
  readonly qty?: number | null;
  readonly refills?: number | null;
}

/** The fields of the contract's `request`, as plain values. */
export const requestFields = [
  'strength',
  'quantity',
  'frequencyPerDay',
  'dosePerAdministration',
  'durationDays',
  'refills',
  'levels',
  'side',
  'count',
  'visits',
  'visitsPerWeek',
  'weeks',
  'bodyParts',
] as const;
export type RequestField = (typeof requestFields)[number];

export interface LabelledLine {
  readonly id: string;
  readonly line: string;
  readonly family?: string;
  readonly treatment?: string | null;
  readonly expected: Partial<Record<RequestField, unknown>>;
}

function rows(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as Record<string, unknown>);
}

function same(expected: unknown, got: unknown): boolean {
  if (expected === null || expected === undefined)
    return got === null || got === undefined || (Array.isArray(got) && got.length === 0);
  if (typeof expected === 'number') return typeof got === 'number' && Math.abs(expected - got) < 0.001;
  if (Array.isArray(expected)) {
    const list = (of: readonly unknown[]) => of.map(String).sort().join('|').toLowerCase();
    return list(expected) === list(Array.isArray(got) ? got : []);
  }
  return String(expected).toLowerCase() === String(got).toLowerCase();
}

const alike: Readonly<Record<string, string>> = {
  lumbosacral: 'lumbar',
  cervicothoracic: 'cervical',
  hyaluronate: 'hyaluronic acid',
  postoperative: 'postsurgical',
  ncv: 'ncs',
};
const left = new Set([
  'spine',
  'spinal',
  'joint',
  'joints',
  'muscle',
  'muscles',
  'region',
  'musculature',
  'unit',
  'of',
  'the',
  'and',
]);

/** The words that name a part or a treatment, without plural endings and words that add nothing. */
function namingWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !left.has(word))
    .flatMap((word) => (alike[word] ?? word).split(' '))
    .map((word) => (word.length > 4 && !/(?:us|is|ss)$/.test(word) ? word.replace(/s$/, '') : word));
}

const contains = (all: readonly string[], some: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => all.includes(word));

/** True where two body parts, or two treatments, differ in their naming alone. `drug`: the one that was read. */
function sameButForNaming(field: string, expected: unknown, got: unknown, drug: string | null): boolean {
  if (field === 'bodyParts' && Array.isArray(expected) && Array.isArray(got)) {
    const list = (of: readonly unknown[]) =>
      of
        .map((each) => namingWords(String(each)).join(' '))
        .sort()
        .join('|');
    return list(expected) === list(got);
  }
  if (field !== 'treatment' || typeof expected !== 'string' || typeof got !== 'string') return false;
  const [one, other] = [namingWords(expected), namingWords(got)];
  return contains(one, other) || contains(other, one) || (drug !== null && mainTreatment(expected)?.drug === drug);
}

function score(
  scores: Scores,
  field: string,
  expected: unknown,
  got: unknown,
  where: string,
  drug: string | null = null,
): void {
  let at = scores[field];
  if (!at) scores[field] = at = { correct: 0, lenient: 0, total: 0, wrong: [] };
  at.total++;
  const right = same(expected, got);
  if (right || sameButForNaming(field, expected, got, drug)) at.lenient++;
  if (right) at.correct++;
  else at.wrong.push(`${where}: ${JSON.stringify(expected)} expected, ${JSON.stringify(got)} read`);
}

/** Reads labelled drug directions and scores dose, doses a day, as-needed, duration, and quantity and refills where given. */
export function measureSigs(labelled: readonly LabelledSig[]): Scores {
  const scores: Scores = {};
  for (const each of labelled) {
    const read = readSig(each.sig);
    score(scores, 'dose', each.dose, read.dose?.[0] ?? null, each.sig);
    score(scores, 'perDay', each.perDay, read.perDay?.value ?? null, each.sig);
    score(scores, 'prn', each.prn, read.prn, each.sig);
    score(scores, 'duration', each.durDays, read.durationDays, each.sig);
    if ('qty' in each) score(scores, 'quantity', each.qty, read.quantity, each.sig);
    if ('refills' in each) score(scores, 'refills', each.refills, read.refills, each.sig);
  }
  return scores;
}

/** The labelled directions of a file; null where it is absent. */
export function labelledSigs(path: string): LabelledSig[] | null {
  return existsSync(path) ? (rows(path) as unknown as LabelledSig[]) : null;
}

/** The names of a folder's files of labelled request lines, `lines*.jsonl`. */
export function lineFiles(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^lines.*\.jsonl$/.test(name))
        .sort()
    : [];
}

/** The labelled request lines of one of a folder's files; null where there is none. */
export function labelledLines(folder: string, name = 'lines.jsonl'): LabelledLine[] | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  return rows(path).map((row, index) => {
    const expected = (row.request ?? row) as Record<string, unknown>;
    const given = requestFields.filter((field) => field in expected).map((field) => [field, expected[field]] as const);
    return {
      id: String(row.id ?? index + 1),
      line: String(row.line ?? row.text ?? row.item ?? ''),
      ...('family' in row ? { family: String(row.family) } : {}),
      ...('treatment' in row ? { treatment: row.treatment as string | null } : {}),
      expected: Object.fromEntries(given),
    };
  });
}

/** What the line asks for: the first treatment named that has a family, else the first. */
export function mainTreatment(line: string): Recognised | null {
  const found = recogniseTreatments(line);
  return found.find((each) => each.family !== 'unknown') ?? found[0] ?? null;
}

/** A request's fields as plain values. */
export function plainRequest(request: Request): Record<RequestField, unknown> {
  const value = (field: RequestField): unknown => {
    const reading = request[field];
    if (Array.isArray(reading)) return reading.map((each) => each.value);
    return (reading as { value: unknown } | null)?.value ?? null;
  };
  return Object.fromEntries(requestFields.map((field) => [field, value(field)])) as Record<RequestField, unknown>;
}

/** Reads labelled lines and scores family, treatment and every labelled field. */
export function measureLines(labelled: readonly LabelledLine[]): Scores {
  const scores: Scores = {};
  for (const each of labelled) {
    const main = mainTreatment(each.line);
    const is = { kind: main?.kind ?? 'unknown', family: main?.family ?? 'unknown', drug: main?.drug ?? null } as const;
    if (each.family !== undefined) score(scores, 'family', each.family, is.family, each.line);
    if (each.treatment !== undefined)
      score(scores, 'treatment', each.treatment, main?.treatment ?? null, each.line, is.drug);
    const read = plainRequest(readRequest(each.line, is));
    for (const field of requestFields) {
      if (field in each.expected) score(scores, field, each.expected[field], read[field], each.line);
    }
  }
  return scores;
}

function asTable(name: string, scores: Scores): Table {
  const entries = Object.entries(scores);
  const share = (part: number, total: number) => (total === 0 ? 1 : part / total).toFixed(4);
  const row = (field: string, correct: number, lenient: number, total: number) => [
    field,
    String(correct),
    String(total),
    share(correct, total),
    share(lenient, total),
  ];
  const sum = (of: (score: FieldScore) => number) => entries.reduce((all, [, each]) => all + of(each), 0);
  const rows = entries.map(([field, each]) => row(field, each.correct, each.lenient, each.total));
  return {
    name,
    columns: ['field', 'correct', 'total', 'accuracy', 'lenient accuracy'],
    rows: [
      ...rows,
      row(
        'all',
        sum((each) => each.correct),
        sum((each) => each.lenient),
        sum((each) => each.total),
      ),
    ],
  };
}

/** A table for each file of drug directions (`sig*.jsonl`) in the folder and one for each file of request lines (`lines*.jsonl`). */
export function lineTables(folder: string, showErrors: boolean): Table[] {
  const measured: [string, Scores][] = readdirSync(folder)
    .filter((name) => /^sig.*\.jsonl$/.test(name))
    .sort()
    .map((name) => [name, measureSigs(labelledSigs(join(folder, name)) ?? [])]);
  for (const name of lineFiles(folder)) measured.push([name, measureLines(labelledLines(folder, name) ?? [])]);
  if (showErrors) {
    for (const [name, scores] of measured) {
      for (const [field, { wrong }] of Object.entries(scores))
        for (const each of wrong) console.log(`${name} ${field}: ${each}`);
    }
  }
  return measured.map(([name, scores]) => asTable(name, scores));
}
