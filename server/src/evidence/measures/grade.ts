import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { words } from './words.js';

const notGrade = new Set(words.notGrade);

/** A number with its plus or minus: "4", "4+", "5-". Strength grades are half (+) or a quarter (−) away from the number. */
function signed(line: Line, at: number): { value: number; last: number } | null {
  if (!line.isNumber(at) || line.taken[at] || !/^\d(\.\d)?$/.test(line.word(at))) return null;
  const value = Number(line.word(at));
  const sign = line.word(at + 1);
  if (sign === 'plus') return { value: value + 0.5, last: at + 1 };
  if (sign === 'minus') return { value: value - 0.25, last: at + 1 };
  if (sign === '+') return { value: value + 0.5, last: at + 1 };
  if (sign === '-' && (line.word(at + 2) === '/' || line.word(at + 2) === 'to'))
    return { value: value - 0.25, last: at + 1 };
  return { value, last: at };
}

/** Last token of "/5" or "out of 5" after a number, or -1. */
function ofFive(line: Line, at: number, near: boolean): number {
  if (line.word(at) === '/' && line.word(at + 1) === '5' && line.word(at + 2) !== '/') return at + 1;
  const place = line.word(at) === 'out' && line.word(at + 1) === 'of' ? at + 2 : line.word(at) === 'over' ? at + 1 : -1;
  return near && place > 0 && (line.word(place) === '5' || line.word(place) === 'five') ? place : -1;
}

/** Motor strength out of five: 4/5, 4+/5 (4.5), 5-/5 (4.75), "4 to 4+/5", "4 out of 5" where strength is spoken of. */
export function readGrade(line: Line): Slot[] {
  const slots: Slot[] = [];
  const near = line.hasAny(words.strengthCues);
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    if (line.word(at - 1) === '/') continue;
    const low = signed(line, at) ?? (near ? spelt(line, at) : null);
    if (!low) continue;
    let high: { value: number; last: number } | null = null;
    if (line.word(low.last + 1) === '-' || line.word(low.last + 1) === 'to') high = signed(line, low.last + 2);
    const last = ofFive(line, (high ?? low).last + 1, near);
    if (last < 0 || (high ?? low).value > 5.5 || disowned(line, at, last)) continue;
    const value = Math.min(low.value, high?.value ?? low.value, 5);
    slots.push({
      kind: 'grade',
      first: at,
      last,
      value,
      ...(high ? { to: Math.min(5, Math.max(low.value, high.value)) } : {}),
    });
    at = last;
  }
  return slots;
}

function spelt(line: Line, at: number): { value: number; last: number } | null {
  const value = words.numbers[line.word(at)];
  if (value === undefined || value > 5) return null;
  const sign = line.word(at + 1);
  if (sign === 'plus') return { value: value + 0.5, last: at + 1 };
  return sign === 'minus' ? { value: value - 0.25, last: at + 1 } : { value, last: at };
}

/** "3/5 Waddell signs", "3/5 days". */
function disowned(line: Line, first: number, last: number): boolean {
  for (let i = Math.max(0, first - 4); i < first; i++)
    if (notGrade.has(line.word(i)) && line.word(i) !== 'signs') return true;
  return notGrade.has(line.word(last + 1)) || notGrade.has(line.word(last + 2));
}

const trace = new Set(['trace', 'tr']);

/** Reflexes 0–4: "2+", "1+/4"; "2/4", "+2" and "trace" (0.5) where reflexes are spoken of. */
export function readReflex(line: Line): Slot[] {
  const slots: Slot[] = [];
  const near = line.hasAny(words.reflexCues);
  for (let at = line.next(0); at < line.size; at = line.next(at + 1)) {
    const found = reflex(line, at, near);
    if (!found) continue;
    slots.push(found);
    at = found.last;
  }
  return slots;
}

function reflex(line: Line, at: number, near: boolean): Slot | null {
  if (near && trace.has(line.word(at))) return { kind: 'reflex-grade', first: at, last: at, value: 0.5 };
  const said = near ? words.numbers[line.word(at)] : undefined;
  if (said !== undefined && said <= 4 && line.word(at + 1) === 'plus')
    return { kind: 'reflex-grade', first: at, last: at + 1, value: said };
  const before = near && line.word(at) === '+' && line.glued(at) && !line.isNumber(at - 1);
  const place = before ? at + 1 : at;
  if (!line.isNumber(place) || line.taken[place] || !/^[0-4]$/.test(line.word(place)) || line.word(at - 1) === '/')
    return null;
  const value = Number(line.word(place));
  let last = place;
  const plus = line.word(place + 1) === '+' || (near && line.word(place + 1) === 'plus');
  if (plus) last++;
  // Ranges of grades ("1-2+") keep the lower.
  const range =
    near &&
    !plus &&
    line.word(place + 1) === '-' &&
    /^[0-4]$/.test(line.word(place + 2)) &&
    line.word(place + 3) === '+';
  if (range) last = place + 3;
  if (line.word(last + 1) === '/') {
    if (line.word(last + 2) !== '4' || line.word(last + 3) === '/') return null;
    if (!near && !plus) return null;
    last += 2;
  } else if (!plus && !before && !range) {
    return null;
  }
  const next = line.tokens[last + 1];
  if (next && isUnit(next.text)) return null;
  return { kind: 'reflex-grade', first: at, last, value, ...(range ? { to: Number(line.word(place + 2)) } : {}) };
}

const unitWords = new Set([
  ...Object.values(words.timeWords).flat(),
  ...Object.values(words.units).flatMap((units) => Object.values(units).flat()),
  ...Object.values(words.countNouns).flat(),
]);

function isUnit(word: string): boolean {
  return unitWords.has(word);
}
