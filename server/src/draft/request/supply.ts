/** A strength taken apart: `10/325 mg` is amounts [10, 325], unit `mg`; `10 mg/5 ml` keeps the volume as part of the unit. */
export interface StrengthParts {
  readonly amounts: readonly number[];
  /** `mg`, `mcg`, `mcg/h`, `%`, `g`, `mg/5 ml`, `units`. */
  readonly unit: string;
}

/** Amounts and unit of a normalised strength; null where it is none. */
export function strengthParts(strength: string): StrengthParts | null {
  const solution = /^(\d+(?:\.\d+)?) (mg|mcg|g|units)\/(\d+(?:\.\d+)? )?ml$/.exec(strength);
  if (solution) return { amounts: [Number(solution[1])], unit: `${solution[2]}/${solution[3] ?? ''}ml` };
  const plain = /^(\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?){0,5}) (mg|mcg|mcg\/h|g|%|ml|units)$/.exec(strength);
  return plain ? { amounts: plain[1]!.split('/').map(Number), unit: plain[2]! } : null;
}

/** Days that a fill lasts: units dispensed, units each time, times a day. Null where any is not a positive number. */
export function daysSupply(quantity: number | null, dose: number | null, perDay: number | null): number | null {
  if (quantity === null || dose === null || perDay === null) return null;
  const aDay = dose * perDay;
  return quantity > 0 && aDay > 0 && Number.isFinite(quantity / aDay) ? quantity / aDay : null;
}
