import type { Token } from '../patterns/index.js';
import { vocabulary } from '../vocabulary/index.js';

/** What a cue of asking.yaml does. */
export type CueKind =
  | 'ask'
  | 'prescribe'
  | 'course'
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
const root = grow(Object.entries(data).flatMap(([kind, list]) => (Array.isArray(list) ? [[kind, list] as const] : [])));
const stages = grow(Object.entries((data.stage ?? {}) as Record<string, readonly string[]>));

function grow(lists: readonly (readonly [string, readonly string[]])[]): Node {
  const top: Node = { next: new Map(), kinds: null };
  for (const [kind, phrases] of lists) {
    for (const phrase of phrases) {
      let node = top;
      for (const word of String(phrase).split(' ')) {
        let next = node.next.get(word);
        if (!next) node.next.set(word, (next = { next: new Map(), kinds: null }));
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
    for (let at = first; node; node = node.next.get(tokens[++at]?.text ?? '')) {
      if (node.kinds) {
        last = at;
        kinds = node.kinds;
      }
    }
    if (!kinds) continue;
    cues.push({ kinds, first, last, words: tokens.slice(first, last + 1).map((token) => token.text).join(' ') });
    first = last;
  }
  return cues;
}

/** The asking words of a stretch, leftmost longest, not overlapping. */
export function findCues(tokens: readonly Token[]): Cue[] {
  return scan(root, tokens);
}

/** The stage words of a stretch: kinds `initial`, `continuing`, `repeat`. */
export function findStageWords(tokens: readonly Token[]): Cue[] {
  return scan(stages, tokens);
}
