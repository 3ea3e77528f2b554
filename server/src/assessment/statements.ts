import { type Axis, type DraftReading, type Mention, speaksOf } from '../evidence/index.js';
import type { Accepts, Criterion } from '../guidelines/index.js';
import type { Slot } from '../patterns/types.js';
import { disagrees } from './agreement.js';
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

const disqualifying: readonly Axis[] = [
  'reviewer',
  'guideline',
  'other-person',
  'negated',
  'planned',
  'hypothetical',
  'possible',
];

function discount(criterion: Criterion, mention: Mention): Axis | null {
  const axes = criterion.current ? [...disqualifying, 'historical' as const] : disqualifying;
  return axes.find((axis) => mention.axes.has(axis) && !criterion.allow.has(axis)) ?? null;
}

/** Whether the mention speaks of the item by whom it is about; what stands in the item's own lines is added per item. */
function concerns(criterion: Criterion, mention: Mention, one: Case): boolean {
  if (criterion.about === 'patient') return true;
  const { drug, family, treatment } = one.item;
  return speaksOf(one.reading.subjectOf(mention), { drug, family, treatment, classes: one.classes }) !== 'no';
}

const mentionsOf = (entries: readonly Accepts[], one: Case): Statement[] =>
  entries.flatMap((entry) => (one.reading.mentions.get(entry.pattern) ?? []).map((mention) => ({ mention, entry })));

/** A criterion's statements that speak of the item, and those that do so only where they stand in its own lines. */
interface Sorted {
  readonly ours: Statements;
  readonly others: Statements;
}

/** Items of one treatment share what the draft says of it: sorted once, however many lines ask for it. */
const remembered = new WeakMap<DraftReading, Map<string, Sorted>>();

/** Sorts what the draft says on a criterion by whether it counts. */
export function statementsOn(criterion: Criterion, one: Case): Statements {
  const known = remembered.get(one.reading) ?? new Map<string, Sorted>();
  remembered.set(one.reading, known);
  const whose = criterion.about === 'patient' ? '' : `${one.item.drug}|${one.item.treatment}|${one.item.family}`;
  const { side, levels } = one.item.request;
  const where = criterion.agree.length > 0 ? `${side?.value}|${levels.map((level) => level.value).join()}` : '';
  const key = `${criterion.code}|${whose}|${where}`;
  const sorted = known.get(key) ?? sort(criterion, one);
  known.set(key, sorted);
  const { ours, others } = sorted;
  const { block } = one.item;
  const within = ({ mention }: Statement) => mention.start >= block.start && mention.end <= block.end;
  const withOwn = <T extends Statement>(mine: readonly T[], theirs: readonly T[]) => {
    const own = theirs.filter(within);
    const counted = mine.some(({ entry }) => entry.line)
      ? mine.filter((statement) => !statement.entry.line || within(statement))
      : mine;
    return own.length > 0 ? [...counted, ...own] : counted;
  };
  return {
    accepted: withOwn(ours.accepted, others.accepted),
    contradicting: withOwn(ours.contradicting, others.contradicting),
    vague: withOwn(ours.vague, others.vague),
    discounted: withOwn(ours.discounted, others.discounted),
  };
}

interface Lists {
  accepted: Statement[];
  contradicting: Statement[];
  vague: Statement[];
  discounted: (Statement & { axis: Axis })[];
}

function sort(criterion: Criterion, one: Case): Sorted {
  const empty = (): Lists => ({ accepted: [], contradicting: [], vague: [], discounted: [] });
  const ours = empty();
  const others = empty();
  const each = (entries: readonly Accepts[], take: (statement: Statement, axis: Axis | null, into: Lists) => void) => {
    for (const statement of mentionsOf(entries, one)) {
      if (criterion.notIn.has(statement.mention.sentence.section.kind)) continue;
      take(
        statement,
        statement.entry.line ? null : discount(criterion, statement.mention),
        concerns(criterion, statement.mention, one) ? ours : others,
      );
    }
  };
  each(criterion.accept, (statement, axis, into) => {
    if (axis === null || (axis === 'negated' && criterion.negated === 'documents')) {
      if (disagrees(criterion.agree, statement.mention, one)) into.contradicting.push(statement);
      else into.accepted.push(statement);
    } else if (axis === 'negated' && criterion.negated === 'contradicts') into.contradicting.push(statement);
    else into.discounted.push({ ...statement, axis });
  });
  each(criterion.contradict, (statement, axis, into) => {
    if (axis === null) into.contradicting.push(statement);
  });
  each(criterion.vague, (statement, axis, into) => {
    if (axis === null || axis === 'possible') into.vague.push(statement);
    else if (axis === 'negated' && criterion.negated === 'contradicts') into.contradicting.push(statement);
  });
  return { ours, others };
}

/** The measures of some kinds within a statement's words, those inside its concepts too. */
export function measuresIn({ mention }: Statement, kinds: readonly string[], one: Pick<Case, 'reading'>): Slot[] {
  const first = mention.tokens[0] ?? 0;
  const last = mention.tokens.at(-1) ?? -1;
  const { slots } = one.reading.readings[mention.sentence.index]!;
  const within = slots.filter((slot) => slot.first >= first && slot.last <= last);
  // The year of a date is no number of visits.
  const inDate = (slot: Slot) =>
    slot.kind !== 'date' &&
    within.some((date) => date.kind === 'date' && slot.first >= date.first && slot.last <= date.last);
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
