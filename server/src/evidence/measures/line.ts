import { normalise, tokenize } from '../../patterns/index.js';
import type { Token } from '../../patterns/types.js';
import { mayBegin } from './starts.js';

/** One sentence's tokens with the looks that the readers share. Places outside it read as empty. */
export class Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly size: number;
  /** Tokens that belong to a date, a level or an instrument's name, whose numbers count nothing. */
  readonly taken: Uint8Array;
  /** By place: the first from there where a measure may begin. */
  private readonly following: Int32Array;
  private readonly present: ReadonlySet<string>;
  private readonly begun = new Map<readonly string[], boolean>();

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.size = tokens.length;
    this.taken = new Uint8Array(tokens.length);
    this.following = new Int32Array(tokens.length + 1).fill(tokens.length);
    for (let at = tokens.length - 1; at >= 0; at--) {
      this.following[at] = mayBegin(tokens[at]!) ? at : this.following[at + 1]!;
    }
    this.present = new Set(tokens.map((token) => token.text));
  }

  word(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  isNumber(at: number): boolean {
    return this.tokens[at]?.kind === 'number';
  }

  /** The first place from `at` where a measure may begin; the line's size where there is none. */
  next(at: number): number {
    return at < this.size ? this.following[at]! : this.size;
  }

  /** True where no blank stands between the token and the next. */
  glued(at: number): boolean {
    const next = this.tokens[at + 1];
    return next !== undefined && this.tokens[at]?.end === next.start;
  }

  /** True where some of the words, or words beginning so, stand anywhere in the sentence. */
  hasAny(words: readonly string[]): boolean {
    return words.some((word) => this.present.has(word));
  }

  hasBeginning(beginnings: readonly string[]): boolean {
    let has = this.begun.get(beginnings);
    if (has === undefined) {
      has = this.tokens.some((token) => beginnings.some((beginning) => token.text.startsWith(beginning)));
      this.begun.set(beginnings, has);
    }
    return has;
  }

  take(first: number, last: number): void {
    for (let i = first; i <= last; i++) this.taken[i] = 1;
  }

  isTaken(first: number, last: number): boolean {
    for (let i = first; i <= last; i++) if (this.taken[i]) return true;
    return false;
  }
}

/** Phrases looked up by their first word; the longest wins. */
export class PhraseTable<T> {
  private readonly byFirst = new Map<string, { rest: string[]; means: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, means] of entries) {
      const [first, ...rest] = tokenize(normalise(phrase)).map((token) => token.text);
      if (first === undefined) continue;
      const list = this.byFirst.get(first);
      if (list) list.push({ rest, means });
      else this.byFirst.set(first, [{ rest, means }]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  }

  /** The phrase that begins at a place, and its last token. */
  at(line: Line, at: number): { last: number; means: T } | null {
    for (const { rest, means } of this.byFirst.get(line.word(at)) ?? []) {
      if (rest.every((word, i) => line.word(at + 1 + i) === word)) return { last: at + rest.length, means };
    }
    return null;
  }

  /** The phrase that ends right before a place, and its first token. */
  before(line: Line, at: number, longest = 4): { first: number; means: T } | null {
    for (let first = Math.max(0, at - longest); first < at; first++) {
      const found = this.at(line, first);
      if (found && found.last === at - 1) return { first, means: found.means };
    }
    return null;
  }
}

/** A table of phrases that all mean the same. */
export function phrases(list: readonly string[]): PhraseTable<true> {
  return new PhraseTable(list.map((phrase) => [phrase, true] as const));
}
