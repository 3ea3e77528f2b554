/** All words that lack one letter of the word, the first excepted: slips seldom begin a word. */
function shortened(word: string): string[] {
  const out: string[] = [];
  for (let i = 1; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

/** True where `text` is `word` with one letter too many, too few or mistaken, or two neighbours swapped. */
export function oneEdit(text: string, word: string): boolean {
  if (text === word) return false;
  const [longer, shorter] = text.length >= word.length ? [text, word] : [word, text];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  if (longer.length > shorter.length) return longer.slice(at + 1) === shorter.slice(at);
  if (longer.slice(at + 1) === shorter.slice(at + 1)) return true;
  return (
    longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at] && longer.slice(at + 2) === shorter.slice(at + 2)
  );
}

export interface SpellingOptions {
  /** Words that are right although they look like slips. */
  readonly right?: Iterable<string>;
  /** Least length of the word meant; shorter ones are too often one letter away from another word. */
  readonly least?: number;
  /** What a word names; several words that fit are no doubt where they name the same. */
  readonly names?: (word: string) => string | undefined;
  /** Least length where the slip is two letters swapped, the surest kind. */
  readonly leastSwapped?: number;
}

const remembered = 5000;

/** Finds the one known word that a text is a slip of. */
export class Spelling {
  private readonly table = new Map<string, string[]>();
  private readonly known: ReadonlySet<string>;
  private readonly right: ReadonlySet<string>;
  private readonly names: SpellingOptions['names'];
  private readonly least: number;
  private readonly leastSwapped: number;
  private readonly answers = new Map<string, string | null>();

  constructor(words: Iterable<string>, options: SpellingOptions = {}) {
    this.known = new Set(words);
    this.right = new Set(options.right ?? []);
    this.names = options.names;
    this.least = options.least ?? 6;
    this.leastSwapped = options.leastSwapped ?? this.least;
    for (const word of this.known) {
      if (word.length < Math.min(this.least, this.leastSwapped) || !/^[a-z]+$/.test(word)) continue;
      for (const key of [word, ...shortened(word)]) {
        const list = this.table.get(key);
        if (list) list.push(word);
        else this.table.set(key, [word]);
      }
    }
  }

  /** The word meant; the text itself where it is known, null where none or several fit. */
  meant(text: string): string | null {
    if (this.known.has(text)) return text;
    if (text.length < 3 || text.length > 30) return null;
    const before = this.answers.get(text);
    if (before !== undefined) return before;
    const answer = this.find(text);
    if (this.answers.size >= remembered) this.answers.clear();
    this.answers.set(text, answer);
    return answer;
  }

  private find(text: string): string | null {
    if (this.right.has(text) || !/^[a-z]+$/.test(text)) return null;
    const found = new Set<string>();
    for (const key of [text, ...shortened(text)]) {
      for (const word of this.table.get(key) ?? []) if (this.fits(text, word)) found.add(word);
    }
    const [first, ...others] = found;
    if (first === undefined || others.length === 0) return first ?? null;
    const name = this.names?.(first);
    return name !== undefined && others.every((word) => this.names?.(word) === name) ? first : null;
  }

  private fits(text: string, word: string): boolean {
    if (text[0] !== word[0] || !oneEdit(text, word)) return false;
    const swapped = text.length === word.length && [...text].sort().join('') === [...word].sort().join('');
    return word.length >= (swapped ? this.leastSwapped : this.least);
  }
}
