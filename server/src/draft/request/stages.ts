import type { Reading } from '../types.js';
import type { Line } from './line.js';
import type { Schedule } from './weekly.js';

/** A line of more is no course of treatment, and each costs a reading of its own. */
const mostStages = 6;

/** Where one stage of a course ends and the next begins: "then", "followed by", "tapering to". */
function isTurn(line: Line, i: number): boolean {
  if (line.word(i) === 'then') return true;
  return (
    (line.word(i) === 'followed' && line.word(i + 1) === 'by') ||
    (/^(?:taper(?:ing|ed)?|decreas(?:e|ing)|reduc(?:e|ed|ing))$/.test(line.word(i)) && line.word(i + 1) === 'to')
  );
}

function over(all: readonly Reading<number>[], value: number): Reading<number> {
  return { value, start: Math.min(...all.map((each) => each.start)), end: Math.max(...all.map((each) => each.end)) };
}

/**
 * A course in stages, "3x/wk x 2 wks then 2x/wk x 3 wks": the most visits a week, and the sums of weeks and visits. Null where
 * there is one stage, or one of several does not say how long it is. `read` reads a stage.
 */
export function readStages(line: Line, read: (part: Line) => Schedule): Schedule | null {
  const turns = line.lexemes.flatMap((_, i) => (isTurn(line, i) ? [i] : []));
  if (turns.length === 0 || turns.length >= mostStages) return null;
  const bounds = [0, ...turns, line.length];
  const stages = bounds.slice(1).map((end, k) => read(line.within(bounds[k]!, end)));
  const said = stages.filter((each) => each.perWeek ?? each.weeks);
  const full = said.flatMap(({ perWeek, weeks }) => (perWeek && weeks ? [{ perWeek, weeks }] : []));
  if (full.length < 2 || full.length < said.length) return null;
  const each = full.map(({ perWeek, weeks }) => perWeek.value * weeks.value);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const told = stages.find(({ visits }) => visits && !each.includes(visits.value))?.visits ?? null;
  const readings = full.flatMap(({ perWeek, weeks }) => [perWeek, weeks]);
  return {
    perWeek: full.reduce((most, { perWeek }) => (perWeek.value > most.value ? perWeek : most), full[0]!.perWeek),
    weeks: over(readings, sum(full.map(({ weeks }) => weeks.value))),
    visits: told ?? over(readings, sum(each)),
  };
}
