import type { Token } from '../patterns/index.js';
import { type Cue, type CueKind, findCues } from './asking.js';
import type { Recognised } from './treatments.js';

/** How a stretch speaks of a treatment it names. */
export type Standing =
  | 'asked' // an asking word governs it
  | 'prescribed' // a plan's word governs it
  | 'disputed'
  | 'listed' // it heads the stretch, or stands in a list with one that does
  | 'part' // a part, means or purpose of another treatment
  | 'named' // named in passing
  | 'told'; // spoken about, stopped, past, or somebody else's

export interface Judged {
  readonly named: Recognised;
  readonly standing: Standing;
  /** Tokens of the name, inclusive. */
  readonly first: number;
  readonly last: number;
  /** The governing cue, null where it heads the stretch. */
  readonly cue: Cue | null;
  /** Joined to the treatment before it by "and" or a comma. */
  readonly joined: boolean;
}

export interface Stretch {
  /** Offset in the draft. */
  readonly start: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly named: readonly Recognised[];
  readonly cues: readonly Cue[];
  readonly appeal: boolean;
}

const coordinators = new Set([',', 'and', '+', '&', 'plus', ';', 'also', 'then', '|', 'well', '\u2022']);
const subordinators = new Set(
  'with including includes include for under using w via of from per ( / or to in at by than vs versus aka ie eg such like containing e i without through during as'.split(
    ' ',
  ),
);
const subjects = new Set(
  'he she they it i we patient patients claimant worker iw this that these those there is was were are be been being has have had will did does do can could may might would should must who which his'.split(
    ' ',
  ),
);
const talks = new Set('he she they it patient pt is was were are has have had will did does can could may might would should'.split(' '));
const passing = new Set('for with about regarding re from by at on during while via under against'.split(' '));
const breaks = new Set(['however', 'but']);
const excuses = new Set('approved authorized authorised possible needed necessary certified questions question allowed agreeable'.split(' '));

/** Reads the asking words and the treatments of a stretch. */
export function readStretch(start: number, text: string, tokens: readonly Token[], named: readonly Recognised[], appeal: boolean): Stretch {
  return { start, text, tokens, named, cues: findCues(tokens), appeal };
}

/** Says of each treatment of a stretch how the stretch speaks of it, in order. */
export function judge(stretch: Stretch): Judged[] {
  const { tokens, named } = stretch;
  const places = locate(tokens, named);
  const inside = new Set<number>();
  for (const { first, last } of places) for (let i = first; i <= last; i++) inside.add(i);
  const cues = stretch.cues.filter((cue) => !(inside.has(cue.first) && inside.has(cue.last)));
  const judged: Judged[] = [];
  places.forEach((place, index) => {
    const before = judged.at(-1);
    const link = before ? linkTo(tokens, before, place) : 'none';
    const own = governing(stretch, cues, place.first, before?.last ?? -1);
    let standing: Standing;
    let cue = own?.cue ?? null;
    const joined = link === 'and';
    if (before && swaps(tokens, before, place)) {
      judged[judged.length - 1] = { ...before, standing: 'told' };
      standing = 'prescribed';
      cue = null;
    } else if (before && sameThing(before.named, place.named) && link !== 'and') standing = 'part';
    else if (own && own.cue.first > (before?.last ?? -1)) standing = link === 'part' && own.weak ? 'part' : own.standing;
    else if (before && link === 'part') standing = before.standing === 'told' ? 'told' : 'part';
    else if (before && joined) {
      standing = before.standing;
      cue = before.cue;
      if (standing === 'part') standing = ownsCount(tokens, place, places[index + 1]?.first) ? headOf(judged) : differs(before, place, judged);
      if (standing === 'told' && own === null && before.cue === null) standing = 'told';
      if (standing === 'told' && countedAnew(stretch, cues, place, places[index + 1]?.first)) standing = 'prescribed';
    } else if (own) standing = own.standing;
    else standing = leads(tokens, place.first) ? 'listed' : talksBefore(tokens, place.first) ? 'told' : 'named';
    judged.push({ named: place.named, standing, first: place.first, last: place.last, cue, joined });
  });
  return judged.map((each, index) => afterwards(stretch, cues, judged, each, index));
}

