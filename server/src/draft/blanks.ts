import type { Draft, Span } from './types.js';

const blank =
  /\[(?!(?:[ xX]?|\d[^\]\n]{0,40})\])[A-Za-z][^\]\n[]{0,60}\](?!\()|\{[A-Za-z][^}\n{]{0,60}\}|\$\{\d{1,2}(?::[^}\n]{0,60})?\}|<(?:insert|enter|fill in|your|name|date|activity|number|level|percent)\b[^>\n]{0,50}>|_{3,}(?:\/_{2,}){0,2}|\.{6,}|\bX{3,}\b|\bTB[DA]\b/g;
const shorthand =
  /^\[(?:sic|s|ed\.?|emphasis[^\]]*|citation[^\]]*|redacted|see [^\]]*|page [^\]]*|pp?\. [^\]]*|\.\.\.|and|the|his|her|patient|a|this|it|to)\]$/i;

/** Places left to be filled in: `[activity]`, `{dose}`, `____`, tab stops of a snippet. Not check boxes, links or "[sic]". */
export function readBlanks(draft: Draft | string): Span[] {
  const text = typeof draft === 'string' ? draft : draft.text;
  const blanks: Span[] = [];
  for (const hit of text.matchAll(blank)) {
    if (shorthand.test(hit[0])) continue;
    const lineStart = text.lastIndexOf('\n', hit.index) + 1;
    const lineEnd = text.indexOf('\n', hit.index);
    const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
    if (/^[\s_.-]+$/.test(line) && hit[0].length > 20) continue;
    blanks.push({ start: hit.index, end: hit.index + hit[0].length });
  }
  return blanks;
}
