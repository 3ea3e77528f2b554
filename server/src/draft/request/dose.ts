import type { Reading } from '../types.js';
import { unitsAt } from './quantity.js';
import type { Amount, Line } from './line.js';
import { strengthAt } from './amounts.js';
import { strengthParts } from './supply.js';

/** What is taken each time. */
export interface Dose {
  /** A verb stands before it or directions after it, so that it is no fill. */
  readonly directed?: boolean;
  readonly low: number;
  readonly high: number;
  /** Units, or `mg`, `mcg` and the like where the line gives an amount of drug. */
  readonly unit: string;
  readonly reading: Reading<number>;
}

const mostUnits = 12;

function dose(line: Line, amount: Amount, next: number, unit: string): Dose {
  line.take(amount.first, next);
  return { low: amount.low, high: amount.high, unit, reading: line.reading(amount.high, amount.first, next) };
}

/** "two 5 ml spoonfuls": so many millilitres. */
function spoonfuls(line: Line, i: number): (Amount & { unit: string }) | null {
  const count = line.free(i) ? line.amount(i) : null;
  const each = count ? line.number(count.next) : null;
  if (!count || !each || !line.is(each.next, 'ml') || !line.is(line.skip(each.next + 1, '-'), 'spoon')) return null;
  return {
    low: count.low * each.value,
    high: count.high * each.value,
    first: i,
    next: line.skip(each.next + 1, '-') + 1,
    unit: 'ml',
  };
}

/** "1-2 tabs", "10 ml", "two puffs", "1 x 2 tabs". */
function units(line: Line, directions: (i: number) => boolean): Dose[] {
  const found: Dose[] = [];
  for (let i = 0; i < line.length; i++) {
    const amount = spoonfuls(line, i) ?? unitsAt(line, i);
    if (!amount) continue;
    if (amount.high > (amount.unit === 'ml' || amount.unit === 'gram' || amount.unit === 'unit' ? 100 : mostUnits))
      continue;
    if (line.word(i - 1) === '#') continue;
    const directed = line.is(i - 1, 'take') || leadsOn(line, amount.next, directions);
    found.push({ ...dose(line, amount, amount.next, amount.unit), directed });
    i = amount.next - 1;
  }
  return found;
}

/** True where directions follow within a few words: "1 tablet of Norco by mouth twice daily". */
function leadsOn(line: Line, next: number, directions: (i: number) => boolean): boolean {
  for (let at = next; at < Math.min(line.length, next + 8); at++) {
    if (directions(at) || line.is(at, 'prn', 'route')) return true;
    if (line.at(at)!.kind === 'number' || [',', ';', '.', '#'].includes(line.word(at))) return false;
  }
  return false;
}

const beside = new Set(['-', ',', '.', ':', '(']);

/** True where what follows a bare number shows that it is a dose: a route, a frequency, "as needed", "to be taken". */
function isTaken(line: Line, next: number, directions: (i: number) => boolean): boolean {
  let at = next;
  while (beside.has(line.word(at)) && at - next < 2) at++;
  if (line.is(at, 'route') || line.is(at, 'prn') || directions(at)) return true;
  if (line.word(at) === 'by' && line.is(at + 1, 'route')) return true;
  return line.is(at, 'to') && (line.word(at + 1) === 'be' || line.is(at + 1, 'take'));
}

/** What a Roman numeral may number other than tablets: "CRPS I", "Schedule II". */
const numbered = new Set([
  'crps',
  'type',
  'stage',
  'grade',
  'phase',
  'class',
  'schedule',
  'bipolar',
  'part',
  'tylenol',
]);

/** True for "i", "ii", "iii" that a prescriber may mean for tablets; "iv" and "vi" are rather a vein and a slip. */
function mayBeRoman(line: Line, i: number): boolean {
  return /^i{1,3}$/.test(line.word(i)) && !numbered.has(line.word(i - 1));
}

