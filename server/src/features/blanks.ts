import { readBlanks } from '../draft/blanks.js';
import type { Draft, Sentence, Span } from '../draft/types.js';
import type { Guidelines } from '../guidelines/index.js';
import { stopLabels } from './snippet.js';

/** A place left to be filled in. `sure` where it is a label of ours or a form that nobody writes for another reason. */
export interface Blank extends Span {
  readonly sure: boolean;
}

/** Words between brackets or marks that stand for a blank, beside the labels of the packs' own sentences. */
const general = /^(?:insert|fill[ -]?in|enter|specify|complete)\b|^(?:to do|todo|tbd|reason)$/i;
/** Tab stops that an editor did not expand, rules to write on, and the usual letters. */
const marks = /^(?:\$\{.*\}|_{3,}.*|<.*>|TB[DA])$/;
/** A rule on such a line is there to be signed or dated by hand. */
const byHand = /\b(?:sign|signed|signature|date|dated|initials?)\b/i;

/** What stands between the brackets of every blank that a fix can insert, in lower case. */
export function blankLabels(guidelines: Guidelines): ReadonlySet<string> {
  const fixes = [
    ...[...guidelines.packs.values()].flatMap((pack) => pack.criteria.map((criterion) => criterion.fix)),
    ...guidelines.draftChecks.map((check) => check.fix),
  ];
  return new Set(fixes.flatMap((fix) => (fix ? stopLabels(fix.text).map((label) => label.toLowerCase()) : [])));
}

const bracketed = /\[([^[\]\r\n]{1,160})\]/g;

/** A draft's blanks, in order; give the text without its suppressions, whose blanks are theirs. */
export function draftBlanks(text: string, labels: ReadonlySet<string>): Blank[] {
  const ours = [...text.matchAll(bracketed)].flatMap((match): Blank[] => {
    const label = match[1]!.trim().toLowerCase();
    const span = { start: match.index, end: match.index + match[0].length };
    return (labels.has(label) || general.test(label)) && !isLink(text, span) ? [{ ...span, sure: true }] : [];
  });
  const known = new Set(ours.map((blank) => blank.start));
  const others = readBlanks(text).flatMap((span): Blank[] => {
    const written = text.slice(span.start, span.end);
    if (known.has(span.start) || (written.startsWith('[') && isLink(text, span))) return [];
    if (written.startsWith('_') && byHand.test(text.slice(Math.max(0, span.start - 40), span.start))) return [];
    return [{ ...span, sure: marks.test(written) }];
  });
  return [...ours, ...others].sort((one, other) => one.start - other.start);
}

function isLink(text: string, { start, end }: Span): boolean {
  return (
    text[end] === '(' || text[end] === '[' || text[start - 1] === ']' || text[start - 1] === '!' || text[end] === ':'
  );
}

/** Blanks that stand on one line, as one: a sentence with five of them is one thing to do. */
export function blanksByLine(
  text: string,
  blanks: readonly Blank[],
): { readonly span: Blank; readonly words: readonly string[] }[] {
  const lines: { span: Blank; words: string[] }[] = [];
  for (const blank of blanks) {
    const word = text.slice(blank.start, blank.end);
    const last = lines.at(-1);
    if (last && !text.slice(last.span.end, blank.start).includes('\n') && last.span.sure === blank.sure) {
      last.span = { ...blank, start: last.span.start };
      last.words.push(word);
    } else {
      lines.push({ span: blank, words: [word] });
    }
  }
  return lines;
}

/**
 * The draft without the clauses that hold a blank: a sentence still to be filled in states nothing, so a fix just put in
 * documents nothing. A request line loses only the blank itself; everything keeps its place.
 */
export function withoutBlankClauses(draft: Draft, blanks: readonly Blank[]): Draft {
  const sure = blanks.filter((blank) => blank.sure);
  if (sure.length === 0) return draft;
  const emptied = new Map<Sentence, Sentence>();
  let next = 0;
  for (const sentence of draft.sentences) {
    while (next < sure.length && sure[next]!.end <= sentence.start) next += 1;
    const own: Span[] = [];
    for (let at = next; at < sure.length && sure[at]!.start < sentence.end; at += 1) own.push(sure[at]!);
    const asked = draft.items.some((item) => item.block.start < sentence.end && sentence.start < item.block.end);
    if (own.length > 0)
      emptied.set(
        sentence,
        emptiedOf(sentence, asked ? own.map((blank) => relative(blank, sentence)) : clausesOf(sentence, own)),
      );
  }
  const swap = (sentence: Sentence): Sentence => emptied.get(sentence) ?? sentence;
  return {
    ...draft,
    sentences: draft.sentences.map(swap),
    sections: draft.sections.map((section) => ({ ...section, sentences: section.sentences.map(swap) })),
  };
}

const relative = (span: Span, { start }: Span): Span => ({ start: span.start - start, end: span.end - start });

/** The clauses, between semicolons, that hold the blanks; offsets in the sentence. */
function clausesOf(sentence: Sentence, blanks: readonly Span[]): Span[] {
  const { text } = sentence;
  return blanks.map((blank) => {
    const { start, end } = relative(blank, sentence);
    const after = text.indexOf(';', end);
    return { start: text.lastIndexOf(';', start) + 1, end: after < 0 ? text.length : after };
  });
}

/** The sentence without the words of the spans, which come in order and may repeat. */
function emptiedOf(sentence: Sentence, spans: readonly Span[]): Sentence {
  let text = '';
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    text += sentence.text.slice(at, span.start) + ' '.repeat(span.end - span.start);
    at = span.end;
  }
  const gone = (offset: number) => spans.some((span) => span.start <= offset && offset < span.end);
  return {
    ...sentence,
    text: text + sentence.text.slice(at),
    tokens: sentence.tokens.filter((token) => !gone(token.start)),
  };
}
