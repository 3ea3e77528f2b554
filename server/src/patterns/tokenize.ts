import type { Token } from './types.js';

// Every alternative is anchored and eats what it has seen, so the scan is linear.
const pieces =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\p{L}\d])\.\d+)|((?<![\p{L}\d])\p{L}\.\p{L}(?:\.\p{L}){0,8}(?![\p{L}\d])\.?)|(\p{L}[\p{L}\p{M}\d]*(?:'\p{L}+)?)|([^\s])/gu;

const letterBefore = /\p{L}/u;

/** True where the hyphen at `at` joins two letters, or a letter and the letter after a line wrap ("non- resolving"). */
function joins(text: string, at: number): boolean {
  if (at === 0 || !letterBefore.test(text[at - 1]!)) return false;
  const next = text[at + 1] === ' ' ? at + 2 : at + 1;
  return next < text.length && letterBefore.test(text[next]!);
}

/**
 * Tokens of normalised text, spans relative to its start: numbers ("1,950" is 1950), words, single marks. A hyphen between
 * letters is no token; letters with dots ("b.i.d.") are one word.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  pieces.lastIndex = 0;
  for (let found = pieces.exec(text); found; found = pieces.exec(text)) {
    const start = found.index;
    const end = pieces.lastIndex;
    if (found[1] !== undefined) {
      tokens.push({
        start,
        end,
        text: found[1].includes(',') ? found[1].replaceAll(',', '') : found[1],
        kind: 'number',
      });
    } else if (found[2] !== undefined) {
      tokens.push({ start, end, text: found[2].replaceAll('.', ''), kind: 'word' });
    } else if (found[3] !== undefined) {
      tokens.push({ start, end, text: found[3], kind: 'word' });
    } else if (found[0] !== '-' || !joins(text, start)) {
      tokens.push({ start, end, text: found[0], kind: 'mark' });
    }
  }
  return tokens;
}
