import { normalise, tokenize } from '../patterns/index.js';
import { vocabulary, type Drug } from './index.js';

/** Words of a drug name as they are compared: no marks but `#`, no salt. */
export function nameWords(name: string): string[] {
  return tokenize(normalise(name))
    .filter((token) => token.kind !== 'mark' || token.text === '#')
    .map((token) => token.text);
}

/** Every name of a drug: its own, brands and spellings. */
export function namesOf(drug: Drug): string[] {
  return [drug.name, ...drug.brands, ...(drug.also ?? [])];
}

let byName: Map<string, Drug> | null = null;

function table(): Map<string, Drug> {
  if (byName) return byName;
  byName = new Map();
  for (const drug of vocabulary.drugs) byName.set(nameWords(drug.name).join(' '), drug);
  for (const drug of vocabulary.drugs) {
    for (const name of namesOf(drug)) {
      const key = nameWords(name).join(' ');
      if (!byName.has(key)) byName.set(key, drug);
    }
  }
  return byName;
}

/** The drug of that generic name, brand or spelling, in any case and with any marks between; null where there is none. */
export function findDrug(name: string): Drug | null {
  return table().get(nameWords(name).join(' ')) ?? null;
}
