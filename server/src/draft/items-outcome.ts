import type { Paragraph } from './paragraphs.js';
import type { Span } from './types.js';

const outcome =
  /^([\s\S]{2,600}?)\s*(?::|-{1,2}|–|—|\|)\s{0,6}(?:uphold|upheld|overturn|overturned|modified|partially overturned|partially upheld|denied|non-?certified|certified|approved|conditionally non-?certified)\.?\s*$/i;
const strict = /:\s{0,6}(?:upheld|overturned|modified|partially overturned|partially upheld)\.?\s*$/i;
const sentence =
  /^(?:\(?\d{1,2}[.)]\s*)?(?:the )?(?:request|requests) for (.{3,200}?) (?:is|are|was|were) (?:hereby )?(?:not |conditionally )?(?:medically necessary|certified|non-?certified|approved|authorized|denied|modified|overturned|upheld)/i;

/** The treatment's words of a determination's outcome line ("Norco 10/325 #120: Upheld"); null on other lines. */
export function outcomeLine(text: string, paragraph: Paragraph, loose: boolean): Span | null {
  if (paragraph.end - paragraph.start > 700) return null;
  const words = text.slice(paragraph.start, paragraph.end);
  if (!(loose ? outcome : strict).test(words)) return null;
  const name = outcome.exec(words)?.[1];
  if (!name || /^(?:decision|determination|outcome|final determination|ur decision|status)$/i.test(name.trim()))
    return null;
  return { start: paragraph.start, end: paragraph.start + name.trimEnd().length };
}

/** The same in the sentences of older letters: "The request for X is not medically necessary". */
export function outcomeSentence(text: string, paragraph: Paragraph): Span | null {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400));
  const hit = sentence.exec(words);
  if (!hit) return null;
  const at = paragraph.start + words.indexOf(hit[1]!, hit[0].toLowerCase().indexOf(' for '));
  return { start: at, end: at + hit[1]!.length };
}
