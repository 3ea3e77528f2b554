import type { Scope } from '../types.js';
import { anyClause, Cut } from './clauses.js';
import { axes, type Cue } from './cues.js';
import type { Hit } from './hits.js';
import { Role } from './roles.js';
import { isLabelMark, type View } from './view.js';

/** What cuts the reach of each axis besides hard marks, stops and its own next cue. */
const cutBy: Readonly<Record<string, (cut: number) => boolean>> = {
  negated: (cut) => (cut & anyClause) !== 0,
  possible: (cut) => (cut & anyClause) !== 0,
  hypothetical: (cut) => (cut & Cut.comma) !== 0,
  planned: (cut) => (cut & anyClause) !== 0,
  historical: (cut) => (cut & anyClause) !== 0,
  // "Her father has pain and takes opioids": the subject stays.
  'other-person': (cut) => (cut & anyClause) !== 0 && (cut & Cut.sameSubject) === 0,
  // A reviewer goes on over several clauses; only "but", "however" and the like give the word back.
  reviewer: () => false,
  // A guideline is left where the patient comes in: "…, and the patient has had six weeks of therapy".
  guideline: (cut) => (cut & (Cut.comma | Cut.and)) !== 0 && (cut & Cut.patient) !== 0 && (cut & Cut.modal) === 0,
};

interface Reached {
  readonly first: number;
  readonly last: number;
}

/** A sentence with its hits and cuts laid over it. */
export interface Layout {
  readonly view: View;
  readonly hits: readonly Hit[];
  readonly cuts: Uint16Array;
  /** Per token the axes that end there: stops and cues that begin at it. */
  readonly stopAt: Uint8Array;
  readonly cueAt: Uint8Array;
}

export function layOut(view: View, hits: readonly Hit[], cuts: Uint16Array): Layout {
  const stopAt = new Uint8Array(view.tokens.length);
  const cueAt = new Uint8Array(view.tokens.length);
  for (const hit of hits) {
    for (const cue of hit.cues) {
      if (cue.direction === 'stop') for (let at = hit.first; at <= hit.last; at++) stopAt[at]! |= cue.axis;
      else if (cue.direction !== 'pseudo') for (let at = hit.first; at <= hit.last; at++) cueAt[at]! |= cue.axis;
    }
  }
  return { view, hits, cuts, stopAt, cueAt };
}

/** The scopes of all cues, in order of their cues. */
export function reachOfAll(layout: Layout): Scope[] {
  const scopes: Scope[] = [];
  for (const hit of layout.hits) {
    for (const cue of hit.cues) {
      if (cue.direction === 'stop' || cue.direction === 'pseudo') continue;
      const own = coreOf(layout, hit, cue);
      const way = cue.direction === 'adjective' ? adjectiveWay(layout, own, cue) : cue.direction;
      if (way !== 'back') add(scopes, layout, own, cue, ...forward(layout, own, cue, hit.last));
      if (way !== 'forward') add(scopes, layout, own, cue, ...back(layout, own, cue, hit.first));
    }
  }
  return scopes;
}

/** The tokens of a hit that are the cue itself. */
function coreOf({ view }: Layout, hit: Hit, cue: Cue): Reached {
  if (!cue.core) return hit;
  for (let at = hit.first; at <= hit.last; at++) {
    if (cue.core.has(view.tokens[at]!.text)) return { first: at, last: at };
  }
  return hit;
}

function add(scopes: Scope[], { view }: Layout, hit: Reached, cue: Cue, from: number, to: number): void {
  let first = from;
  let last = to;
  // Articles and prepositions at the edges are nobody's content.
  while (first <= last && isFiller(view, first)) first++;
  while (last >= first && isFiller(view, last)) last--;
  if (first > last) return;
  const axis = axes[31 - Math.clz32(cue.axis)]!;
  // An order stays one though a pattern takes its verb for its own: "Goal: reduce pain from 8/10 to 4/10".
  if (cue.core?.size === 0) scopes.push({ axis, first, last, cueFirst: -1, cueLast: -1 });
  else scopes.push({ axis, first, last, cueFirst: hit.first, cueLast: hit.last });
}

const isFiller = (view: View, at: number) =>
  view.tokens[at]!.kind === 'mark' ? view.tokens[at]!.text !== '%' : (view.roles[at]! & Role.function) !== 0;

/** Before its noun ("negative SLR") an adjective reaches forward, after it ("SLR is negative") back. */
function adjectiveWay({ view, stopAt }: Layout, hit: Reached, cue: Cue): 'forward' | 'back' {
  const next = view.tokens[hit.last + 1];
  if (next === undefined || next.kind !== 'word' || view.roles[hit.last + 1]! & (Role.function | Role.source))
    return 'back';
  const left = view.tokens[hit.first - 1];
  if (hit.first > 0 && stopAt[hit.first - 1]) return 'forward';
  if (left === undefined || left.kind === 'mark')
    return left !== undefined && isLabelMark(view, hit.first - 1) ? 'back' : 'forward';
  const roles = view.roles[hit.first - 1]!;
  if (roles & Role.copula) {
    // "Is likely discogenic" reaches on, "is suspected clinically" back.
    return axes[31 - Math.clz32(cue.axis)] === 'possible' && !next.text.endsWith('ly') ? 'forward' : 'back';
  }
  if (axes[31 - Math.clz32(cue.axis)] === 'possible') return 'forward';
  return roles & (Role.function | Role.verb | Role.adverb | Role.determiner | Role.source) ? 'forward' : 'back';
}

