import type { Item } from '../draft/types.js';
import { vocabulary } from '../vocabulary/index.js';
import type { Query } from './drug-lines.js';

/** Families by procedure code, ranges spelled out. */
let families: Map<string, Set<string>> | null = null;

function familiesOf(code: string): ReadonlySet<string> {
  if (!families) {
    families = new Map();
    for (const [family, codes] of Object.entries(vocabulary.codes)) {
      for (const each of codes.flatMap((range) => spelledOut(String(range)))) {
        families.set(each, (families.get(each) ?? new Set()).add(family));
      }
    }
  }
  return families.get(code.toUpperCase()) ?? new Set();
}

/** "64490-64495" → each of the six; "G0477-G0483" likewise. */
function spelledOut(range: string): string[] {
  const found = /^([A-Z]?)(\d{4,5})-[A-Z]?(\d{4,5})$/.exec(range);
  if (!found) return [range];
  const [, letter = '', from = '', to = ''] = found;
  const count = Math.min(Number(to) - Number(from) + 1, 200);
  return Array.from({ length: count }, (_, step) => letter + String(Number(from) + step).padStart(from.length, '0'));
}

/** A procedure code on the item's line that is known for other treatments only. */
export function foreignCodes(item: Item): Query[] {
  if (item.kind === 'drug' || item.family === 'unknown' || !(item.family in vocabulary.codes)) return [];
  const known = item.request.cpt.map((code) => ({ code, of: familiesOf(code.value) }));
  if (known.some(({ of }) => of.has(item.family))) return [];
  const foreign = known.find(({ of }) => of.size > 0);
  if (!foreign) return [];
  const at = { start: foreign.code.start, end: foreign.code.end };
  const others = [...foreign.of].map((family) => family.replaceAll('-', ' ')).join(' or ');
  return [{ at, fill: { written: foreign.code.value, name: item.treatment ?? item.text, known: others } }];
}
