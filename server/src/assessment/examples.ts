import { type DraftKind, readDraft, recogniseTreatments } from '../draft/index.js';
import type { Criterion, Pack } from '../guidelines/index.js';
import type { Examples } from '../guidelines/schema.js';
import type { Assessor } from './index.js';
import type { Status } from './types.js';

/** One example of a pack that does not come out as the pack says. */
export interface ExampleFailure {
  readonly code: string;
  readonly expected: Status;
  readonly got: string;
  readonly note: string;
  readonly why: string;
}

/** The draft that an example stands for: a request line, then the note. */
export const exampleDraft = (item: string, note: string): string => `Request: ${item}\n\n${note}\n`;

/**
 * The status of a criterion for the first item of that family in a text, with the reason; null where there is no such
 * item. What is asked of appeals alone is judged as in an appeal.
 */
export function statusIn(
  assessor: Assessor,
  text: string,
  family: string,
  criterion: string,
): { status: Status; why: string } | null {
  const judged = (kind: DraftKind) =>
    assessor
      .assess(readDraft(text, { kind }))
      .items.find((one) => one.item.family === family)
      ?.verdicts.find((one) => one.criterion === criterion);
  const verdict = judged('request') ?? judged('appeal');
  return verdict ? { status: verdict.status, why: verdict.why } : null;
}

/** Families in the order in which they are tried for an example that names none. */
const usual = ['opioid', 'esi', 'muscle-relaxant', 'trigger-point-injection', 'physical-therapy'];

/** The pack in which an example of a criterion's own file is at home: the one it names, its item's, else a usual one. */
export function homeOf(
  example: Examples['met'][number],
  criterion: string,
  packs: ReadonlyMap<string, Pack>,
): Pack | null {
  const named =
    typeof example === 'string'
      ? undefined
      : (example.family ?? (example.item ? recogniseTreatments(example.item)[0]?.family : undefined));
  const uses = (pack: Pack | undefined) => pack?.criteria.some((one) => one.id === criterion) === true;
  if (named) return uses(packs.get(named)) ? packs.get(named)! : null;
  const order = [...usual.flatMap((family) => packs.get(family) ?? []), ...packs.values()];
  return order.find(uses) ?? null;
}

/** Runs the examples of one criterion within a pack. */
export function runExamples(
  assessor: Assessor,
  pack: Pack,
  criterion: Criterion,
  examples: Examples,
  usualItem: string = pack.item,
): ExampleFailure[] {
  const statuses = ['met', 'vague', 'missing', 'contradicted', 'exceeded'] as const;
  return statuses.flatMap((expected) =>
    (examples[expected] ?? []).flatMap((example) => {
      const { note, item } = typeof example === 'string' ? { note: example, item: undefined } : example;
      const found = statusIn(assessor, exampleDraft(item ?? usualItem, note), pack.family, criterion.id);
      if (found?.status === expected) return [];
      const got = found ? found.status : 'no such item or criterion';
      return [{ code: criterion.code, expected, got, note, why: found?.why ?? `the item was "${item ?? usualItem}"` }];
    }),
  );
}
