import type { Drug } from '../../vocabulary/index.js';
import { recogniseTreatments } from '../treatments.js';
import type { Reading } from '../types.js';
import { findAsNeeded, readReason } from './as-needed.js';
import { type Dose, readDose } from './dose.js';
import { readDuration } from './duration.js';
import { readFrequency } from './frequency.js';
import { Line } from './line.js';
import { readMaximum } from './maximum.js';
import {
  type Fill,
  readBesideRefills,
  readLeadingQuantity,
  readMarkedQuantity,
  readOwnField,
  readPlainQuantity,
  readUnitsOf,
} from './quantity.js';
import { readRefills } from './refills.js';
import { drugNamed, namedStrength, readStrength } from './strength.js';
import { strengthParts } from './supply.js';

/** A drug's directions and supply, each with its place. */
export interface SigReadings {
  readonly strength: Reading<string> | null;
  readonly dose: Dose | null;
  readonly frequency: Reading<number | null> | null;
  readonly perDayLow: number | null;
  readonly maximumPerDay: Reading<number> | null;
  readonly asNeeded: Reading<string | null> | null;
  readonly duration: Reading<number> | null;
  readonly quantity: Reading<number> | null;
  readonly refills: Reading<number> | null;
}

/** Dates ("Rx 06/10/15") and clock times, which hold numbers that are nothing else. */
export function takeDates(line: Line): void {
  for (const found of line.text.matchAll(/(?<!\d)\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?!\d)/g))
    line.takeSpan(found.index, found.index + found[0].length);
  for (const found of line.text.matchAll(/(?<!\d)\d{1,2}:\d{2}(?!\d)/g))
    line.takeSpan(found.index, found.index + found[0].length);
}

function nameIn(
  line: Line,
  text: string,
): { first: number; next: number; ends: readonly number[]; drug: string | null; written: string } | null {
  const found = recogniseTreatments(text).filter((each) => each.kind === 'drug');
  if (found.length === 0) return null;
  for (const each of found) line.takeSpan(each.start, each.end);
  const { start, end, drug } = found[0]!;
  const ends = found.map((each) => line.skip(line.pieceAfter(each.end), '-', ',', ':', '(', ')'));
  return { first: line.pieceAfter(start), next: line.pieceAfter(end), ends, drug, written: text.slice(start, end) };
}

function directed(line: Line): { first: number; next: number } | null {
  for (let i = 0; i < line.length; i++) {
    if (!line.free(i) || !line.is(i, 'directed')) continue;
    const before = line.is(i - 1, 'as') || line.word(i - 1) === 'per' ? i - 1 : i;
    if (before === i && !/^(?:ud|uad|utd|tud|directions|instructions)$/.test(line.word(i))) continue;
    line.take(before, i + 1);
    return { first: before, next: i + 1 };
  }
  return null;
}

/** "Prednisone 40 mg daily": no tablet has 40 mg, so it is an amount to take. */
function amountAsDose(drug: Drug | null, strength: Reading<string> | null): Dose | null {
  const parts = strength ? strengthParts(strength.value) : null;
  if (!drug || !strength || parts?.amounts.length !== 1 || parts.unit !== 'mg' || drug.strengths.length === 0)
    return null;
  const all = drug.strengths.flatMap((each) => strengthParts(each)?.amounts ?? []);
  const amount = parts.amounts[0]!;
  if (all.some((each) => each >= amount) && !all.some((each) => each < amount && Number.isInteger(amount / each)))
    return null;
  return all.includes(amount)
    ? null
    : { low: amount, high: amount, unit: 'mg', reading: { ...strength, value: amount } };
}

