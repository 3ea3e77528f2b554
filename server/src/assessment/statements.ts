import { type Axis, type Mention, speaksOf } from '../evidence/index.js';
import type { Accepts, Criterion } from '../guidelines/index.js';
import type { Slot } from '../patterns/types.js';
import type { Case } from './case.js';
import type { Evidence } from './types.js';

/** A mention with the pattern entry that it matched. */
export interface Statement {
  readonly mention: Mention;
  readonly entry: Accepts;
}

export interface Statements {
  /** Plain statements, about this item where the criterion asks so, that hold the datum. */
  readonly accepted: readonly Statement[];
  readonly contradicting: readonly Statement[];
  readonly vague: readonly Statement[];
  /** Statements that hold the datum but stand in a context that does not count, with that context. */
  readonly discounted: readonly (Statement & { readonly axis: Axis })[];
}

const disqualifying: readonly Axis[] = ['reviewer', 'guideline', 'other-person', 'negated', 'planned', 'hypothetical', 'possible'];

function discount(criterion: Criterion, mention: Mention): Axis | null {
  const axes = criterion.current ? [...disqualifying, 'historical' as const] : disqualifying;
  return axes.find((axis) => mention.axes.has(axis) && !criterion.allow.has(axis)) ?? null;
}

function concerns(criterion: Criterion, mention: Mention, one: Case): boolean {
  if (criterion.notIn.has(mention.sentence.section.kind)) return false;
  if (criterion.about === 'patient') return true;
  const within = mention.start >= one.item.block.start && mention.end <= one.item.block.end;
  if (within) return true;
  const { drug, family, treatment } = one.item;
  return speaksOf(one.reading.subjectOf(mention), { drug, family, treatment, classes: one.classes }) !== 'no';
}

const mentionsOf = (entries: readonly Accepts[], one: Case): Statement[] =>
  entries.flatMap((entry) => (one.reading.mentions.get(entry.pattern) ?? []).map((mention) => ({ mention, entry })));

/** Sorts what the draft says on a criterion by whether it counts. */
export function statementsOn(criterion: Criterion, one: Case): Statements {
  const accepted: Statement[] = [];
  const contradicting: Statement[] = [];
  const vague: Statement[] = [];
  const discounted: (Statement & { axis: Axis })[] = [];
  for (const statement of mentionsOf(criterion.accept, one)) {
    if (!concerns(criterion, statement.mention, one)) continue;
    const axis = discount(criterion, statement.mention);
    if (axis === null || (axis === 'negated' && criterion.negated === 'documents')) accepted.push(statement);
    else if (axis === 'negated' && criterion.negated === 'contradicts') contradicting.push(statement);
    else discounted.push({ ...statement, axis });
  }
  for (const statement of mentionsOf(criterion.contradict, one)) {
    if (!concerns(criterion, statement.mention, one)) continue;
    if (discount(criterion, statement.mention) === null) contradicting.push(statement);
  }
  for (const statement of mentionsOf(criterion.vague, one)) {
    if (!concerns(criterion, statement.mention, one)) continue;
    const axis = discount(criterion, statement.mention);
    if (axis === null || axis === 'possible') vague.push(statement);
    else if (axis === 'negated' && criterion.negated === 'contradicts') contradicting.push(statement);
  }
  return { accepted, contradicting, vague, discounted };
}

/** The measures of some kinds within a statement's words, those inside its concepts too. */
export function measuresIn({ mention }: Statement, kinds: readonly string[], one: Pick<Case, 'reading'>): Slot[] {
  const first = mention.tokens[0] ?? 0;
  const last = mention.tokens.at(-1) ?? -1;
  const { slots } = one.reading.readings[mention.sentence.index]!;
  const within = slots.filter((slot) => slot.first >= first && slot.last <= last);
  // The year of a date is no number of visits.
  const inDate = (slot: Slot) => slot.kind !== 'date' && within.some((date) => date.kind === 'date' && slot.first >= date.first && slot.last <= date.last);
  return within.filter((slot) => kinds.includes(slot.kind) && slot.value !== undefined && !inDate(slot));
}

/** The stretches of the draft behind statements: one a place, at most `most`, in document order. */
export function evidenceOf(statements: readonly Statement[], most = 3): Evidence[] {
  const sorted = [...statements].sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  const kept: Evidence[] = [];
  for (const { mention } of sorted) {
    const last = kept.at(-1);
    if (last && mention.start < last.end) continue;
    kept.push({ start: mention.start, end: mention.end, text: mention.text });
    if (kept.length === most) break;
  }
  return kept;
}
