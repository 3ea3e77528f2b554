import type { Drug } from '../../vocabulary/index.js';
import { partsFields, type Strength, unitAt } from './amounts.js';
import type { Line } from './line.js';
import { spokenStrength } from './spoken.js';
import { strengthParts } from './supply.js';
import { countable, measured } from './units.js';

/** How sure it is that a number is a strength, from where it stands. */
export interface Standing {
  /** After the drug's name, or after a word that says so ("strength 7.5"). */
  readonly named: boolean;
  /** The number of tablets is marked elsewhere, so that this is not it. */
  readonly filled: boolean;
}

/** No fill is as large, so that "Neurontin six hundred" is a strength. */
const aboveFills = 200;

/** A dictated strength that is sold; one amount without its unit must lead on to directions, or it may be a number of tablets. */
export function dictated(line: Line, i: number, drug: Drug, { named, filled }: Standing): Strength | null {
  const found = named ? spokenStrength(line, i, drug) : null;
  if (!found) return null;
  const unit = unitAt(line, found.next);
  if (unit && unit.unit !== found.unit) return null;
  if (!unit && found.amounts.length === 1) {
    const after = line.at(found.next);
    const amount = found.amounts[0]!;
    const sure = amount >= aboveFills || (filled && amount >= 10);
    if (takesMore(line, found.next) || !(sure || (amount >= 10 && after?.kind === 'word'))) return null;
  }
  return { amounts: found.amounts, unit: found.unit, first: i, next: unit?.next ?? found.next };
}

export function known(drug: Drug, amounts: readonly number[]): string | null {
  for (const strength of drug.strengths) {
    const parts = strengthParts(strength);
    if (!parts || parts.amounts.length !== amounts.length) continue;
    const same = parts.amounts.every((amount, i) => amount === amounts[i]);
    const turned = parts.amounts.every((amount, i) => amount === amounts[amounts.length - 1 - i]);
    if (same || turned) return parts.unit;
  }
  return null;
}

function commonUnit(drug: Drug): string | null {
  const all = new Set(drug.strengths.map((strength) => strengthParts(strength)?.unit ?? ''));
  return all.size === 1 ? [...all][0]! : null;
}

const borders = new Set([',', ';', '-', '/', '|', '(', ')', '.']);

/** True for a number that is a field of the line by itself: "…, 550". */
function isField(line: Line, i: number, next: number): boolean {
  return borders.has(line.word(i - 1)) && !line.at(i)!.glued && (next >= line.length || borders.has(line.word(next)));
}

/** True for a drug whose every strength is of one ingredient. */
export function isSingle(drug: Drug): boolean {
  return drug.strengths.length > 0 && drug.strengths.every((each) => (strengthParts(each)?.amounts.length ?? 1) === 1);
}

/** A strength whose unit the line leaves out and the drug implies: "Norco 10/325", "Soma 350", "Duragesic 25". */
export function implied(line: Line, i: number, drug: Drug, { named, filled }: Standing): Strength | null {
  const amounts: number[] = [];
  let at = i;
  while (line.at(at)?.kind === 'number' && line.free(at) && amounts.length < 3) {
    amounts.push(line.at(at)!.value!);
    at++;
    if (!['/', '-'].includes(line.word(at)) || line.at(at + 1)?.kind !== 'number') break;
    if (partsFields(line, at) && (isSingle(drug) || known(drug, amounts))) break;
    at++;
  }
  if (amounts.length === 0) return null;
  const next = at;
  if (amounts.length > 1) {
    const unit = known(drug, amounts);
    const combination = drug.strengths.some((strength) => (strengthParts(strength)?.amounts.length ?? 0) > 1);
    const usual = combination ? commonUnit(drug) : null;
    if (!unit && !(usual && amounts.every((amount, k) => k === 0 || amount >= 100))) return null;
    return { amounts, unit: unit ?? usual!, first: i, next };
  }
  if (takesMore(line, next)) return null;
  const sold = known(drug, amounts);
  if (!named) return sold && filled && isField(line, i, next) ? { amounts, unit: sold, first: i, next } : null;
  const unit = sold ?? firstOfCombination(drug, amounts[0]!);
  if (unit) return { amounts, unit, first: i, next };
  const usual = commonUnit(drug);
  return usual && !Number.isInteger(amounts[0]!) ? { amounts, unit: usual, first: i, next } : null;
}

function firstOfCombination(drug: Drug, amount: number): string | null {
  const of = drug.strengths
    .map(strengthParts)
    .find((parts) => parts && parts.amounts.length > 1 && parts.amounts[0] === amount);
  return of?.unit ?? null;
}

const counted = new Set([
  ...countable,
  ...measured,
  ...['time', 'day', 'week', 'month', 'hour', 'refill', 'visit', 'container', 'count'],
]);

/** True where a number belongs to what follows it: "1 tablet", "2 x a day", "10 days", "2/day". */
function takesMore(line: Line, next: number): boolean {
  const at = line.skip(next, '-');
  return (
    counted.has(line.sense(at)) ||
    (line.is(at, 'per', 'every') && !line.at(at)!.text.startsWith('e')) ||
    (line.word(at) === '/' && (!partsFields(line, at) || counted.has(line.sense(at + 1))))
  );
}
