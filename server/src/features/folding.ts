import type { FoldingRange } from 'vscode-languageserver';
import type { Checked } from './checked.js';
import { trimmed } from './document-symbols.js';

/** Sections that have a heading, and items whose text runs over several lines. */
export function foldingRanges({ document, assessment }: Checked): FoldingRange[] {
  const text = document.getText();
  const spans = [
    ...assessment.draft.sections.flatMap(({ heading, end }) => (heading ? [{ start: heading.start, end }] : [])),
    ...assessment.items.map(({ item }) => item.block),
  ];
  return spans.flatMap((span) => {
    const { start, end } = trimmed(text, span);
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(end).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
