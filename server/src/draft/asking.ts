import type { Token } from '../patterns/index.js';
import { vocabulary } from '../vocabulary/index.js';

/** What a cue of asking.yaml does. */
export type CueKind =
  | 'ask'
  | 'prescribe'
  | 'course'
  | 'adjust'
  | 'dispute'
  | 'asked'
  | 'bar'
  | 'near'
  | 'neutral'
  | 'barred'
  | 'told'
  | 'later'
  | 'spoken';

export interface Cue {
  readonly kinds: ReadonlySet<string>;
  /** Tokens, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly words: string;
}

interface Node {
  next: Map<string, Node>;
  kinds: Set<string> | null;
}

type Lists = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;

const data = ((vocabulary as unknown as { asking?: Lists }).asking ?? {}) as Lists;
const root = grow(
  Object.entries(data).flatMap(([kind, list]) =>
    Array.isArray(list) && kind !== 'adverbs' ? [[kind, list] as const] : [],
  ),
);
const adverbs = new Set((data.adverbs ?? []) as readonly string[]);
const stages = grow(Object.entries((data.stage ?? {}) as Record<string, readonly string[]>));

function grow(lists: readonly (readonly [string, readonly string[]])[]): Node {
  const top: Node = { next: new Map(), kinds: null };
  for (const [kind, phrases] of lists) {
    for (const phrase of phrases) {
      let node = top;
      for (const word of String(phrase).split(' ')) {
        let next = node.next.get(word);
        if (!next) {
          next = { next: new Map(), kinds: null };
          node.next.set(word, next);
        }
        node = next;
      }
      node.kinds ??= new Set();
      node.kinds.add(kind);
    }
  }
  return top;
}

function scan(top: Node, tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let first = 0; first < tokens.length; first++) {
    let node = top.next.get(tokens[first]!.text);
    let last = -1;
    let kinds: Set<string> | null = null;
    for (let at = first; node; ) {
      if (node.kinds) {
        last = at;
        kinds = node.kinds;
      }
      at++;
      // "is also requested" is "is requested"; after a number the words stand as they are ("L4-5, also refill").
      if (tokens[first]!.kind === 'word')
        while (adverbs.has(tokens[at]?.text ?? '') && !node.next.has(tokens[at]!.text)) at++;
      node = node.next.get(tokens[at]?.text ?? '');
    }
    if (!kinds) continue;
    cues.push({
      kinds,
      first,
      last,
      words: tokens
        .slice(first, last + 1)
        .map((token) => token.text)
        .join(' '),
    });
    first = last;
  }
  return cues;
}

const askingWords = new Set(
  ['ask', 'prescribe', 'course', 'adjust', 'dispute', 'asked'].flatMap((kind) =>
    ((data[kind] ?? []) as readonly string[]).map(
      (phrase) => phrase.split(' ').sort((a, b) => b.length - a.length)[0]!,
    ),
  ),
);
const askingWord = new RegExp(`\\b(?:${[...askingWords].map((word) => word.replace(/[^a-z0-9]/g, '.')).join('|')})\\b`);

/** Whether plain text holds any word that asking phrases are made of; without one nothing is asked for in prose. */
export function mayAsk(plain: string): boolean {
  return askingWord.test(plain);
}

/** The asking words of a stretch, leftmost longest, not overlapping. */
export function findCues(tokens: readonly Token[]): Cue[] {
  return scan(root, tokens);
}

/** The stage words of a stretch: kinds `initial`, `continuing`, `repeat`. */
export function findStageWords(tokens: readonly Token[]): Cue[] {
  return scan(stages, tokens);
}
