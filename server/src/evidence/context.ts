import type { SectionKind, Token } from '../draft/types.js';
import { findCuts } from './context/clauses.js';
import { cueTrie, cutsEverything } from './context/cues.js';
import { findHits } from './context/hits.js';
import { layOut, reachOfAll } from './context/reach.js';
import { Role } from './context/roles.js';
import { viewOf } from './context/view.js';
import type { Axis, Scope } from './types.js';

/** What a section's every sentence is; the cue of such a scope has no tokens (-1), so no pattern can consume it. */
const sectionAxis: Partial<Record<SectionKind, Axis>> = {
  'family-history': 'other-person',
  denial: 'reviewer',
  guideline: 'guideline',
};

/**
 * The reach of every cue in a sentence, and the context that its section gives it: what is negated, planned, quoted, …
 * Plans and requests are no blanket context, since facts stand in them too ("continue Norco, which lets her walk 30
 * minutes"): there an order at a sentence's start and the tense decide.
 */
export function readScopes(tokens: readonly Token[], sectionKind: SectionKind): Scope[] {
  if (tokens.length === 0) return [];
  const trie = cueTrie();
  const view = viewOf(tokens, sectionKind, trie);
  const hits = findHits(view, trie);
  const scopes = hits.length > 0 ? reachOfAll(layOut(view, hits, findCuts(view, hits))) : [];
  const axis = sectionAxis[sectionKind];
  if (axis) scopes.unshift({ axis, first: 0, last: tokens.length - 1, cueFirst: -1, cueLast: -1 });
  return scopes;
}

/**
 * The contexts of a phrase whose pattern consumed the tokens `consumed` (ascending): those of all scopes that hold one of
 * them. A cue that the pattern consumed itself ("absent" in "absent reflex") has no effect on it.
 */
export function axesOf(scopes: readonly Scope[], consumed: readonly number[]): Set<Axis> {
  const axes = new Set<Axis>();
  for (const scope of scopes) {
    if (axes.has(scope.axis)) continue;
    if (consumed.some((at) => at >= scope.cueFirst && at <= scope.cueLast)) continue;
    if (consumed.some((at) => at >= scope.first && at <= scope.last)) axes.add(scope.axis);
  }
  return axes;
}

/** Where a sentence's clauses begin. */
export interface Clauses {
  /** Token indexes of the marks and words that begin a clause, ascending; the sentence's own start is not among them. */
  readonly starts: readonly number[];
  isVerb(at: number): boolean;
}

/** The clauses of a sentence: a new subject with its verb, "but", a semicolon. */
export function clauseStarts(tokens: readonly Token[]): Clauses {
  const trie = cueTrie();
  const view = viewOf(tokens, 'other', trie);
  const hits = findHits(view, trie);
  const cuts = findCuts(view, hits);
  const starts = new Set<number>();
  for (let at = 1; at < tokens.length; at++) if (cuts[at]) starts.add(at);
  for (const hit of hits) if (hit.first > 0 && hit.cues.some(cutsEverything)) starts.add(hit.first);
  return {
    starts: [...starts].sort((one, other) => one - other),
    isVerb: (at) => ((view.roles[at] ?? 0) & (Role.verb | Role.participle)) !== 0,
  };
}
