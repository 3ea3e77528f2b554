import { readRequest } from '../draft/request/index.js';
import type { Draft, Item } from '../draft/types.js';
import { type DraftReading, isNoDrug } from '../evidence/index.js';
import type { Guidelines } from '../guidelines/index.js';
import type { Slot } from '../patterns/types.js';
import { findDrug } from '../vocabulary/drugs.js';
import type { CurrentDrug } from './case.js';

/** Drugs that the draft shows the patient to be on: asked for, listed under medications, or said to be taken. */
export function currentDrugs(draft: Draft, reading: DraftReading, guidelines: Guidelines): CurrentDrug[] {
  const found = draft.items.flatMap((item) => ofItem(item));
  const known = new Set(found.map((drug) => drug.name));
  const using = new Map<number, number>();
  for (const pattern of guidelines.stages.continuing ?? []) {
    for (const mention of reading.mentions.get(pattern) ?? []) {
      if (mention.axes.size === 0)
        using.set(mention.sentence.index, Math.min(mention.tokens[0]!, using.get(mention.sentence.index) ?? Infinity));
    }
  }
  draft.sentences.forEach((sentence, index) => {
    const listed = sentence.section.kind === 'medications';
    const from = listed ? 0 : using.get(index);
    const { slots } = reading.readings[index]!;
    // "Naproxen for 3 months and methocarbamol for 2 weeks failed": what failed is no longer taken.
    if (
      from === undefined ||
      (!listed && slots.some((slot) => slot.kind === 'failed' || slot.kind === 'not-tolerated'))
    )
      return;
    const drugs = slots.filter(
      (slot) => slot.kind === 'drug' && slot.first >= from && !isNoDrug(sentence.tokens, slots, slot),
    );
    drugs.forEach((slot, order) => {
      if (!slot.name || known.has(slot.name) || reading.isPast(sentence, slot.first)) return;
      const axes = reading.axesAt(sentence, slot.first, slot.last);
      if (
        axes.has('negated') ||
        axes.has('historical') ||
        axes.has('hypothetical') ||
        axes.has('reviewer') ||
        axes.has('guideline')
      )
        return;
      known.add(slot.name);
      const start = sentence.start + sentence.tokens[slot.first]!.start;
      const nameEnd = sentence.start + sentence.tokens[slot.last]!.end;
      const next: Slot | undefined = drugs[order + 1];
      const end = next ? sentence.start + sentence.tokens[next.first]!.start : sentence.end;
      found.push(
        ofText(slot, draft.text.slice(start, end), { start, end: nameEnd, text: draft.text.slice(start, nameEnd) }),
      );
    });
  });
  return found;
}

function ofItem(item: Item): CurrentDrug[] {
  if (!item.drug) return [];
  const { request } = item;
  const each = request.dosePerAdministration?.value ?? 1;
  const times = request.frequencyPerDay?.value ?? null;
  return [
    {
      name: item.drug,
      classes: findDrug(item.drug)?.classes ?? [],
      evidence: { start: item.start, end: item.end, text: item.text },
      item,
      perDay: times === null ? null : times * each,
      strength: request.strength?.value ?? null,
    },
  ];
}

function ofText(slot: Slot, text: string, evidence: CurrentDrug['evidence']): CurrentDrug {
  const name = slot.name!;
  const drug = findDrug(name);
  const request = readRequest(text, { kind: 'drug', family: drug?.family ?? 'unknown', drug: name });
  const each = request.dosePerAdministration?.value ?? 1;
  const times = request.frequencyPerDay?.value ?? null;
  return {
    name,
    classes: drug?.classes ?? slot.classes ?? [],
    evidence,
    item: null,
    perDay: times === null ? null : times * each,
    strength: request.strength?.value ?? null,
  };
}
