import { fromDayNumber } from '../draft/dates.js';
import type { CalendarDate } from '../draft/types.js';
import type { DraftReading } from '../evidence/index.js';

/** The latest calendar date anywhere in the draft: what "since" counts to where the draft itself is undated. */
export function latestDate(reading: DraftReading): CalendarDate | null {
  let latest: number | null = null;
  for (const sentence of reading.readings) {
    for (const slot of sentence.slots) {
      if (slot.kind === 'date' && slot.value !== undefined && (latest === null || slot.value > latest))
        latest = slot.value;
    }
  }
  return latest === null ? null : fromDayNumber(latest);
}
