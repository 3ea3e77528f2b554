import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { Item, Section, Span } from '../draft/types.js';
import type { ItemAssessment } from '../assessment/types.js';
import { type Checked, rangeOf } from './checked.js';
import { shorten } from './markdown.js';

/** LSP symbol kinds. */
const kinds = { section: 3, item: 14 } as const;

/** The draft's sections with the requested items in them; items outside any section stand on their own. */
export function documentSymbols(checked: Checked): DocumentSymbol[] | SymbolInformation[] {
  const { document, assessment, client } = checked;
  const symbols: DocumentSymbol[] = [];
  let next = 0;
  const itemsUntil = (end: number): ItemAssessment[] => {
    const first = next;
    while (next < assessment.items.length && assessment.items[next]!.item.start < end) next += 1;
    return assessment.items.slice(first, next);
  };
  const alone = (entries: readonly ItemAssessment[]) =>
    symbols.push(...entries.map((entry) => itemSymbol(checked, entry)));
  for (const section of assessment.draft.sections) {
    alone(itemsUntil(section.start));
    const inside = itemsUntil(section.end);
    if (section.heading || inside.length > 0) symbols.push(sectionSymbol(checked, section, inside));
  }
  alone(itemsUntil(Number.POSITIVE_INFINITY));
  if (client.symbolTree) return symbols;
  return symbols.flatMap((symbol) => [
    flat(document.uri, symbol),
    ...(symbol.children ?? []).map((child) => ({ ...flat(document.uri, child), containerName: symbol.name })),
  ]);
}

const flat = (uri: string, { name, kind, range }: DocumentSymbol): SymbolInformation => ({
  name,
  kind,
  location: { uri, range },
});

function sectionSymbol(checked: Checked, section: Section, inside: readonly ItemAssessment[]): DocumentSymbol {
  const start = Math.min(section.start, section.heading?.start ?? section.start);
  const span = trimmed(checked.document.getText(), { start, end: Math.max(section.end, section.heading?.end ?? 0) });
  return {
    name: shorten(section.title, 60) || (section.kind === 'other' ? 'Draft' : section.kind),
    ...(section.title ? { detail: section.kind === 'other' ? '' : section.kind } : {}),
    kind: kinds.section,
    range: rangeOf(checked.document, span),
    selectionRange: rangeOf(checked.document, section.heading ?? { start: span.start, end: span.start }),
    children: inside.map((entry) => itemSymbol(checked, entry)),
  };
}

function itemSymbol(checked: Checked, { item, title, verdicts }: ItemAssessment): DocumentSymbol {
  const asked = verdicts.filter((verdict) => verdict.status !== 'not-applicable');
  const met = asked.filter((verdict) => verdict.status === 'met').length;
  return {
    name: shorten(item.text, 80) || title,
    detail: asked.length > 0 ? `${title} · ${met} of ${asked.length}` : title,
    kind: kinds.item,
    range: rangeOf(checked.document, covering(item)),
    selectionRange: rangeOf(checked.document, item),
  };
}

const covering = (item: Item): Span => ({
  start: Math.min(item.start, item.block.start),
  end: Math.max(item.end, item.block.end),
});

/** The span without the white space at its end. */
export function trimmed(text: string, span: Span): Span {
  let end = Math.min(span.end, text.length);
  while (end > span.start && text[end - 1]!.trim() === '') end -= 1;
  return { start: span.start, end };
}