interface Place {
  named: Recognised;
  first: number;
  last: number;
}

function locate(tokens: readonly Token[], named: readonly Recognised[]): Place[] {
  const places: Place[] = [];
  let at = 0;
  for (const each of named) {
    while (at < tokens.length && tokens[at]!.end <= each.start) at++;
    if (at >= tokens.length) break;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < each.end) at++;
    if (at > first) places.push({ named: each, first, last: at - 1 });
  }
  return places;
}

function sameThing(a: Recognised, b: Recognised): boolean {
  return a.drug !== null && b.drug !== null ? a.drug === b.drug : a.family === b.family && a.family !== 'unknown' && a.drug === b.drug;
}

/** "Switch from Norco to Butrans": the second is asked for, the first is left. */
function swaps(tokens: readonly Token[], before: Judged, place: Place): boolean {
  const verb = tokens.slice(Math.max(0, before.first - 4), before.first).some((token) => /^(?:switch|chang|convert|rotat|transition|replac)/.test(token.text));
  return verb && tokens.slice(Math.max(before.last + 1, place.first - 2), place.first).some((token) => token.text === 'to' || token.text === 'with');
}

/** How the treatment at `place` hangs on the one before it. */
function linkTo(tokens: readonly Token[], before: Judged, place: Place): 'and' | 'part' | 'none' {
  let link: 'and' | 'part' | 'none' = 'none';
  let counted = false;
  for (let i = before.last + 1; i < place.first; i++) {
    const { text, kind } = tokens[i]!;
    if (kind === 'number' || text === '#') counted = true;
    if (text === ')' && tokens[i - 1]?.kind === 'number' && tokens[i - 2]?.text === '(') link = 'and';
    else if (text === '-' && spaced(tokens, i)) link = 'and';
    else if (coordinators.has(text)) link = 'and';
    else if ((text === 'for' || text === 'of') && link === 'and' && coordinators.has(tokens[i - 1]!.text)) continue;
    else if (subordinators.has(text) && !(text === '/' && !alike(tokens, i))) link = 'part';
  }
  if (link !== 'none') return link;
  return counted && before.named.drug !== place.named.drug ? 'and' : 'part';
}

function spaced(tokens: readonly Token[], at: number): boolean {
  return (tokens[at - 1]?.end ?? 0) < tokens[at]!.start && (tokens[at + 1]?.start ?? 0) > tokens[at]!.end;
}

/** A slash between words, not between numbers. */
function alike(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'word' && tokens[at + 1]?.kind === 'word';
}

interface Governed {
  cue: Cue;
  standing: Standing;
  /** A word that merely describes ("repeat"). */
  weak: boolean;
}

/** The nearest asking or barring word before a token, within the clause. */
function governing(stretch: Stretch, cues: readonly Cue[], first: number, floor: number): Governed | null {
  const { tokens } = stretch;
  let course: Cue | null = null;
  let comma = false;
  let scanned = first;
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i]!;
    if (cue.last >= first) continue;
    for (let at = scanned - 1; at > cue.last; at--) {
      const text = tokens[at]!.text;
      if (text === ';' || breaks.has(text)) return course && finish(stretch, cues, course, 'prescribed', true);
      if (text === ',' && at > floor) comma = true;
    }
    scanned = cue.first;
    const has = (kind: CueKind) => cue.kinds.has(kind);
    if (stretch.appeal && has('dispute')) return { cue: course ?? cue, standing: 'disputed', weak: false };
    if (has('ask')) return finish(stretch, cues, course ?? cue, 'asked', false, cue);
    if (has('prescribe')) return finish(stretch, cues, course ?? cue, 'prescribed', false, cue);
    if (has('adjust')) {
      if (numbered(tokens, first)) return finish(stretch, cues, course ?? cue, 'prescribed', false, cue);
      return { cue, standing: 'told', weak: false };
    }
    if (has('course')) {
      course = cue;
      continue;
    }
    if (has('bar')) return { cue, standing: 'told', weak: false };
    if (has('near') && !comma && first - cue.last <= 7) return { cue, standing: 'told', weak: false };
  }
  for (let at = scanned - 1; at > floor; at--) if (tokens[at]!.text === ';') break;
  return course && course.first > floor ? finish(stretch, cues, course, 'prescribed', true) : null;
}

