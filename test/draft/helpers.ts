import type { CalendarDate } from '../../server/src/draft/index.js';

/** `2014-09-02`; a month `2014-09`, a year `2014`. */
export function isoDay(date: CalendarDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  if (date.precision === 'year') return String(date.year);
  if (date.precision === 'month') return `${date.year}-${two(date.month)}`;
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
