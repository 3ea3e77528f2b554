import { isSubLine, isTreatmentLine, valueLabel } from './items-lines.js';
import { type Found, mergeItems } from './items-merge.js';
import { outcomeLine, outcomeSentence } from './items-outcome.js';
import { type Context, lineItems } from './items-reading.js';
import { type Columns, isFormRow, readHead, rowsAsk, serviceCell } from './items-table.js';
import type { Paragraph } from './paragraphs.js';
import type { Outline } from './sections.js';
import { cutSentences } from './sentences.js';
import { recogniseTreatments } from './treatments.js';
import type { DraftKind, Item, SectionKind, Span } from './types.js';

/** Sections that never ask for anything. */
const silent: ReadonlySet<SectionKind> = new Set([
  'medications',
  'past-treatment',
  'history',
  'denial',
  'guideline',
  'family-history',
  'records',
  'studies',
  'signature',
]);

interface Whole extends Context {
  readonly paragraphs: readonly Paragraph[];
}

/** Finds the treatments that a draft asks for, in document order. */
export function readItems(
  text: string,
  plain: string,
  paragraphs: readonly Paragraph[],
  outline: Outline,
  kind: DraftKind,
): Item[] {
  const context = { text, plain, kind, paragraphs, outline };
  if (kind === 'determination') {
    const decided = decidedItems(context);
    if (decided.length > 0) return mergeItems(text, decided);
  }
  const found: Found[] = [];
  const bare = bareLines(context);
  const ticks = tickedLines(context);
  let columns: Columns | null = null;
  let index = 0;
  while (index < paragraphs.length) {
    const paragraph = paragraphs[index]!;
    const section = outline.of[index]!.kind;
    if (paragraph.type === 'row') {
      const head = readHead(text, paragraph);
      if (head) columns = head;
      else found.push(...rowItems(context, paragraph, index, section, columns));
      index++;
      continue;
    }
    columns = null;
    const block = blockOf(context, index);
    const tick = ticks.get(index);
    const items =
      tick === false || (silent.has(section) && !tick)
        ? []
        : paragraphItems(context, index, block.last, tick ? 'request' : section, bare.has(index));
    found.push(...items);
    index = items.length > 0 ? block.last + 1 : index + 1;
  }
  const others = found.length > 0 ? found : loneTables(context);
  if (others.length > 0) return mergeItems(text, others);
  const headed = headingItems(context);
  return mergeItems(text, headed.length > 0 || kind !== 'appeal' ? headed : refusedItems(context));
}

/**
 * Of a form where boxes say what is asked for: true for the lines that are ticked, false for those that are not. Empty
 * where the draft has not both.
 */
function tickedLines({ text, paragraphs }: Whole): Map<number, boolean> {
  const ticks = new Map<number, boolean>();
  paragraphs.forEach((paragraph, index) => {
    const lineEnd = text.indexOf('\n', paragraph.start);
    const words = text.slice(paragraph.label?.span.end ?? paragraph.start, lineEnd < 0 ? text.length : lineEnd);
    const box = /^\[([ xX]?)\]$/.exec(paragraph.marker) ?? /^\s*\[ ?([xX]?) ?\]/.exec(words);
    if (box && recogniseTreatments(text.slice(paragraph.lineStart, paragraph.end)).length > 0)
      ticks.set(index, /x/i.test(box[1]!));
  });
  const values = new Set(ticks.values());
  return values.size === 2 ? ticks : new Map();
}

/** Where nothing else asks, a table with quantities that no heading explains is the request. */
function loneTables(context: Whole): Found[] {
  let columns: Columns | null = null;
  return context.paragraphs.flatMap((paragraph, index) => {
    const section = context.outline.of[index]!;
    if (paragraph.type !== 'row' || section.heading || (section.kind !== 'other' && section.kind !== 'header'))
      return [];
    const head = readHead(context.text, paragraph);
    columns = head ?? columns;
    return head || !columns?.counts ? [] : rowItems(context, paragraph, index, 'plan', columns);
  });
}

/** Where nothing else asks, the heading does: "REQUEST FOR AUTHORIZATION OF CERVICAL MRI". */
function headingItems(context: Whole): Found[] {
  return context.paragraphs.flatMap((paragraph, index) =>
    paragraph.type === 'heading' && index < 12
      ? lineItems(context, { start: paragraph.start, end: paragraph.end }, index, {
          section: 'other',
          list: false,
          unknown: false,
          cell: false,
        })
      : [],
  );
}

const refused =
  /\b(?:non-?certified|not certified|denied|denies|not approved|not authorized|refused|modified|upheld)\b/;

