import type { TextEdit, SnippetTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Item, Section } from '../draft/types.js';
import type { Fix } from '../guidelines/index.js';
import { type Checked, lineAt } from './checked.js';
import { trimmed } from './document-symbols.js';
import { headingLine, headingStyle, sectionTitle } from './heading-style.js';
import { blankStops, escapeSnippet, plainText, renumber } from './snippet.js';

/** Text to put in at an offset; literal text is escaped, tab stops are as the pack wrote them. */
export interface Insertion {
  readonly offset: number;
  /** End of the stretch that goes, where one does. */
  readonly end?: number;
  readonly snippet: string;
}

/** The order in which a report's sections usually stand, for a section that has to be made. */
const usualOrder: readonly string[] = [
  'header',
  'request',
  'diagnoses',
  'subjective',
  'function',
  'work-status',
  'history',
  'past-treatment',
  'medications',
  'objective',
  'studies',
  'rationale',
  'denial',
  'guideline',
  'plan',
  'other',
  'records',
  'signature',
];
const last: readonly string[] = ['records', 'signature'];
const fallback = 'rationale';

/** Markdown by language or name; an unsaved draft by its headings. */
export const isMarkdown = (document: TextDocument): boolean =>
  document.languageId === 'markdown' ||
  /\.(?:md|markdown)$/i.test(document.uri) ||
  (document.uri.startsWith('untitled:') && /^#{1,6} (?!mtus-draft)/m.test(document.getText()));

/** Where a fix's sentence goes: `request-line`, or a section kind; a kind we do not know goes to the rationale. */
export function placeOfFix(fix: Fix): string {
  return fix.section === 'request-line' || usualOrder.includes(fix.section) ? fix.section : fallback;
}

/** The insertions that put the fixes' sentences where they belong; sentences of one place come together. */
export function insertions(checked: Checked, item: Item | null, fixes: readonly Fix[]): Insertion[] {
  const byPlace = new Map<string, string[]>();
  let stops = 0;
  for (const fix of fixes) {
    const numbered = renumber(fix.text.trimEnd(), stops);
    stops = numbered.last;
    const place = placeOfFix(fix);
    const kind = place === 'request-line' && !item ? 'request' : place;
    byPlace.set(kind, [
      ...(byPlace.get(kind) ?? []),
      kind === 'request-line' ? numbered.snippet : numbered.snippet.trim(),
    ]);
  }
  const places = [...byPlace].sort(([one], [other]) => usualOrder.indexOf(one) - usualOrder.indexOf(other));
  const single = places.map(([place, sentences]) =>
    place === 'request-line' ? onLine(checked, item!, sentences) : inSection(checked, place, sentences),
  );
  const merged = new Map<number, string>();
  for (const { offset, snippet } of single) merged.set(offset, (merged.get(offset) ?? '') + snippet);
  return [...merged].map(([offset, snippet]) => ({ offset, snippet })).sort((one, other) => one.offset - other.offset);
}

/** At the end of the item's own words, before a full stop that closes them. */
function onLine({ document }: Checked, item: Item, parts: readonly string[]): Insertion {
  const text = document.getText();
  let offset = item.end;
  while (offset > item.start && /[\s.,;]/.test(text[offset - 1]!)) offset -= 1;
  const joined = parts.map((part) => lineGlue(part) + part.replace(/\.$/, '')).join('');
  return { offset, snippet: joined };
}

/** What joins an element to the words before it; a pack's own leading blank or mark says that there is no comma. */
export const lineGlue = (part: string): string => (/^[\s,;.:(]/.test(part) ? '' : ', ');

function inSection(checked: Checked, kind: string, sentences: readonly string[]): Insertion {
  const { draft } = checked.assessment;
  const existing = draft.sections.filter(
    (section) => section.kind === kind && (section.heading || section.end > section.start),
  );
  const section = existing.find((one) => one.heading) ?? existing.at(-1);
  return section ? atEndOf(checked, section, sentences) : newSection(checked, kind, sentences);
}

function atEndOf(checked: Checked, section: Section, sentences: readonly string[]): Insertion {
  const text = checked.document.getText();
  const start = Math.min(section.start, section.heading?.start ?? section.start);
  const end = trimmed(text, { start, end: section.end }).end;
  const line = lineAt(text, end);
  const written = text.slice(line.start, line.end);
  const onlyHeading = section.heading !== null && section.heading.end >= end - 1;
  const style = headingStyle(checked.assessment.draft, isMarkdown(checked.document));
  const bullet = onlyHeading ? '' : (/^[ \t]*(?:[-*+•]|\d+[.)])[ \t]+/.exec(written)?.[0] ?? '');
  const gap = (onlyHeading && style.airy) || /^[ \t]*\|/.test(written);
  const lines = sentences.map((sentence, index) => escapeSnippet(nextBullet(bullet, index + 1)) + sentence);
  return afterLine(checked.document, line.end, gap ? ['', ...lines] : lines);
}

/** The mark of the list item `step` after one that begins with `bullet`. */
function nextBullet(bullet: string, step: number): string {
  return bullet.replace(/\d+/, (number) => String(Number(number) + step));
}

function newSection(checked: Checked, kind: string, sentences: readonly string[]): Insertion {
  const { draft } = checked.assessment;
  const style = headingStyle(draft, isMarkdown(checked.document));
  const heading = escapeSnippet(headingLine(style, sectionTitle(kind)));
  const body = style.airy ? [heading, '', ...sentences] : [heading, ...sentences];
  const rank = usualOrder.indexOf(kind);
  const text = checked.document.getText();
  const isOther = (section: Section) => section.kind === 'other';
  const before = (section: Section) => usualOrder.indexOf(section.kind) <= rank && !last.includes(section.kind);
  const behind = draft.sections.find((section) => !isOther(section) && !before(section));
  const follows =
    draft.sections.findLast((section) => before(section) && !isOther(section)) ??
    (behind
      ? draft.sections.findLast(
          (section) => section.end <= behind.start && text.slice(section.start, section.end).trim(),
        )
      : draft.sections.at(-1));
  if (!follows) {
    const first = behind;
    const at = first ? lineAt(text, Math.min(first.start, first.heading?.start ?? first.start)).start : 0;
    return { offset: at, snippet: `${body.join(eol(text))}${eol(text)}${text.trim() ? eol(text) : ''}` };
  }
  const { end } = trimmed(text, {
    start: Math.min(follows.start, follows.heading?.start ?? follows.start),
    end: follows.end,
  });
  return afterLine(checked.document, lineAt(text, end).end, ['', ...body]);
}

const eol = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/**
 * Lines put after the line that ends at `end`. Where a next line exists they go in at its beginning: an editor
 * indents a snippet like the line it is put in, and there is nothing to indent like there.
 */
function afterLine(document: TextDocument, end: number, lines: readonly string[]): Insertion {
  const text = document.getText();
  const line = eol(text);
  const next = text.indexOf('\n', end);
  if (next < 0) return { offset: text.length, snippet: `${line}${lines.join(line)}` };
  return { offset: next + 1, snippet: `${lines.join(line)}${line}` };
}

/** The edit for the client: with tab stops that start as blanks where it can, else the blanks as text. */
export function workspaceEdit({ document, client }: Checked, all: readonly Insertion[]): WorkspaceEdit {
  const at = ({ offset, end }: Insertion) => ({
    start: document.positionAt(offset),
    end: document.positionAt(end ?? offset),
  });
  if (!client.documentChanges) {
    const edits: TextEdit[] = all.map((one) => ({ range: at(one), newText: plainText(one.snippet) }));
    return { changes: { [document.uri]: edits } };
  }
  let stops = 0;
  const edits = all.map((one): TextEdit | SnippetTextEdit => {
    if (!client.snippetEdits) return { range: at(one), newText: plainText(one.snippet) };
    const numbered = blankStops(one.snippet, stops);
    stops = numbered.last;
    return { range: at(one), snippet: { kind: 'snippet', value: numbered.snippet } };
  });
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}
