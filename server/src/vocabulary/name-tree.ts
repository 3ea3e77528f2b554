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
/** A pattern that stands for more names than this is a mistake. */
const mostForms = 20_000;

/** Nouns of a `~` set: the forms of verbs ("blocked") are no names of treatments. */
function nouns(words: readonly string[]): string[] {
  const all = new Set(words);
  return words.filter((word) => {
    const stem = /^(.+?)(?:ed|'s)$/.exec(word)?.[1];
    return stem === undefined || !(all.has(stem) || all.has(`${stem}e`));
  });
}

function child<T>(node: Node<T>, word: string): Node<T> {
  const known = node.next.get(word);
  if (known) return known;
  const made: Node<T> = { next: new Map(), value: null };
  node.next.set(word, made);
  return made;
}

/** Names of many words, of which the longest that stands at a token is found. */
export class NameTree<T> {
  private readonly root: Node<T> = { next: new Map(), value: null };

  /** Adds a name; the first value given to a name stays. */
  add(words: readonly string[], value: T): void {
    let node = this.root;
    for (const word of words) node = child(node, word);
    node.value ??= value;
  }

  /** Adds every name that a pattern of words, choices and absent parts stands for; what holds more than those adds none. */
  addPattern(source: string, value: T): void {
    const clauses = parsePattern(source);
    const only = clauses[0]!;
    if (clauses.length > 1 || only.need.length > 1 || only.not.length > 0) return;
    for (const node of this.extend([this.root], only.need[0]!)) if (node !== this.root) node.value ??= value;
  }

  private extend(from: readonly Node<T>[], of: Expression): Node<T>[] {
    switch (of.is) {
      case 'one': {
        const words = nouns(of.words);
        if (from.length * words.length > mostForms) return [];
        return from.flatMap((node) => words.map((word) => child(node, word)));
      }
      case 'optional':
        return [...from, ...this.extend(from, of.of)];
      case 'choice':
        return of.of.flatMap((each) => this.extend(from, each));
      case 'sequence':
        return of.of.reduce<readonly Node<T>[]>((nodes, each) => this.extend(nodes, each), from) as Node<T>[];
      case 'gap':
        return [];
    }
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
        if (meant !== null) {
          word = meant;
          next = node.next.get(word);
        }
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
