import { isCapital, type Label, readLabel } from './headings.js';
import type { Line } from './lines.js';
import type { Span } from './types.js';

/** A block that is read as one: wrapped prose, a list item, a row, a `Label: value` line, a heading. */
export interface Paragraph extends Span {
  readonly type: 'heading' | 'item' | 'row' | 'field' | 'prose';
  readonly label: Label | null;
  readonly quote: number;
  readonly indent: number;
  readonly marker: string;
  readonly cells: readonly Span[];
  /** Blank lines before it. */
  readonly gap: number;
  /** Start of its first line, marker and indent included. */
  readonly lineStart: number;
}

const reachOn = new Set(
  'a an the of and or to in on at for with without by from as than that which who is are was were be been being has have had not no his her their its my our this these those per via under over into between during after before due about within while when if but because since including versus vs dr mr mrs ms'.split(
    ' ',
  ),
);
/** Labels that belong under an item, however they are written. */
export const subLabel =
  /^(?:sig|directions?|instructions?|take|qty|quantity|quant|disp|dispense|dispensed|refills?|rf|frequency|freq|duration|dose|dosage|strength|route|days? supply|supply|cpt|cpt code|cpt codes|hcpcs|cpt ?\/ ?hcpcs(?: code)?|icd|icd code|icd 10|icd 10 code|icd codes|other information|other info|levels?|side|body parts?|site|location|visits|number of visits|no of visits|sessions|units|length|rental|purchase|total|count|number requested|provider|approach|guidance)$/;

interface Layout {
  /** Width at which lines are broken near a line, 0 where text is not hard-wrapped. */
  readonly width: (index: number) => number;
  readonly doubleSpaced: (index: number) => boolean;
}

/** Joins lines to paragraphs. A paragraph ends at a blank line unless the text clearly goes on. */
export function readParagraphs(text: string, plain: string, lines: readonly Line[]): Paragraph[] {
  const full = lines.filter((line) => line.to > line.from || line.rule);
  const capital = isMostlyCapital(text);
  const gaps = gapsBefore(lines);
  const shapeless = capital || isMostlyLow(text, full, gaps);
  const layout = readLayout(text, plain, full, gaps, shapeless);
  const labels: (Label | null | undefined)[] = [];
  const labelAt = (index: number) => {
    const known = labels[index];
    if (known !== undefined) return known;
    const label = labelOf(text, plain, full, index, capital);
    labels[index] = label;
    return label;
  };
  const paragraphs: Paragraph[] = [];
  let first = 0;
  while (first < full.length) {
    const head = full[first]!;
    if (head.rule) {
      first++;
      continue;
    }
    const label = labelAt(first);
    let last = first;
    if (!label?.alone) {
      while (last + 1 < full.length && joins(text, plain, full, gaps, layout, last, shapeless, labelAt)) last++;
    }
    push(paragraphs, plain, head, full[last]!, label, gaps.get(head) ?? 0);
    first = last + 1;
  }
  return paragraphs;
}

function push(out: Paragraph[], plain: string, head: Line, tail: Line, label: Label | null, gap: number): void {
  const row = head.cells.length > 1 && !label;
  const type: Paragraph['type'] = label?.alone
    ? 'heading'
    : row
      ? 'row'
      : head.marker
        ? 'item'
        : label
          ? 'field'
          : 'prose';
  const cells = row ? head.cells : [];
  const { quote, indent } = head;
  const add = (start: number, until: number, before: number, marker: string, first: boolean) => {
    let end = until;
    while (end > start && plain[end - 1] === ' ') end--;
    const own = first ? { type, label, gap, cells } : { type: 'item' as const, label: null, gap: 0, cells: [] };
    out.push({
      start,
      end,
      quote,
      indent,
      marker,
      lineStart: before,
      type: own.type,
      label: own.label,
      gap: own.gap,
      cells: own.cells,
    });
  };
  const cuts = row || label?.alone ? [] : enumerated(plain, { start: head.from, end: tail.to }, head.marker, label);
  add(head.from, cuts[0]?.before ?? tail.to, head.start, head.marker, true);
  for (const [index, cut] of cuts.entries())
    add(cut.at, cuts[index + 1]?.before ?? tail.to, cut.before, cut.marker, false);
}

