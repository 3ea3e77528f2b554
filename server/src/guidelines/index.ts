import * as z from 'zod';
import generated from '../generated/guidelines.json';
import { accepts, mergeCriterion } from './merge.js';
import { readUserPack } from './user-pack.js';
import {
  type Citation,
  type CriterionFile,
  criterionFile,
  denialReasonsFile,
  draftFile,
  editionsFile,
  type PackFile,
  packFile,
  stagesFile,
} from './schema.js';
import type { Criterion, DraftCheck, Guidelines, Pack, Problem } from './types.js';

export { capped } from './merge.js';
export type * from './types.js';
export type { Citation, Confidence, Edition, Fix, SeverityName, Stage } from './schema.js';

interface DataFile {
  readonly name: string;
  readonly data: unknown;
  readonly at: Readonly<Record<string, number>>;
}
interface Generated {
  readonly criterionFiles?: readonly DataFile[];
  readonly packFiles?: readonly DataFile[];
  readonly editions?: unknown;
  readonly stages?: unknown;
  readonly draft?: unknown;
  readonly 'denial-reasons'?: unknown;
}

/** A pack from outside: a workspace's `.mtus-draft/packs/*.yaml`. */
export interface UserPackText {
  readonly name: string;
  readonly text: string;
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Every criterion's own file, by id: what counts as evidence for it, whatever the family. */
export function criterionFiles(problems: Problem[] = []): Map<string, { file: CriterionFile; from: DataFile }> {
  const files = new Map<string, { file: CriterionFile; from: DataFile }>();
  for (const from of (generated as Generated).criterionFiles ?? []) {
    const parsed = criterionFile.safeParse(from.data);
    if (parsed.success) files.set(parsed.data.criterion, { file: parsed.data, from });
    else problems.push({ file: from.name, line: null, message: z.prettifyError(parsed.error) });
  }
  return files;
}

/**
 * All built-in packs with the user's laid over them. A faulty file is left out and named in `problems`
 * with file, line where known, and reason; the others stay at work. Never throws.
 */
export function loadGuidelines(userPacks: readonly UserPackText[] = []): Guidelines {
  const problems: Problem[] = [];
  const bases = criterionFiles(problems);
  const places = new Map<string, string>();
  const packs = new Map<string, Pack>();
  for (const { from } of bases.values()) remember(places, from);
  for (const from of (generated as Generated).packFiles ?? []) {
    const parsed = packFile.safeParse(from.data);
    if (!parsed.success) {
      problems.push({ file: from.name, line: null, message: z.prettifyError(parsed.error) });
      continue;
    }
    remember(places, from);
    packs.set(parsed.data.family, buildPack(parsed.data, from.name, bases, problems));
  }
  for (const text of userPacks) {
    const read = readUserPack(text);
    problems.push(...read.problems);
    if (!read.pack) continue;
    for (const [source, line] of Object.entries(read.at))
      if (!places.has(source)) places.set(source, `${text.name}:${line}`);
    packs.set(read.pack.family, layOver(packs.get(read.pack.family), read.pack, text.name, bases, problems));
  }
  const parse = <T>(schema: z.ZodType<T>, data: unknown, file: string, fallback: T): T => {
    if (data === undefined) return fallback;
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
    problems.push({ file, line: null, message: z.prettifyError(parsed.error) });
    return fallback;
  };
  const data = generated as Generated;
  const editions = parse(editionsFile, data.editions, 'server/guidelines/editions.yaml', { guidelines: [] }).guidelines;
  const stages = parse(stagesFile, data.stages, 'server/guidelines/stages.yaml', {});
  const checks = parse(draftFile, data.draft, 'server/guidelines/draft.yaml', {});
  const draftChecks: DraftCheck[] = Object.entries(checks).map(([criterion, check]) => ({
    criterion,
    ...check,
    citations: list(check.citation),
    fix: check.fix ?? null,
  }));
  const reasons = parse(denialReasonsFile, data['denial-reasons'], 'server/guidelines/denial-reasons.yaml', {});
  const denialReasons = new Map(Object.entries(reasons));
  const sources = new Set<string>();
  for (const pack of packs.values())
    for (const criterion of pack.criteria) for (const source of patternsOf(criterion)) sources.add(source);
  for (const edition of editions) for (const source of edition.cited) sources.add(source);
  for (const check of draftChecks) for (const source of [...check.mentions, ...check.notMentions]) sources.add(source);
  for (const patterns of Object.values(stages)) for (const source of patterns ?? []) sources.add(source);
  for (const named of denialReasons.values()) for (const source of named) sources.add(source);
  const patterns = [...sources].map((source) => ({ id: source, source, at: places.get(source) }));
  return { packs, editions, draftChecks, stages, denialReasons, patterns, problems };
}

function remember(places: Map<string, string>, from: DataFile): void {
  for (const [source, line] of Object.entries(from.at))
    if (!places.has(source)) places.set(source, `${from.name}:${line}`);
}

/** Every pattern a criterion names, its conditions included. */
export function patternsOf(criterion: Criterion): string[] {
  const conditions = [criterion.when, ...criterion.limits.map((limit) => limit.when)];
  return [
    ...[...criterion.accept, ...criterion.vague, ...criterion.contradict].map((entry) => entry.pattern),
    ...conditions.flatMap((condition) => [...(condition?.mentions ?? []), ...(condition?.notMentions ?? [])]),
  ];
}

type Bases = ReturnType<typeof criterionFiles>;

function buildPack(file: PackFile, from: string, bases: Bases, problems: Problem[]): Pack {
  const citations: Citation[] = list(file.citation);
  const criteria: Criterion[] = [];
  for (const [id, entry] of Object.entries(file.criteria)) {
    const base = bases.get(id);
    if (base) criteria.push(mergeCriterion(file.family, id, base.file, entry, citations, from));
    else
      problems.push({
        file: from,
        line: null,
        message: `${file.family}: there is no criterion "${id}" under server/guidelines/criteria`,
      });
  }
  // An appeal has to answer the denial whatever the treatment.
  const answer = bases.get('denial-reason-answered');
  if (answer && !('denial-reason-answered' in file.criteria)) {
    criteria.push(mergeCriterion(file.family, 'denial-reason-answered', answer.file, {}, citations, from));
  }
  return {
    family: file.family,
    title: file.title ?? file.family,
    status: file.status ?? '',
    item: file.item ?? '',
    criteria,
    off: [],
    from,
  };
}

/** A user's pack over a built-in one: adds criteria, changes severity, switches off with a reason. */
function layOver(under: Pack | undefined, file: PackFile, from: string, bases: Bases, problems: Problem[]): Pack {
  const over = buildPack(
    { ...file, criteria: Object.fromEntries(Object.entries(file.criteria).filter(([, entry]) => !entry.off)) },
    from,
    bases,
    problems,
  );
  if (!under) return over;
  const off = Object.entries(file.criteria).flatMap(([criterion, entry]) =>
    entry.off ? [{ criterion, reason: entry.off.reason }] : [],
  );
  const replaced = new Set([...Object.keys(file.criteria)]);
  const changed = over.criteria
    .filter((criterion) => replaced.has(criterion.id))
    .map((criterion) => {
      const before = under.criteria.find((one) => one.id === criterion.id);
      return before ? merged(before, criterion, file) : criterion;
    });
  return {
    ...under,
    criteria: [...under.criteria.filter((one) => !replaced.has(one.id)), ...changed],
    off: [...under.off, ...off],
  };
}

function merged(before: Criterion, over: Criterion, file: PackFile): Criterion {
  const entry = file.criteria[over.id]!;
  const added = (name: 'accept' | 'vague' | 'contradict') => [
    ...(entry.replace ? [] : before[name]),
    ...accepts(entry[name]),
  ];
  return {
    ...before,
    severity: entry.severity ?? before.severity,
    accept: added('accept'),
    vague: added('vague'),
    contradict: added('contradict'),
    limits: entry.limits ?? before.limits,
    when: entry.when ?? before.when,
    message: { ...before.message, ...entry.message },
    fix: entry.fix ?? before.fix,
    citations: entry.citation ? over.citations : before.citations,
    examples: entry.examples ?? before.examples,
    from: over.from,
  };
}
