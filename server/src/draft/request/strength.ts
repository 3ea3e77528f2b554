import { vocabulary, type Drug } from '../../vocabulary/index.js';
import { nameWords } from '../../vocabulary/drugs.js';
import type { Reading } from '../types.js';
import { type Strength, strengthAt, strengthText } from './amounts.js';
import { dictated, implied, isSingle } from './implied.js';
import type { Line } from './line.js';

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
  if (drug && drug.strengths.length > 0) return isSingle(drug);
  return high / low < 10;
}

/** "Strength 7.5", "str: 10/325": the number at `i` is said to be the strength. */
function isLabelled(line: Line, i: number): boolean {
  let at = i - 1;
  while (i - at < 4 && [':', '=', '-', 'of', 'is'].includes(line.word(at))) at--;
  return /^(?:strength|str|stren)$/.test(line.word(at));
}

/** What is known of the line before its strength is read. */
export interface Before {
  /** The pieces after the drug's names. */
  readonly nameEnds: readonly number[];
  /** The number of units is marked, and read. */
  readonly filled: boolean;
}

/** Reads the strength and takes its words. `drug` tells what unit a bare number has. */
export function readStrength(line: Line, drug: Drug | null, { nameEnds, filled }: Before): Reading<string> | null {
  const found: Strength[] = [];
  const single = drug !== null && isSingle(drug);
  for (let i = 0; i < line.length; i++) {
    if (
      !line.free(i) ||
      line.at(i)!.kind === 'mark' ||
      (['#', ':'].includes(line.word(i - 1)) && line.word(i - 1) === '#')
    )
      continue;
    const word = line.at(i)!.kind === 'word';
    if (word && line.at(i)!.value === null && line.word(i) !== 'point') continue;
    const standing = { named: nameEnds.includes(i) || isLabelled(line, i), filled };
    const spoken = word && drug ? dictated(line, i, drug, standing) : null;
    const strength = spoken ?? strengthAt(line, i, single) ?? (drug && !word ? implied(line, i, drug, standing) : null);
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
