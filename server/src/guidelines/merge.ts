import type { Axis } from '../evidence/types.js';
import type { Citation, Confidence, CriterionFile, PackCriterion, SeverityName } from './schema.js';
import type { Accepts, Criterion } from './types.js';

type Entry =
  | string
  | { pattern: string; lacks?: string | undefined; note?: string | undefined; line?: boolean | undefined };

/** A file's list of patterns in one shape. */
export const accepts = (entries: readonly Entry[] | undefined): Accepts[] =>
  (entries ?? []).map((entry) =>
    typeof entry === 'string'
      ? { pattern: entry, lacks: null, note: null, line: false }
      : { pattern: entry.pattern, lacks: entry.lacks ?? null, note: entry.note ?? null, line: entry.line ?? false },
  );

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** How far up a finding may go on the strength of its source: knowledge alone is never an error. */
const ceiling: Readonly<Record<Confidence, SeverityName>> = {
  seed: 'error',
  public: 'error',
  knowledge: 'warning',
  doubtful: 'hint',
};
const order: readonly SeverityName[] = ['hint', 'information', 'warning', 'error'];

/** A severity no graver than its source bears. */
export function capped(severity: SeverityName, confidence: Confidence): SeverityName {
  return order.indexOf(severity) > order.indexOf(ceiling[confidence]) ? ceiling[confidence] : severity;
}

/**
 * A family's criterion: the pack's entry over the criterion's own file. Scalars replace, lists of patterns add
 * (unless the pack says `replace`), messages merge. Severity never exceeds what the source's confidence bears.
 */
export function mergeCriterion(
  family: string,
  id: string,
  base: CriterionFile,
  entry: PackCriterion,
  packCitations: readonly Citation[],
  from: string,
): Criterion {
  const citations = [...list(entry.citation), ...packCitations];
  const confidence: Confidence = citations[0]?.confidence ?? 'knowledge';
  const lists = (name: 'accept' | 'vague' | 'contradict') => [
    ...(entry.replace ? [] : accepts(base[name])),
    ...accepts(entry[name]),
  ];
  return {
    id,
    family,
    code: `${family}/${id}`,
    kind: entry.kind ?? base.kind,
    title: entry.title ?? base.title,
    wants: entry.wants ?? base.wants,
    why: entry.why ?? base.why ?? '',
    severity: capped(entry.severity ?? base.severity ?? 'warning', confidence),
    when: entry.when ?? base.when ?? null,
    about: entry.about ?? base.about ?? 'patient',
    allow: new Set<Axis>([...(base.allow ?? []), ...(entry.allow ?? [])]),
    current: entry.current ?? base.current ?? false,
    negated: entry.negated ?? base.negated ?? 'ignore',
    strict: entry.strict ?? base.strict ?? false,
    agree: entry.agree ?? base.agree ?? [],
    notIn: new Set([...(base.notIn ?? []), ...(entry.notIn ?? [])]),
    slots: entry.slots ?? base.slots ?? [],
    accept: lists('accept'),
    vague: lists('vague'),
    contradict: lists('contradict'),
    limits: [...(entry.replace ? [] : (base.limits ?? [])), ...(entry.limits ?? [])],
    with: entry.with ?? base.with ?? [],
    absent: entry.absent ?? base.absent ?? 'not-applicable',
    found: entry.found ?? base.found ?? 'missing',
    unknown: entry.unknown ?? base.unknown ?? 'not-applicable',
    message: { ...base.message, ...entry.message },
    fix: entry.fix ?? base.fix ?? null,
    examples: entry.examples ?? { met: [], vague: [], missing: [], contradicted: [], exceeded: [] },
    citations,
    confidence,
    from,
  };
}
