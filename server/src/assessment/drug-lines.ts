import type { Item, Span } from '../draft/types.js';
import { recogniseTreatments } from '../draft/treatments.js';
import { findDrug, nameWords, namesOf } from '../vocabulary/drugs.js';
import { round } from './numbers.js';

/** Something about a drug's own line that a pharmacist would ask back. */
export interface Query {
  readonly at: Span;
  readonly fill: Readonly<Record<string, string>>;
  /** What to write in its place, where that is sure. */
  readonly replacement?: string;
}

/** A name written otherwise than the vocabulary has it, read all the same: "Norko" for Norco. */
export function misspelt(item: Item): Query[] {
  const drug = item.drug ? findDrug(item.drug) : null;
  const named = drug && recogniseTreatments(item.text).find((each) => each.drug === item.drug);
  if (!drug || !named) return [];
  const written = item.text.slice(named.start, named.end);
  const words = nameWords(written);
  const known = namesOf(drug).map((name) => ({ name, words: nameWords(name) }));
  const vocabulary = new Set(known.flatMap((one) => one.words));
  const wrong = words.filter((word) => /^[a-z]{5,}$/.test(word) && !vocabulary.has(word));
  if (wrong.length !== 1) return [];
  const [word] = wrong;
  const near = known.find(
    (one) =>
      one.words.length === words.length &&
      one.words.every((right, at) => right === words[at] || (words[at] === word && isSlip(word!, right))),
  );
  if (!near) return [];
  const at = { start: item.start + named.start, end: item.start + named.end };
  const replacement = written === written.toUpperCase() ? near.name.toUpperCase() : near.name;
  return [{ at, fill: { written, name: replacement }, replacement }];
}

/** One letter more, less or other, or two changed about: what stands before and after is the same. */
function isSlip(written: string, right: string): boolean {
  let before = 0;
  while (before < Math.min(written.length, right.length) && written[before] === right[before]) before++;
  let after = 0;
  while (after < Math.min(written.length, right.length) - before && written.at(-1 - after) === right.at(-1 - after))
    after++;
  return Math.max(written.length, right.length) - before - after <= 2;
}

/** A strength in which the drug, or the brand that the line names, is not sold. */
export function unmarketed(item: Item): Query[] {
  const drug = item.drug ? findDrug(item.drug) : null;
  const strength = item.request.strength;
  if (!drug || !strength || strength.vague || drug.strengths.length === 0) return [];
  const brand = Object.entries(drug.brandStrengths ?? {})
    .filter(([name]) => item.text.toLowerCase().includes(name.toLowerCase()))
    .sort(([one], [other]) => other.length - one.length)[0];
  const sold = brand ? brand[1] : drug.strengths;
  const unit = (text: string) => text.replace(/^[\d./]+ /, '');
  if (sold.includes(strength.value) || !sold.some((each) => unit(each) === unit(strength.value))) return [];
  const at = { start: strength.start, end: strength.end };
  return [{ at, fill: { name: brand?.[0] ?? drug.name, written: strength.value, known: sold.slice(0, 8).join(', ') } }];
}

/** A quantity that does not last as long as the line itself says. */
export function mismatched(item: Item): Query[] {
  const { quantity, frequencyPerDay, dosePerAdministration, durationDays, refills } = item.request;
  const times = frequencyPerDay?.value ?? null;
  if (item.kind !== 'drug' || !quantity || !durationDays || times === null) return [];
  const perDay = times * (dosePerAdministration?.value ?? 1);
  const wanted = perDay * durationDays.value;
  // "#90, 1 refill, 60 days": the days may be those of all fills.
  const all = quantity.value * ((refills?.value ?? 0) + 1);
  if (all >= wanted * 0.9 && all <= wanted * 1.1) return [];
  // Taken as needed fewer may do; a tenth more or less is rounding.
  const short = quantity.value < wanted * 0.9 && !item.request.asNeeded;
  if (!short && quantity.value <= wanted * 1.1) return [];
  const at = { start: quantity.start, end: quantity.end };
  const fill = {
    value: String(quantity.value),
    perDay: String(round(perDay)),
    days: String(durationDays.value),
    wanted: String(round(wanted)),
  };
  return [{ at, fill }];
}
