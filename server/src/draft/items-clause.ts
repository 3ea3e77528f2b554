import type { Token } from '../patterns/index.js';
import type { Cue } from './asking.js';
import { finish, governing, type Standing, type Stretch } from './items-governing.js';
import type { Recognised } from './treatments.js';

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
const talks = new Set(
  'he she they it patient pt is was were are has have had will did does can could may might would should'.split(' '),
);
const passing = new Set(
  'for with about regarding re from by at on during while via under against including includes include such'.split(' '),
);
const measures = new Set(
  'session sessions visit visits treatment treatments units week weeks month months course courses refill refills supply trial round rounds dose doses purchase rental total more hours days tablets tabs caps capsules patches number'.split(
    ' ',
  ),
);

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
    else if (own && own.cue.first > (before?.last ?? -1))
      standing = link === 'part' && own.weak ? 'part' : own.standing;
    else if (before && link === 'part') standing = before.standing === 'told' ? 'told' : 'part';
    else if (before && joined) {
      standing = before.standing;
      cue = before.cue;
      if (standing === 'part')
        standing = ownsCount(tokens, place, places[index + 1]?.first) ? headOf(judged) : differs(before, place, judged);
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
  return a.drug !== null && b.drug !== null
    ? a.drug === b.drug
    : a.family === b.family && a.family !== 'unknown' && a.drug === b.drug;
}

/** "Switch from Norco to Butrans": the second is asked for, the first is left. */
function swaps(tokens: readonly Token[], before: Judged, place: Place): boolean {
  const verb = tokens
    .slice(Math.max(0, before.first - 4), before.first)
    .some((token) => /^(?:switch|chang|convert|rotat|transition|replac)/.test(token.text));
  return (
    verb &&
    tokens
      .slice(Math.max(before.last + 1, place.first - 2), place.first)
      .some((token) => token.text === 'to' || token.text === 'with')
  );
}

/** How the treatment at `place` hangs on the one before it. */
function linkTo(tokens: readonly Token[], before: Judged, place: Place): 'and' | 'part' | 'none' {
  if (compounds(tokens, before, place) || injectate(tokens, before, place)) return 'part';
  let link: 'and' | 'part' | 'none' = 'none';
  let counted = false;
  for (let i = before.last + 1; i < place.first; i++) {
    const { text, kind } = tokens[i]!;
    if (kind === 'number' || text === '#') counted = true;
    if (text === ')' && tokens[i - 1]?.kind === 'number' && tokens[i - 2]?.text === '(') link = 'and';
    else if (text === '-' && spaced(tokens, i)) link = 'and';
    else if (coordinators.has(text)) link = 'and';
    else if ((text === 'for' || text === 'of') && link === 'and' && coordinators.has(tokens[i - 1]!.text)) continue;
    else if (text === 'of' && measures.has(tokens[i - 1]!.text)) continue;
    else if (subordinators.has(text) && !(text === '/' && !alike(tokens, i))) link = 'part';
  }
  if (link !== 'none') return link;
  return counted && before.named.drug !== place.named.drug ? 'and' : 'part';
}

/** "Trigger point injection, lidocaine/kenalog": a drug with no number of its own behind an injection is what is injected. */
function injectate(tokens: readonly Token[], before: Judged, place: Place): boolean {
  if (place.named.kind !== 'drug') return false;
  const injected = before.named.classes.includes('injection') || before.standing === 'part';
  return (
    injected &&
    before.named.family !== place.named.family &&
    !tokens.slice(place.last + 1, place.last + 4).some((token) => token.kind === 'number' || token.text === '#')
  );
}

/** "Flurbiprofen 20%/lidocaine 5% cream": percents joined by a slash, or by commas with one form at the end, are one preparation. */
function compounds(tokens: readonly Token[], before: Judged, place: Place): boolean {
  if (before.named.kind !== 'drug' || place.named.kind !== 'drug') return false;
  const between = tokens.slice(before.last + 1, place.first).map((token) => token.text);
  if (!between.includes('%') || !between.every((text) => /^(?:%|\/|,|and|\+|-|[\d.]+)$/.test(text))) return false;
  const after = tokens.slice(place.last + 1).map((token) => token.text);
  const single = after.some((text) =>
    /^(?:cream|gel|ointment|lotion|compound|cmpd|compounded|transdermal|topical)$/.test(text),
  );
  return between.includes('/') || between.includes('+') || (single && after[1] === '%');
}

