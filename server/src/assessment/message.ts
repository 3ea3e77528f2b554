import type { Criterion, Fix } from '../guidelines/index.js';
import type { Citation } from '../guidelines/schema.js';
import type { Case, Judgement } from './case.js';
import { itemName } from './item-name.js';

const fillIn = (template: string, fill: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);

/** Shortens a quotation of the draft so that a message stays readable. */
function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 60 ? flat : `${flat.slice(0, 57).trimEnd()}…`;
}

/** What the writer reads: at most two sentences. Empty for a verdict that is no finding. */
export function messageOf(
  criterion: Criterion,
  judgement: Judgement,
  one: Case,
  citations: readonly Citation[],
): string {
  const { status } = judgement;
  if (status === 'met' || status === 'not-applicable') return '';
  const template =
    judgement.message ?? criterion.message[status] ?? criterion.message.missing ?? `{item}: ${criterion.wants}`;
  const fill = {
    item: itemName(one),
    pages: citations[0]?.pages ?? '',
    lacks: criterion.wants,
    others: '',
    ...judgement.fill,
  };
  const quoted = 'evidence' in fill ? { ...fill, evidence: short(String(fill.evidence)) } : fill;
  const text = fillIn(template, quoted).trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The criterion's sentence with the item's name in it and its tab stops left. */
export function fixOf(criterion: Criterion, one: Case): Fix | null {
  const { fix } = criterion;
  if (!fix) return null;
  const name = itemName(one);
  // `{item}` is ours; `${1:…}` is the editor's.
  const worked = fix.measure ? one.sums.get(fix.measure) : undefined;
  const title = worked ? `${fix.title ?? criterion.title}: ${worked.how}, to confirm` : fix.title;
  const blanks = worked ? fix.text.replace(/\$\{1:[^}]*\}/, `\${1:${worked.value}}`) : fix.text;
  return { ...fix, title, text: blanks.replace(/(^|[^$])\{item\}/g, (_whole, before: string) => before + name) };
}
