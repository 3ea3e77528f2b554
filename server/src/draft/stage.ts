import type { Token } from '../patterns/index.js';
import { findStageWords } from './asking.js';
import type { Item } from './types.js';

const order = ['repeat', 'continuing', 'initial'] as const;

/**
 * What the words around a request say of its stage; null where they do not say. "Additional" and "repeat" outweigh
 * "continue", which outweighs "trial": "continue trial of gabapentin" goes on.
 */
export function readStage(tokens: readonly Token[]): Item['stage'] {
  const found = new Set<string>();
  for (const cue of findStageWords(tokens)) {
    const before = tokens[cue.first - 1]?.text;
    if (before === 'no' || before === 'not' || before === 'without') continue;
    if (cue.words === 'more' && tokens[cue.last + 1]?.text === 'than') continue;
    if (cue.words === 'follow up' || (cue.words === 'new' && tokens[cue.last + 1]?.text === 'onset')) continue;
    // "with one refill", "refills: 2" count fills; they do not say that the drug goes on.
    if (
      /^refills?$/.test(cue.words) &&
      (/^(?:\d+|one|two|three|four|five|six|x|with|and|of)$/.test(before ?? '') ||
        /^(?:\d+|:|x|#|none|zero)$/.test(tokens[cue.last + 1]?.text ?? ''))
    )
      continue;
    for (const kind of cue.kinds) found.add(kind);
  }
  return order.find((stage) => found.has(stage)) ?? null;
}
