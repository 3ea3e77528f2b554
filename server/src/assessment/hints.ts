import type { Case } from './case.js';
import { round } from './numbers.js';

const shown: readonly (readonly [measure: string, label: (value: number) => string])[] = [
  ['unitsPerDay', (value) => `${round(value)}/day`],
  ['daysSupply', (value) => `${round(value)} days`],
  ['mme', (value) => `${round(value)} MME`],
  ['visits', (value) => `${value} visits`],
  ['levels', (value) => (value === 1 ? '1 level' : `${value} levels`)],
];

/** The sums worth showing beside the item's line, with how each was worked out. */
export function hintsOf(one: Case): { label: string; how: string }[] {
  return shown.flatMap(([measure, label]) => {
    const sum = one.sums.get(measure);
    return sum ? [{ label: label(sum.value), how: sum.how }] : [];
  });
}