/** An asking word asks only where nobody else says it and no condition stands before it. */
function finish(stretch: Stretch, cues: readonly Cue[], cue: Cue, standing: Standing, weak: boolean, asking: Cue = cue): Governed {
  const { tokens } = stretch;
  for (const other of cues) {
    if (other.first >= asking.first) break;
    const next = tokens[other.last + 1]?.text ?? '';
    const after = tokens[other.last + 2]?.text ?? '';
    const conditional = other.kinds.has('barred') && /^(?:if|in|at|next|may|might|will be considered)\b/.test(other.words);
    if ((other.kinds.has('later') || conditional) && !(other.words === 'if' && (excuses.has(next) || excuses.has(after)))) {
      return { cue, standing: 'told', weak };
    }
    const willing = other.words === 'would' && /^(?:i|we)$/.test(tokens[other.first - 1]?.text ?? '');
    if (other.kinds.has('spoken') && !willing && asking.first - other.last <= 1 && !excused(tokens, other, asking)) {
      return { cue, standing: 'told', weak };
    }
  }
  const just = tokens[asking.first - 1]?.text;
  if (just === 'to' && /^(?:allowed?|able|advised|ability|unable|continues|how)$/.test(tokens[asking.first - 2]?.text ?? '')) {
    return { cue, standing: 'told', weak };
  }
  return { cue, standing, weak };
}

/** "Authorization was requested", "the patient was prescribed … today". */
function excused(tokens: readonly Token[], other: Cue, asking: Cue): boolean {
  const today = tokens.slice(asking.last + 1).some((token) => token.text === 'today');
  return today && /^(?:was|were|patient|he|she)/.test(other.words);
}

/** A number follows within the next words: the new dose. */
function numbered(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < Math.min(tokens.length, from + 9); i++) {
    if (tokens[i]!.text === ';' || tokens[i]!.text === ',') return false;
    if (tokens[i]!.kind === 'number' && tokens[i + 1]?.text !== '%') return true;
  }
  return false;
}

/** Only names, numbers, sides, levels and describing words stand before it. */
function leads(tokens: readonly Token[], first: number): boolean {
  let words = 0;
  for (let i = first - 1; i >= 0; i--) {
    const { text, kind } = tokens[i]!;
    if (text === ';') break;
    if (subjects.has(text) || passing.has(text)) return false;
    if (kind === 'word') words++;
    if (words > 7) return false;
  }
  return true;
}

function talksBefore(tokens: readonly Token[], first: number): boolean {
  return tokens.slice(0, first).some((token) => subjects.has(token.text));
}

/** A quantity or a number of visits stands with it. */
function ownsCount(tokens: readonly Token[], place: Place, next: number | undefined): boolean {
  const until = Math.min(next ?? tokens.length, place.last + 16);
  for (let i = place.last + 1; i < until; i++) {
    const text = tokens[i]!.text;
    if (text === '#' && tokens[i + 1]?.kind === 'number') return true;
    if (/^(?:qty|quantity|disp|visits?|sessions?)$/.test(text)) return true;
    if (/^\d+x\d+$/.test(text) || (tokens[i]!.kind === 'number' && /^x/.test(tokens[i + 1]?.text ?? ''))) return true;
  }
  return false;
}

function headOf(judged: readonly Judged[]): Standing {
  return judged.findLast((each) => each.standing !== 'part')?.standing ?? 'told';
}

/** In "injection with lidocaine and Kenalog, and physical therapy" only the last is a treatment of its own. */
function differs(before: Judged, place: Place, judged: readonly Judged[]): Standing {
  return (before.named.kind === 'drug') !== (place.named.kind === 'drug') ? headOf(judged) : 'part';
}

