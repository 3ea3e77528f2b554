import type { Comparison } from './expression.js';
import type { Slot } from './types.js';

export type Condition = (slot: Slot) => boolean;

/** Days in a unit of time: the shortest and the longest that the calendar has. */
const time: Readonly<Record<string, readonly [number, number]>> = {
  minute: [1 / 1440, 1 / 1440],
  min: [1 / 1440, 1 / 1440],
  hour: [1 / 24, 1 / 24],
  hr: [1 / 24, 1 / 24],
  day: [1, 1],
  week: [7, 7],
  wk: [7, 7],
  month: [28, 31],
  year: [360, 366],
};

const tolerance = 1e-9;

/**
 * The condition of a slot test. `>=` and `>` ask the lower end of a range, `<` and `<=` the upper one, so that a condition
 * holds for the whole of it. A month is 28 days where it is a minimum and 31 where it is a maximum: twelve weeks are three
 * months, and so are ninety-two days.
 */
export function condition(kind: string, compare: Comparison): Condition {
  const unit = compare.unit.replace(/s$/, '');
  const scale = kind === 'duration' ? time[unit] : undefined;
  const least = compare.value * (scale ? scale[0] : 1);
  const most = compare.value * (scale ? scale[1] : 1);
  const ranged = kind !== 'pair';
  const low = (slot: Slot) => (ranged && slot.to !== undefined ? Math.min(slot.value!, slot.to) : slot.value!);
  const high = (slot: Slot) => (ranged && slot.to !== undefined ? Math.max(slot.value!, slot.to) : slot.value!);
  const unitFits = (slot: Slot) =>
    slot.value !== undefined &&
    (unit === '' || scale !== undefined || unit === '%' || slot.unit === undefined || slot.unit === unit);
  switch (compare.op) {
    case '>=':
      return (slot) => unitFits(slot) && low(slot) >= least - tolerance;
    case '>':
      return (slot) => unitFits(slot) && low(slot) > most + tolerance;
    case '<=':
      return (slot) => unitFits(slot) && high(slot) <= most + tolerance;
    case '<':
      return (slot) => unitFits(slot) && high(slot) < least - tolerance;
    case '=':
      return (slot) => unitFits(slot) && low(slot) >= least - tolerance && high(slot) <= most + tolerance;
  }
}
