import type { Cue, Node } from './cues.js';
import type { View } from './view.js';

/** A phrase of the cue list over tokens `first..last`, with those of its uses whose guards hold. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly cues: readonly Cue[];
}

/** Leftmost-longest phrases; one none of whose uses fits the sentence gives way to a shorter one. */
export function findHits(view: View, trie: Node): Hit[] {
  const hits: Hit[] = [];
  const { tokens } = view;
  const ends: { last: number; cues: readonly Cue[] }[] = [];
  for (let first = 0; first < tokens.length; first++) {
    ends.length = 0;
    let node = trie.next?.get(tokens[first]!.text);
    for (let last = first; node; last++) {
      if (node.cues) ends.push({ last, cues: node.cues });
      node = last + 1 < tokens.length ? node.next?.get(tokens[last + 1]!.text) : undefined;
    }
    for (let i = ends.length - 1; i >= 0; i--) {
      const { last, cues } = ends[i]!;
      const fitting = cues.filter((cue) => cue.guard === null || cue.guard(view, first, last));
      if (fitting.length > 0) {
        hits.push({ first, last, cues: fitting });
        first = last;
        break;
      }
    }
  }
  return hits;
}
