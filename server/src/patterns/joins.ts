import type { Match } from './types.js';

/** One side of `A && B` that a sentence has. */
export interface JoinPart {
  /** Index of the pattern in the list that was compiled. */
  readonly pattern: number;
  /** Which side: 0 for A. */
  readonly part: number;
  readonly match: Match;
}

/** A pattern with `&&`. */
export interface Join {
  readonly pattern: number;
  readonly id: string;
  readonly parts: number;
}

export interface JoinMatch {
  readonly id: string;
  readonly pattern: number;
  /** One for each side, in the pattern's order. */
  readonly parts: readonly { readonly sentence: number; readonly match: Match }[];
}

/** Sentences that may lie between the first and the last side. */
const farthest = 3;

/**
 * The matches of `&&` patterns over consecutive sentences, at most three apart and of one paragraph. Each side of the
 * pattern is tried as the anchor, with the nearest of the others. Sides that stand in one sentence are among the
 * sentence's own matches already and not given again.
 */
export function joinMatches(
  set: { readonly joins: readonly Join[] },
  readings: readonly { readonly parts: readonly JoinPart[] }[],
  sameParagraph: (a: number, b: number) => boolean,
): JoinMatch[] {
  const joins = new Map(set.joins.map((join) => [join.pattern, join]));
  const found: JoinMatch[] = [];
  const told = new Set<string>();
  for (const [at, reading] of readings.entries()) {
    for (const anchor of reading.parts) {
      const join = joins.get(anchor.pattern);
      if (!join) continue;
      const sides = around(join, anchor, at, readings, sameParagraph);
      if (!sides || sides.every((side) => side.sentence === at)) continue;
      const key = `${join.pattern}:${sides.map((side) => `${side.sentence}.${side.match.first}.${side.match.last}`).join()}`;
      if (told.has(key)) continue;
      told.add(key);
      found.push({ id: join.id, pattern: join.pattern, parts: sides });
    }
  }
  return found;
}

function around(
  join: Join,
  anchor: JoinPart,
  at: number,
  readings: readonly { readonly parts: readonly JoinPart[] }[],
  sameParagraph: (a: number, b: number) => boolean,
): JoinMatch['parts'] | null {
  const sides: { sentence: number; match: Match }[] = [];
  let low = at;
  let high = at;
  for (let part = 0; part < join.parts; part++) {
    const side = part === anchor.part ? { sentence: at, match: anchor.match } : nearest(part);
    if (!side) return null;
    low = Math.min(low, side.sentence);
    high = Math.max(high, side.sentence);
    if (high - low > farthest) return null;
    sides.push(side);
  }
  return sides;

  function nearest(part: number): { sentence: number; match: Match } | null {
    for (let distance = 0; distance <= farthest; distance++) {
      for (const sentence of distance === 0 ? [at] : [at - distance, at + distance]) {
        const other = readings[sentence];
        if (!other || (sentence !== at && !sameParagraph(at, sentence))) continue;
        const match = other.parts.find(
          (each) => each.pattern === join.pattern && each.part === part && free(each.match),
        );
        if (match) return { sentence, match: match.match };
        function free(candidate: Match): boolean {
          return sentence !== at || !candidate.tokens.some((token) => anchor.match.tokens.includes(token));
        }
      }
    }
    return null;
  }
}
