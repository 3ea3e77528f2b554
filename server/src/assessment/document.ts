import type { DraftCase } from './case.js';
import type { DraftFinding } from './types.js';

/** Checks of the draft as a whole: form, identification, signature, dates. */
export function checkDraft(_whole: DraftCase): DraftFinding[] {
  return [];
}
