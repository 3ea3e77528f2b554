import type { Line } from './line.js';

/** Days in a unit of time, by its sense; a month counts 30, a year 365. */
export const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, month: 30, year: 365 };

/** Units that tablets and the like are counted in. */
export const countable = new Set([
  'tablet',
  'capsule',
  'pill',
  'patch',
  'puff',
  'spray',
  'drop',
  'suppository',
  'sachet',
  'film',
  'lozenge',
  'teaspoon',
  'tablespoon',
  'spoon',
  'application',
  'dose',
  'unit',
  'vial',
  'pump',
]);

/** Units of volume and weight in which a dose or a fill may be given. */
export const measured = new Set(['ml', 'gram', 'ounce']);

/** Index after a unit's name, with words between number and unit skipped ("oral tablets"); -1 where there is no unit. */
export function afterUnit(line: Line, i: number): number {
  const at = line.is(i, 'route') || ['small', 'oral', 'full', 'extra'].includes(line.word(i)) ? i + 1 : i;
  // A pump bottle is a container.
  if (line.is(at, 'pump') && line.is(at + 1, 'container')) return -1;
  return countable.has(line.sense(at)) || measured.has(line.sense(at)) ? at + 1 : -1;
}
