import type { Drug } from '../vocabulary/index.js';
import { vocabulary } from '../vocabulary/index.js';
import type { Span } from '../draft/types.js';

const normal = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

let index: { names: Map<string, Drug>; longest: number } | null = null;

function drugIndex() {
  if (index) return index;
  const names = new Map<string, Drug>();
  let longest = 1;
  for (const drug of vocabulary.drugs) {
    for (const name of [drug.name, ...drug.brands, ...(drug.also ?? [])]) {
      const key = normal(name);
      if (!names.has(key)) names.set(key, drug);
      longest = Math.max(longest, key.split(/[ /]/).length);
    }
  }
  index = { names, longest: Math.min(longest, 6) };
  return index;
}

/** The drug of that generic name or brand, whatever its case. */
export const drugByName = (name: string): Drug | null => drugIndex().names.get(normal(name)) ?? null;

const wordPattern = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** The words around an offset, at most `reach` on each side, within its line. */
export function wordsAround(text: string, offset: number, reach = 6): { words: Span[]; at: number } {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200);
  const lineEnd = text.indexOf('\n', offset);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + 200);
  const all = [...text.slice(from, to).matchAll(wordPattern)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  const found = all.findIndex((word) => word.start <= offset && offset <= word.end);
  if (found < 0) return { words: [], at: -1 };
  const first = Math.max(0, found - reach);
  return { words: all.slice(first, found + reach + 1), at: found - first };
}

/** The longest drug name that has the offset in it, with its place. */
export function drugAt(text: string, offset: number): { drug: Drug; span: Span } | null {
  const { names, longest } = drugIndex();
  const { words, at } = wordsAround(text, offset, longest);
  for (let length = Math.min(longest, words.length); length > 0 && at >= 0; length -= 1) {
    for (let first = Math.max(0, at - length + 1); first <= at && first + length <= words.length; first += 1) {
      const span = { start: words[first]!.start, end: words[first + length - 1]!.end };
      const drug = names.get(normal(text.slice(span.start, span.end)));
      if (drug) return { drug, span };
    }
  }
  return null;
}
