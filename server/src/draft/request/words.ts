import { vocabulary } from '../../vocabulary/index.js';
import { Spelling } from '../../vocabulary/spelling.js';

const lists = (vocabulary.sig.words ?? {}) as Readonly<Record<string, readonly string[]>>;
const numbers = (vocabulary.sig.numbers ?? {}) as Readonly<Record<string, number>>;
const right = (vocabulary.sig.right ?? []) as readonly string[];

const meaning = new Map<string, string>();
for (const [key, words] of Object.entries(lists))
  for (const word of words) if (!meaning.has(word)) meaning.set(word, key);

const spelling = new Spelling([...meaning.keys(), ...Object.keys(numbers)], { right, least: 5, leastSwapped: 3 });

/** What a word of a sig is ("tabs" → `tablet`), slips of the pen included; empty where it is none that the readers know. */
export function senseOf(word: string): string {
  const known = meaning.get(word);
  if (known !== undefined) return known;
  const meant = spelling.meant(word);
  return meant === null ? '' : (meaning.get(meant) ?? '');
}

/** True where the word itself, not a slip of it, is one that the readers know. */
export function isKnown(word: string): boolean {
  return meaning.has(word);
}

/** The number that a word is: "two", "ii"; null where it is none. */
export function numberWord(word: string): number | null {
  const known = numbers[word];
  if (known !== undefined) return known;
  if (word.length < 5 || meaning.has(word)) return null;
  const meant = spelling.meant(word);
  return meant === null ? null : (numbers[meant] ?? null);
}
