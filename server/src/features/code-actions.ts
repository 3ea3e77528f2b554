import type { CodeAction, CodeActionContext, Diagnostic, Range } from 'vscode-languageserver';
import type { ItemAssessment } from '../assessment/types.js';
import type { Fix } from '../guidelines/index.js';
import type { Span } from '../draft/types.js';
import { type Checked, lineAt, overlaps } from './checked.js';
import { diagnostics as allDiagnostics, type FindingData, source } from './diagnostics.js';
import { type Insertion, insertions, isMarkdown, placeOfFix, workspaceEdit } from './insertion.js';
import { shorten } from './markdown.js';

export const codeActionKinds = ['quickfix'];

interface Target {
  readonly diagnostic: Diagnostic;
  readonly data: FindingData;
  readonly fix: Fix | null;
  readonly entry: ItemAssessment | null;
}

/**
 * Fixes for the findings at a range: the weightiest, one that does all of an item, the others by weight, then the ways
 * to ignore. They put in sentences with blanks, never a fact. None where the client asks for another kind of action.
 */
export function codeActions(checked: Checked, range: Range, context: CodeActionContext): CodeAction[] {
  if (context.only && !context.only.some((kind) => kind === '' || kind === 'quickfix')) return [];
  const targets = targetsAt(checked, range, context);
  const fixes = targets.flatMap((target): CodeAction[] => {
    const { fix, entry, diagnostic } = target;
    const corrected = correction(checked, target);
    if (corrected) return [corrected];
    if (!fix) return [];
    const edit = workspaceEdit(checked, insertions(checked, entry?.item ?? null, [fix]));
    return [{ title: fixTitle(target, fix), kind: 'quickfix', diagnostics: [diagnostic], edit }];
  });
  const [first, ...others] = fixes;
  const ignores = targets.flatMap((target) => ignore(checked, target));
  if (!first) return ignores;
  return [{ ...first, isPreferred: true }, ...insertAll(checked, targets), ...others, ...ignores];
}

/** Our findings at the range, narrowed to those the client names, with the fix each verdict offers now. */
function targetsAt(checked: Checked, range: Range, context: CodeActionContext): Target[] {
  const { document, assessment } = checked;
  const asked: Span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const named = context.diagnostics.filter((one) => one.source === source);
  const key = (one: Diagnostic) => `${one.code} ${document.offsetAt(one.range.start)}`;
  const wanted = new Set(named.map(key));
  const entries = new Map(assessment.items.map((entry) => [entry.item.key, entry]));
  return allDiagnostics(checked)
    .filter((one) => {
      const span = { start: document.offsetAt(one.range.start), end: document.offsetAt(one.range.end) };
      return wanted.size > 0 ? wanted.has(key(one)) : overlaps(span, asked);
    })
    .map((diagnostic) => {
      const data = diagnostic.data as FindingData;
      const entry = data.item === null ? null : (entries.get(data.item) ?? null);
      const fix = entry
        ? entry.verdicts.find((verdict) => verdict.criterion === data.criterion)?.fix
        : assessment.findings.find((finding) => finding.code === diagnostic.code)?.fix;
      return { diagnostic, data, fix: fix ?? null, entry };
    });
}

/** Writes what a finding about the draft is sure of in its place: a drug's name spelt right. */
function correction(checked: Checked, { diagnostic }: Target): CodeAction | null {
  const { document, assessment } = checked;
  const offset = document.offsetAt(diagnostic.range.start);
  const finding = assessment.findings.find((one) => one.code === diagnostic.code && one.at.start === offset);
  if (!finding?.replacement) return null;
  const { start, end } = finding.at;
  const edit = workspaceEdit(checked, [{ offset: start, end, snippet: finding.replacement }]);
  return { title: `Write "${finding.replacement}"`, kind: 'quickfix', diagnostics: [diagnostic], edit };
}

function fixTitle({ data, entry }: Target, fix: Fix): string {
  if (fix.title) return fix.title;
  const title =
    entry?.verdicts.find((verdict) => verdict.criterion === data.criterion)?.title ??
    data.criterion.replaceAll('-', ' ');
  return placeOfFix(fix) === 'request-line'
    ? `Add to the request line: ${title}`
    : `Insert a sentence with blanks: ${title}`;
}

/** One action for an item with several open findings: every sentence it lacks. */
function insertAll(checked: Checked, targets: readonly Target[]): CodeAction[] {
  const entries = new Set(targets.flatMap(({ entry }) => (entry ? [entry] : [])));
  return [...entries].flatMap((entry): CodeAction[] => {
    const own = allDiagnostics(checked).filter((one) => (one.data as FindingData).item === entry.item.key);
    const lacking = own.filter((one) => ['missing', 'vague'].includes((one.data as FindingData).status));
    const fixes = lacking.flatMap((one) => {
      const verdict = entry.verdicts.find((each) => each.code === one.code);
      return verdict?.fix ? [verdict.fix] : [];
    });
    const unique = [...new Map(fixes.map((fix) => [fix.section + fix.text, fix])).values()];
    if (unique.length < 2) return [];
    const title = `Insert all ${unique.length} missing sentences for ${shorten(entry.item.text, 40)}`;
    const edit = workspaceEdit(checked, insertions(checked, entry.item, unique));
    return [{ title, kind: 'quickfix', diagnostics: lacking, edit }];
  });
}

/** A comment above the finding's line, its reason still to be written: until then the finding stays. */
function ignore(checked: Checked, { diagnostic, data, entry }: Target): CodeAction[] {
  if (data.criterion === 'ignore-without-reason') return [];
  if (data.criterion === 'ignore-unused') return [removeComment(checked, diagnostic)];
  const { document } = checked;
  const offset = entry ? entry.item.start : document.offsetAt(diagnostic.range.start);
  const edit = workspaceEdit(checked, [
    ignoreComment(checked, offset, entry?.item.end ?? offset, String(diagnostic.code)),
  ]);
  return [{ title: `Ignore this finding… (${diagnostic.code})`, kind: 'quickfix', diagnostics: [diagnostic], edit }];
}

/** Takes a comment that ignores nothing away, with its line where nothing else stands on it. */
function removeComment(checked: Checked, diagnostic: Diagnostic): CodeAction {
  const { document } = checked;
  const text = document.getText();
  const comment = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
  const line = lineAt(text, comment.start);
  const alone = (text.slice(line.start, comment.start) + text.slice(comment.end, line.end)).trim() === '';
  const next = text.indexOf('\n', line.end);
  const span = alone ? { start: line.start, end: next < 0 ? line.end : next + 1 } : comment;
  const edit = workspaceEdit(checked, [{ offset: span.start, end: span.end, snippet: '' }]);
  return { title: 'Remove this comment', kind: 'quickfix', isPreferred: true, diagnostics: [diagnostic], edit };
}

function ignoreComment({ document }: Checked, offset: number, end: number, code: string): Insertion {
  const text = document.getText();
  const line = lineAt(text, offset);
  const written = text.slice(line.start, line.end);
  const words = `mtus-draft ignore ${code}: \${1:reason}`;
  // A comment of its own would cut a table in two: there it goes into the cell.
  if (isMarkdown(document) && /^[ \t]*\|/.test(written)) return { offset: end, snippet: ` <!-- ${words} -->` };
  const indent = /^[ \t]{0,3}(?=\S)/.exec(written)?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { offset: line.start, snippet: `${indent}${isMarkdown(document) ? `<!-- ${words} -->` : `# ${words}`}${eol}` };
}
