import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { perUnit } from './rates.js';

const often: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const mostAMonth = 12;

/** "Twice a month", "2x/month", "monthly" at `i`: visits a month. */
function aMonth(line: Line, i: number): { visits: number; next: number } | null {
  if (line.is(i, 'monthly')) return { visits: 1, next: i + 1 };
  const word = often[line.sense(i)];
  const amount = word === undefined ? line.amount(i) : { high: word, next: i + 1 };
  if (!amount || amount.high > mostAMonth) return null;
  const times = line.is(amount.next, 'time', 'visit') ? amount.next + 1 : amount.next;
  const unit = perUnit(line, times);
  return unit?.days === 30 ? { visits: amount.high, next: unit.next } : null;
}

/** Visits in all of "twice a month for three months", "2x/month x 3 months"; takes nothing, for the duration is read besides. */
export function readMonthly(line: Line): Reading<number> | null {
  for (let i = 0; i < line.length; i++) {
    const rate = line.free(i) ? aMonth(line, i) : null;
    if (!rate) continue;
    const months = line.amount(line.skip(rate.next, 'x', 'for', 'over', 'times', ',', 'the', 'next', '-'));
    if (!months || !Number.isInteger(months.high) || months.high > 24) return null;
    const unit = line.skip(months.next, '-');
    return line.is(unit, 'month') ? line.reading(rate.visits * months.high, i, unit + 1) : null;
  }
  return null;
}
