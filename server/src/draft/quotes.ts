import type { Paragraph } from './paragraphs.js';
import type { SectionKind } from './types.js';

const guidelineWords =
  /\b(?:mtus|acoem|odg|official disability guidelines?|cpmtg|guidelines?|criteria (?:for|include))\b/;
const denialWords =
  /\b(?:denial|denied|deny|ur|utilization review|reviewer|non-? ?certif\w*|determination|adverse decision|peer review\w*|physician advisor|claims administrator|adjuster)\b/;

/** Kind of a quotation, from the words that lead to it or its own; null where the paragraph is none. */
export function quotedKind(
  plain: string,
  paragraph: Paragraph,
  prior: Paragraph | undefined,
  now: SectionKind,
): SectionKind | null {
  const marked = paragraph.quote > 0;
  const opens = plain[paragraph.start] === '"';
  if ((!marked && !opens) || now === 'denial' || now === 'guideline') return null;
  const lead = prior && prior.quote === 0 ? plain.slice(Math.max(prior.start, prior.end - 240), prior.end) : '';
  const introduced = lead.endsWith(':');
  if (!marked && !introduced) return null;
  const own = plain.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 1200));
  if (introduced) {
    if (denialWords.test(lead) && !/\bguidelines? (?:states?|says|recommends?)\b/.test(lead)) return 'denial';
    if (guidelineWords.test(lead)) return 'guideline';
  }
  if (!marked) return null;
  if (/\bnot (?:medically necessary|certified|supported|established)|does not support\b/.test(own)) return 'denial';
  if (guidelineWords.test(own) || /\brecommended\b/.test(own)) return 'guideline';
  return denialWords.test(lead) ? 'denial' : guidelineWords.test(lead) ? 'guideline' : null;
}
