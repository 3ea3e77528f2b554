import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Assessment, ItemAssessment } from '../assessment/types.js';
import type { Span } from '../draft/types.js';
import type { Guidelines } from '../guidelines/index.js';
import type { DraftSettings } from '../settings.js';
import type { Blank } from './blanks.js';
import type { Suppression } from './suppression.js';

/** What the editor at the other end can show or apply. */
export interface ClientAbilities {
  /** Completion items may carry tab stops. */
  readonly snippets: boolean;
  /** Edits of quick fixes may carry tab stops (LSP 3.18). */
  readonly snippetEdits: boolean;
  /** Workspace edits may name the version of the document they are for. */
  readonly documentChanges: boolean;
  readonly markdown: boolean;
  readonly relatedInformation: boolean;
  /** Document symbols may hold others. */
  readonly symbolTree: boolean;
  /** Address of the folder with the rules' pages, empty where there is none. */
  readonly rulePages: string;
}

export const fullAbilities: ClientAbilities = {
  snippets: true,
  snippetEdits: true,
  documentChanges: true,
  markdown: true,
  relatedInformation: true,
  symbolTree: true,
  rulePages: '',
};

/** A document with all that has been found out about it: what every feature works from. */
export interface Checked {
  readonly document: TextDocument;
  readonly assessment: Assessment;
  readonly suppressions: readonly Suppression[];
  /** Blanks still to be filled in, in order. */
  readonly blanks: readonly Blank[];
  readonly guidelines: Guidelines;
  readonly settings: DraftSettings;
  readonly client: ClientAbilities;
}

export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

export const overlaps = (one: Span, other: Span): boolean => one.start <= other.end && other.start <= one.end;

/** The item whose block holds the offset, the one whose own text holds it first. */
export function itemAt(checked: Checked, offset: number): ItemAssessment | null {
  const { items } = checked.assessment;
  return items.find(({ item }) => holds(item, offset)) ?? items.find(({ item }) => holds(item.block, offset)) ?? null;
}

/** The line's span that holds the offset, without its line break. Offsets outside are moved inside. */
export function lineAt(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.length));
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return { start: at === 0 ? 0 : start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}
