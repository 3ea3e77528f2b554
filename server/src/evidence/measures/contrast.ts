import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import type { Operand, Operands } from './operands.js';
import type { Pair } from './pairing.js';
import { datesOf, roleAhead, roleBehind } from './roles.js';
import { words } from './words.js';

const against = new Set(words.change.versus);
/** Tokens from one number to the other. */
const mostApart = 14;
const mostBetween = 6;
/** Units whose numbers stand side by side without being compared. */
const seldomCompared = new Set(['day', 'injection', 'time', 'session']);

/** "8/10 without medication, 4/10 with", "baseline ODI 52, current ODI 38", "ODI 52 on 3/4/14 and ODI 38 on 6/2/14". */
export function byRoles(line: Line, a: Operand, b: Operand, dates: readonly Slot[]): Pair | null {
  if (a.unit !== b.unit || seldomCompared.has(a.unit) || b.first - a.last > mostApart) return null;
  const both = [a, b];
  const behind = both.map((each) => roleBehind(line, each, both));
  const ahead = both.map((each) => roleAhead(line, each, both));
  let [first, second] = both.map((_, i) => behind[i] ?? ahead[i] ?? null);
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

/** "10 lb (was 5)", "ODI was 52, now 38": the other number has no unit of its own. */
export function bareByRole(line: Line, of: Operand, operands: Operands): Pair | null {
  for (let at = of.last + 1; at <= of.last + mostBetween; at++) {
    if (line.word(at) === ';') return null;
    const other = operands.startingAt(at);
    if (!other) continue;
    if (other.unit !== '') return null;
    const role = roleBehind(line, other, [of, other]) ?? roleAhead(line, other, [of, other]);
    const first = role === null ? null : (roleBehind(line, of, [of, other]) ?? roleAhead(line, of, [of, other]));
    if (first === role) return null;
    if (role === 'before') return { before: other, after: of, unit: of.unit };
    if (role === 'after') return { before: of, after: other, unit: of.unit };
    return null;
  }
  return null;
}
