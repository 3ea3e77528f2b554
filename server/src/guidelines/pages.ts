import coverageData from '../generated/guidelines.json';
import * as z from 'zod';
import { citationLine, rulePage } from './rule-page.js';
import type { Guidelines } from './types.js';
import { criterionFiles } from './index.js';

export interface Page {
  /** Path below docs/. */
  readonly path: string;
  readonly text: string;
}

const coverageRow = z.strictObject({
  section: z.string(),
  pages: z.string(),
  /** Families or rules that read it; none where it is not covered. */
  by: z.array(z.string()),
  note: z.string().optional(),
});

/** Every rule's page, an index of them, and the table of guideline sections covered and not. */
export function allPages(guidelines: Guidelines): Page[] {
  const bases = criterionFiles();
  const packs = [...guidelines.packs.values()].sort((a, b) => a.family.localeCompare(b.family));
  const rules = packs.flatMap((pack) =>
    pack.criteria.map((criterion) => ({
      path: `rules/${criterion.code}.md`,
      text: rulePage(criterion, pack, guidelines, bases.get(criterion.id)?.file.examples),
    })),
  );
  const checks = guidelines.draftChecks.map((check) => ({
    path: `rules/draft/${check.criterion}.md`,
    text: [
      `# draft/${check.criterion}`,
      `**${check.title}** · the draft as a whole · ${check.severity}`,
      `## What is wanted\n\n${check.wants}`,
      `## Source\n\n${check.citations.map((citation) => `- ${citationLine(citation, guidelines)}`).join('\n') || '- Good practice.'}`,
      '',
    ]
      .join('\n\n')
      .trimEnd()
      .concat('\n'),
  }));
  const list = packs.map(
    (pack) =>
      `## ${pack.title}\n\n${pack.status}\n\n${pack.criteria.map((one) => `- [${one.code}](${one.code}.md): ${one.title} (${one.severity})`).join('\n')}`,
  );
  const draft = guidelines.draftChecks.map(
    (check) => `- [draft/${check.criterion}](draft/${check.criterion}.md): ${check.title} (${check.severity})`,
  );
  const index = `# Rules\n\nMade from the packs by \`npm run docs\`.\n\n${list.join('\n\n')}\n\n## The draft as a whole\n\n${draft.join('\n')}\n`;
  return [...rules, ...checks, { path: 'rules/README.md', text: index }, { path: 'coverage.md', text: coverage() }];
}

function coverage(): string {
  const rows = z.array(coverageRow).parse((coverageData as { coverage?: unknown }).coverage ?? []);
  const line = (row: z.infer<typeof coverageRow>) =>
    `| ${row.section} | ${row.pages} | ${row.by.map((name) => `\`${name}\``).join(' ') || 'not covered'} | ${row.note ?? ''} |`;
  return `# Guideline sections covered\n\nPages are of the Chronic Pain Medical Treatment Guidelines of 2009 unless another source is named. Made by \`npm run docs\` from server/guidelines/coverage.yaml.\n\n| section | pages | read by | note |\n|---|---|---|---|\n${rows.map(line).join('\n')}\n`;
}