function spaced(tokens: readonly Token[], at: number): boolean {
  return (tokens[at - 1]?.end ?? 0) < tokens[at]!.start && (tokens[at + 1]?.start ?? 0) > tokens[at]!.end;
}

/** A slash between words, not between numbers. */
function alike(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'word' && tokens[at + 1]?.kind === 'word';
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
  return cues.some(
    (cue) =>
      cue.last < place.first && (cue.kinds.has('ask') || cue.kinds.has('prescribe')) && isPlain(stretch, cues, cue),
  );
}

function isPlain(stretch: Stretch, cues: readonly Cue[], cue: Cue): boolean {
  return finish(stretch, cues, cue, 'asked', false).standing === 'asked';
}

/** "(confirmatory block 3/3/15 gave 80% relief)": what brackets tell is by the way. */
function inBrackets(tokens: readonly Token[], from: number, at: number): boolean {
  let open = 0;
  for (let i = from + 1; i < at; i++) {
    if (tokens[i]!.text === '(') open++;
    else if (tokens[i]!.text === ')') open--;
  }
  return open > 0;
}

/** What the words after a treatment make of it. */
function afterwards(
  stretch: Stretch,
  cues: readonly Cue[],
  judged: readonly Judged[],
  each: Judged,
  index: number,
): Judged {
  const { tokens } = stretch;
  if (each.standing === 'part') return each;
  const describes = each.cue?.kinds.has('course') === true && !each.cue.kinds.has('prescribe');
  const governed = each.cue !== null && each.standing !== 'told' && !(describes && each.standing === 'prescribed');
  if (each.standing === 'listed' && toldOf(stretch, each, judged[index + 1]?.first ?? tokens.length))
    return { ...each, standing: 'told' };
  let next = index + 1;
  let limit = judged[next]?.first ?? tokens.length;
  if (!governed || each.cue === judged[next]?.cue) {
    while (
      next < judged.length &&
      (judged[next]!.joined || judged[next]!.standing === 'part') &&
      judged[next]!.cue === each.cue
    )
      next++;
    limit = judged[next]?.first ?? tokens.length;
  }
  for (const cue of cues) {
    if (cue.first <= each.last) continue;
    if (cue.first >= limit || tokens.slice(each.last + 1, cue.first).some((token) => token.text === ';')) break;
    if (cue.kinds.has('neutral')) continue;
    if (!cue.kinds.has('barred') && inBrackets(tokens, each.last, cue.first)) continue;
    if (cue.kinds.has('barred')) {
      const disputed = stretch.appeal && cue.words.includes('den') && each.standing !== 'told';
      return {
        ...each,
        standing: disputed || (stretch.appeal && /denied|certified/.test(cue.words)) ? 'disputed' : 'told',
      };
    }
    if (cue.kinds.has('asked') && !governed) {
      const no = each.cue?.kinds.has('near') && !/^(?:current|existing)/.test(each.cue.words);
      const barred =
        no ||
        (each.cue?.kinds.has('bar') &&
          each.cue.first >= each.first - 6 &&
          !/^(?:following|after|given|since)$/.test(each.cue.words));
      return barred || negated(tokens, cue)
        ? each
        : { ...each, standing: /request|authori|approved|certified/.test(cue.words) ? 'asked' : 'prescribed' };
    }
    // "MRI, numb thumb, failed PT x9": what failed is named behind.
    if (cue.kinds.has('bar') && judged[index + 1] && judged[index + 1]!.first - cue.last <= 3) break;
    if (cue.kinds.has('told') && !governed && (each.standing === 'listed' || describes))
      return { ...each, standing: 'told' };
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
    const neutral = stretch.cues.some((cue) => cue.kinds.has('neutral') && cue.first <= i && i <= cue.last);
    if (talks.has(text) && !neutral) return !(asked && asked.first - i <= 2);
  }
  return false;
}

function negated(tokens: readonly Token[], cue: Cue): boolean {
  return tokens
    .slice(Math.max(0, cue.first - 2), cue.last + 1)
    .some((token) => token.text === 'not' || token.text === 'no');
}
