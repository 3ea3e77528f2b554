import { recogniseTreatments } from '../draft/treatments.js';
import type { Case } from './case.js';

/** What to call an item in a message: the drug as the draft names it, else the treatment's name. */
export function itemName(one: Pick<Case, 'item'>): string {
  const { item } = one;
  const found = recogniseTreatments(item.text).find(
    (each) => each.family === item.family && each.treatment === item.treatment,
  );
  if (item.kind === 'drug' && found) {
    const words = item.text.slice(found.start, found.end);
    return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
  }
  if (item.treatment) return `the ${item.treatment}`;
  return item.text.length <= 40 ? item.text : `${item.text.slice(0, 37).trimEnd()}…`;
}
