import { normalise } from '../../patterns/index.js';
import type { Reading } from '../types.js';

const last: Readonly<Record<string, number>> = { C: 8, T: 12, L: 5, S: 5 };
const order = ['C', 'T', 'L', 'S'];

interface Point {
  readonly region: string;
  readonly number: number;
}

/** Position along the spine, C1 = 1; C8 is a root only and shares its place with T1's disc. */
function place(point: Point): number {
  let sum = 0;
  for (const region of order) {
    if (region === point.region) return sum + point.number;
    sum += region === 'C' ? 7 : last[region]!;
  }
  return sum;
}

function pointAt(position: number): Point {
  let rest = position;
  for (const region of order) {
    const count = region === 'C' ? 7 : last[region]!;
    if (rest <= count) return { region, number: rest };
    rest -= count;
  }
  return { region: 'S', number: 5 };
}

/** The discs from one vertebra to another: L4 to S1 gives L4-5 and L5-S1; empty where the second is not below the first. */
function discs(from: Point, to: Point): string[] {
  const out: string[] = [];
  for (let at = place(from); at < place(to); at++) {
    const upper = pointAt(at);
    const lower = pointAt(at + 1);
    out.push(
      upper.region === lower.region
        ? `${upper.region}${upper.number}-${lower.number}`
        : `${upper.region}${upper.number}-${lower.region}${lower.number}`,
    );
  }
  return out;
}

function valid(region: string, number: number): boolean {
  return number >= 1 && number <= (last[region] ?? 0);
}

const start = /([ctls])(-| )?(\d{1,2})(?![\d%]|\.\d)/y;
const step = / ?(-|\/|to(?= )|through|thru|and(?= ?\d-)) ?([ctls])?-?(\d{1,2}|l\b)(?![\d%]|\.\d)/y;
const direct = /([ls])(\d)(?!\d)/y;
const listed = /, ?(\d)(?![\d%]|x|[.-]\d| ?(?:mg|tab|x(?! ?\d)|times|weeks|visits|per))/y;
// "L3, 4 and 5": only the next vertebra, or the number is of something else.
const lastListed =
  /,? ?(?:and|&|\+) ?(\d)(?![\d%]|x|[.-]\d| ?(?:mg|tab|x|times?|weeks?|days?|months?|visits?|sessions?|sites?|trigger|per)\b)/y;

/** The number of a later point: "L5-1" means S1. */
function following(from: Point, region: string | undefined, number: number): Point | null {
  if (region) return valid(region, number) ? { region, number } : null;
  if (valid(from.region, number) && number > from.number) return { region: from.region, number };
  const below = order[order.indexOf(from.region) + 1];
  return number === 1 && below && from.number === (from.region === 'C' ? 7 : last[from.region])
    ? { region: below, number }
    : null;
}

/**
 * Spinal levels in a text: discs (`L4-5`), a range spelled out ("L4-S1" gives `L4-5`, `L5-S1`), single roots as written (`L4`).
 * Each is given once, with the place of the words that say it.
 */
export function readLevels(text: string): Reading<string>[] {
  const plain = normalise(text);
  const out: Reading<string>[] = [];
  const add = (value: string, from: number, end: number) => {
    if (!out.some((each) => each.value === value)) out.push({ value, start: from, end });
  };
  const letters = /[ctls]/g;
  for (let found = letters.exec(plain); found; found = letters.exec(plain)) {
    const from = found.index;
    if (from > 0 && /[a-z0-9'.]/.test(plain[from - 1]!) && !/[ls]\d$/.test(plain.slice(Math.max(0, from - 2), from)))
      continue;
    start.lastIndex = from;
    const first = start.exec(plain);
    if (!first) continue;
    const chain = readChain(plain, text, first, from);
    if (!chain) continue;
    for (const value of chain.values) add(value, from, chain.end);
    letters.lastIndex = chain.end;
  }
  return out;
}

function readChain(
  plain: string,
  text: string,
  first: RegExpExecArray,
  from: number,
): { values: string[]; end: number } | null {
  const region = first[1]!.toUpperCase();
  let number = Number(first[3]);
  const values: string[] = [];
  let end = start.lastIndex;
  let point: Point;
  if (
    number > 9 &&
    !valid(region, number) &&
    valid(region, Math.floor(number / 10)) &&
    number % 10 === Math.floor(number / 10) + 1
  ) {
    // "L45" for L4-5.
    point = { region, number: number % 10 };
    values.push(...discs({ region, number: Math.floor(number / 10) }, point));
    number = point.number;
  } else if (valid(region, number)) point = { region, number };
  else return null;
  const head = point;
  for (let turn = 0; turn < 8; turn++) {
    step.lastIndex = end;
    direct.lastIndex = end;
    const next = step.exec(plain);
    const glued = next ? null : direct.exec(plain);
    if (!next && !glued) break;
    const to = next
      ? following(point, next[2]?.toUpperCase(), next[3] === 'l' ? 1 : Number(next[3]))
      : following(point, glued![1]!.toUpperCase(), Number(glued![2]));
    if (!to) break;
    end = next ? step.lastIndex : direct.lastIndex;
    if (place(to) < place(point)) {
      if (values.length === 0) return null;
      break;
    }
    values.push(...discs(point, to));
    point = to;
  }
  const tail = plain.slice(end, end + 10);
  if (values.length > 0) return { values, end };
  if (first[2] === ' ' || /^ ?-?(?:weighted|joint)/.test(tail) || /^ ?#/.test(tail)) return null;
  if (first[2] === '-' && text[from] !== text[from]!.toUpperCase()) return null;
  values.push(`${head.region}${head.number}`);
  for (let turn = 0; turn < 6; turn++) {
    listed.lastIndex = end;
    const more = listed.exec(plain);
    if (!more || !valid(region, Number(more[1]))) break;
    values.push(`${region}${more[1]}`);
    end = listed.lastIndex;
  }
  lastListed.lastIndex = end;
  const final = lastListed.exec(plain);
  const before = Number(values.at(-1)!.slice(1));
  if (final && valid(region, before + 1) && Number(final[1]) === before + 1) {
    values.push(`${region}${final[1]}`);
    end = lastListed.lastIndex;
  }
  return { values, end };
}
