import type { Expression } from '../patterns/expression.js';
import { parsePattern } from '../patterns/parse.js';
import type { Token } from '../patterns/types.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | null;
}

export interface NameMatch<T> {
  readonly value: T;
  /** The name's words as they stand in the tree, misspellings resolved, blanks between. */
  readonly name: string;
  /** Index of its last token. */
  readonly last: number;
}

/** Marks that may stand between the words of a name: "hydrocodone/APAP", "Robaxin-750", "Lidoderm®". */
const between = new Set(['/', '-', '&', '+', '®', '™']);
const mostForms = 20_000;

/** Nouns of a `~` set: the forms of verbs ("blocked") are no names of treatments. */
function nouns(words: readonly string[]): string[] {
  const all = new Set(words);
  return words.filter((word) => {
    const stem = /^(.+?)(?:ed|'s)$/.exec(word)?.[1];
    return stem === undefined || !(all.has(stem) || all.has(`${stem}e`));
  });
}

/** The word sequences that a pattern of words, choices and absent parts stands for; empty where it holds more than those. */
export function sequencesOf(source: string): string[][] {
  const clauses = parsePattern(source);
  const only = clauses[0]!;
  if (clauses.length > 1 || only.need.length > 1 || only.not.length > 0) return [];
  return expand(only.need[0]!).filter((words) => words.length > 0);
}

function expand(of: Expression): string[][] {
  switch (of.is) {
    case 'one':
      return nouns(of.words).map((word) => [word]);
    case 'optional':
      return [[], ...expand(of.of)];
    case 'choice':
      return of.of.flatMap(expand);
    case 'sequence': {
      let out: string[][] = [[]];
      for (const part of of.of) {
        const tails = expand(part);
        if (out.length * tails.length > mostForms) return [];
        out = out.flatMap((head) => tails.map((tail) => [...head, ...tail]));
      }
      return out;
    }
    case 'gap':
      return [];
  }
}

/** Names of many words, of which the longest that stands at a token is found. */
export class NameTree<T> {
  private readonly root: Node<T> = { next: new Map(), value: null };

  /** Adds a name; the first value given to a name stays. */
  add(words: readonly string[], value: T): void {
    let node = this.root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), value: null }));
      node = next;
    }
    node.value ??= value;
  }

  /** Every word that some name has. */
  words(into = new Set<string>(), from = this.root): Set<string> {
    for (const [word, next] of from.next) {
      into.add(word);
      this.words(into, next);
    }
    return into;
  }

  /** The longest name beginning at `tokens[at]` that `accept` allows. `spell` gives the word that an unknown one means. */
  longest(
    tokens: readonly Token[],
    at: number,
    spell: (word: string) => string | null,
    accept: (match: NameMatch<T>) => boolean,
  ): NameMatch<T> | null {
    const found: NameMatch<T>[] = [];
    let node: Node<T> | undefined = this.root;
    let name = '';
    for (let i = at; i < tokens.length; i++) {
      const token: Token = tokens[i]!;
      let word = token.text.endsWith("'s") ? token.text.slice(0, -2) : token.text;
      let next: Node<T> | undefined = node.next.get(word);
      if (!next && token.kind === 'word') {
        const meant = spell(word);
        if (meant !== null) next = node.next.get((word = meant));
      }
      if (!next) {
        if (i > at && between.has(token.text)) continue;
        break;
      }
      node = next;
      name = name === '' ? word : `${name} ${word}`;
      if (node.value !== null) found.push({ value: node.value, name, last: i });
    }
    for (let i = found.length - 1; i >= 0; i--) if (accept(found[i]!)) return found[i]!;
    return null;
  }
}