/** Reads a drug's line. `drug`: what the draft takes it for; where null, the name in the line tells. */
export function readSigLine(text: string, drug: Drug | null): SigReadings {
  const line = new Line(text);
  takeDates(line);
  // The number of a list's entry.
  if (line.at(0)?.kind === 'number' && ['.', ')'].includes(line.word(1))) line.take(0, 2);
  const name = nameIn(line, text);
  const of = drug ?? drugNamed(name?.drug ?? null);
  const given = of && name ? namedStrength(of, name.written) : null;
  const refills = readRefills(line);
  let quantity = readMarkedQuantity(line) ?? (name ? readUnitsOf(line, name) : null);
  const written = readStrength(line, of, { nameEnds: name?.ends ?? [], filled: quantity !== null });
  // "Tylenol #3 (APAP/codeine 300/30)": amounts that are written out stand as they are written.
  const strength = given && !written?.value.includes('/') ? line.reading(given, name!.first, name!.next) : written;
  const maximumPerDay = readMaximum(line);
  const prn = findAsNeeded(line);
  const before = line.lexemes.map((_, i) => line.free(i));
  const { frequency, vague } = readFrequency(line);
  const after = line.lexemes.map((_, i) => line.free(i));
  const isFrequency = (i: number) => before[i] === true && after[i] === false;
  const duration = readDuration(line);
  const fill: Fill = {
    name,
    patch: of?.forms.every((form) => form === 'patch') ?? false,
    hasFrequency: frequency !== null,
  };
  quantity ??=
    readLeadingQuantity(line, fill) ??
    readPlainQuantity(line, fill) ??
    readBesideRefills(line, refills) ??
    (strength && frequency ? readOwnField(line) : null);
  const taken = readDose(line, isFrequency, strength?.value ?? null);
  quantity ??= taken.fill;
  const dose = taken.dose ?? amountAsDose(of, strength);
  const told = directed(line);
  const asNeeded = prn ? readReason(line, prn) : null;
  let often: Reading<number | null> | null = frequency?.reading ?? vague;
  if (!often && told) often = line.reading(null, told.first, told.next, 'as directed');
  if (!often && maximumPerDay) often = { ...maximumPerDay, value: null, vague: 'only the most a day is said' };
  if (!often && prn) often = line.reading(null, prn.first, prn.next, 'as needed, how often is not said');
  return {
    strength,
    dose,
    frequency: often,
    perDayLow: frequency?.low ?? null,
    maximumPerDay,
    asNeeded,
    duration,
    quantity,
    refills,
  };
}

/** A drug's directions alone, as plain values. */
export interface Sig {
  /** Units each time, or an amount of drug (see doseUnit): both ends of the range. */
  readonly dose: readonly [number, number] | null;
  readonly doseUnit: string;
  readonly perDay: { readonly low: number; readonly high: number; readonly value: number } | null;
  readonly prn: boolean;
  readonly prnReason: string | null;
  readonly durationDays: number | null;
  readonly quantity: number | null;
  readonly refills: number | null;
  readonly strength: string | null;
  readonly maximumPerDay: number | null;
  /** Why no frequency could be given, where the words are there but say none. */
  readonly vague?: string;
}

/** Reads a drug's directions ("Take 1-2 tablets every 4 to 6 hours as needed for pain"). Nothing is guessed. */
export function readSig(text: string): Sig {
  const read = readSigLine(text, null);
  const value = read.frequency?.value ?? null;
  const low = read.perDayLow ?? value;
  const vague = read.frequency?.vague;
  return {
    dose: read.dose ? [read.dose.low, read.dose.high] : null,
    doseUnit: read.dose?.unit ?? '',
    perDay: value === null || low === null ? null : { low, high: value, value },
    prn: read.asNeeded !== null,
    prnReason: read.asNeeded?.value ?? null,
    durationDays: read.duration?.value ?? null,
    quantity: read.quantity?.value ?? null,
    refills: read.refills?.value ?? null,
    strength: read.strength?.value ?? null,
    maximumPerDay: read.maximumPerDay?.value ?? null,
    ...(vague === undefined ? {} : { vague }),
  };
}
