import type { Found } from './found.js';

const mostCombinations = 8;
/** Steps spent on one anchor before the best so far is taken. */
const mostTries = 64;

/**
 * The ways in which the parts of `A & B` stand together without sharing a token: for each place of a part the tightest
 * company it can keep, tightest first; places without slots only where nothing tighter says the same.
 */
export function combine(parts: readonly (readonly Found[])[]): Found[] {
  if (parts.length === 1) return [...parts[0]!];
  const ways: Found[] = [];
  for (const [at, places] of parts.entries()) {
    for (const anchor of places) {
      const others = parts.filter((_, i) => i !== at);
      const way = tightest(anchor, others);
      if (way) ways.push(way);
    }
  }
  ways.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first);
  const kept: Found[] = [];
  for (const way of ways) {
    const slots = new Set(way.slots);
    const told = kept.some((each) => each.slots.length === slots.size && each.slots.every((slot) => slots.has(slot)));
    if (!told) kept.push(way);
    if (kept.length >= mostCombinations) break;
  }
  return kept.sort((a, b) => a.first - b.first || a.last - b.last);
}

function tightest(anchor: Found, others: readonly (readonly Found[])[]): Found | null {
  let best: Found | null = null;
  let tries = 0;
  const extend = (so: Found, index: number): void => {
    if (best && so.last - so.first >= best.last - best.first) return;
    if (index === others.length) {
      best = so;
      return;
    }
    const near = others[index]!.filter((each) => apart(so, each)).map((each) => merge(so, each));
    near.sort((a, b) => a.last - a.first - (b.last - b.first));
    for (const each of near) {
      if (++tries > mostTries && best) return;
      extend(each, index + 1);
    }
  };
  extend(anchor, 0);
  return best;
}

function apart(a: Found, b: Found): boolean {
  if (a.last < b.first || b.last < a.first) return true;
  return !a.tokens.some((token) => b.tokens.includes(token));
}

function merge(a: Found, b: Found): Found {
  return {
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
    tokens: [...a.tokens, ...b.tokens].sort((x, y) => x - y),
    slots: [...a.slots, ...b.slots].sort((x, y) => x.first - y.first),
  };
}