/** Places where a list is written on in one line: "1. … 2. … 3. …". */
function enumerated(
  plain: string,
  span: Span,
  marker: string,
  label: Label | null,
): { at: number; before: number; marker: string }[] {
  const text = plain.slice(span.start, span.end);
  const cuts: { at: number; before: number; marker: string }[] = [];
  let expected = Number(/\d+/.exec(marker)?.[0] ?? 0) + 1;
  for (const hit of text.matchAll(/(?:^|[\s:;])(\(?(\d{1,2})[.)])\s{0,3}(?=[a-z])/g)) {
    if (Number(hit[2]) !== expected) continue;
    expected++;
    const before = span.start + hit.index + hit[0].indexOf(hit[1]!);
    cuts.push({ at: span.start + hit.index + hit[0].length, before, marker: hit[1]! });
  }
  const opens = label ? label.span.end - span.start : 0;
  if (!marker && (cuts.length < 2 || cuts[0]!.before - span.start > opens + 3) && cuts.length < 3) return [];
  return cuts.filter((cut) => cut.before > span.start);
}

function gapsBefore(lines: readonly Line[]): Map<Line, number> {
  const gaps = new Map<Line, number>();
  let blank = 0;
  for (const line of lines) {
    if (line.to > line.from || line.rule) {
      gaps.set(line, blank);
      blank = 0;
    } else blank++;
  }
  return gaps;
}

/** The label of a line, unless it is merely a colon in wrapped prose. */
function labelOf(text: string, plain: string, full: readonly Line[], index: number, capital: boolean): Label | null {
  const line = full[index]!;
  const next = full[index + 1];
  const label = readLabel(text, plain, line, next);
  if (!label) return null;
  const previous = full[index - 1];
  if (
    previous &&
    startsLow(text, line) &&
    !line.marker &&
    previous.to - previous.start >= 45 &&
    !ends(text, previous)
  ) {
    if (!subLabel.test(label.words)) return null;
  }
  if (capital && label.kind === null && label.alone && label.rank === 3 && plain[label.span.end - 1] !== ':')
    return null;
  if (capital && !label.alone && label.rank === 3) return { ...label, rank: 2 };
  return label;
}

function startsLow(text: string, line: Line): boolean {
  const first = text[line.from] ?? '';
  return first >= 'a' && first <= 'z';
}

