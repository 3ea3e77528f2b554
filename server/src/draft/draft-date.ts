import { labelWords } from './headings.js';
import { readDates } from './dates.js';
import type { Paragraph } from './paragraphs.js';
import type { CalendarDate, Reading } from './types.js';

/** How well a label says that the date is the document's own: the lower the better; null where it is another date. */
function rankOf(label: string): number | null {
  if (
    /birth|injur|dob|doi|onset|accident|hire|study|mri|emg|surgery|operat|denial|denied|ur |utiliz|receiv|last|next|start|stop|loss|follow|expir|due|prior|previous|mailed|postmark|admission|fill|refill|death|effective|order/.test(
      label,
    )
  ) {
    return null;
  }
  if (/\b(?:report|request|rfa|letter|submission|submitted|decision|appeal|dictated|note|prepared)\b/.test(label))
    return 1;
  if (/\b(?:service|dos|exam|examination|visit|evaluation|encounter|appointment|seen|consultation)\b/.test(label))
    return 2;
  return /^(?:todays? )?(?:date|dated|date signed|(?:[a-z ]* )?signed(?: on)?|date time)$/.test(label) ? 3 : null;
}

const labelled =
  /(?:^|[\s|;(])((?:[a-z'/]+ ){0,4}(?:date|dated|dos|encounter|visit|seen|evaluated|signed)(?: (?:of|for|on) (?:the |this |initial )?(?:[a-z]+ ?\/? ?){1,3})?)(?: ?[:=|-]+ {0,6}| {1,6})(?=[\d(]|[a-z]{3,9}\.? \d)/g;
const seen = /\b(?:seen|examined|evaluated|re-?evaluated|presented|presents|visit|encounter|i saw)\b[^.;]{0,60}\bon $/;

/**
 * The date of the document itself: a labelled report, request or letter date, then the date of service, then a bare "Date:",
 * a line of the letterhead that is nothing but a date, "was seen on …", and last the prescription's date.
 */
export function readDraftDate(plain: string, paragraphs: readonly Paragraph[]): Reading<CalendarDate> | null {
  let best: { rank: number; reading: Reading<CalendarDate> } | null = null;
  const offer = (rank: number, reading: Reading<CalendarDate>) => {
    if (reading.value.precision === 'day' && (!best || rank < best.rank)) best = { rank, reading };
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const { start } = paragraph;
    const words = plain.slice(start, Math.min(paragraph.end, start + 4000));
    if (
      index > 60 &&
      !/\b(?:date|dated|dos|seen|examined|evaluated|rx|prescribed|saw|presented|presents|visit|encounter)\b/.test(words)
    )
      continue;
    if (!/\d{2}/.test(words)) continue;
    const dates = readDates(words);
    if (dates.length === 0) continue;
    const moved = (date: Reading<CalendarDate>) => ({ ...date, start: date.start + start, end: date.end + start });
    for (const hit of words.matchAll(labelled)) {
      const rank = rankOf(labelWords(hit[1]!));
      const at = hit.index + hit[0].length;
      const date = dates.find((each) => each.start >= at && each.start <= at + 3);
      const aside = hit.index > 2 && !/[:=|]/.test(hit[0].slice(hit[1]!.length + 1));
      if (rank !== null && date) offer(aside ? 7 : rank, moved(date));
    }
    const first = dates[0]!;
    const rest = (words.slice(0, first.start) + words.slice(first.end)).trim();
    if (/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|[-*]+)?$/.test(rest) && index < 30) offer(4, moved(first));
    for (const date of dates) {
      const before = words.slice(Math.max(0, date.start - 100), date.start);
      if (seen.test(before) && !/\b(?:by|with) (?:dr|another|his|her|the (?:orthop|neuro|qme|ame))/.test(before))
        offer(5, moved(date));
      else if (/\b(?:rx|prescribed)(?: date)?:? ?\(?$/.test(before.trimEnd() === before ? before : before.slice(0, -1)))
        offer(6, moved(date));
    }
  }
  return (best as { reading: Reading<CalendarDate> } | null)?.reading ?? null;
}
