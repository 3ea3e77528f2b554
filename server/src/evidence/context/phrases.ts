import type { Token } from '../../patterns/index.js';
import { lead } from './words.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | null;
}

/** The node that a token leads to, made where it is not. */
function step<T>(node: Node<T>, token: string): Node<T> {
  let next = node.next.get(token);
  if (!next) {
    next = { next: new Map(), value: null };
    node.next.set(token, next);
  }
  return next;
}

export interface Phrase<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

/** Phrases over tokens, found leftmost-longest. */
export class PhraseTree<T> {
  private readonly root: Node<T> = { next: new Map(), value: null };

  /** Adds words in the notation of cues.yaml; the first value given to a phrase stays. */
  add(words: string, value: T): void {
    for (const node of lead(words, this.root, step<T>)) node.value ??= value;
  }

  find(tokens: readonly Token[]): Phrase<T>[] {
    const found: Phrase<T>[] = [];
    for (let first = 0; first < tokens.length; first++) {
      let node = this.root.next.get(tokens[first]!.text);
      let best: Phrase<T> | null = null;
      for (let last = first; node; last++) {
        if (node.value !== null) best = { first, last, value: node.value };
        node = last + 1 < tokens.length ? node.next.get(tokens[last + 1]!.text) : undefined;
      }
      if (best) {
        found.push(best);
        first = best.last;
      }
    }
    return found;
  }
}
