import { toDayNumber } from '../draft/dates.js';
import type { CalendarDate } from '../draft/types.js';
import type { Citation, Edition } from '../guidelines/index.js';

/** An undated draft is read against the guidelines of 2009: its own date decides, and a finding says so. */
const undated: CalendarDate = { year: 2014, month: 1, day: 1, precision: 'year' };

export function isoDay(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return toDayNumber({ year: year!, month: month ?? 1, day: day ?? 1, precision: 'day' });
}

/** Ids of the editions that govern on a day. */
export function editionsInForce(editions: readonly Edition[], date: CalendarDate | null): Set<string> {
  const day = toDayNumber(date ?? undated);
  return new Set(
    editions
      .filter((edition) => isoDay(edition.from) <= day && (!edition.until || day <= isoDay(edition.until)))
      .map((edition) => edition.id),
  );
}

/** The citations with those in force on the draft's date first, order otherwise kept. */
export function governing(citations: readonly Citation[], inForce: ReadonlySet<string>): Citation[] {
  return [
    ...citations.filter((one) => inForce.has(one.guideline)),
    ...citations.filter((one) => !inForce.has(one.guideline)),
  ];
}
