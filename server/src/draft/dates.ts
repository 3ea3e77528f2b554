import type { CalendarDate, Reading } from './types.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** One alternative per way of writing; the named parts tell which one matched. */
const written = new RegExp(
  [
    '(?<![\\d/.\\-])(?<iy>(?:19|20)\\d\\d)[-/.](?<im>\\d{1,2})[-/.](?<id>\\d{1,2})(?![\\d/])',
    '(?<![\\d/.#])(?<um>\\d{1,2})/(?<ud>\\d{1,2})/(?<uy>\\d{4}|\\d{2})(?![\\d/]|\\.\\d)',
    '(?<![\\d/.\\-#])(?<pm>\\d{1,2})(?<sep>[-.])(?<pd>\\d{1,2})\\k<sep>(?<py>\\d{4}|\\d{2})(?![\\d/]|[-.]\\d)',
    `(?<![a-z])(?<nm>${month})\\.? {0,3}(?<nd>\\d{1,2})(?:st|nd|rd|th)?,? {1,3}(?<ny>(?:19|20)\\d\\d)(?!\\d)`,
    `(?<![\\d/.\\-])(?<dd>\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?<dm>${month})\\.?,?[ -](?<dy>(?:19|20)\\d\\d)(?!\\d)`,
    `(?<![a-z])(?<mm>${month})\\.?,? {1,3}(?:of )?(?<my>(?:19|20)\\d\\d)(?!\\d)`,
    '(?<![\\d/.\\-#])(?<sm>\\d{1,2})/(?<sy>(?:19|20)\\d\\d)(?![\\d/])',
    '(?<=\\b(?:in|since|from|until|of|during|by|year|to) {1,2})(?<y>(?:19|20)\\d\\d)(?![\\d/\\-]| ?(?:mg|mcg|ml|units))',
  ].join('|'),
  'gi',
);

/**
 * Reads every calendar date of a text: `9/2/14`, `2014-09-02`, `September 2, 2014`, `2 Sep 2014`, `09/2014`, `March 2014`,
 * `since 2013`. Impossible days are no dates. Two-digit years up to 35 are of this century.
 */
export function readDates(text: string): Reading<CalendarDate>[] {
  const found: Reading<CalendarDate>[] = [];
  for (const hit of text.matchAll(written)) {
    const value = toDate(hit.groups ?? {});
    if (value) found.push({ start: hit.index, end: hit.index + hit[0].length, value });
  }
  return found;
}

function toDate(part: Record<string, string | undefined>): CalendarDate | null {
  if (part.iy) return day(part.iy, part.im, part.id);
  if (part.uy) return day(part.uy, part.um, part.ud);
  if (part.py) return day(part.py, part.pm, part.pd);
  if (part.ny) return day(part.ny, name(part.nm), part.nd);
  if (part.dy) return day(part.dy, name(part.dm), part.dd);
  if (part.my) return coarse(part.my, name(part.mm), 'month');
  if (part.sy) return coarse(part.sy, part.sm, 'month');
  return coarse(part.y, '1', 'year');
}

function name(text: string | undefined): string {
  return String(months.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1);
}

function day(
  year: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): CalendarDate | null {
  let y = Number(year);
  if (year?.length === 2) y += y <= 35 ? 2000 : 1900;
  const m = Number(monthText);
  const d = Number(dayText);
  const valid = y >= 1900 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m);
  return valid ? { year: y, month: m, day: d, precision: 'day' } : null;
}

function coarse(
  year: string | undefined,
  monthText: string | undefined,
  precision: 'month' | 'year',
): CalendarDate | null {
  const m = Number(monthText);
  return m >= 1 && m <= 12 ? { year: Number(year), month: m, day: 1, precision } : null;
}

function daysIn(year: number, monthNumber: number): number {
  return new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
}

/** Days since 1 January 1970; the first day of a month or year where the date is no finer. */
export function toDayNumber(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
}

/** The calendar day of a day number, the inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): CalendarDate {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), precision: 'day' };
}
