import type { Span } from '../draft/types.js';
import type { Guidelines } from '../guidelines/index.js';
import { stopLabels } from './snippet.js';

/** Blanks that people write themselves, beside the labels of the packs' own sentences. */
const general = /^(?:insert|fill[ -]?in|enter|specify|complete)\b|^(?:tbd|todo|to do|reason|x{2,}|_{2,}|\?{1,}|\.{3,}|…)$/i;

const bracket = /\[([^[\]\r\n]{1,80})\]/g;

/** What stands between the brackets of every blank that a fix can insert, in lower case. */
export function blankLabels(guidelines: Guidelines): ReadonlySet<string> {
  const fixes = [
    ...[...guidelines.packs.values()].flatMap((pack) => pack.criteria.map((criterion) => criterion.fix)),
    ...guidelines.draftChecks.map((check) => check.fix),
  ];
  return new Set(fixes.flatMap((fix) => (fix ? stopLabels(fix.text).map((label) => label.toLowerCase()) : [])));
}

/**
 * The blanks left in a text, `[activity]`, in order. Bracketed words that are none of our labels ("[sic]", links,
 * check boxes, footnotes) are not blanks: what a writer brackets is hers.
 */
export function readBlanks(text: string, labels: ReadonlySet<string>): Span[] {
  const blanks: Span[] = [];
  for (const match of text.matchAll(bracket)) {
    const label = match[1]!.trim().toLowerCase();
    const start = match.index;
    const end = start + match[0].length;
    const isLink = text[end] === '(' || text[end] === '[' || text[start - 1] === ']' || text[start - 1] === '!';
    if (isLink || !(labels.has(label) || general.test(label))) continue;
    blanks.push({ start, end });
  }
  return blanks;
}