function ends(text: string, line: Line): boolean {
  let at = line.to;
  while (at > line.from && /["'”’)\]*_]/.test(text[at - 1]!)) at--;
  return /[.?!:]/.test(text[at - 1] ?? '');
}

/** The last word or mark leaves the sentence open: "of", "and", a comma, an open bracket. */
function open(plain: string, line: Line): boolean {
  const tail = plain.slice(Math.max(line.from, line.to - 60), line.to);
  if (/[,&/(+]$|[a-z]-$/.test(tail)) return true;
  if (tail.lastIndexOf('(') > tail.lastIndexOf(')')) return true;
  return reachOn.has(/[a-z]+$/.exec(tail)?.[0] ?? '');
}

function firstWord(plain: string, line: Line): string {
  return /^\S{1,40}/.exec(plain.slice(line.from, Math.min(line.to, line.from + 40)))?.[0] ?? '';
}

/** Blocks mostly begin in lower case: a note jotted down without capitals, where lower case does not tell a wrap. */
function isMostlyLow(text: string, full: readonly Line[], gaps: Map<Line, number>): boolean {
  let low = 0;
  let all = 0;
  for (let i = 0; i < full.length; i++) {
    const line = full[i]!;
    if ((i > 0 && !gaps.get(line)) || line.rule || !/[a-z]/i.test(text[line.from] ?? '')) continue;
    all++;
    if (startsLow(text, line) && (i === 0 || ends(text, full[i - 1]!) || line.to - line.from < 40)) low++;
  }
  return all > 0 && low * 2 > all;
}

/** Clearly one sentence broken over two lines; `shapeless` text shows it by its words alone, not by small letters. */
function wraps(text: string, plain: string, a: Line, b: Line, shapeless: boolean): boolean {
  if (a.to - a.start < 45 || ends(text, a) || b.marker || b.atx || b.rule || b.cells.length || a.cells.length)
    return false;
  return shapeless ? open(plain, a) || reachOn.has(firstWord(plain, b)) : startsLow(text, b);
}

function readLayout(
  text: string,
  plain: string,
  full: readonly Line[],
  gaps: Map<Line, number>,
  shapeless: boolean,
): Layout {
  const single = new Int32Array(full.length + 1);
  const double = new Int32Array(full.length + 1);
  const widths = new Int32Array(full.length);
  for (let i = 0; i + 1 < full.length; i++) {
    const wrap = wraps(text, plain, full[i]!, full[i + 1]!, shapeless);
    const gap = gaps.get(full[i + 1]!) ?? 0;
    single[i + 1] = single[i]! + (wrap && gap === 0 ? 1 : 0);
    double[i + 1] = double[i]! + (wrap && gap > 0 ? 1 : 0);
    widths[i] = wrap ? full[i]!.to - full[i]!.start : 0;
  }
  if (full.length > 0) {
    single[full.length] = single[full.length - 1]!;
    double[full.length] = double[full.length - 1]!;
  }
  const near = 14;
  const sum = (counts: Int32Array, at: number) =>
    counts[Math.min(full.length, at + near)]! - counts[Math.max(0, at - near)]!;
  const size = 16;
  const widest = new Int32Array(Math.ceil(full.length / size) + 2);
  widths.forEach((width, index) => {
    const bucket = Math.floor(index / size) + 1;
    if (width < 200 && width > widest[bucket]!) widest[bucket] = width;
  });
  return {
    width(index) {
      const bucket = Math.floor(index / size) + 1;
      return Math.max(widest[bucket - 1]!, widest[bucket]!, widest[bucket + 1] ?? 0);
    },
    doubleSpaced: (index) => sum(double, index) >= 2 && sum(double, index) > sum(single, index),
  };
}

function joins(
  text: string,
  plain: string,
  full: readonly Line[],
  gaps: Map<Line, number>,
  layout: Layout,
  index: number,
  shapeless: boolean,
  labelAt: (index: number) => Label | null,
): boolean {
  const a = full[index]!;
  const b = full[index + 1]!;
  if (b.marker || b.atx || b.rule || b.cells.length > 1 || a.cells.length > 1 || a.quote !== b.quote) return false;
  const gap = gaps.get(b) ?? 0;
  const length = a.to - a.start;
  const done = ends(text, a);
  const low = !done && !shapeless && startsLow(text, b);
  const label = labelAt(index + 1);
  if (label && (label.kind !== null || subLabel.test(label.words) || !(low && length >= 45))) {
    const goesOn = /\bpage ?s?$/.test(label.words) || (!done && length >= 45 && open(plain, a) && label.kind === null);
    if (!goesOn) return false;
  }
  if (gap === 0 || (gap === 1 && layout.doubleSpaced(index))) {
    if (low && (length >= 30 || open(plain, a))) return true;
    if (!done && length >= 20 && open(plain, a)) return true;
    const width = layout.width(index);
    return width >= 45 && length + 1 + firstWord(plain, b).length > 0.9 * width;
  }
  // A value behind its label ends at the blank line; a note may begin in lower case after it.
  return (
    (labelAt(index) === null && wraps(text, plain, a, b, shapeless)) ||
    (!done && length >= 45 && open(plain, a) && gap <= 4 && !isCapital(text.slice(b.from, b.to)))
  );
}

/** Written in capitals throughout, as some record systems print. */
export function isMostlyCapital(text: string): boolean {
  const sample = text.length > 40_000 ? text.slice(0, 40_000) : text;
  const upper = sample.match(/[A-Z]/g)?.length ?? 0;
  const lower = sample.match(/[a-z]/g)?.length ?? 0;
  return upper + lower > 20 && upper > 4 * lower;
}
