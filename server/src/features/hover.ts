import type { Hover, Position } from 'vscode-languageserver';
import type { ItemAssessment, Verdict } from '../assessment/types.js';
import type { Reading, Request } from '../draft/types.js';
import { type Checked, holds, itemAt, rangeOf } from './checked.js';
import { governingText } from './citations.js';
import { abbreviationHover, drugHover, type HoverPart } from './hover-drug.js';
import { escapeMarkdown, markup, shorten } from './markdown.js';
import { ruleLink } from './rule-link.js';

/** What is known of the place: the drug or abbreviation under it, how a number was read, and the item's checklist. */
export function hover(checked: Checked, position: Position): Hover | null {
  const { document } = checked;
  const offset = document.offsetAt(position);
  const entry = itemAt(checked, offset);
  const parts: HoverPart[] = [];
  const word = drugHover(checked, offset) ?? abbreviationHover(checked, offset);
  if (word) parts.push(word);
  if (entry) {
    const reading = readingHover(entry, offset);
    if (reading) parts.push(reading);
    if (holds(entry.item, offset)) parts.push({ span: entry.item, markdown: checklistMarkdown(checked, entry) });
  }
  const first = parts[0];
  if (!first) return null;
  return {
    contents: markup(parts.map((part) => part.markdown).join('\n\n---\n\n'), checked.client),
    range: rangeOf(document, first.span),
  };
}

const marks = { met: '✓', vague: '◐', missing: '✗', contradicted: '!', exceeded: '!', 'not-applicable': '–' } as const;
const shownOpen = 12;

/** The item's criteria: what is open with reason and citation, what is met in one line, what does not apply as a number. */
export function checklistMarkdown(
  { guidelines, client }: Checked,
  { item, title, verdicts, sums, status }: ItemAssessment,
): string {
  const of = (...statuses: string[]) => verdicts.filter((verdict) => statuses.includes(verdict.status));
  const open = ['contradicted', 'exceeded', 'missing', 'vague'].flatMap((one) => of(one));
  const met = of('met');
  const lines = [`**${escapeMarkdown(shorten(item.text, 80))}** · ${escapeMarkdown(title)}`];
  if (sums.length > 0) lines.push(sums.map((sum) => escapeMarkdown(sum.label)).join(' · '));
  lines.push(
    open.length + met.length > 0
      ? `${met.length} of ${open.length + met.length} documented`
      : 'No criteria for this treatment',
  );
  const rows = open.slice(0, shownOpen).map((verdict) => {
    const cited = governingText(verdict.citations, guidelines);
    const page = ruleLink(client.rulePages, verdict.code);
    const title = page ? `[${escapeMarkdown(verdict.title)}](${page})` : escapeMarkdown(verdict.title);
    return `- ${marks[verdict.status]} ${title}: ${escapeMarkdown(reason(verdict))}${cited ? ` *${escapeMarkdown(cited)}*` : ''}`;
  });
  if (open.length > shownOpen) rows.push(`- … and ${open.length - shownOpen} more`);
  const tail: string[] = [];
  if (met.length > 0) tail.push(`✓ ${met.map((verdict) => escapeMarkdown(verdict.title)).join(', ')}`);
  const apart = of('not-applicable').length;
  if (apart > 0) tail.push(`– ${apart} not applicable here`);
  const cited = open.length === 0 ? governingText(met[0]?.citations ?? [], guidelines) : '';
  if (cited) tail.push(`*${escapeMarkdown(cited)}*`);
  const summary = status && open.length === 0 ? [escapeMarkdown(shorten(status, 240))] : [];
  return [lines.join('  \n'), rows.join('\n'), tail.join('  \n'), ...summary].filter(Boolean).join('\n\n');
}

function reason(verdict: Verdict): string {
  const sum = verdict.sum && verdict.status === 'exceeded' ? ` (${verdict.sum})` : '';
  // Of what is missing there is nothing to say but what is wanted.
  const wanted = /^[A-Z][a-z]/.test(verdict.wants)
    ? verdict.wants[0]!.toLowerCase() + verdict.wants.slice(1)
    : verdict.wants;
  const said =
    verdict.status === 'missing' && verdict.evidence.length === 0
      ? `not given; wanted: ${wanted}`
      : verdict.why || verdict.wants;
  return shorten(said + sum, 180);
}

const fieldNames: Readonly<Record<string, (value: unknown) => string>> = {
  strength: (value) => `strength ${value}`,
  quantity: (value) => `quantity ${value}`,
  frequencyPerDay: (value) => (typeof value === 'number' ? `${round(value)} a day` : 'no number a day'),
  dosePerAdministration: (value) => `${value} each time`,
  durationDays: (value) => `${value} days`,
  refills: (value) => `${value} refills`,
  visits: (value) => `${value} visits in all`,
  visitsPerWeek: (value) => `${value} visits a week`,
  weeks: (value) => `${value} weeks`,
  count: (value) => `${value} in all`,
};
const round = (value: unknown): number => Math.round(Number(value) * 1000) / 1000;

/** How the words under the offset were read, and the sums that came of the request line. */
function readingHover({ item, sums }: ItemAssessment, offset: number): HoverPart | null {
  for (const [field, name] of Object.entries(fieldNames)) {
    const reading = item.request[field as keyof Request] as Reading<unknown> | null;
    if (!reading || Array.isArray(reading) || !holds(reading, offset) || reading.end === reading.start) continue;
    const vague = reading.vague ? `: "${reading.vague}" gives no number` : '';
    const lines = [`Read as ${escapeMarkdown(name(reading.value) + vague)}`];
    lines.push(...sums.map((sum) => `**${escapeMarkdown(sum.label)}**: ${escapeMarkdown(sum.how)}`));
    return { span: reading, markdown: lines.join('  \n') };
  }
  return null;
}
