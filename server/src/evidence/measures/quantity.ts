import type { Token } from '../../patterns/types.js';
import { type Line, phrases } from './line.js';
import { table, words } from './words.js';

/** A number or a range as written, before its unit. */
export interface Quantity {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly to?: number;
  /** Letters that follow within the same token: "x6wks". */
  readonly unit?: string;
}

const vulgar = table({ '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 });
const fractions = new Set(['1/2', '1/3', '2/3', '1/4', '3/4']);
const below = phrases(words.below);
const atMost = phrases(words.atMost);

/** The simple fraction that stands at a place: "1/2", "½". */
function fraction(line: Line, at: number): { last: number; value: number } | null {
  const sign = vulgar[line.word(at)];
  if (sign !== undefined) return { last: at, value: sign };
  if (!line.isNumber(at) || line.word(at + 1) !== '/' || !line.isNumber(at + 2)) return null;
  if (!fractions.has(`${line.word(at)}/${line.word(at + 2)}`) || line.word(at + 3) === '/') return null;
  return { last: at + 2, value: Number(line.word(at)) / Number(line.word(at + 2)) };
}

function figure(line: Line, at: number): Quantity | null {
  const part = fraction(line, at);
  if (part) return { first: at, last: part.last, value: part.value };
  const value = Number(line.word(at));
  const joined = line.word(at + 1) === '-' && line.glued(at) ? at + 2 : at + 1;
  const rest = Number.isInteger(value) ? fraction(line, joined) : null;
  if (rest && (line.isNumber(joined) ? !line.glued(at) || joined === at + 2 : true)) {
    return { first: at, last: rest.last, value: value + rest.value };
  }
  return { first: at, last: at, value };
}

function spelt(line: Line, at: number): Quantity | null {
  const start = words.numbers[line.word(at)];
  if (start === undefined) return null;
  let value = start;
  let last = at;
  const unit = words.numbers[line.word(last + 1)];
  if (value >= 20 && value % 10 === 0 && unit !== undefined && unit > 0 && unit < 10) {
    value += unit;
    last++;
  }
  if (line.word(last + 1) === 'hundred') {
    value *= 100;
    last++;
    const rest = line.word(last + 1) === 'and' ? last + 2 : last + 1;
    const more = spelt(line, rest);
    if (more && more.value < 100) {
      value += more.value;
      last = more.last;
    }
  }
  if (line.word(last + 1) === 'and' && line.word(last + 2) === 'a' && line.word(last + 3) === 'half') {
    value += 0.5;
    last += 3;
  }
  // "six (6)" says it twice.
  if (line.word(last + 1) === '(' && Number(line.word(last + 2)) === value && line.word(last + 3) === ')') last += 3;
  return { first: at, last, value };
}

/** A quick look that spares most words the rest. */
function startsNumber({ kind, text }: Token): boolean {
  if (kind === 'number') return true;
  if (kind === 'mark') return text in vulgar;
  return text in words.numbers || (text.charCodeAt(0) === 0x78 && text.length > 1);
}

const withTimes = /^x(\d{1,3})([a-z]*)$/;

/** One number, in figures or words; no range. */
export function readNumber(line: Line, at: number): Quantity | null {
  const token = line.tokens[at];
  if (!token || !startsNumber(token)) return null;
  if (token.kind === 'number') {
    const found = figure(line, at)!;
    if (line.word(found.last + 1) === '(' && words.numbers[line.word(found.last + 2)] === found.value) {
      if (line.word(found.last + 3) === ')') return { ...found, last: found.last + 3 };
    }
    return found;
  }
  if (token.kind === 'mark')
    return vulgar[token.text] === undefined ? null : { first: at, last: at, value: vulgar[token.text]! };
  const times = withTimes.exec(token.text);
  if (times) return { first: at, last: at, value: Number(times[1]), ...(times[2] ? { unit: times[2] } : {}) };
  return spelt(line, at);
}

const rangeWords = new Set(['-', 'to', 'or', 'through']);

/**
 * A number or an ascending range ("6-8", "six to eight", "between 6 and 8"). "Less than 6" is from 0 to just below 6,
 * "no more than 6" from 0 to 6, so that no condition takes them for six.
 */
export function readQuantity(line: Line, at: number): Quantity | null {
  const low = readNumber(line, at);
  if (!low || line.isTaken(low.first, low.last)) return null;
  // "5/6 - 60%" is a day and a share.
  const inDate = line.word(low.first - 1) === '/' && line.isNumber(low.first - 2) && !line.glued(low.last);
  const range = low.unit === undefined && !inDate ? upper(line, low) : null;
  if (range) return range;
  if (below.before(line, at)) return { ...low, value: 0, to: low.value * (1 - 1e-6) };
  if (atMost.before(line, at)) return { ...low, value: 0, to: low.value };
  const plus = line.word(low.last + 1) === '+' && line.glued(low.last) && low.unit === undefined;
  return plus ? { ...low, last: low.last + 1 } : low;
}

function upper(line: Line, low: Quantity): Quantity | null {
  const between = line.word(low.first - 1) === 'between' && line.word(low.last + 1) === 'and';
  if (!between && !rangeWords.has(line.word(low.last + 1))) return null;
  const high = readNumber(line, low.last + 2);
  if (!high || high.value <= low.value || line.isTaken(high.first, high.last)) return null;
  return { ...high, first: low.first, value: low.value, to: high.value };
}

/** The value and upper end of a quantity in another unit. */
export function scaled(quantity: Quantity, factor: number): { value: number; to?: number } {
  const value = quantity.value * factor;
  return quantity.to === undefined ? { value } : { value, to: quantity.to * factor };
}

/** Where the unit of a quantity stands: after a hyphen too ("6-week"). */
export function unitPlace(line: Line, quantity: Quantity): number {
  const next = quantity.last + 1;
  return line.word(next) === '-' && line.glued(quantity.last) ? next + 1 : next;
}
