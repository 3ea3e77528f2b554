import type { Hit } from './hits.js';
import { Role } from './roles.js';
import { isHard, isLabelMark, type View } from './view.js';

/** What stands at a token with regard to clauses. */
export const Cut = {
  /** `;`, a full stop, a bullet: nothing passes. */
  hard: 1,
  /** A comma, a dash or "and" after which a new clause begins. */
  comma: 2,
  and: 4,
  /** "when he", "as it": a clause of its own below the first. */
  below: 8,
  /** A new subject without any mark, as in dictation: "denies numbness he walks". */
  runOn: 16,
  /** The new clause's subject is the patient. */
  patient: 32,
  /** The new clause says what should be. */
  modal: 64,
  /** A clause, of whatever kind. */
  some: 128,
  /** No new subject: "and takes opioids". */
  sameSubject: 256,
  /** A find that needs no verb: "no edema, normal gait". */
  find: 512,
} as const;

const clause = Cut.comma | Cut.and | Cut.below | Cut.runOn;
export const anyClause = clause;

/** A subject is hardly ever longer, in tokens. */
const longestSubject = 12;

/** Per token the cuts that stand at it: a scope that comes from the left ends before such a token. */
export function findCuts(view: View, hits: readonly Hit[]): Uint16Array {
  const { tokens, roles } = view;
  const cuts = new Uint16Array(tokens.length);
  const cueAt = new Uint8Array(tokens.length);
  for (const hit of hits) {
    const back = hit.cues.some((cue) => cue.direction === 'back' || cue.direction === 'adjective');
    const asserts = hit.cues.some((cue) => cue.direction !== 'stop' && cue.direction !== 'pseudo');
    if (asserts) cueAt[hit.first] = back ? 2 : 1;
  }
  /** The clause so far says something: a verb, or in telegraphic style a cue or an adjective after its noun. */
  let complete = false;
  for (let at = 0; at < tokens.length; at++) {
    const role = roles[at]!;
    if (isHard(view, at)) {
      cuts[at] = Cut.hard;
      complete = false;
      continue;
    }
    const token = tokens[at]!;
    const mark = token.text === ',' || (token.text === '-' && isLabelMark(view, at));
    const and = token.text === 'and' || token.text === '&';
    if (complete && (mark || and)) {
      const kind = newClause(view, cueAt, at + 1, mark);
      if (kind > 0) {
        cuts[at] = kind | (mark ? Cut.comma : Cut.and);
        complete = (kind & Cut.find) !== 0;
        continue;
      }
    } else if (complete && role & Role.subordinator) {
      const kind = subjectAndVerb(view, at + 1);
      if (kind > 0) cuts[at] = kind | Cut.below;
    } else if (complete && isRunOn(view, at)) {
      cuts[at] = Cut.runOn | Cut.patient;
    }
    // "Patellar 2+, Achilles absent": a value is a predicate too, other than a list's number or the end of a range.
    const value = token.kind === 'number' && at > 1 && tokens[at - 1]!.text !== '-';
    if (cueAt[at] || value || role & Role.verb || isPredicate(view, at, Role.observed)) complete = true;
  }
  return cuts;
}

/** "pain reduced", "reflexes normal": a participle or adjective after its noun, with nothing behind it that it could describe. */
function isPredicate(view: View, at: number, also = 0): boolean {
  if (at === 0 || !(view.roles[at]! & (Role.participle | Role.predicative | also))) return false;
  const left = view.tokens[at - 1]!;
  if (left.kind === 'mark' || view.roles[at - 1]! & (Role.determiner | Role.function)) return false;
  const right = view.tokens[at + 1];
  return (
    right === undefined ||
    right.kind !== 'word' ||
    (view.roles[at + 1]! & (Role.function | Role.adverb | Role.source)) !== 0
  );
}

