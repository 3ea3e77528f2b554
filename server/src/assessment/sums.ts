import { toDayNumber } from '../draft/dates.js';
import { strengthParts } from '../draft/request/supply.js';
import type { Drug } from '../vocabulary/index.js';
import { findDrug } from '../vocabulary/drugs.js';
import type { Case, CurrentDrug, Sum } from './case.js';
import { round } from './numbers.js';
import { evidenceOf, measuresIn, statementsOn } from './statements.js';
import type { Evidence } from './types.js';

type Sums = Map<string, Sum>;
const say = (value: number): string => String(round(value));

/**
 * What the item adds up to, by measure: daysSupply, courseDays, durationOfUseDays, dailyMg, mme, acetaminophenMg, visits, totalVisits,
 * visitsPerWeek, weeks, hoursPerWeek, count, levels, quantity, refills. A measure that the draft does not give is absent.
 */
export function sumsOf(one: Omit<Case, 'sums'>): Sums {
  const sums: Sums = new Map();
  const here: Evidence = { start: one.item.start, end: one.item.end, text: one.item.text };
  const put = (
    measure: string,
    value: number | null | undefined,
    how: string,
    evidence: readonly Evidence[] = [here],
  ) => {
    if (value !== null && value !== undefined && Number.isFinite(value)) sums.set(measure, { value, how, evidence });
  };
  const { request } = one.item;
  put('quantity', request.quantity?.value, `${request.quantity?.value} dispensed`);
  put('refills', request.refills?.value, `${request.refills?.value} refills`);
  put('count', request.count?.value, `${request.count?.value} asked for`);
  put('visitsPerWeek', request.visitsPerWeek?.value, `${request.visitsPerWeek?.value} a week`);
  put('weeks', request.weeks?.value, `${request.weeks?.value} weeks`);
  if (request.levels.length > 0) {
    const levels = [...new Set(request.levels.map((level) => level.value))];
    put(
      'levels',
      levels.length,
      levels.length === 1 ? `1 level (${levels[0]})` : `${levels.length} levels (${levels.join(', ')})`,
    );
  }
  putVisits(one, put);
  putHours(one, put);
  if (one.item.kind === 'drug') {
    putSupply(one, put, sums);
    putDoses(one, put);
  } else if (request.durationDays) put('courseDays', request.durationDays.value, `${request.durationDays.value} days`);
  putDurationOfUse(one, put);
  return sums;
}

type Put = (measure: string, value: number | null | undefined, how: string, evidence?: readonly Evidence[]) => void;

function putVisits(one: Omit<Case, 'sums'>, put: Put): void {
  const { visits, visitsPerWeek, weeks } = one.item.request;
  if (!visits) return;
  const product = visitsPerWeek && weeks && visitsPerWeek.value * weeks.value === visits.value;
  const how = product
    ? `${visitsPerWeek.value} a week × ${weeks.value} weeks = ${visits.value} visits`
    : `${visits.value} visits`;
  put('visits', visits.value, how);
  const prior = priorVisits(one);
  if (prior)
    put(
      'totalVisits',
      visits.value + prior.value,
      `${prior.value} done + ${visits.value} asked for = ${visits.value + prior.value} visits`,
      prior.evidence,
    );
  else put('totalVisits', visits.value, how);
}

/** Hours of care a week: as written, or hours times the days; hours a day without a number of days are of every day. */
function putHours(one: Omit<Case, 'sums'>, put: Put): void {
  const { hours, visitsPerWeek } = one.item.request;
  if (!hours) return;
  const { value, per } = hours.value;
  const days = per === 'week' ? null : (visitsPerWeek?.value ?? (per === 'day' ? 7 : null));
  if (per === 'week') put('hoursPerWeek', value, `${value} hours a week`);
  else if (days !== null)
    put('hoursPerWeek', value * days, `${value} hours × ${days} days a week = ${value * days} hours a week`);
}

function priorVisits(one: Omit<Case, 'sums'>): { value: number; evidence: Evidence[] } | null {
  const criterion = one.pack.criteria.find((each) => each.id === 'prior-visits');
  if (!criterion) return null;
  const { accepted } = statementsOn(criterion, one as Case);
  const counted = accepted.flatMap((statement) =>
    measuresIn(statement, ['count', 'number'], one).map((slot) => ({ value: slot.value!, statement })),
  );
  if (counted.length === 0) return null;
  const most = counted.reduce((a, b) => (b.value > a.value ? b : a));
  return { value: most.value, evidence: evidenceOf([most.statement]) };
}

function putSupply(one: Omit<Case, 'sums'>, put: Put, sums: Sums): void {
  const { quantity, frequencyPerDay, dosePerAdministration, durationDays, refills } = one.item.request;
  const times = frequencyPerDay?.value ?? null;
  const each = dosePerAdministration?.value ?? 1;
  if (times !== null && times > 0) {
    const perDay = times * each;
    put(
      'unitsPerDay',
      perDay,
      each === 1 ? `${say(times)} a day` : `${say(each)} × ${say(times)} a day = ${say(perDay)} a day`,
    );
    if (quantity)
      put(
        'daysSupply',
        quantity.value / perDay,
        `${quantity.value} ÷ ${say(perDay)} a day = ${say(quantity.value / perDay)} days`,
      );
  }
  const used = sums.get('unitsPerDay');
  if (used && durationDays && !quantity) {
    const wanted = used.value * durationDays.value;
    put('quantityFromUse', Math.ceil(wanted), `${say(used.value)} a day × ${durationDays.value} days = ${say(wanted)}`);
  }
  const supply = sums.get('daysSupply');
  if (supply && !durationDays) put('daysFromSupply', Math.floor(supply.value), supply.how);
  const fills = (refills?.value ?? 0) + 1;
  if (durationDays) put('courseDays', durationDays.value, `${durationDays.value} days`);
  else if (supply) {
    put(
      'courseDays',
      supply.value * fills,
      fills === 1 ? supply.how : `${say(supply.value)} days × ${fills} fills = ${say(supply.value * fills)} days`,
    );
  }
}

