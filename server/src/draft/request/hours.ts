import type { Hours, Reading } from '../types.js';
import type { Line } from './line.js';

const joints = ['-', 'of', 'care', 'nursing', 'each', 'every', '/', 'x', '@', ',', '(', ')'];

/** Reads "4 hours a day", "4 hrs per visit", "6 hours daily", "20 hours per week", upper ends of ranges; takes nothing. */
export function readHours(line: Line): Reading<Hours> | null {
  for (let i = 0; i < line.length; i++) {
    const amount = line.amount(i);
    if (!amount) continue;
    const unit = line.skip(amount.next, '-');
    if (!line.is(unit, 'hour')) continue;
    let at = line.skip(unit + 1, ...joints);
    while (line.is(at, 'per')) at = line.skip(at + 1, ...joints);
    const per = line.is(at, 'week', 'weekly') ? 'week' : line.is(at, 'day', 'daily') ? 'day' : 'visit';
    if (amount.high <= (per === 'week' ? 168 : 24))
      return line.reading({ value: amount.high, per }, i, per === 'visit' ? unit + 1 : at + 1);
  }
  return null;
}
