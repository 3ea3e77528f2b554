import type { Citation, Guidelines } from '../guidelines/index.js';

/** The guideline whose pages reviewers still cite, whatever edition is in force. */
const original = 'cpmtg-2009';

const pagesOf = (pages: string): string => `${/[-–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;

/** "Chronic Pain Guidelines 2009, Opioids, on-going management, p. 78". An unknown guideline is named by its id. */
export function citationText(citation: Citation, guidelines: Guidelines, title: 'short' | 'title' = 'short'): string {
  const edition = guidelines.editions.find((one) => one.id === citation.guideline);
  const name = edition?.[title] ?? citation.guideline;
  return [name, citation.section, citation.pages ? pagesOf(citation.pages) : ''].filter(Boolean).join(', ');
}

/**
 * The edition in force first, with the 2009 page beside it where that is another;
 * a source that is in doubt says so. Empty where nothing is cited.
 */
export function governingText(citations: readonly Citation[], guidelines: Guidelines): string {
  const [first, ...others] = citations;
  if (!first) return '';
  const doubt = first.confidence === 'doubtful' ? ' (page not verified)' : '';
  const older =
    first.guideline === original ? undefined : others.find((one) => one.guideline === original && one.pages);
  return `${citationText(first, guidelines)}${doubt}${older ? ` (2009: ${pagesOf(older.pages!)})` : ''}`;
}