/** What stands in brackets within a scope is hardly ever longer, in tokens; one never closed must not be followed for ever. */
const longestAside = 40;
/** Nor does a cue reach farther back. */
const farthestBack = 40;
const introduces = new Set<string>(['hypothetical', 'historical']);
const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

function forward(layout: Layout, hit: Reached, cue: Cue, hitLast: number): [number, number] {
  const { view, cuts, stopAt, cueAt } = layout;
  const { tokens, roles } = view;
  const name = axes[31 - Math.clz32(cue.axis)]!;
  const isCut = cutBy[name]!;
  const negated = name === 'negated';
  const start = hit.last + 1;
  const farthest = Math.min(tokens.length - 1, hitLast + cue.window);
  const from = negated ? pastUnblamedSubject(layout, hit) : start;
  let outcome = -1;
  let parens = 0;
  let opened = 0;
  let at = start;
  for (; at <= farthest; at++) {
    const token = tokens[at]!;
    const cut = cuts[at]!;
    if (cut & Cut.hard || stopAt[at]! & cue.axis) break;
    if (parens > 0 && at - opened > longestAside) break;
    if (at >= from && at > hitLast && parens === 0 && cueAt[at]! & (cue.axis | cue.stops)) break;
    // "Before the injury he could …", "if, when he …": the clause that the cue introduces.
    if (isCut(cut) && !(at === start && (cut & Cut.below || introduces.has(name)))) break;
    if (token.kind === 'mark') {
      if (opening.has(token.text)) {
        if (parens++ === 0) opened = at;
      }
      if (closing.has(token.text) && --parens < 0) break;
      if (token.text === ':' && at > start + 4) {
        // The word before a colon is the next label.
        at--;
        break;
      }
    }
    if (cue.untilVerb && at > start && endsPhrase(view, at)) break;
    if (!negated) continue;
    // "No relief from naproxen", "did not respond to gabapentin": the outcome is negated, the treatment was tried.
    if (outcome >= 0 && roles[at]! & Role.source) break;
    if (outcome < 0 && at <= start + 5 && roles[at]! & Role.outcome) outcome = at;
    if (roles[at]! & Role.tolerance) return [from, at];
  }
  return [from, at - 1];
}

/** A verb, a number or the article of another noun ends what a preposition governs: "without medication the pain …". */
function endsPhrase({ tokens, roles }: View, at: number): boolean {
  if (roles[at]! & Role.verb || tokens[at]!.kind === 'number') return true;
  return (roles[at]! & Role.determiner) !== 0 && !(roles[at - 1]! & (Role.function | Role.source | Role.determiner));
}

/**
 * "Neither therapy nor acupuncture helped", "no medication has worked": what did not help was still had, so only the verb
 * is negated. Gives the token where the negation begins.
 */
function pastUnblamedSubject({ view, cuts, stopAt }: Layout, hit: Reached): number {
  const { tokens, roles } = view;
  const start = hit.last + 1;
  const first = tokens[hit.first]!.text;
  if (first !== 'neither' && first !== 'nor' && first !== 'no' && first !== 'none') return start;
  for (let at = start; at < tokens.length && at < start + 14; at++) {
    if (cuts[at]! & (Cut.hard | anyClause) || stopAt[at]! & 1) return start;
    const role = roles[at]!;
    if (at > start && role & Role.helped) {
      return !(role & Role.yielded) || (roles[at + 1]! | roles[at + 2]! | roles[at + 3]!) & Role.outcome ? at : start;
    }
    if (at > start + 1 && role & Role.worthwhile && roles[at - 1]! & Role.copula) return at;
    if (role & Role.verb && !(role & Role.copula) && !/^(?:has|have|had|did|does|do)$/.test(tokens[at]!.text))
      return start;
  }
  return start;
}

function back(layout: Layout, hit: Reached, cue: Cue, hitFirst: number): [number, number] {
  const { view, cuts, stopAt, cueAt } = layout;
  const { tokens } = view;
  const isCut = cutBy[axes[31 - Math.clz32(cue.axis)]!]!;
  const nearest = Math.max(0, hitFirst - Math.min(cue.window, farthestBack));
  // "Pain on extension, SLR neg": without a verb an adjective speaks of its own noun, unless "and" makes a list.
  let ownNoun = cue.direction === 'adjective' && !((view.roles[hit.first - 1] ?? 0) & Role.copula);
  let at = hit.first - 1;
  for (; at >= nearest; at--) {
    const cut = cuts[at]!;
    if (cut & Cut.hard || (at < hitFirst && cueAt[at]! & (cue.axis | cue.stops))) break;
    if (isCut(cut) || stopAt[at]! & cue.axis) {
      if (!onlyAnaphor(view, at + 1, hit.first)) break;
      continue;
    }
    const text = tokens[at]!.text;
    if (ownNoun && text === ',') break;
    if (text === 'and' || text === 'or') ownNoun = false;
    // A label's value speaks of the label, nothing else of what stands before a colon.
    if (at < hit.first - 1 && (text === ':' || opening.has(text))) break;
  }
  return [Math.max(at, nearest - 1) + 1, hit.first - 1];
}

/** "He had weakness, this has resolved": the subject is what the clause before spoke of. */
function onlyAnaphor(view: View, from: number, to: number): boolean {
  let seen = false;
  for (let at = from; at < to; at++) {
    const role = view.roles[at]!;
    if (role & Role.anaphor) seen = true;
    else if (!(role & (Role.copula | Role.verb | Role.adverb | Role.function))) return false;
  }
  return seen;
}
