import type { Item } from '../draft/types.js';
import { type DraftReading, type Mention, speaksOf } from '../evidence/index.js';
import type { Guidelines, Pack, Stage } from '../guidelines/index.js';
import { findDrug } from '../vocabulary/drugs.js';

/**
 * Whether an item is a first use, goes on, or is a repeat: from its own words, else from what the draft says of
 * earlier use. A drug is taken to go on unless the draft says it starts; anything else to be a first.
 */
export function stageOf(
  item: Item,
  classes: readonly string[],
  pack: Pack,
  reading: DraftReading,
  guidelines: Guidelines,
): Stage {
  if (item.stage) return item.stage;
  const says = (stage: Stage) =>
    (guidelines.stages[stage] ?? []).some((pattern) =>
      (reading.mentions.get(pattern) ?? []).some(
        (mention) => plain(mention, stage) && names(mention, item, classes, reading),
      ),
    );
  if (item.kind === 'drug') return says('initial') && !says('continuing') ? 'initial' : 'continuing';
  if (says('repeat') || hasEffect(item, classes, pack, reading)) return 'repeat';
  return says('continuing') ? 'continuing' : 'initial';
}

function subjectIsDrugs(mention: Mention, reading: DraftReading): boolean {
  const { names, classes, kinds } = reading.subjectOf(mention);
  return classes.length + kinds.length === 0 && names.every((name) => findDrug(name) !== null);
}

/** Whether the draft tells what the treatment did, or that it did nothing: then it was had. */
function hasEffect(item: Item, classes: readonly string[], pack: Pack, reading: DraftReading): boolean {
  const { drug, family, treatment } = item;
  return pack.criteria
    .filter((criterion) => criterion.when?.stage && !criterion.when.stage.includes('initial'))
    .flatMap((criterion) => [...criterion.accept, ...criterion.contradict])
    .flatMap(({ pattern }) => reading.mentions.get(pattern) ?? [])
    .some(
      (mention) =>
        (mention.start >= item.end || mention.end <= item.start) &&
        !unsaid.some((axis) => mention.axes.has(axis)) &&
        speaksOf(reading.subjectOf(mention), { drug, family, treatment, classes }) === 'yes',
    );
}

const unsaid = ['planned', 'hypothetical', 'possible', 'other-person', 'guideline', 'reviewer'] as const;

/** A plan tells of a start, but nothing of earlier use. */
const plain = (mention: Mention, stage: Stage): boolean =>
  !(['negated', 'hypothetical', 'other-person', 'guideline'] as const).some((axis) => mention.axes.has(axis)) &&
  (stage === 'initial' || !mention.axes.has('planned'));

/** A stage's pattern names its treatment in a slot; one without a slot speaks by its sentence's subject. */
function names(mention: Mention, item: Item, classes: readonly string[], reading: DraftReading): boolean {
  if (mention.start < item.end && mention.end > item.start) return false;
  const named = mention.slots.filter(
    (slot) => slot.kind === 'drug' || slot.kind === 'treatment' || slot.kind === 'class',
  );
  if (named.length > 0) {
    return named.some(
      (slot) =>
        slot.name === item.drug ||
        slot.name === item.treatment ||
        (item.kind !== 'drug' && slot.classes?.includes(item.family)),
    );
  }
  const { drug, family, treatment } = item;
  const speaks = speaksOf(reading.subjectOf(mention), { drug, family, treatment, classes });
  // Visits that no other therapy is named for are those of the one that is asked for.
  return speaks === 'yes' || (item.kind === 'therapy' && (speaks === 'anybody' || subjectIsDrugs(mention, reading)));
}