function putDoses(one: Omit<Case, 'sums'>, put: Put): void {
  const own = one.currentDrugs.find((drug) => drug.item === one.item);
  const drug = own && findDrug(own.name);
  if (own && drug && own.strength && own.perDay !== null) {
    const strength = strengthParts(own.strength);
    const mg = strength?.unit === 'mg' ? strength.amounts[0] : undefined;
    if (mg !== undefined && (drug.parts?.length ?? 1) < 2)
      put('dailyMg', mg * own.perDay, `${say(mg)} mg × ${say(own.perDay)} a day = ${say(mg * own.perDay)} mg`);
  }
  if (own?.classes.includes('opioid'))
    total('mme', one.currentDrugs, (each) => morphine(each, one.settings.morphineFactors), 'MME', put);
  if (own && acetaminophen(own) !== null)
    total('acetaminophenMg', one.currentDrugs, acetaminophen, 'mg acetaminophen', put);
}

interface Part {
  readonly value: number;
  readonly how: string;
}

function total(
  measure: string,
  drugs: readonly CurrentDrug[],
  of: (drug: CurrentDrug) => Part | null,
  unit: string,
  put: Put,
): void {
  const parts = drugs.flatMap((drug) => {
    const part = of(drug);
    return part ? [{ ...part, evidence: drug.evidence }] : [];
  });
  if (parts.length === 0) return;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const how =
    parts.length === 1
      ? `${parts[0]!.how} = ${say(value)} ${unit}`
      : `${parts.map((part) => `${part.how} = ${say(part.value)}`).join('; ')}; together ${say(value)} ${unit}`;
  put(
    measure,
    value,
    how,
    parts.map((part) => part.evidence),
  );
}

/** Milligrams of morphine a day that a drug as taken stands for, by the chosen table; null where the draft does not give it. */
function morphine(current: CurrentDrug, table: string): Part | null {
  const drug = findDrug(current.name);
  if (!drug?.mme || !current.strength) return null;
  const strength = strengthParts(current.strength);
  const amount = strength?.amounts[opioidPart(drug)] ?? strength?.amounts[0];
  if (!strength || amount === undefined) return null;
  const patch = strength.unit === 'mcg/h';
  if (!patch && current.perDay === null) return null;
  const daily = patch ? amount : amount * current.perDay!;
  const factor = factorOf(drug, table, daily);
  if (factor === null) return null;
  const how = patch
    ? `${say(amount)} mcg/h × ${factor}`
    : `${say(amount)} mg × ${say(current.perDay!)} a day${factor === 1 ? '' : ` × ${factor}`}`;
  return { value: daily * factor, how };
}

const opioidPart = (drug: Drug): number =>
  Math.max(0, drug.parts?.findIndex((part) => findDrug(part)?.classes.includes('opioid')) ?? 0);

function factorOf(drug: Drug, table: string, daily: number): number | null {
  const entry = drug.mme?.[table] ?? null;
  if (entry === null || typeof entry === 'number') return entry;
  return entry.find((band) => band.upTo === undefined || daily <= band.upTo)?.factor ?? null;
}

function acetaminophen(current: CurrentDrug): Part | null {
  const drug = findDrug(current.name);
  const index = drug?.parts?.indexOf('acetaminophen') ?? (drug?.name === 'acetaminophen' ? 0 : -1);
  if (!drug || index < 0 || current.perDay === null) return null;
  const mg = (current.strength ? strengthParts(current.strength)?.amounts[index] : undefined) ?? drug.acetaminophen;
  return mg === undefined ? null : { value: mg * current.perDay, how: `${say(mg)} mg × ${say(current.perDay)} a day` };
}

/** How long the treatment has been used: the longest span that a statement on duration of use gives. */
function putDurationOfUse(one: Omit<Case, 'sums'>, put: Put): void {
  const criterion = one.pack.criteria.find((each) => each.id === 'duration-of-use');
  if (!criterion) return;
  const now = one.now ? toDayNumber(one.now) : null;
  // An undated draft is being written: who gives a month or a year alone counts to this day.
  const today = one.settings.today ?? Math.floor(Date.now() / 86_400_000);
  const { accepted } = statementsOn(criterion, one as Case);
  let longest: { days: number; how: string; evidence: Evidence[] } | null = null;
  for (const statement of accepted) {
    for (const slot of measuresIn(statement, ['duration', 'date'], one)) {
      const until = one.draft.date || slot.unit === 'day' ? now : today;
      const days = slot.kind === 'duration' ? slot.value! : until !== null ? until - slot.value! : null;
      if (days === null || days <= (longest?.days ?? 0)) continue;
      const evidence = evidenceOf([statement]);
      const length = days >= 60 ? `${Math.round(days / 30.4)} months` : `${Math.round(days)} days`;
      longest = { days, evidence, how: `"${evidence[0]!.text}": ${length} of use` };
    }
  }
  if (longest) put('durationOfUseDays', longest.days, longest.how, longest.evidence);
}