/** "take 1", "1 po bid", "i-ii po q4h", "1-2 q6h", "2 to be taken". `directions` tells whether a piece begins what was read as a frequency. */
function bare(line: Line, directions: (i: number) => boolean, verbs: boolean): Dose | null {
  for (let i = 0; i < line.length; i++) {
    const amount = line.free(i) ? line.amount(i, line.is(i - 1, 'take') || mayBeRoman(line, i)) : null;
    if (!amount) continue;
    const before = line.word(i - 1);
    const after = line.sense(amount.next);
    const spoken = verbs && line.is(i - 1, 'take');
    const marked =
      ['#', 'x', '/', '$', 'at', '@', 'by', 'around'].includes(before) ||
      line.is(amount.next, 'mg', 'mcg', 'percent', 'time', 'refill', 'hour', 'day', 'week', 'month', 'container');
    if (!marked && amount.high <= 10 && (isTaken(line, amount.next, directions) || (spoken && after !== 'time'))) {
      return dose(line, amount, amount.next, '');
    }
    i = amount.next - 1;
  }
  return null;
}

/** "take 100 mg": so many milligrams, and with tablets of 50 mg two of them. */
function amountOfDrug(line: Line, strength: string | null): Dose | null {
  for (let i = 0; i < line.length; i++) {
    const found = line.free(i) ? strengthAt(line, i) : null;
    if (found?.amounts.length !== 1 || !['mg', 'mcg', 'g'].includes(found.unit)) continue;
    const amount = { low: found.amounts[0]!, high: found.amounts[0]!, first: i, next: found.next };
    const each = strength === null ? null : strengthParts(strength);
    const count = each && each.amounts.length === 1 && each.unit === found.unit ? amount.high / each.amounts[0]! : null;
    if (count === null) return strength === null ? dose(line, amount, found.next, found.unit) : null;
    if (count * 2 !== Math.round(count * 2) || count > mostUnits || count < 0.5) return null;
    return dose(line, { ...amount, low: count, high: count }, found.next, '');
  }
  return null;
}

/**
 * Reads how much is taken each time and takes those words; of several doses through the day, the largest. `fill` is a number
 * of units that stands beside the directions and so is what is dispensed: "one patch weekly, 4 patches".
 */
export function readDose(
  line: Line,
  directions: (i: number) => boolean,
  strength: string | null,
): { dose: Dose | null; fill: Reading<number> | null } {
  const found = units(line, directions);
  if (found.length > 0) {
    const told = found.filter((each) => each.directed);
    const among = told.length > 0 ? told : found;
    const numbers = among.filter((each) => each.unit === among[0]!.unit);
    const bares = allBare(line, directions, false);
    const [fill, ...fills] = found;
    // "One weekly, four patches": the directions have their own number, so the units are handed out.
    if (told.length === 0 && fills.length === 0 && bares.length > 0 && bares.every((each) => each.high < fill!.high))
      return { dose: largest(bares), fill: fill!.reading };
    for (const more of bares) numbers.push({ ...more, unit: numbers[0]!.unit });
    const dose = largest(numbers);
    const rest =
      told.length > 0 ? found.filter((each) => !each.directed && each.unit === dose.unit && each.high > dose.high) : [];
    return { dose, fill: rest.length === 1 ? rest[0]!.reading : null };
  }
  return { dose: unmarked(line, directions, strength), fill: null };
}

function unmarked(line: Line, directions: (i: number) => boolean, strength: string | null): Dose | null {
  const bares = allBare(line, directions, true);
  return bares.length > 0 ? largest(bares) : amountOfDrug(line, strength);
}

function allBare(line: Line, directions: (i: number) => boolean, verbs: boolean): Dose[] {
  const found: Dose[] = [];
  for (let next = bare(line, directions, verbs); next; next = bare(line, directions, verbs)) found.push(next);
  return found;
}

function largest(doses: readonly Dose[]): Dose {
  return doses.reduce((most, each) => (each.high > most.high ? each : most));
}
