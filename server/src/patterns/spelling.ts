/** Shorter words are too often one letter away from another word. */
const shortestWord = 7;
const longestWord = 30;
const plain = /^[a-z]+$/;
const nobody: readonly string[] = [];
const vowels = 'aeiouy';
/** Letters that sound alike, or lie side by side on the keyboard. */
const alike = ['ckqsxz', 'fpv', 'gj', 'dt', 'mn', 'lr', 'bvp', 'wv', 'sz'];
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Recognises misspellings: a long word that no pattern names, one slip (a letter too many, too few or mistaken, or two
 * swapped) away from exactly one long word that patterns name.
 */
export class Speller {
  /** Words by length and either half: one slip leaves one of the halves whole. */
  private byHalf: Map<string, string[]> | null = null;
  private readonly words: () => Iterable<string>;
  private readonly right: ReadonlySet<string>;

  /** `right`: words that are spelt right although they look like slips of others. */
  constructor(words: () => Iterable<string>, right: Iterable<string> = []) {
    this.words = words;
    this.right = new Set(right);
  }

  /** The word that is meant, or null. The table is built when the first unknown word comes. */
  meant(text: string): string | null {
    if (text.length < shortestWord || text.length > longestWord || this.right.has(text) || !plain.test(text))
      return null;
    this.byHalf ??= this.build();
    let found: string | null = null;
    for (let length = text.length - 1; length <= text.length + 1; length++) {
      for (const key of keys(text, length)) {
        for (const word of this.byHalf.get(key) ?? nobody) {
          if (word === found || !oneSlip(text, word)) continue;
          if (found !== null) return null;
          found = word;
        }
      }
    }
    return found;
  }

  private build(): Map<string, string[]> {
    const table = new Map<string, string[]>();
    for (const word of this.words()) {
      if (word.length < shortestWord || word.length > longestWord || !plain.test(word)) continue;
      for (const key of keys(word, word.length)) {
        const list = table.get(key);
        if (list) list.push(word);
        else table.set(key, [word]);
      }
    }
    return table;
  }
}

/** The halves by which a word of some length is found: less than half of it each, so that a slip spares one. */
function keys(text: string, length: number): [string, string] {
  const half = (length - 1) >> 1;
  return [`${length}${text.slice(0, half)}`, `${length}-${text.slice(-half)}`];
}

/**
 * True where `text` is `word` with one slip that a hand or an ear makes, not another form of the word. The shorter the
 * word, the likelier that the slip is another word, so less is forgiven: in seven letters swapped or doubled ones, from
 * eight on a letter too many or too few and one vowel for another, from nine on letters that are alike.
 */
function oneSlip(text: string, word: string): boolean {
  const length = Math.min(text.length, word.length);
  let at = 0;
  while (at < length && text[at] === word[at]) at++;
  if (text.length === word.length) {
    if (text[at] === word[at + 1] && text[at + 1] === word[at] && text.slice(at + 2) === word.slice(at + 2))
      return true;
    if (at === 0 || at === length - 1 || length < 8 || text.slice(at + 1) !== word.slice(at + 1)) return false;
    return bothVowels(text[at]!, word[at]!) || (length >= 9 && likeEachOther(text[at]!, word[at]!));
  }
  const [longer, shorter] = text.length > word.length ? [text, word] : [word, text];
  if (at === 0 || longer.length !== shorter.length + 1 || longer.slice(at + 1) !== shorter.slice(at)) return false;
  // Letters that come and go at the end make other forms: exercise, exercises, exercised.
  if (at === shorter.length) return longer === word && longer.endsWith('e') && length >= 8;
  return length >= 8 || longer[at] === longer[at - 1];
}

function bothVowels(a: string, b: string): boolean {
  return vowels.includes(a) && vowels.includes(b);
}

function likeEachOther(a: string, b: string): boolean {
  if (alike.some((group) => group.includes(a) && group.includes(b))) return true;
  return keyboard.some((row) => Math.abs(row.indexOf(a) - row.indexOf(b)) === 1 && row.includes(a) && row.includes(b));
}
