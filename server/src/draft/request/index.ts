import type { ItemKind, Request } from '../types.js';
import { readSigLine } from './sig.js';
import { drugNamed } from './strength.js';

export { readSig, type Sig } from './sig.js';

const nothing: Request = {
  strength: null, quantity: null, frequencyPerDay: null, dosePerAdministration: null, durationDays: null, refills: null,
  levels: [], side: null, count: null, visits: null, visitsPerWeek: null, weeks: null, bodyParts: [],
  asNeeded: null, approach: null, guidance: null, tenure: null, contrast: null, cpt: [], icd: [],
};

/** Reads an item's line or lines. Null or empty where the words do not say; spans are relative to the text. */
export function readRequest(text: string, of: { kind: ItemKind; family: string; drug: string | null }): Request {
  if (of.kind !== 'drug') return nothing;
  const sig = readSigLine(text, drugNamed(of.drug));
  return {
    ...nothing,
    strength: sig.strength, quantity: sig.quantity, frequencyPerDay: sig.frequency,
    dosePerAdministration: sig.dose?.reading ?? null, durationDays: sig.duration, refills: sig.refills, asNeeded: sig.asNeeded,
  };
}