/** An appeal that names its treatments only in the denial's words disputes those that were refused there. */
function refusedItems(context: Whole): Found[] {
  const { text, plain, paragraphs, outline } = context;
  return paragraphs.flatMap((paragraph, index) =>
    outline.of[index]!.kind !== 'denial' &&
    paragraph.quote === 0 &&
    !/["']/.test(plain.slice(paragraph.start, paragraph.start + 2))
      ? []
      : cutSentences(text, plain, paragraph)
          .filter((sentence) => refused.test(plain.slice(sentence.start, sentence.end)))
          .flatMap((sentence) =>
            lineItems(context, sentence, index, { section: 'request', list: true, unknown: false, cell: true }),
          ),
  );
}

/** The paragraphs that hang on one: its directions and codes on lines of their own. */
function blockOf(context: Whole, index: number): { last: number } {
  const head = context.paragraphs[index]!;
  let last = index;
  for (let i = index + 1; i < context.paragraphs.length; i++) {
    const next = context.paragraphs[i]!;
    if (
      context.outline.of[i] !== context.outline.of[index] ||
      !isSubLine(context.text, context.plain, head, next, context.paragraphs[i - 1]!)
    )
      break;
    last = i;
  }
  return { last };
}

function decidedItems(context: Whole): Found[] {
  const { text, paragraphs } = context;
  const lines = paragraphs.map((paragraph) => outcomeLine(text, paragraph, false));
  const spans = lines.some((line) => line !== null)
    ? lines
    : paragraphs.map((paragraph) => outcomeLine(text, paragraph, true) ?? outcomeSentence(text, paragraph));
  return spans.flatMap((span, index) => {
    if (!span) return [];
    const named = recogniseTreatments(text.slice(span.start, span.end));
    return [
      {
        ...span,
        block: span,
        slots: span,
        named: named[0] ?? null,
        section: 'request' as const,
        paragraph: index,
        words: span,
      },
    ];
  });
}

function rowItems(
  context: Whole,
  row: Paragraph,
  index: number,
  section: SectionKind,
  columns: Columns | null,
): Found[] {
  const { text } = context;
  const asks = columns?.asks || isFormRow(text, row) || (rowsAsk(section) && !columns?.past);
  if (!asks || columns?.past || section === 'denial' || section === 'guideline') return [];
  const cell = serviceCell(text, row, columns, (words) => recogniseTreatments(words).length > 0);
  if (!cell || cell.end <= cell.start) return [];
  const whole = { start: row.start, end: row.end };
  const found = lineItems(context, cell, index, {
    section: 'request',
    list: true,
    unknown: columns !== null || section === 'request',
    cell: true,
  });
  return found.map((each) => ({ ...each, block: whole, slots: found.length === 1 ? whole : each.slots }));
}

/** Paragraphs that are nothing but a request line though no heading says so: at the head of the draft, or all of it. */
function bareLines(context: Whole): Set<number> {
  const bare = new Set<number>();
  const { paragraphs, outline } = context;
  let head: Paragraph | null = null;
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    const section = outline.of[i]!;
    if (section.heading || (section.kind !== 'other' && section.kind !== 'header')) break;
    if (paragraph.type === 'heading') continue;
    if (head && isSubLine(context.text, context.plain, head, paragraph, paragraphs[i - 1]!)) continue;
    if (!isTreatmentLine(context.text, context.plain, paragraph, 'bare')) {
      if (section.kind === 'header' || paragraph.label) continue;
      break;
    }
    bare.add(i);
    head = paragraph;
  }
  return bare;
}

