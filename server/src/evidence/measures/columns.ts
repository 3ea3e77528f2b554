import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { Operands } from './operands.js';
import { paired } from './pairing.js';
import { pairSlot } from './pair.js';
import { type Role, roleOfHead } from './roles.js';

/** For each cell of a table's head whether its column tells of then or of now. */
export type Columns = readonly (Role | null)[];

/** Token ranges of the cells between strokes. */
function cells(line: Line): (readonly [number, number])[] {
  const strokes = line.tokens.flatMap((token, at) => (token.text === '|' ? [at] : []));
  return strokes.slice(1).map((stroke, i) => [strokes[i]! + 1, stroke] as const);
}

/** The columns of a head such as "| measure | initial eval | today |"; null where none tells of then and another of now. */
export function readColumns(line: Line): Columns | null {
  const columns = cells(line).map(([first]) => roleOfHead(line, first));
  return columns.includes('before') && columns.includes('after') ? columns : null;
}

/** What a row under such a head compares: "| NDI | 44 | 28 |". */
export function pairOfRow(line: Line, slots: readonly Slot[], columns: Columns): Slot[] {
  const row = cells(line);
  if (row.length !== columns.length) return [];
  const operands = new Operands(line, slots);
  const numberIn = (role: Role) => {
    const [first, end] = row[columns.indexOf(role)]!;
    for (let at = first; at < end; at++) {
      const found = operands.startingAt(at);
      if (found) return found;
    }
    return null;
  };
  const pair = paired(line, numberIn('before'), numberIn('after'));
  if (!pair) return [];
  const first = Math.min(pair.before.first, pair.after.first);
  const last = Math.max(pair.before.last, pair.after.last);
  return [pairSlot(line, pair, { first, last })];
}
