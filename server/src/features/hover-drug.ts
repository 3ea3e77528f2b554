import type { Drug } from '../vocabulary/index.js';
import { vocabulary } from '../vocabulary/index.js';
import type { Span } from '../draft/types.js';
import type { Checked } from './checked.js';
import { drugAt, wordsAround } from './drug-names.js';
import { escapeMarkdown } from './markdown.js';

export interface HoverPart {
  readonly span: Span;
  readonly markdown: string;
}

const tableNames: Readonly<Record<string, string>> = {
  'cdc-2022': 'CDC 2022',
  'cdc-2016': 'CDC 2016',
  'cpmtg-2009': '2009 guideline',
};

/** Generic name, class, usual strengths, the most a day with its source, morphine factors. Null off a drug's name. */
export function drugHover({ document, settings }: Checked, offset: number): HoverPart | null {
  const found = drugAt(document.getText(), offset);
  return found && { span: found.span, markdown: drugMarkdown(found.drug, settings.morphineFactors) };
}

export function drugMarkdown(drug: Drug, table: string): string {
  const text = escapeMarkdown;
  const brands = drug.brands.length > 0 ? ` (${text(drug.brands.slice(0, 4).join(', '))})` : '';
  const lines = [`**${text(drug.name)}**${brands}`];
  if (drug.classes.length > 0) lines.push(text(drug.classes.map((name) => name.replaceAll('-', ' ')).join(', ')));
  if (drug.strengths.length > 0) {
    const more = drug.strengths.length > 8 ? ' …' : '';
    lines.push(`Strengths: ${text(drug.strengths.slice(0, 8).join(' · '))}${more}`);
  }
  if (drug.maxDaily) {
    const { mg, note, source, confidence } = drug.maxDaily;
    const doubt = confidence === 'doubtful' ? ', not verified' : '';
    lines.push(`At most ${mg} mg a day${note ? ` (${text(note)})` : ''}: ${text(source)}${doubt}`);
  }
  const factors = Object.entries(drug.mme ?? {}).sort(
    ([one], [other]) => Number(other === table) - Number(one === table),
  );
  if (factors.length > 0) {
    const each = factors.map(([name, factor]) => {
      const shown = `× ${factor} ${text(tableNames[name] ?? name)}`;
      return name === table ? `**${shown}**` : shown;
    });
    lines.push(`Morphine equivalents: ${each.join(' · ')}`);
  }
  if (drug.formulary) lines.push(`MTUS Drug List: ${text(drug.formulary.status)} (${text(drug.formulary.list)})`);
  return lines.join('  \n');
}

/** What a clinic's abbreviation stands for. Small words that are also plain English count only as they are written. */
export function abbreviationHover({ document }: Checked, offset: number): HoverPart | null {
  const text = document.getText();
  const { words, at } = wordsAround(text, offset, 0);
  const span = words[at];
  if (!span) return null;
  const written = text.slice(span.start, span.end);
  const exact = vocabulary.abbreviations.filter((entry) => entry.short === written);
  const loose =
    written.length > 2
      ? vocabulary.abbreviations.filter((entry) => entry.short.toLowerCase() === written.toLowerCase())
      : [];
  const entries = exact.length > 0 ? exact : loose;
  if (entries.length === 0) return null;
  const meanings = entries.map(
    (entry) => escapeMarkdown(entry.meaning) + (entry.note ? ` (${escapeMarkdown(entry.note)})` : ''),
  );
  return { span, markdown: `**${escapeMarkdown(written)}**: ${meanings.join(', or ')}` };
}
