import type { Slot } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import type { Operand } from './operands.js';
import { drugWords, treatmentWords, words } from './words.js';

export type Role = 'before' | 'after';

const { change } = words;
const markers = { before: phrases(change.before), after: phrases(change.after) };
const withTreatment = { before: phrases(change.without), after: phrases(change.with) };
const heads = { before: phrases(change.headBefore), after: phrases(change.headAfter) };
const treatedHeads = { before: phrases(change.headWithout), after: phrases(change.headWith) };
const treatments = new Set([...change.treatments, ...drugWords, ...treatmentWords]);
/** Where a stretch that a head governs may begin, and where it ends at the latest. */
const borders = new Set([
  ',',
  ';',
  ':',
  '(',
  '|',
  '/',
  '-',
  '.',
  'and',
  'but',
  'then',
  'where',
  'whereas',
  'while',
  'when',
  'vs',
  'versus',
  'he',
  'she',
  'they',
  'patient',
  'pt',
]);
const turns = new Set([';', '|', 'but', 'whereas', 'while', 'versus', 'vs', 'compared', 'against']);
/** First words of whatever marks then or now. */
const firstWords = [
  ...new Set(
    [
      change.before,
      change.after,
      change.without,
      change.with,
      change.headBefore,
      change.headAfter,
      change.headWithout,
      change.headWith,
    ]
      .flat()
      .map((phrase) => phrase.split(/[\s/']/)[0]!),
  ),
  ...['visit', 'session', 'treatment', 'week', 'wk', 'month', 'at'],
];

/** False where no word of the sentence marks a number as then or now. */
export const marksTime = (line: Line): boolean => line.hasAny(firstWords);

const stops = new Set(['and', 'but', ';', 'to', 'while', 'versus', 'vs', 'compared']);
const mostBack = 5;
const longestStretch = 30;
const mostAhead = 4;
const mostInBrackets = 8;

/** "Wears off" is no time without the drug yet: it is a phrase of its own. */
const wearing = /^w(?:ear|ore|orn)/;

/** The role that a marker at a place gives, with the marker's last token. */
function markerAt(line: Line, at: number): { role: Role; last: number } | null {
  for (const role of ['before', 'after'] as const) {
    const plain = markers[role].at(line, at);
    if (plain) return { role, last: plain.last };
  }
  for (const role of ['before', 'after'] as const) {
    const found = wearing.test(line.word(at - 1)) ? null : withTreatment[role].at(line, at);
    if (found && treated(line, found.last + 1)) return { role, last: found.last };
  }
  return null;
}

/** True where a treatment is named at a place, or nothing more is said. */
function treated(line: Line, at: number): boolean {
  const next = line.tokens[at];
  if (!next || (next.kind === 'mark' && next.text !== '#')) return true;
  for (let i = at; i < at + 4; i++) if (treatments.has(line.word(i))) return true;
  return false;
}

/** A head of a stretch at a place: "Initial eval:", "with Norco", "visit 8". */
function headAt(line: Line, at: number): { role: Role; last: number } | null {
  const own = ordinalAt(line, at) ?? switchAt(line, at);
  if (own) return own;
  let best: { role: Role; last: number } | null = null;
  const keep = (role: Role, last: number) => {
    if (!best || last > best.last) best = { role, last };
  };
  for (const role of ['before', 'after'] as const) {
    const plain = heads[role].at(line, at);
    if (plain) keep(role, plain.last);
    const found = treatedHeads[role].at(line, at);
    if (found && treated(line, found.last + 1)) keep(role, found.last);
  }
  return best;
}

/** What a head that begins at a place tells of, whatever follows. */
export const roleOfHead = (line: Line, at: number): Role | null =>
  (headAt(line, at) ?? markerAt(line, at))?.role ?? null;

const counted = new Set(['visit', 'session', 'treatment', 'week', 'wk', 'month']);

const means = new Set(change.treatments);

/** "Unit on: …", "patch off 7/10"; a day may follow "on" too. */
function switchAt(line: Line, at: number): { role: Role; last: number } | null {
  const word = line.word(at + 1);
  if (!means.has(line.word(at)) || (word !== 'on' && word !== 'off') || line.taken[at + 2]) return null;
  return { role: word === 'on' ? 'after' : 'before', last: at + 1 };
}

/** "visit 1" is then, "visit 9" and "at 8 weeks" are now. */
function ordinalAt(line: Line, at: number): { role: Role; last: number } | null {
  const number = line.word(at + 1) === '#' ? at + 2 : at + 1;
  if (counted.has(line.word(at)) && line.isNumber(number))
    return { role: Number(line.word(number)) <= 1 ? 'before' : 'after', last: number };
  const unit = line.word(at + 2);
  if (line.word(at) === 'at' && line.isNumber(at + 1) && /^(?:weeks?|wks?|months?|mos?|visits?|sessions?)$/.test(unit))
    return { role: 'after', last: at + 2 };
  return null;
}

/** The role of the stretch in which a number stands: the nearest head before it, back to a turn of the sentence. */
export function roleOfStretch(line: Line, of: Operand): Role | null {
  for (let at = of.first - 1; at >= Math.max(0, of.first - longestStretch); at--) {
    if (turns.has(line.word(at))) return null;
    if (at > 0 && !borders.has(line.word(at - 1)) && !timed.has(line.word(at - 1))) continue;
    const found = headAt(line, at);
    if (found && found.last < of.first) return found.role;
  }
  return null;
}

const timed = new Set(Object.values(words.timeWords).flat());

/** "Before the stim", "after 45 min of stim", "with medication", "today": a marker with the treatment behind it, and its last token. */
export function momentAt(line: Line, at: number): { last: number } | null {
  const found = markerAt(line, at) ?? headAt(line, at);
  if (!found) return null;
  let last = found.last;
  for (let i = found.last + 1; i <= found.last + 6; i++) {
    if (treatments.has(line.word(i))) last = i;
    else if (line.isNumber(i) && !timed.has(line.word(i + 1))) break;
  }
  return { last };
}

function isNumberOf(others: readonly Operand[], at: number): boolean {
  return others.some((each) => each.first <= at && each.last >= at);
}

/** What the words before a number say of it: the nearest marker back to the other number or a conjunction. */
export function roleBehind(line: Line, of: Operand, others: readonly Operand[]): Role | null {
  for (let at = of.first - 1; at >= Math.max(0, of.first - mostBack); at--) {
    if (stops.has(line.word(at)) || isNumberOf(others, at)) return null;
    const found = markerAt(line, at);
    if (!found || found.last >= of.first) continue;
    // "8/10 before, 4/10": a marker that follows the other number is the other's, unless it leads to this one.
    const othersOwn = isNumberOf(others, at - 1) && found.last < of.first - 1;
    return othersOwn ? null : found.role;
  }
  return null;
}

/** What the words after a number say of it, up to a comma or the next number. */
export function roleAhead(line: Line, of: Operand, others: readonly Operand[]): Role | null {
  // What stands in brackets right behind is all about the number: "14 kg (9/3, no gel)".
  const bracketed = line.word(of.last + 1) === '(';
  for (let at = of.last + 1; at <= of.last + (bracketed ? mostInBrackets : mostAhead); at++) {
    const word = line.word(at);
    if (word === ')' || isNumberOf(others, at) || (!bracketed && (word === ',' || stops.has(word)))) return null;
    const found = markerAt(line, at) ?? headAt(line, at);
    // "8/10 now 4/10": the marker right before a number is that number's.
    if (found) return isNumberOf(others, found.last + 1) ? null : found.role;
  }
  return null;
}

/**
 * The dates that stand with two numbers, after both ("52 on 3/4/14") or before both ("on 3/4/14 it was 52"), or null.
 * `dates` are in the text's order.
 */
export function datesOf(both: readonly Operand[], dates: readonly Slot[]): readonly [number, number] | null {
  for (const ahead of [true, false]) {
    const [a, b] = both.map((of) => (ahead ? dateAfter(of, dates) : dateBefore(of, dates)));
    if (a !== undefined && b !== undefined && a !== b) return [a, b];
  }
  return null;
}

function dateAfter(of: Operand, dates: readonly Slot[]): number | undefined {
  const next = dates[firstFrom(of.last + 1, dates)];
  return next && next.first <= of.last + 3 ? next.value : undefined;
}

function dateBefore(of: Operand, dates: readonly Slot[]): number | undefined {
  const previous = dates[firstFrom(of.first, dates) - 1];
  return previous && previous.last < of.first && previous.last >= of.first - 3 ? previous.value : undefined;
}

/** Index of the first date that begins at or after a token. */
function firstFrom(at: number, dates: readonly Slot[]): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.first < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
