import { vocabulary, type Drug } from '../../vocabulary/index.js';
import { nameWords } from '../../vocabulary/drugs.js';
import type { Reading } from '../types.js';
import type { Line } from './line.js';
import { spokenStrength } from './spoken.js';
import { strengthParts } from './supply.js';

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
function unitAt(line: Line, i: number): { unit: string; next: number } | null {
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

/** A strength with its unit at `i`: "10/325 mg", "7.5 mg-300 mg", "5-325mg", "25 mcg/hr", "5%". */
export function strengthAt(line: Line, i: number): Strength | null {
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
    const more = ['/', '-'].includes(line.word(next)) && line.at(next + 1)?.kind === 'number';
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

/** A dictated strength that is sold; one amount without its unit must lead on to directions, or it may be a number of tablets. */
function dictated(line: Line, i: number, drug: Drug, named: boolean): Strength | null {
  const found = named ? spokenStrength(line, i, drug) : null;
  if (!found) return null;
  const unit = unitAt(line, found.next);
  if (unit && unit.unit !== found.unit) return null;
  if (!unit && found.amounts.length === 1) {
    const after = line.at(found.next);
    if (found.amounts[0]! < 10 || after?.kind !== 'word' || takesMore(line, found.next)) return null;
  }
  return { amounts: found.amounts, unit: found.unit, first: i, next: unit?.next ?? found.next };
}

const plain = (value: number): string => String(Number(value.toFixed(4)));

export function strengthText(amounts: readonly number[], unit: string): string {
  return `${amounts.map(plain).join('/')} ${unit}`;
}

function known(drug: Drug, amounts: readonly number[]): string | null {
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

/** A strength whose unit the line leaves out and the drug implies: "Norco 10/325", "Soma 350", "Duragesic 25". */
function implied(line: Line, i: number, drug: Drug, named: boolean): Strength | null {
  const amounts: number[] = [];
  let at = i;
  while (line.at(at)?.kind === 'number' && line.free(at) && amounts.length < 3) {
    amounts.push(line.at(at)!.value!);
    at++;
    if (!['/', '-'].includes(line.word(at)) || line.at(at + 1)?.kind !== 'number') break;
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
  if (!named || takesMore(line, next)) return null;
  const unit = known(drug, amounts) ?? firstOfCombination(drug, amounts[0]!);
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
  'tablet',
  'capsule',
  'pill',
  'patch',
  'puff',
  'spray',
  'drop',
  'time',
  'day',
  'week',
  'month',
  'hour',
  'refill',
  'visit',
  'ml',
  'gram',
  'container',
  'dose',
  'film',
  'count',
]);

/** True where a number belongs to what follows it: "1 tablet", "2 x a day", "10 days". */
function takesMore(line: Line, next: number): boolean {
  const at = line.skip(next, '-');
  return (
    counted.has(line.sense(at)) ||
    (line.is(at, 'per', 'every') && !line.at(at)!.text.startsWith('e')) ||
    line.word(at) === '/'
  );
}

/** The entry's strengths, and where the name itself gives one ("Tylenol #3"), that. */
export function namedStrength(drug: Drug, name: string): string | null {
  const key = nameWords(name).join(' ');
  for (const [brand, strengths] of Object.entries(drug.brandStrengths ?? {})) {
    if (/\d|iii/.test(brand) && strengths.length === 1 && nameWords(brand).join(' ') === key) return strengths[0]!;
  }
  return null;
}

function isTransdermal(drug: Drug | null): boolean {
  return drug !== null && drug.strengths.length > 0 && drug.strengths.every((strength) => strength.endsWith('mcg/h'));
}

/** True for "apply 2 g", "take 100 mg": an amount to take, where the strength is said elsewhere. */
function isDose(line: Line, found: Strength, named: boolean): boolean {
  if (!named && found.first === 0 && found.amounts.length === 1 && found.unit !== '%') return true;
  return line.is(found.first - 1, 'take') || (found.unit === 'g' && found.amounts[0]! <= 10) || found.unit === 'ml';
}

/** "(10 mg total)": what the tablets of a dose come to. */
function isTotal(line: Line, found: Strength): boolean {
  return line.word(found.next) === 'total' || (line.word(found.next) === 'each' && line.word(found.first - 1) === '(');
}

/** "5-10 mg" of a drug that is no combination, or of nobody knows what with two amounts near each other. */
function isRange(found: Strength, drug: Drug | null): boolean {
  const [low, high] = found.amounts;
  if (
    !['mg', 'mcg'].includes(found.unit) ||
    found.amounts.length !== 2 ||
    low === undefined ||
    high === undefined ||
    high <= low
  )
    return false;
  if (drug && drug.strengths.length > 0)
    return drug.strengths.every((strength) => (strengthParts(strength)?.amounts.length ?? 1) === 1);
  return high / low < 10;
}

/** Reads the strength and takes its words. `drug` tells what unit a bare number has; `nameEnd` is the piece after its name. */
export function readStrength(line: Line, drug: Drug | null, nameEnd: number): Reading<string> | null {
  const found: Strength[] = [];
  for (let i = 0; i < line.length; i++) {
    if (
      !line.free(i) ||
      line.at(i)!.kind === 'mark' ||
      (['#', ':'].includes(line.word(i - 1)) && line.word(i - 1) === '#')
    )
      continue;
    const word = line.at(i)!.kind === 'word';
    if (word && line.at(i)!.value === null && line.word(i) !== 'point') continue;
    const spoken = word && drug ? dictated(line, i, drug, i === nameEnd) : null;
    const strength = spoken ?? strengthAt(line, i) ?? (drug && !word ? implied(line, i, drug, i === nameEnd) : null);
    if (!strength) continue;
    if (isTotal(line, strength) || (strength.ranged && isRange(strength, drug)))
      line.take(strength.first, strength.next);
    else found.push(strength);
    i = strength.next - 1;
  }
  const strengths = found.filter(
    (each) => !isDose(line, each, drug !== null) && !(each.unit === 'g' && each.amounts[0]! >= 15),
  );
  const only = drug && found.length === 1 && found[0]!.unit !== 'g' && found[0]!.unit !== 'ml' ? found[0] : undefined;
  const chosen = strengths[0] ?? only;
  if (!chosen) return null;
  const percents = chosen.unit === '%' ? strengths.filter((each) => each.unit === '%') : [chosen];
  for (const each of percents) line.take(each.first, each.next);
  const amounts = percents.flatMap((each) => each.amounts);
  const unit = isTransdermal(drug) && chosen.unit === 'mcg' ? 'mcg/h' : chosen.unit;
  return line.reading(strengthText(amounts, unit), chosen.first, percents.at(-1)!.next);
}

/** The drug of that name in the vocabulary. */
export function drugNamed(name: string | null): Drug | null {
  return name === null ? null : (vocabulary.drugs.find((drug) => drug.name === name) ?? null);
}
