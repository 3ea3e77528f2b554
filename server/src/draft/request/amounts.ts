import type { Line } from './line.js';

const units: Readonly<Record<string, string>> = { mg: 'mg', mcg: 'mcg', gram: 'g', ml: 'ml', percent: '%' };

/** A strength as it stands in the line. */
export interface Strength {
  readonly amounts: readonly number[];
  readonly unit: string;
  readonly first: number;
  readonly next: number;
  /** Written "5-10 mg", which may be a range of amounts instead. */
  readonly ranged?: boolean;
}

/** The unit at `i`: "mg", "mcg/hr", "mg/5 ml", "% w/w"; `next` after it. */
export function unitAt(line: Line, i: number): { unit: string; next: number } | null {
  const at = line.word(i) === '-' && line.at(i)!.glued ? i + 1 : i;
  let unit = units[line.sense(at)];
  if (unit === undefined && line.is(at, 'unit')) unit = 'units';
  if (
    unit === undefined ||
    (line.sense(at) === 'gram' && line.word(at) === 'g' && !line.at(at)!.glued && line.at(at + 1)?.glued)
  )
    return null;
  const slash = line.word(at + 1) === '/' || line.is(at + 1, 'per');
  if (slash && unit === 'mcg' && line.is(at + 2, 'hour')) return { unit: 'mcg/h', next: at + 3 };
  if (slash && line.is(at + 2, 'ml')) return { unit: `${unit}/ml`, next: at + 3 };
  const volume = slash ? line.number(at + 2) : null;
  if (volume && line.is(volume.next, 'ml')) return { unit: `${unit}/${volume.value} ml`, next: volume.next + 1 };
  return { unit, next: at + 1 };
}

/** True for a stroke or dash between blanks, which parts the fields of a line rather than the amounts of a strength. */
export function partsFields(line: Line, i: number): boolean {
  return ['/', '-'].includes(line.word(i)) && !line.at(i)!.glued && line.at(i + 1)?.glued === false;
}

/**
 * A strength with its unit at `i`: "10/325 mg", "7.5 mg-300 mg", "5-325mg", "25 mcg/hr", "5%". `single`: the drug is no
 * combination, so that the second number of "50 mg/100" is something else.
 */
export function strengthAt(line: Line, i: number, single = false): Strength | null {
  if (line.at(i)?.kind === 'word') return spelledAt(line, i);
  const amounts: number[] = [];
  let at = i;
  let unit: { unit: string; next: number } | null = null;
  let ranged = false;
  for (let part = 0; part < 5; part++) {
    const piece = line.at(at);
    if (piece?.kind !== 'number' || !line.free(at)) break;
    const own = unitAt(line, at + 1);
    // "2% - 2 pumps", "10 mg-1 po": what follows the unit is a dose unless it is as large as a second amount.
    const other = own ? own.unit !== unit?.unit : !(piece.glued && piece.value! >= 100);
    if (unit && other && line.word(at - 1) === '-') return { amounts, unit: unit.unit, first: i, next: at - 1 };
    amounts.push(piece.value!);
    if (own) unit = own;
    const next = own ? own.next : at + 1;
    const joined = ['/', '-'].includes(line.word(next)) && line.at(next + 1)?.kind === 'number';
    const apart = own !== null && (single || partsFields(line, next)) && !unitAt(line, next + 2);
    const more = joined && !(apart && line.word(next) === '/');
    if (more && !own && line.word(next) === '-') ranged = true;
    if (!more) {
      if (own) return { amounts, unit: own.unit, first: i, next, ranged };
      return unit && amounts.length > 1 ? { amounts, unit: unit.unit, first: i, next } : null;
    }
    at = next + 1;
  }
  return null;
}

/** "Thirty mg", "two and a half milligrams". */
function spelledAt(line: Line, i: number): Strength | null {
  const number = line.number(i);
  const unit = number ? unitAt(line, number.next) : null;
  if (!number || !unit || !['mg', 'mcg', '%', 'mcg/h'].includes(unit.unit)) return null;
  return { amounts: [number.value], unit: unit.unit, first: i, next: unit.next };
}

const plain = (value: number): string => String(Number(value.toFixed(4)));

export function strengthText(amounts: readonly number[], unit: string): string {
  return `${amounts.map(plain).join('/')} ${unit}`;
}