/** A bare he/she or "the patient" with its verb in the middle of a clause that had one; "feel he is" is no new clause. */
function isRunOn(view: View, at: number): boolean {
  if (!(view.roles[at]! & Role.patient)) return false;
  if (!(view.roles[at]! & Role.pronoun)) {
    const next = view.roles[at + 1] ?? 0;
    const verb = next & Role.adverb ? (view.roles[at + 2] ?? 0) : next;
    if (!(verb & Role.verb)) return false;
  } else if (view.tokens[at + 1]?.kind !== 'word') return false;
  const left = view.tokens[at - 1]?.text === 'the' ? at - 2 : at - 1;
  if (left < 0 || view.tokens[left]!.kind === 'mark') return false;
  return !(view.roles[left]! & (Role.opinion | Role.subordinator | Role.breaker | Role.source));
}

/** The kind of clause that begins at `from` with its own subject and verb, 0 where none does. */
function subjectAndVerb(view: View, from: number): number {
  const { roles, tokens } = view;
  for (let at = from; at < tokens.length && at <= from + 4; at++) {
    const role = roles[at]!;
    if (tokens[at]!.kind === 'mark') return 0;
    if (at === from && isSubjectPronoun(view, at)) return kindOf(view, from, at + 1);
    if (at > from && role & Role.verb) return kindOf(view, from, at);
    if (role & (Role.subordinator | Role.breaker) && !(role & Role.anaphor)) return 0;
  }
  return 0;
}

/** he, she, they, I, we before a word: that word is a verb, whichever. */
function isSubjectPronoun(view: View, at: number): boolean {
  return (view.roles[at]! & Role.pronoun) !== 0 && view.tokens[at + 1]?.kind === 'word';
}

function kindOf(view: View, from: number, verb: number): number {
  let kind: number = Cut.some;
  for (let at = from; at < verb; at++) if (view.roles[at]! & Role.patient) kind |= Cut.patient;
  if (view.roles[verb]! & Role.modal) kind |= Cut.modal;
  return kind;
}

/** What begins after a comma or "and" at `from`: another item of a list (0) or a clause. */
function newClause(view: View, cueAt: Uint8Array, from: number, comma: boolean): number {
  const { roles, tokens } = view;
  let at = from;
  while (at < tokens.length && (roles[at]! & Role.adverb || tokens[at]!.text === 'and')) at++;
  const start = at;
  // "no edema, normal gait": a find of its own.
  if (comma && start < tokens.length && roles[start]! & Role.affirming && tokens[start + 1]?.kind === 'word') {
    return Cut.some | Cut.find;
  }
  if (start < tokens.length && isSubjectPronoun(view, start)) return kindOf(view, start, start + 1);
  for (; at < tokens.length && at <= start + longestSubject; at++) {
    const token = tokens[at]!;
    const role = roles[at]!;
    if (token.kind === 'mark' && token.text !== "'" && token.text !== '/' && token.text !== '#') return 0;
    if (at > start && cueAt[at] === 2) return kindOf(view, start, at);
    if (role & Role.verb) {
      // "no masses, is seen" and "A, B and C are noted" are still the list.
      if (isObserved(view, at)) return 0;
      // "to control pain and improve function", "does not smoke and drink": the verb before governs this one too.
      if (at === start && role & Role.base) return 0;
      return kindOf(view, start, at) | (at === start ? Cut.sameSubject : 0);
    }
    if (at > start && isPredicate(view, at)) return kindOf(view, start, at);
    if (role & (Role.breaker | Role.subordinator) && !(role & Role.anaphor && at === start)) return 0;
    if (token.text === 'or' || token.text === 'and' || token.text === 'nor') return 0;
    if (cueAt[at] === 1) return 0;
  }
  return 0;
}

function isObserved(view: View, verb: number): boolean {
  for (let at = verb; at <= verb + 3 && at < view.tokens.length; at++) {
    if (view.roles[at]! & Role.observed && at > verb) return true;
    if (at > verb && !(view.roles[at]! & (Role.copula | Role.adverb | Role.verb))) return false;
  }
  return false;
}
