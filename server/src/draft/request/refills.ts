import type { Reading } from '../types.js';
import type { Line } from './line.js';

const most = 12;
const fillers = [':', '=', 'x', '-', '.', '(', '[', '|', '~', '"', 'of', 'times', '#', 's', 'number', '+', '/'];

function bracket(line: Line, next: number): number {
  if (line.word(next) === ')') return next + 1;
  if (line.word(next) === '(' && line.word(next + 2) === ')') return next + 3;
  return next;
}

/** "refills: 4", "RF x2", "refill x 1", "refills none"; null where no number follows. */
function after(line: Line, i: number): { value: number; next: number } | null {
  const at = line.skip(i + 1, ...fillers);
  if (at - i > 5) return null;
  // "Refill #120" asks for a fill of 120; "Refills #2" gives their number.
  const hash = line.lexemes.slice(i + 1, at).some((piece) => piece.text === '#');
  if (hash && !/s$|^rf$/.test(line.word(i))) return null;
  if (line.is(at, 'no') || line.word(at) === 'n/a') return { value: 0, next: at + 1 };
  if (line.is(at, 'once')) return { value: 1, next: at + 1 };
  if (line.is(at, 'twice')) return { value: 2, next: at + 1 };
  const number = line.number(at);
  if (!number || number.value > most || !Number.isInteger(number.value)) return null;
  if (line.is(number.next, 'tablet', 'capsule', 'pill', 'patch', 'mg', 'month', 'day', 'week', 'hour', 'percent'))
    return null;
  const end = line.is(number.next, 'time') ? number.next + 1 : number.next;
  return { value: number.value, next: bracket(line, end) };
}

/** "2 refills", "x2 refills", "no refills", "with two additional refills". */
function ahead(line: Line, i: number): { value: number; first: number } | null {
  let at = i - 1;
  while (
    at >= 0 &&
    i - at < 4 &&
    (['additional', 'more', 'further', 'authorized', 'x', '-', ')', 'automatic'].includes(line.word(at)) ||
      line.is(at, 'time'))
  )
    at--;
  if (line.is(at, 'no') || line.word(at) === 'non') return { value: 0, first: at };
  const piece = line.at(at);
  if (!piece || piece.value === null || !line.free(at) || piece.value > most || !Number.isInteger(piece.value))
    return null;
  const withOut = line.word(at - 1) === '/' && ['w', 'with'].includes(line.word(at - 2));
  if (
    line.word(at - 1) === '#' ||
    (line.word(at - 1) === '/' && !withOut && line.at(at)!.glued) ||
    (line.word(at - 1) === '.' && line.at(at)!.glued)
  )
    return null;
  if (line.word(at - 1) === '(' && line.word(at + 1) === ')' && line.number(at - 2))
    return { value: piece.value, first: at - 2 };
  const first = ['x', '+'].includes(line.word(at - 1)) ? at - 1 : at;
  return { value: piece.value, first };
}

/** "R:1", "R x 2", "R1", "R/F 2"; "R knee" and codes such as R52 are something else. */
function letter(line: Line, i: number): { value: number; next: number } | null {
  if (line.word(i) !== 'r') return null;
  const full = line.word(i + 1) === '/' && ['f', 'fs'].includes(line.word(i + 2));
  const at = line.skip(full ? i + 3 : i + 1, ':', '=', 'x', '-', '#');
  const number = line.number(at);
  const glued = at === i + 1 && line.at(at)?.glued === true;
  if (at - i > 6 || !(at > i + 1 || glued)) return null;
  if (full && line.is(at, 'no')) return { value: 0, next: at + 1 };
  if (!number || !Number.isInteger(number.value) || number.value > (glued ? 9 : most)) return null;
  const after = line.at(number.next);
  if (
    after &&
    (after.kind === 'number' || ['/', '.', '-'].includes(after.text)) &&
    after.glued &&
    line.at(number.next + 1)?.kind === 'number'
  )
    return null;
  return line.is(number.next, 'mg', 'tablet', 'capsule', 'week', 'day', 'month', 'time')
    ? null
    : { value: number.value, next: number.next };
}

/** The number of refills, 0 where the line says that there are none; its words are taken. */
export function readRefills(line: Line): Reading<number> | null {
  for (let i = 0; i < line.length; i++) {
    if (line.word(i) === 'nr' && line.free(i)) {
      line.take(i, i + 1);
      return line.reading(0, i, i + 1);
    }
    const short = line.free(i) ? letter(line, i) : null;
    if (short) {
      line.take(i, short.next);
      return line.reading(short.value, i, short.next);
    }
    if (!line.is(i, 'refill') && line.word(i) !== 'refillable') continue;
    const before = ahead(line, i);
    const found = before?.value === 0 || !line.is(i, 'refill') ? null : after(line, i);
    const first = found ? i : before?.first;
    if (first === undefined) continue;
    const next = found?.next ?? i + 1;
    line.take(first, next);
    return line.reading((found ?? before)!.value, first, next);
  }
  return null;
}
