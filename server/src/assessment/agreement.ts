import type { Mention } from '../evidence/index.js';
import type { Slot } from '../patterns/types.js';
import type { Case } from './case.js';

/**
 * Whether a statement names another side or level than the request does: a left-leg deficit does not support a right-side
 * request. What a statement does not name it does not disagree with.
 */
export function disagrees(what: readonly ('side' | 'level')[], mention: Mention, one: Case): boolean {
  return what.some((each) => (each === 'side' ? otherSide(mention, one) : otherLevel(mention, one)));
}

function otherSide(mention: Mention, one: Case): boolean {
  const side = one.item.request.side?.value;
  if (side !== 'left' && side !== 'right') return false;
  const named = slotsOf(mention, one, (slot) => slot.kind === 'side').map((slot) => slot.name);
  return named.length > 0 && !named.includes(side) && !named.includes('bilateral');
}

/** Disc levels and roots by the roots that either may involve: L4-5 the fourth and fifth lumbar. */
function otherLevel(mention: Mention, one: Case): boolean {
  const asked = new Set(one.item.request.levels.flatMap((level) => rootsOf(level.value)));
  if (asked.size === 0) return false;
  const named = slotsOf(mention, one, (slot) => slot.kind === 'level' || slot.kind === 'root').flatMap((slot) =>
    [slot.name ?? '', ...(slot.kind === 'level' ? (slot.classes ?? []) : [])].flatMap(rootsOf),
  );
  return named.length > 0 && !named.some((root) => asked.has(root));
}

/** Those within the statement's own words, else those of its sentence. */
function slotsOf(mention: Mention, one: Case, wanted: (slot: Slot) => boolean): Slot[] {
  const all = one.reading.readings[mention.sentence.index]!.slots.filter(wanted);
  const first = mention.tokens[0] ?? 0;
  const last = mention.tokens.at(-1) ?? -1;
  const own = all.filter((slot) => slot.first >= first && slot.last <= last);
  return own.length > 0 ? own : all;
}

/** "L4-5" → L4, L5; "L4-S1" → L4, L5, S1; "S1" → S1. */
function rootsOf(level: string): string[] {
  const found = /^([CTLS])(\d{1,2})(?:-([CTLS])?(\d{1,2}))?$/.exec(level.toUpperCase());
  if (!found) return [];
  const [, region, from, to = region, end] = found;
  const start = `${region}${from}`;
  if (end === undefined) return [start];
  const stop = `${to}${end}`;
  const order = spine.slice(spine.indexOf(start), spine.indexOf(stop) + 1);
  return order.length > 0 ? order : [start, stop];
}

const region = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const spine = [...region('C', 8), ...region('T', 12), ...region('L', 5), ...region('S', 5)];