function paragraphItems(context: Whole, index: number, last: number, section: SectionKind, bare: boolean): Found[] {
  const { text, plain, paragraphs } = context;
  const paragraph = paragraphs[index]!;
  const block = { start: formStart(context, index), end: paragraphs[last]!.end };
  const label = paragraph.label;
  if (isProblem(plain.slice(paragraph.start, paragraph.end))) return [];
  const listed = section === 'request' || bare;
  let start = paragraph.start;
  let asking = bare ? ('request' as const) : section;
  if (label && !label.alone) {
    const value = valueLabel(label, recogniseTreatments(text.slice(label.span.start, label.span.end)).length > 0);
    // "Dispense: Relafen 750 mg #60" is a line of its own.
    const dispensed =
      /^(?:disp|dispense|rx|refill)$/.test(label.words) &&
      recogniseTreatments(text.slice(label.span.end, paragraph.end)).length > 0;
    if (value === 'skip' && !dispensed) return [];
    if (dispensed) asking = 'request';
    if (value === 'value' || dispensed) start = label.span.end;
  }
  if (label?.alone && label.kind && context.outline.of[index]!.heading === label.span) return [];
  while (start < paragraph.end && /[\s:*]/.test(text[start]!)) start++;
  const line =
    isTreatmentLine(text, plain, paragraph, listed ? 'request' : 'plan') ||
    (listed && start > paragraph.start && isTreatmentLine(text, plain, { ...paragraph, start }, 'request'));
  const span = { start, end: context.kind === 'appeal' ? undecided(text, paragraph) : paragraph.end };
  const spans = line ? joinDirections(text, plain, cutSentences(text, plain, span)) : cutSentences(text, plain, span);
  const found: Found[] = [];
  spans.forEach((sentence, at) => {
    const unknown =
      listed &&
      line &&
      at === 0 &&
      section === 'request' &&
      (paragraph.marker !== '' || label !== null || (!isListed(context, index) && !isSentence(context, index)));
    const items = lineItems(context, sentence, index, {
      section: asking,
      list: line,
      unknown,
      cell: false,
    });
    found.push(...items);
  });
  if (found.length === 0) return [];
  const tail = found.at(-1)!;
  if (last > index || block.start < paragraph.start || (found.length === 1 && line)) {
    found[found.length - 1] = {
      ...tail,
      block: found.length === 1 ? block : { start: tail.start, end: block.end },
      more: last > index ? { start: paragraphs[index + 1]!.start, end: block.end } : null,
      codes: block.start < paragraph.start ? { start: block.start, end: paragraph.start } : null,
    };
  }
  return found;
}

/** "2. Lumbar radiculopathy, left L5 (M54.16)": a problem of the list, under which its requests stand. */
function isProblem(words: string): boolean {
  return (
    /[([][a-tv-z]\d{2}(?:\.[a-z0-9]{1,4})?[)\]][\s.:]*$/.test(words) &&
    !/#\s?\d|\d ?(?:mg|mcg|gm?|ml|%)\b|\bx ?\d|\d ?(?:visits?|sessions?|x)\b|\bauthori[sz]|\brequest/.test(words)
  );
}

/** Under a whole sentence that asks ("… would like two more approvals please:") what follows is not all asked for. */
const isSentence = ({ outline }: Whole, index: number): boolean =>
  (outline.of[index]?.title.split(/\s+/).length ?? 0) > 6;

/** Whether the section's requests stand as list items: then a line without a mark among them is none of unknown name. */
function isListed({ paragraphs, outline }: Whole, index: number): boolean {
  const section = outline.of[index];
  for (const step of [-1, 1]) {
    for (
      let at = index + step;
      outline.of[at] === section && section !== undefined && Math.abs(at - index) < 12;
      at += step
    ) {
      if (paragraphs[at]!.marker !== '') return true;
    }
  }
  return false;
}

/** "Norco 10/325 mg #180: denied": an appeal's line ends before what was decided of it. */
function undecided(text: string, paragraph: Paragraph): number {
  const words = text.slice(Math.max(paragraph.start, paragraph.end - 40), paragraph.end);
  const outcome =
    /\s*[:(,–-]\s*(?:was |were )?(?:denied|non-?certified|not certified|modified|partially certified|delayed|not approved)\)?\.?$/i.exec(
      words,
    );
  return outcome ? paragraph.end - outcome[0].length : paragraph.end;
}

/** On a form the lines for diagnosis and code stand before the line for the service: they belong to it. */
function formStart(context: Whole, index: number): number {
  const { paragraphs } = context;
  let first = index;
  if (paragraphs[index]!.label && !paragraphs[index]!.marker) {
    while (
      first > 0 &&
      paragraphs[first]!.gap === 0 &&
      /^(?:diagnos[ie]s|dx|icd)\b/.test(paragraphs[first - 1]!.label?.words ?? '')
    )
      first--;
  }
  return paragraphs[first]!.start;
}

/** Directions after a stop go with the line they follow: "Norco 10/325 mg. #120. 1 po q6h." */
function joinDirections(text: string, plain: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const words = plain.slice(span.start, Math.min(span.end, span.start + 80));
    if (
      previous &&
      /^(?:#|\d|sig\b|qty\b|quantity\b|disp|refills?\b|rf\b|take\b|no refills?\b|one (?:tab|cap|po)|use\b|apply\b)/.test(
        words,
      ) &&
      recogniseTreatments(text.slice(span.start, span.end)).length === 0
    ) {
      joined[joined.length - 1] = { start: previous.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}
