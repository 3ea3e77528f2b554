import { Role } from './roles.js';
import { type View, after, atStart, before, isLabelMark, nearestBefore } from './view.js';

/** A condition that the sentence around a cue (tokens `first..last`) must fulfil. */
export type Guard = (view: View, first: number, last: number) => boolean;

const isMark = (view: View, at: number) => view.tokens[at] === undefined || view.tokens[at]!.kind === 'mark';

/** A word of `role` in the name that follows: "per the California MTUS". */
function named(view: View, last: number, role: number): boolean {
  for (let i = last + 1; i <= last + 6 && !isMark(view, i) && !(view.roles[i]! & Role.verb); i++) {
    if (view.roles[i]! & role) return true;
  }
  return false;
}

const met = (view: View, first: number, last: number) =>
  before(view, first, 10, Role.met) || after(view, last, 14, Role.met);

/** "Contrary to what UR stated, …": what follows is the writer's own. */
function isContradicted(view: View, first: number): boolean {
  for (let i = first - 1; i >= 0 && i >= first - 9; i--) if (view.tokens[i]!.text === 'contrary') return true;
  return false;
}

const isValue: Guard = (view, first, last) => first > 0 && isLabelMark(view, first - 1) && isMark(view, last + 1);

const hasObject = (view: View, last: number) =>
  view.tokens[last + 1]?.kind === 'word' &&
  !(view.roles[last + 1]! & (Role.source | Role.verb | Role.subordinator)) &&
  !/^(?:and|or|but|in|at|as|for)$/.test(view.tokens[last + 1]!.text);

export const guards: Readonly<Record<string, Guard>> = {
  /** The patient denies a complaint; a payer denies a request. */
  'patient-denies': (view, first, last) => {
    if (before(view, first, 8, Role.reviewer)) return false;
    if (before(view, first, 1, Role.copula | Role.decided)) return false;
    return before(view, first, 4, Role.patient) || !after(view, last, 3, Role.decided);
  },

  /** "Numbness is denied", not "the request is denied". */
  'symptom-denied': (view, first) =>
    before(view, first, 9, Role.symptom) && !before(view, first, 9, Role.reviewer | Role.decided),

  'by-reviewer': (view, first) =>
    nearestBefore(view, first, 12, Role.reviewer, Role.patient) && !isContradicted(view, first),
  'reviewer-next': (view, _first, last) => named(view, last, Role.reviewer),

  'by-guideline': (view, first, last) =>
    nearestBefore(view, first, 7, Role.guideline, Role.patient) && !met(view, first, last),
  'guideline-next': (view, first, last) => named(view, last, Role.guideline) && !met(view, first, last),
  /** "X is recommended … per MTUS": what stands before is the guideline's only where it lays down a rule. */
  'guideline-rule': (view, first, last) =>
    named(view, last, Role.guideline) &&
    before(view, first, 20, Role.rule) &&
    !before(view, first, 30, Role.patient) &&
    !met(view, first, last),
  'guideline-label': (view, first, last) => {
    if (met(view, first, last)) return false;
    for (let i = first - 1; i >= 0 && i >= first - 8; i--) {
      if (view.roles[i]! & Role.verb) return false;
      if (view.roles[i]! & Role.guideline) return first <= 12;
    }
    return false;
  },
  /** A rule for everybody, not what this patient should do. */
  impersonal: (view, first, last) => !before(view, first, 6, Role.patient | Role.pronoun) && !met(view, first, last),

  start: (view, first) => atStart(view, first),

  /** The writer's own proposal, not what a reviewer or a guideline recommends. */
  'own-proposal': (view, first) => !before(view, first, 7, Role.reviewer | Role.guideline),

  /** An order in a plan: "Start gabapentin", "2) Repeat ESI L4-5". */
  'plan-start': (view, first, last) =>
    (view.section === 'plan' || view.section === 'request' || view.section === 'rationale') &&
    atStart(view, first) &&
    !isMark(view, last + 1) &&
    !(view.roles[last + 1]! & (Role.verb | Role.copula | Role.source)) &&
    view.tokens[last + 1]!.text !== 'in' &&
    view.tokens[last + 1]!.text !== 'of',

  /** A purpose ("to improve function"), not what somebody can do or went on doing ("able to increase walking"). */
  'not-enabled': (view, first) => !before(view, first, 3, Role.enabling),

  /** A relative who does or has something, not one who tells or is told. */
  'person-acts': (view, first, last) => {
    if (before(view, first, 2, Role.source)) return false;
    let next = last + 1;
    while (next < view.tokens.length && view.roles[next]! & Role.adverb) next++;
    // Whatever somebody did, but tell of the patient: "father bled", "cousin weaned".
    const text = view.tokens[next]?.text ?? '';
    const did =
      /[a-z]{2}ed$/.test(text) &&
      !/^(?:report|stat|not|confirm|observ|describ|witness|mention|complain|add)ed$/.test(text);
    return did || ((view.roles[next] ?? 0) & Role['person-verb']) !== 0;
  },

  /** "The reviewer did not consider the relief" leaves the relief standing. */
  'not-overlooked': (view, first, last) =>
    !(after(view, last, 2, Role.overlooked) && before(view, first, 6, Role.reviewer)),

  /** "Was not exhausted", "has never been tried": its subject was not had; what did not help was. */
  passive: (view, first, last) => {
    const be =
      before(view, first, 2, Role.copula) ||
      view.tokens[last + 1]?.text === 'been' ||
      (first === last && /n't$/.test(view.tokens[first]!.text));
    let next = last + 1;
    while (next < view.tokens.length && view.roles[next]! & (Role.adverb | Role.copula)) next++;
    return be && /(?:ed|en)$/.test(view.tokens[next]?.text ?? '') && !(view.roles[next]! & Role.outcome);
  },
  'object-next': (view, first, last) => !before(view, first, 1, Role.copula) && hasObject(view, last),
  'no-object': (view, _first, last) => !hasObject(view, last),
  /** No number near: a comparison of values is no doubt. */
  unmeasured: (view, first, last) => {
    for (let i = Math.max(0, first - 7); i <= last + 4 && i < view.tokens.length; i++) {
      if (view.tokens[i]!.kind === 'number') return false;
    }
    return true;
  },
  /** "She used to play", not "it is used to treat". */
  'not-passive': (view, first) => !before(view, first, 2, Role.copula),

  /** The whole value of a label: "Side effects: no". */
  label: isValue,
  /** "Numbness: denied", not "Norco: denied". */
  'complaint-label': (view, first, last) => isValue(view, first, last) && before(view, first, 9, Role.symptom),
};
