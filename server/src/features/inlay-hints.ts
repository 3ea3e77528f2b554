import type { InlayHint } from 'vscode-languageserver';
import type { Span } from '../draft/types.js';
import { type Checked, overlaps } from './checked.js';
import { escapeMarkdown, markup } from './markdown.js';

/** Behind each request line what follows from it: "6/day · 30 days · 60 MME"; the tooltip says how. */
export function inlayHints(checked: Checked, span: Span): InlayHint[] {
  return checked.assessment.items
    .filter(({ item, sums }) => sums.length > 0 && overlaps(item, span))
    .map(({ item, sums }) => ({
      position: checked.document.positionAt(item.end),
      label: sums.map((sum) => sum.label).join(' · '),
      tooltip: markup(
        sums.map((sum) => `- **${escapeMarkdown(sum.label)}**: ${escapeMarkdown(sum.how)}`).join('\n'),
        checked.client,
      ),
      paddingLeft: true,
    }));
}
