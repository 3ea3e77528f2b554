import type { Assessment, DraftFinding, Verdict } from '../assessment/types.js';
import type { Span } from '../draft/types.js';

/**
 * A comment that takes findings back: `<!-- mtus-draft ignore opioid/frequency: reason -->` in Markdown,
 * `# mtus-draft ignore opioid/frequency: reason` or the bare words on a line of their own in plain text.
 */
export interface Suppression extends Span {
  /** Codes it names; none with `ignore-all` is every code. */
  readonly codes: readonly string[];
  readonly reason: string;
  readonly scope: 'line' | 'draft';
  /** The line it is about: the next with text on it, or its own where other text stands beside it. Null at the end. */
  readonly target: Span | null;
  /** Why it does nothing, where it does. */
  readonly fault: 'no-reason' | 'not-at-top' | 'no-code' | null;
}

const word = 'mtus-draft';
const directive = /^mtus-draft[ \t]+(ignore-all|ignore)(?![\w-])[ \t]*([^:\r\n]*)(?::(.*))?$/;
const lead = /^(?:#{1,3}|\/\/|;|%|>)?$/;

interface Line extends Span {
  /** Nothing but blanks, comments of ours, a heading or front matter: what may stand above an `ignore-all`. */
  quiet: boolean;
  empty: boolean;
}

/** All suppressions of a text, in order, with the line each is about. Linear in the text; empty for most drafts. */
export function readSuppressions(text: string): Suppression[] {
  if (!text.includes(word)) return [];
  const lines: Line[] = [];
  const found: { comment: Span; words: string; line: number }[] = [];
  let frontMatter = false;
  let begun = false;
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(start, end);
    const comments = raw.includes(word) ? commentsOf(raw) : [];
    let rest = raw;
    for (const { comment } of comments) rest = blanked(rest, comment);
    const fence = rest.trim() === '---' && (frontMatter || !begun);
    const empty = rest.trim() === '';
    begun ||= !empty;
    lines.push({ start, end, empty, quiet: empty || fence || frontMatter || /^[ \t]*#/.test(rest) });
    if (fence) frontMatter = !frontMatter;
    for (const { comment, words } of comments) {
      found.push({
        comment: { start: start + comment.start, end: start + comment.end },
        words,
        line: lines.length - 1,
      });
    }
    if (next < 0) break;
    start = end + 1;
  }
  const firstText = lines.findIndex((line) => !line.quiet);
  const nextText = nextTextLines(lines);
  return found.flatMap(({ comment, words, line }) => {
    const match = directive.exec(words);
    if (!match) return [];
    const scope = match[1] === 'ignore-all' ? 'draft' : 'line';
    const codes = match[2]!.split(/[\s,]+/).filter(Boolean);
    const reason = (match[3] ?? '').trim();
    const target = lines[line]!.empty ? (lines[nextText[line]!] ?? null) : lines[line]!;
    const fault =
      !/\p{L}{2}/u.test(reason) || /^\[[^\]]*\]\.?$/.test(reason)
        ? ('no-reason' as const)
        : scope === 'line' && codes.length === 0
          ? ('no-code' as const)
          : scope === 'draft' && firstText >= 0 && line > firstText
            ? ('not-at-top' as const)
            : null;
    return [{ ...comment, codes, reason, scope, target: target && { start: target.start, end: target.end }, fault }];
  });
}

/** The text with suppressions blanked out, every other character in its place: what the draft is read from. */
export function maskSuppressions(text: string, suppressions: readonly Suppression[]): string {
  if (suppressions.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of suppressions) {
    pieces.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

const names = (suppression: Suppression, code: string): boolean =>
  suppression.codes.length === 0 || suppression.codes.includes(code);

const touches = (line: Span, span: Span): boolean => span.start <= line.end && line.start <= span.end;

/** Whether a finding is taken back; tells `used` of the suppression that did it. */
export function isSuppressed(
  suppressions: readonly Suppression[],
  code: string,
  at: Span,
  used: Set<Suppression>,
): boolean {
  const one = suppressions.find(
    (suppression) =>
      suppression.fault === null &&
      names(suppression, code) &&
      (suppression.scope === 'draft' || (suppression.target !== null && touches(suppression.target, at))),
  );
  if (one) used.add(one);
  return one !== undefined;
}

/** What an assessment has left once the suppressions are taken away, and which of them did something. */
export function applySuppressions(assessment: Assessment, suppressions: readonly Suppression[]) {
  const used = new Set<Suppression>();
  const shows = (verdict: Verdict, at: Span) => !isSuppressed(suppressions, verdict.code, at, used);
  const open = (verdict: Verdict) => verdict.status !== 'met' && verdict.status !== 'not-applicable';
  const items = assessment.items.map((entry) => ({
    entry,
    verdicts: entry.verdicts.filter((verdict) => open(verdict) && shows(verdict, entry.item)),
  }));
  const findings: DraftFinding[] = assessment.findings.filter(
    (finding) => !isSuppressed(suppressions, finding.code, finding.at, used),
  );
  return { items, findings, used };
}

function commentsOf(line: string): { comment: Span; words: string }[] {
  const comments: { comment: Span; words: string }[] = [];
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length)) {
    const before = line.slice(comments.at(-1)?.comment.end ?? 0, at).trimEnd();
    if (before.endsWith('<!--')) {
      const start = line.lastIndexOf('<!--', at);
      const close = line.indexOf('-->', at);
      const end = close < 0 ? line.length : close + 3;
      comments.push({ comment: { start, end }, words: line.slice(at, close < 0 ? line.length : close).trim() });
      if (close < 0) break;
    } else if (comments.length === 0 && lead.test(line.slice(0, at).trim()) && directive.test(line.slice(at).trim())) {
      comments.push({
        comment: { start: line.length - line.trimStart().length, end: line.trimEnd().length },
        words: line.slice(at).trim(),
      });
      break;
    }
    // A line has a handful at most; past that it is not written by a person.
    if (comments.length > 20 || at > 4000) break;
  }
  return comments;
}

const blanked = (line: string, span: Span): string =>
  line.slice(0, span.start) + ' '.repeat(span.end - span.start) + line.slice(span.end);

/** For each line the index of the next that has text; the number of lines where there is none. */
function nextTextLines(lines: readonly Line[]): number[] {
  const next: number[] = new Array(lines.length).fill(lines.length);
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    next[index] = lines[index + 1]!.empty ? next[index + 1]! : index + 1;
  }
  return next;
}
