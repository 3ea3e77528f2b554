import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { type Operand, type Operands, scaledLike } from './operands.js';
import { type Pair, paired } from './pairing.js';
import { datesOf, roleAhead, roleBehind, roleOfStretch } from './roles.js';
import { words } from './words.js';

const against = new Set(words.change.versus);
/** Tokens from one number to the other. */
const mostApart = 24;
const mostBetween = 10;
/** Units whose numbers stand side by side without being compared. */
const seldomCompared = new Set(['day', 'injection', 'time', 'session']);

/** "8/10 without medication, 4/10 with", "baseline ODI 52, current ODI 38", "ODI 52 on 3/4/14 and ODI 38 on 6/2/14". */
export function byRoles(line: Line, a: Operand, b: Operand, dates: readonly Slot[]): Pair | null {
  if (a.unit !== b.unit || seldomCompared.has(a.unit) || b.first - a.last > mostApart) return null;
  const both = [a, b];
  const behind = both.map((each) => roleBehind(line, each, both));
  const ahead = both.map((each) => roleAhead(line, each, both));
  let [first, second] = both.map((each, i) => behind[i] ?? ahead[i] ?? roleOfStretch(line, each));
  if (first === second && ahead[0] && ahead[1]) [first, second] = [ahead[0], ahead[1]];
  if (first === 'before' && second === 'after') return { before: a, after: b, unit: a.unit };
  if (first === 'after' && second === 'before') return { before: b, after: a, unit: a.unit };
  // One marker is enough where it stands right before the second number: "4/10, previously 8/10"; "8/10, now 4/10".
  if (first === null && second !== null && behind[1] && b.first - a.last <= 4) {
    return second === 'before' ? { before: b, after: a, unit: a.unit } : { before: a, after: b, unit: a.unit };
  }
  if (versus(line, a, b) && (first === null) !== (second === null)) {
    const aFirst = first === 'before' || second === 'after';
    return aFirst ? { before: a, after: b, unit: a.unit } : { before: b, after: a, unit: a.unit };
  }
  const days = datesOf(both, dates);
  if (!days) return null;
  return days[0] < days[1] ? { before: a, after: b, unit: a.unit } : { before: b, after: a, unit: a.unit };
}

function versus(line: Line, a: Operand, b: Operand): boolean {
  for (let i = a.last + 1; i < b.first; i++) if (against.has(line.word(i))) return true;
  return false;
}

/** "Pain a six without Norco, two with it", "reps 4 without, 15 with": two bare numbers, each with its own marker. */
export function bareByRoles(line: Line, at: number, operands: Operands): Pair | null {
  const a = operands.startingAt(at);
  if (a?.unit !== '' || line.taken[at]) return null;
  for (let i = a.last + 1; i <= a.last + mostApart; i++) {
    const b = operands.startingAt(i);
    if (b?.unit !== '') continue;
    const [first, second] = [a, b].map(
      (each) => roleBehind(line, each, [a, b]) ?? roleAhead(line, each, [a, b]) ?? roleOfStretch(line, each),
    );
    if (!second || first === second) return null;
    const pair = first === 'after' || second === 'before' ? paired(line, b, a) : paired(line, a, b);
    // "Pain at bedtime eight, with Zanaflex five": of pain one marker is enough.
    return first || pair?.unit === 'vas' ? pair : null;
  }
  return null;
}

/** "10 lb (was 5)", "ODI was 52, now 38": the other number has no unit of its own. */
export function bareByRole(line: Line, of: Operand, operands: Operands): Pair | null {
  for (let at = of.last + 1; at <= of.last + mostBetween; at++) {
    if (line.word(at) === ';') return null;
    const other = operands.startingAt(at);
    if (!other) continue;
    if (other.unit !== '') return null;
    const roleOf = (each: Operand) =>
      roleBehind(line, each, [of, other]) ?? roleAhead(line, each, [of, other]) ?? roleOfStretch(line, each);
    const role = roleOf(other);
    const first = role === null ? null : roleOf(of);
    if (first === role) return null;
    const scaled = scaledLike(other, of);
    if (role === 'before') return { before: scaled, after: of, unit: of.unit };
    if (role === 'after') return { before: of, after: scaled, unit: of.unit };
    return null;
  }
  return null;
}
