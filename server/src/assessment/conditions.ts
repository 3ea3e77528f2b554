import type { Condition } from '../guidelines/schema.js';
import type { Case } from './case.js';
import { readingsOf } from './slots.js';

const asserted = (pattern: string, one: Case): boolean =>
  (one.reading.mentions.get(pattern) ?? []).some(
    (mention) =>
      !['negated', 'hypothetical', 'possible', 'other-person', 'reviewer', 'guideline'].some((axis) =>
        mention.axes.has(axis as never),
      ),
  );

const isOf = (names: readonly string[], one: Case): boolean =>
  names.some((name) => name === one.item.drug || name === one.item.treatment || one.classes.includes(name));

/** Whether everything but the stage holds. */
export function appliesBesidesStage(when: Condition | null | undefined, one: Case): boolean {
  if (!when) return true;
  if (when.drugs && !isOf(when.drugs, one)) return false;
  if (when.notDrugs && isOf(when.notDrugs, one)) return false;
  if (when.approach && !when.approach.includes(one.item.request.approach?.value ?? '')) return false;
  if (when.bodyParts && !when.bodyParts.some((part) => bodyPartsOf(one).some((named) => named.includes(part))))
    return false;
  if (when.gives && !when.gives.some((slot) => readingsOf(one.item.request, slot).length > 0)) return false;
  if (when.mentions && !when.mentions.some((pattern) => asserted(pattern, one))) return false;
  if (when.notMentions?.some((pattern) => asserted(pattern, one))) return false;
  if (when.eras && !when.eras.some((era) => one.inForce.has(era))) return false;
  if (
    when.alongside &&
    !one.currentDrugs.some(
      (drug) =>
        drug.item !== one.item && when.alongside!.some((name) => name === drug.name || drug.classes.includes(name)),
    )
  )
    return false;
  return true;
}

export function applies(when: Condition | null | undefined, one: Case): boolean {
  return appliesBesidesStage(when, one) && (!when?.stage || when.stage.includes(one.stage));
}

const bodyPartsOf = (one: Case): string[] => one.item.request.bodyParts.map((part) => part.value);
