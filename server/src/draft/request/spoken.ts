import type { Drug } from '../../vocabulary/index.js';
import type { Line } from './line.js';
import { strengthParts } from './supply.js';

const mostWords = 12;

interface SpokenNumber {
  readonly value: number;
  readonly next: number;
}

const isRoman = (word: string) => /^[ivx]+$/.test(word);

function wordNumber(line: Line, i: number): number | null {
  const piece = line.at(i);
  return piece?.kind === 'word' && line.free(i) && !isRoman(piece.text) && Number.isInteger(piece.value)
    ? piece.value
    : null;
}

/**
 * A dictated quantity at `i`: "one twenty" is 120, "ninety" 90. In "ninety one tablet twice a day" the one is the dose: a last
 * digit belongs to the quantity only where it is hyphened or nothing of the directions follows it. Null where the number is
 * not dictated in tens.
 */
export function spokenQuantity(line: Line, i: number): SpokenNumber | null {
  const first = wordNumber(line, i);
  if (first === null) return null;
  // "one-twenty"; a hyphened digit ("twenty-one") is read below.
  const at = first <= 9 && line.word(i + 1) === '-' && line.at(i + 1)!.glued && line.at(i + 2)?.glued ? i + 2 : i + 1;
  const second = wordNumber(line, at);
  const small = first >= 1 && first <= 9 && second !== null;
  const full = small && second === 100;
  const rest = full ? line.skip(at + 1, 'and', '-') : at;
  const hundreds = small && (full || (second >= 10 && second <= 99));
  const tens = (hundreds ? wordNumber(line, rest) : first) ?? 0;
  if (full && (tens < 10 || tens > 99)) return { value: first * 100, next: at + 1 };
  if (!hundreds && (tens < 20 || tens > 90 || tens % 10 !== 0)) return null;
  const base = hundreds ? first * 100 + tens : tens;
  const next = hundreds ? rest + 1 : i + 1;
  const hyphen = line.word(next) === '-' && line.at(next)!.glued;
  const digit = tens % 10 === 0 ? wordNumber(line, hyphen ? next + 1 : next) : null;
  if (digit === null || digit < 1 || digit > 9) return { value: base, next };
  const end = hyphen ? next + 2 : next + 1;
  const closed = end >= line.length || line.at(end)!.kind === 'mark' || line.is(end, 'no', 'refill', 'with');
  return hyphen || closed ? { value: base + digit, next: end } : { value: base, next };
}

/** How a number under a thousand is dictated: 325 is "three twenty five", "three hundred twenty five" or "three two five". */
function spokenAs(amount: number): string[] {
  const [whole = 0, part] = String(amount).split('.').map(Number);
  const point = part === undefined ? '' : ` . ${String(amount).split('.')[1]!.split('').join(' ')}`;
  const below = (value: number) =>
    value === 0 ? '' : value <= 20 || value % 10 === 0 ? String(value) : `${value - (value % 10)} ${value % 10}`;
  if (whole >= 1000) return [];
  const rest = below(whole % 100);
  if (whole < 100)
    return [
      `${rest === '' ? '0' : rest}${point}`,
      ...(part === 5 && whole > 0 ? [`${rest} 0.5`] : []),
      ...(whole === 0 ? [point.trim()] : []),
    ];
  const hundreds = Math.floor(whole / 100);
  const ways = [`${hundreds} 100 ${rest}`.trim()];
  if (whole % 100 >= 10) ways.push(`${hundreds} ${rest}`, String(whole).split('').join(' '));
  return ways.map((way) => way + point);
}

/** Numbers from `i` on as they are said, a decimal point as "."; `ends[k]` is the piece after the k-th. */
function said(line: Line, i: number): { words: string[]; ends: number[] } {
  const words: string[] = [];
  const ends: number[] = [];
  for (let at = i; at < line.length && words.length < mostWords && line.free(at); at++) {
    const piece = line.at(at)!;
    const joins = ['-', '/', 'and', 'slash', 'over', 'a', 'by'].includes(piece.text);
    if (piece.text === 'point' || piece.text === '.') words.push('.');
    else if (piece.kind === 'word' && piece.value !== null && !isRoman(piece.text)) words.push(String(piece.value));
    else if (joins && words.length > 0) continue;
    else break;
    ends.push(at + 1);
  }
  return { words, ends };
}

/**
 * A dictated strength of the drug at `i`, such as "ten three twenty five": only one that is sold, and the whole of what is
 * said at least where it combines two amounts. Null where none fits.
 */
export function spokenStrength(
  line: Line,
  i: number,
  drug: Drug,
): { amounts: readonly number[]; unit: string; next: number } | null {
  const { words, ends } = said(line, i);
  if (words.length === 0) return null;
  let best: { amounts: readonly number[]; unit: string; length: number } | null = null;
  for (const strength of drug.strengths) {
    const parts = strengthParts(strength);
    if (!parts || parts.amounts.length > 3) continue;
    let forms = [''];
    for (const amount of parts.amounts)
      forms = forms.flatMap((form) => spokenAs(amount).map((way) => `${form} ${way}`.trim()));
    for (const form of forms) {
      const length = form.split(' ').length;
      if (form === '' || words.slice(0, length).join(' ') !== form || (best && length <= best.length)) continue;
      best = { amounts: parts.amounts, unit: parts.unit, length };
    }
  }
  return best ? { amounts: best.amounts, unit: best.unit, next: ends[best.length - 1]! } : null;
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const canonical = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/**
 * A quantity in Roman numerals ("XC", "C", "CXX") at `i`. A row of X alone may be a blank still to be filled, and counts only
 * where the number follows in brackets.
 */
export function romanQuantity(line: Line, i: number): SpokenNumber | null {
  const piece = line.at(i);
  if (piece?.kind !== 'word' || !line.free(i) || piece.text.length > 8 || !canonical.test(piece.text)) return null;
  const after = line.at(i + 1);
  if (after?.glued && !['.', ',', ';', ')', '(', '*'].includes(after.text)) return null;
  let value = 0;
  for (let at = 0; at < piece.text.length; at++) {
    const own = romans[piece.text[at]!]!;
    value += own < (romans[piece.text[at + 1] ?? ''] ?? 0) ? -own : own;
  }
  const repeated = line.word(i + 1) === '(' && line.at(i + 2)?.value === value && line.word(i + 3) === ')';
  if (repeated) return { value, next: i + 4 };
  const written = line.text.slice(piece.start, piece.end);
  const single = written.length === 1 && !['C', 'L'].includes(written);
  return single || /^x+$/.test(piece.text) || value < 10 || value > 500 ? null : { value, next: i + 1 };
}
