import type { SectionKind, Token } from '../../draft/types.js';
import type { Node } from './cues.js';
import { Role } from './roles.js';

/** A sentence as the cues see it: its tokens, what each does, and where it stands. */
export interface View {
  readonly tokens: readonly Token[];
  /** Role bits of each token. */
  readonly roles: Int32Array;
  readonly section: SectionKind;
}

/** Words before a full stop that is none: "Mr. Smith", "approx. 50". */
const abbreviated = /^(?:[a-z]|mr|mrs|ms|dr|st|vs|no|approx|fig|pt|wt|yrs?|mos?|wks?|pp?|cf|etc|eg|ie)$/;

export function viewOf(tokens: readonly Token[], section: SectionKind, trie: Node): View {
  const roles = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    roles[i] = trie.next?.get(tokens[i]!.text)?.roles ?? 0;
  }
  return { tokens, roles, section };
}

/** No cue reaches across these: a semicolon, a bullet, a full stop inside the sentence. */
export function isHard(view: View, at: number): boolean {
  const token = view.tokens[at]!;
  if (token.kind !== 'mark') return false;
  if (token.text === ';' || token.text === '\u2022' || token.text === '!') return true;
  if (token.text !== '.' || at === 0) return false;
  const next = view.tokens[at + 1];
  if (next !== undefined && next.kind === 'number' && next.start === token.end) return false;
  return (
    !abbreviated.test(view.tokens[at - 1]!.text) || ((view.roles[at + 1] ?? 0) & (Role.determiner | Role.pronoun)) !== 0
  );
}

/** The mark between a label and its value: "Side effects: none", "UDS - negative". */
export function isLabelMark(view: View, at: number): boolean {
  const token = view.tokens[at];
  return (
    token !== undefined && token.kind === 'mark' && (token.text === ':' || token.text === '-' || token.text === '=')
  );
}

/** True where one of the `count` tokens before `at`, back to the next hard mark, plays one of `roles`. */
export function before(view: View, at: number, count: number, roles: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - count && !isHard(view, i); i--) {
    if (view.roles[i]! & roles) return true;
  }
  return false;
}

/** True where one of the `count` tokens after `at`, up to the next hard mark, plays one of `roles`. */
export function after(view: View, at: number, count: number, roles: number): boolean {
  for (let i = at + 1; i < view.tokens.length && i <= at + count && !isHard(view, i); i++) {
    if (view.roles[i]! & roles) return true;
  }
  return false;
}

/** Of the two roles the one that stands nearest before `at` within `count` tokens is `wanted`. */
export function nearestBefore(view: View, at: number, count: number, wanted: number, rival: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - count && !isHard(view, i); i--) {
    if (view.roles[i]! & wanted) return true;
    if (view.roles[i]! & rival) return false;
  }
  return false;
}

/** True where only numbers, marks and a short label ("2)", "Plan:") stand before `at`. */
export function atStart(view: View, at: number): boolean {
  let words = 0;
  for (let i = at - 1; i >= 0; i--) {
    const token = view.tokens[i]!;
    if (token.text === ':' || isHard(view, i)) return true;
    if (token.kind === 'word' && !(view.roles[i]! & Role.adverb) && token.text !== 'please' && ++words > 0) {
      return labelled(view, at);
    }
  }
  return true;
}

function labelled(view: View, at: number): boolean {
  return at > 0 && isLabelMark(view, at - 1) && at <= 5;
}
