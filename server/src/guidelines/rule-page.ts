import type { Criterion, Guidelines, Pack } from './types.js';
import type { Examples } from './schema.js';

const sureness: Readonly<Record<string, string>> = {
  seed: 'read in published determinations',
  public: 'read in a public source',
  knowledge: 'from general knowledge of the guideline, not re-read at the page',
  doubtful: 'doubtful; shown as a hint only',
};

/** A criterion's page, as Markdown: what is wanted, why, examples that count and that do not, how to mend it, citation. */
export function rulePage(criterion: Criterion, pack: Pack, guidelines: Guidelines, base?: Examples): string {
  const onLine = criterion.kind === 'request' || criterion.kind === 'limit';
  const shown = (example: Examples['met'][number]) =>
    typeof example === 'string' ? example : onLine && example.item ? example.item : example.note;
  const pick = (name: keyof Examples) =>
    [...new Set([...(criterion.examples[name] ?? []), ...(base?.[name] ?? [])].map(shown))].slice(0, 4);
  const sources = new Map(criterion.citations.map((citation) => [citationLine(citation, guidelines), citation]));
  const blocks = [
    `# ${criterion.code}`,
    `**${criterion.title}** · ${pack.title} · ${criterion.severity}`,
    `## What is wanted\n\n${criterion.wants}`,
    criterion.why && `## Why\n\n${criterion.why}`,
    section('Counts', pick('met')),
    section('Too vague', pick('vague')),
    section('Does not count', [...pick('missing'), ...pick('contradicted')]),
    section('Over the limit', pick('exceeded')),
    criterion.fix &&
      `## How to mend it\n\n${criterion.fix.section === 'request-line' ? 'On the request line' : `Under ${criterion.fix.section.replaceAll('-', ' ')}`}, with the blanks filled in:\n\n> ${plainSnippet(criterion.fix.text)}`,
    `## Source\n\n${[...sources].map(([line, { confidence, note }]) => `- ${line}; ${sureness[confidence]}.${note ? ` ${note}` : ''}`).join('\n') || '- The request itself: a reviewer reads the line as it stands.'}`,
  ];
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.map((line) => `- ${line.replace(/\s+/g, ' ').trim()}`).join('\n')}`;

/** `${1:minutes}` → `[minutes]`. */
export const plainSnippet = (text: string): string =>
  text
    .replace(/\$\{\d+\|([^}]*)\|\}/g, (_whole, choices: string) => `[${choices.replaceAll(',', '/')}]`)
    .replace(/\$\{\d+:([^}]*)\}/g, '[$1]')
    .replace(/\$\d+|\$\{\d+\}/g, '[…]');

export function citationLine(
  citation: Criterion['citations'][number],
  guidelines: Pick<Guidelines, 'editions'>,
): string {
  const edition = guidelines.editions.find((one) => one.id === citation.guideline);
  const pages = citation.pages ? `, p. ${citation.pages}` : '';
  return `${edition?.title ?? citation.guideline}: ${citation.section}${pages}`;
}
