import { normalise } from '../patterns/index.js';
import type { Span } from './types.js';

/** A line of the draft. All offsets are the draft's own. */
export interface Line extends Span {
  /** Where the words begin: after indent, quote marks and list marker. Equals `end` on a blank line. */
  readonly from: number;
  /** End of the words: trailing blanks left off. */
  readonly to: number;
  readonly indent: number;
  /** Depth of Markdown quotation. */
  readonly quote: number;
  /** The list marker before `from`, empty where there is none. */
  readonly marker: string;
  /** ATX level 1–6, 0 where the line is none. */
  readonly atx: number;
  /** A line of dashes, equals signs or stars only; a table's rule. */
  readonly rule: boolean;
  /** Has two or more cells: pipes, tabs, or wide gaps on a line with several. */
  readonly cells: readonly Span[];
}

const marker =
  /(?:[-*+•·▪◦‣●○■□–—➢►✓](?=\s)|o(?=\s)|\[[ xX]?\](?=\s)|\(?\d{1,2}\)(?=\s|[A-Za-z])|\d{1,2}\.(?=\s|[A-Za-z])|\(?[a-zA-K][.)](?=\s)|\(?[ivxIVX]{2,4}[.)](?=\s)|#\d{1,2}[.):](?=\s)|\d{1,2} ?[-–](?=\s+[A-Za-z]{3})|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?[,:](?=\s))/y;
const box = /\[[ xX]?\]\s*/y;
const atx = /(#{1,6})\s+(?=\S)/y;
const boundary = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/g;

/**
 * The draft's text made plain without changing its length: quotes and dashes plain, tabs, odd spaces and line breaks
 * blanks, and Markdown's own marks (emphasis, quotation) blanked where they would stand between words.
 */
export function plainText(text: string): string {
  return withoutUnchecked(text, normalise(text)).replace(/\*\*|__(?=[^_\s])|(?<=[^_\s])__(?!_)/g, '  ');
}

const boxes = /(?:\[[ x]?\]|\([ x]{1,3}\)|\[ x \])/gi;

/** "[x] Modified [ ] Full duty": what is not ticked is not said. Blanks it where a line has several boxes. */
function withoutUnchecked(text: string, plain: string): string {
  if (!/[[(] ?[\])]/.test(plain)) return plain;
  const parts: string[] = [];
  let at = 0;
  for (const line of text.matchAll(/[^\n\r]*\[ ?\][^\n\r]*|[^\n\r]*\( {1,3}\)[^\n\r]*/g)) {
    const marks = [...plain.slice(line.index, line.index + line[0].length).matchAll(boxes)];
    // One box by itself is ticked or not as the line's label has it: "MRI: [ ] request".
    const labelled = marks.length === 1 && /:\s*$/.test(line[0].slice(0, marks[0]!.index));
    if (marks.length < 2 && !labelled) continue;
    marks.forEach((mark, index) => {
      if (mark[0].includes('x')) return;
      const start = line.index + mark.index;
      const end = line.index + (marks[index + 1]?.index ?? line[0].length);
      parts.push(plain.slice(at, start), ' '.repeat(end - start));
      at = end;
    });
  }
  return parts.join('') + plain.slice(at);
}

/** Cuts a text into its lines. `plain` is {@link plainText} of it. */
export function readLines(text: string, plain: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  boundary.lastIndex = 0;
  for (;;) {
    const hit = boundary.exec(text);
    lines.push(readLine(text, plain, start, hit ? hit.index : text.length));
    if (!hit) return lines;
    start = hit.index + hit[0].length;
  }
}

function readLine(text: string, plain: string, start: number, end: number): Line {
  let to = end;
  while (to > start && isBlank(plain.charCodeAt(to - 1))) to--;
  let from = start;
  let quote = 0;
  let indent = 0;
  for (; from < to; from++) {
    if (text[from] === '>') quote++;
    else if (!isBlank(plain.charCodeAt(from))) break;
    else indent += text[from] === '\t' ? 4 : 1;
  }
  const level = sticky(atx, plain, from);
  if (level) from += level.length;
  const rule = to - from >= 3 && /^[-=*_|:+\s]+$/.test(plain.slice(from, Math.min(to, from + 200)));
  let mark = '';
  if (!rule && !level) {
    mark = sticky(marker, text, from);
    if (mark) {
      from += mark.length;
      while (from < to && isBlank(plain.charCodeAt(from))) from++;
      from += sticky(box, plain, from).length;
    }
  }
  return {
    start,
    end,
    from: Math.min(from, to),
    to,
    indent,
    quote,
    marker: mark,
    atx: level ? level.trim().length : 0,
    rule,
    cells: rule ? [] : readCells(text, plain, from, to),
  };
}

/** Cells of a row written with pipes, tabs, or gaps of three blanks and more; empty where the line is no row. */
function readCells(text: string, plain: string, from: number, to: number): Span[] {
  const raw = text.slice(from, to);
  const split = raw.includes('|') ? /\|/g : raw.includes('\t') ? /\t+/g : raw.includes('   ') ? / {3,}/g : null;
  if (!split) return [];
  const cells: Span[] = [];
  let start = from;
  const push = (end: number) => {
    let a = start;
    let b = end;
    while (a < b && isBlank(plain.charCodeAt(a))) a++;
    while (b > a && isBlank(plain.charCodeAt(b - 1))) b--;
    cells.push({ start: a, end: b });
  };
  for (const hit of raw.matchAll(split)) {
    push(from + hit.index);
    start = from + hit.index + hit[0].length;
  }
  push(to);
  if (raw.startsWith('|')) cells.shift();
  if (raw.endsWith('|')) cells.pop();
  return cells.length > 1 ? cells : [];
}

function sticky(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}