/** "Continue Norco as it helps, gabapentin 300 mg #90": counted again, so asked for again. */
function countedAnew(stretch: Stretch, cues: readonly Cue[], place: Place, next: number | undefined): boolean {
  if (!ownsCount(stretch.tokens, place, next)) return false;
  return cues.some((cue) => cue.last < place.first && (cue.kinds.has('ask') || cue.kinds.has('prescribe')) && isPlain(stretch, cues, cue));
}

function isPlain(stretch: Stretch, cues: readonly Cue[], cue: Cue): boolean {
  return finish(stretch, cues, cue, 'asked', false).standing === 'asked';
}

/** What the words after a treatment make of it. */
function afterwards(stretch: Stretch, cues: readonly Cue[], judged: readonly Judged[], each: Judged, index: number): Judged {
  const { tokens } = stretch;
  if (each.standing === 'part') return each;
  const describes = each.cue !== null && each.cue.kinds.has('course') && !each.cue.kinds.has('prescribe');
  const governed = each.cue !== null && each.standing !== 'told' && !(describes && each.standing === 'prescribed');
  if (each.standing === 'listed' && toldOf(stretch, each, judged[index + 1]?.first ?? tokens.length)) return { ...each, standing: 'told' };
  let next = index + 1;
  let limit = judged[next]?.first ?? tokens.length;
  if (!governed || each.cue === judged[next]?.cue) {
    while (next < judged.length && (judged[next]!.joined || judged[next]!.standing === 'part') && judged[next]!.cue === each.cue) next++;
    limit = judged[next]?.first ?? tokens.length;
  }
  for (const cue of cues) {
    if (cue.first <= each.last) continue;
    if (cue.first >= limit || tokens.slice(each.last + 1, cue.first).some((token) => token.text === ';')) break;
    if (cue.kinds.has('neutral')) continue;
    if (cue.kinds.has('barred')) {
      const disputed = stretch.appeal && cue.words.includes('den') && each.standing !== 'told';
      return { ...each, standing: disputed || (stretch.appeal && /denied|certified/.test(cue.words)) ? 'disputed' : 'told' };
    }
    if (cue.kinds.has('asked') && !governed) {
      const no = each.cue?.kinds.has('near') && !/^(?:current|existing)/.test(each.cue.words);
      const barred = no || (each.cue !== null && each.cue.kinds.has('bar') && each.cue.first >= each.first - 6 && !/^(?:following|after|given|since)$/.test(each.cue.words));
      return barred || negated(tokens, cue) ? each : { ...each, standing: /request|authori|approved|certified/.test(cue.words) ? 'asked' : 'prescribed' };
    }
    if (cue.kinds.has('told') && !governed && (each.standing === 'listed' || describes)) return { ...each, standing: 'told' };
    if (cue.kinds.has('ask') || cue.kinds.has('prescribe') || cue.kinds.has('bar')) break;
  }
  return each;
}

/** "Norco: patient will try to taper": a clause about the treatment follows its name. */
function toldOf(stretch: Stretch, each: Judged, limit: number): boolean {
  const { tokens } = stretch;
  const asked = stretch.cues.find((cue) => cue.first > each.last && cue.kinds.has('asked'));
  const counted = ownsCount(tokens, each, limit);
  const until = Math.min(limit, each.last + (counted ? 3 : 14));
  for (let i = each.last + 1; i < until; i++) {
    const { text } = tokens[i]!;
    if (text === ';' || text === '(' || text === 'as' || text === 'to' || text === 'for') return false;
    if (asked && i >= asked.first) return false;
    if (talks.has(text)) return !(asked && asked.first - i <= 2);
  }
  return false;
}

function negated(tokens: readonly Token[], cue: Cue): boolean {
  return tokens.slice(Math.max(0, cue.first - 2), cue.last + 1).some((token) => token.text === 'not' || token.text === 'no');
}
