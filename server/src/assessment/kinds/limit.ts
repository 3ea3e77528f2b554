import type { Criterion } from '../../guidelines/index.js';
import { findDrug } from '../../vocabulary/drugs.js';
import type { Case, Judgement } from '../case.js';
import { applies } from '../conditions.js';
import { round } from '../numbers.js';

/** A criterion that numbers decide: what the request adds up to against the guideline's limits. */
export function judgeLimits(criterion: Criterion, one: Case): Judgement | null {
  const within: Judgement[] = [];
  for (const limit of criterion.limits) {
    if (!applies(limit.when, one)) continue;
    const sum = one.sums.get(limit.measure);
    if (!sum) continue;
    const { value, how, evidence } = sum;
    // A daily dose with no number of its own is held against the drug's.
    const ceiling = limit.measure === 'dailyMg' && one.item.drug ? findDrug(one.item.drug)?.maxDaily?.mg : undefined;
    const max = limit.max ?? ceiling;
    if (max === undefined && limit.min === undefined) continue;
    const over = max !== undefined && value > max;
    const under = limit.min !== undefined && value < limit.min;
    const bound = max ?? limit.min ?? 0;
    if (over || under) {
      const fill = { value: String(round(value)), max: String(bound), sum: how, unit: limit.unit ?? '' };
      const why = `${how}; the limit is ${bound}${limit.unit ? ` ${limit.unit}` : ''}.`;
      return { status: 'exceeded', evidence, why, fill, message: limit.message, citation: limit.citation, sum: how };
    }
    within.push({
      status: 'met',
      evidence,
      why: `${how}; the limit is ${bound}${limit.unit ? ` ${limit.unit}` : ''}.`,
      sum: how,
    });
  }
  if (within.length === 0) return null;
  const join = (part: (each: Judgement) => string | undefined, mark: string) =>
    [...new Set(within.map(part))].join(mark);
  return { ...within[0]!, why: join((each) => each.why, ' '), sum: join((each) => each.sum, '; ') };
}
