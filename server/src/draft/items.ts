import { tokenize, type Token } from '../patterns/index.js';
import { mayAsk } from './asking.js';
import { type Columns, isFormRow, readHead, rowsAsk, serviceCell } from './items-table.js';
import { judge, type Judged, readStretch } from './items-clause.js';
import { extents } from './items-extent.js';
import { isTreatmentLine, isSubLine, valueLabel } from './items-lines.js';
import { mergeItems, type Found } from './items-merge.js';
import { outcomeLine, outcomeSentence } from './items-outcome.js';
import type { Paragraph } from './paragraphs.js';
import { cutSentences } from './sentences.js';
import type { Outline } from './sections.js';
import { recogniseTreatments, type Recognised } from './treatments.js';
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

/** Nothing is asked for in a sentence longer than this; what follows in it is not looked at. */
const longest = 2000;

interface Context {
  readonly text: string;
  readonly plain: string;
  readonly kind: DraftKind;
  readonly paragraphs: readonly Paragraph[];
  readonly outline: Outline;
}

/** Finds the treatments that a draft asks for, in document order. */
export function readItems(text: string, plain: string, paragraphs: readonly Paragraph[], outline: Outline, kind: DraftKind): Item[] {
  const context = { text, plain, kind, paragraphs, outline };
  if (kind === 'determination') {
    const decided = decidedItems(context);
    if (decided.length > 0) return mergeItems(text, decided);
  }
  const found: Found[] = [];
  const bare = bareLines(context);
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
    const items = silent.has(section) ? [] : paragraphItems(context, index, block.last, section, bare.has(index));
    found.push(...items);
    index = items.length > 0 ? block.last + 1 : index + 1;
  }
  return mergeItems(text, found.length > 0 ? found : loneTables(context));
}

/** Where nothing else asks, a table with quantities that no heading explains is the request. */
function loneTables(context: Context): Found[] {
  let columns: Columns | null = null;
  return context.paragraphs.flatMap((paragraph, index) => {
    const section = context.outline.of[index]!;
    if (paragraph.type !== 'row' || section.heading || (section.kind !== 'other' && section.kind !== 'header')) return [];
    const head = readHead(context.text, paragraph);
    columns = head ?? columns;
    return head || !columns?.counts ? [] : rowItems(context, paragraph, index, 'plan', columns);
  });
}

/** The paragraphs that hang on one: its directions and codes on lines of their own. */
function blockOf(context: Context, index: number): { last: number } {
  const head = context.paragraphs[index]!;
  let last = index;
  for (let i = index + 1; i < context.paragraphs.length; i++) {
    const next = context.paragraphs[i]!;
    if (context.outline.of[i] !== context.outline.of[index] || !isSubLine(context.text, context.plain, head, next, context.paragraphs[i - 1]!)) break;
    last = i;
  }
  return { last };
}

function decidedItems(context: Context): Found[] {
  const { text, paragraphs } = context;
  const lines = paragraphs.map((paragraph) => outcomeLine(text, paragraph, false));
  const spans = lines.some((line) => line !== null) ? lines : paragraphs.map((paragraph) => outcomeLine(text, paragraph, true) ?? outcomeSentence(text, paragraph));
  return spans.flatMap((span, index) => {
    if (!span) return [];
    const named = recogniseTreatments(text.slice(span.start, span.end));
    return [{ ...span, block: span, slots: span, named: named[0] ?? null, section: 'request' as const, paragraph: index, words: span }];
  });
}

function rowItems(context: Context, row: Paragraph, index: number, section: SectionKind, columns: Columns | null): Found[] {
  const { text } = context;
  const asks = columns?.asks || isFormRow(text, row) || (rowsAsk(section) && !columns?.past);
  if (!asks || columns?.past || section === 'denial' || section === 'guideline') return [];
  const cell = serviceCell(text, row, columns, (words) => recogniseTreatments(words).length > 0);
  if (!cell || cell.end <= cell.start) return [];
  const whole = { start: row.start, end: row.end };
  const found = lineItems(context, cell, index, { section: 'request', list: true, unknown: columns !== null || section === 'request', cell: true });
  return found.map((each) => ({ ...each, block: whole, slots: found.length === 1 ? whole : each.slots }));
}

/** Paragraphs that are nothing but a request line though no heading says so: at the head of the draft, or all of it. */
function bareLines(context: Context): Set<number> {
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

function paragraphItems(context: Context, index: number, last: number, section: SectionKind, bare: boolean): Found[] {
  const { text, plain, paragraphs } = context;
  const paragraph = paragraphs[index]!;
  const block = { start: formStart(context, index), end: paragraphs[last]!.end };
  const label = paragraph.label;
  const listed = section === 'request' || bare;
  const line = isTreatmentLine(text, plain, paragraph, listed ? 'request' : 'plan');
  let start = paragraph.start;
  if (label && !label.alone) {
    const value = valueLabel(label, recogniseTreatments(text.slice(label.span.start, label.span.end)).length > 0);
    if (value === 'skip') return [];
    if (value === 'value') start = label.span.end;
  }
  if (label?.alone && label.kind && context.outline.of[index]!.heading === label.span) return [];
  while (start < paragraph.end && /[\s:*]/.test(text[start]!)) start++;
  const span = { start, end: paragraph.end };
  const spans = line ? joinDirections(text, plain, cutSentences(text, plain, span)) : cutSentences(text, plain, span);
  const found: Found[] = [];
  spans.forEach((sentence, at) => {
    const unknown = listed && line && at === 0 && section === 'request';
    const items = lineItems(context, sentence, index, { section: bare ? 'request' : section, list: line, unknown, cell: false });
    found.push(...items);
  });
  if (found.length === 0) return [];
  const tail = found.at(-1)!;
  if (last > index || block.start < paragraph.start || (found.length === 1 && line)) {
    found[found.length - 1] = { ...tail, block: found.length === 1 ? block : { start: tail.start, end: block.end }, more: last > index ? { start: paragraphs[index + 1]!.start, end: block.end } : null, codes: block.start < paragraph.start ? { start: block.start, end: paragraph.start } : null };
  }
  return found;
}

/** On a form the lines for diagnosis and code stand before the line for the service: they belong to it. */
function formStart(context: Context, index: number): number {
  const { paragraphs } = context;
  let first = index;
  if (paragraphs[index]!.label && !paragraphs[index]!.marker) {
    while (first > 0 && paragraphs[first]!.gap === 0 && /^(?:diagnos[ie]s|dx|icd)\b/.test(paragraphs[first - 1]!.label?.words ?? '')) first--;
  }
  return paragraphs[first]!.start;
}

/** Directions after a stop go with the line they follow: "Norco 10/325 mg. #120. 1 po q6h." */
function joinDirections(text: string, plain: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    const words = plain.slice(span.start, Math.min(span.end, span.start + 80));
    if (previous && /^(?:#|\d|sig\b|qty\b|quantity\b|disp|refills?\b|rf\b|take\b|no refills?\b|one (?:tab|cap|po)|use\b|apply\b)/.test(words) && recogniseTreatments(text.slice(span.start, span.end)).length === 0) {
      joined[joined.length - 1] = { start: previous.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

interface Reading {
  readonly section: SectionKind;
  /** The words stand as a line of a list, not in prose. */
  readonly list: boolean;
  /** A line that names no known treatment is an unknown one. */
  readonly unknown: boolean;
  readonly cell: boolean;
}

function lineItems(context: Context, span: Span, index: number, how: Reading): Found[] {
  const { text } = context;
  const end = Math.min(span.end, span.start + longest);
  const plain = context.plain.slice(span.start, end);
  const asks = how.section === 'request' || how.section === 'plan';
  if (!asks && !mayAsk(plain)) return [];
  const words = text.slice(span.start, end);
  const named = recogniseTreatments(words);
  const tokens = tokenize(plain);
  const stretch = readStretch(span.start, words, tokens, named, context.kind === 'appeal');
  const judged = judge(stretch);
  const wanted = judged.filter((each) => isWanted(each, how, isOrder(tokens, each), words));
  /** The words that tell the stage: what leads to the treatment, its own, and "was refilled" after it. */
  const stageWords = (each: Judged, part: Span, at: number): string => {
    const previous = wanted[at - 1];
    const shared = each.cue !== null && previous !== undefined && each.cue.first < previous.first;
    if (shared && (each.named.kind === 'drug') !== (previous.named.kind === 'drug')) return words.slice(part.start, part.end);
    const from = shared ? part.start : previous ? tokens[previous.last]!.end : 0;
    const lead = shared ? words.slice(tokens[each.cue!.first]!.start, tokens[each.cue!.last]!.end) : '';
    const asked = stretch.cues.find((cue) => cue.first > each.last && cue.kinds.has('asked'));
    const after = asked && asked.first - each.last < 14 ? words.slice(tokens[asked.first]!.start, tokens[asked.last]!.end) : '';
    const title = /\b(?:refill|renew|continu)/i.exec(context.outline.of[index]!.title)?.[0] === undefined ? '' : 'refilled';
    return `${title} ${lead} ${words.slice(Math.min(from, part.start), part.end)} ${after}`;
  };
  const absolute = (part: Span): Span => ({ start: span.start + part.start, end: span.start + part.end });
  if (wanted.length > 0) {
    const short = how.list && (how.cell || wanted.length === 1);
    return extents(stretch, judged, wanted).map((part, at) => {
      const shown = how.list ? part : null;
      return {
        ...absolute(part),
        block: absolute(short && at === 0 ? { start: 0, end: words.length } : part),
        slots: absolute(part),
        named: wanted[at]!.named as Recognised | null,
        section: how.section,
        paragraph: index,
        words: span,
        shrink: shown === null,
        stageWords: stageWords(wanted[at]!, part, at),
      };
    });
  }
  if (named.length > 0) return [];
  const object = how.unknown ? unknownLine(words, stretch.cues) : unknownObject(words, tokens, stretch.cues, how);
  if (!object) return [];
  return [{ ...absolute(object), block: absolute({ start: 0, end: words.length }), slots: absolute(object), named: null, section: how.section, paragraph: index, words: span }];
}

type Cues = ReturnType<typeof readStretch>['cues'];

function isWanted(each: Judged, how: Reading, imperative: boolean, words: string): boolean {
  const { section } = how;
  const asks = section === 'request' || section === 'plan';
  switch (each.standing) {
    case 'asked':
    case 'disputed':
      return true;
    case 'prescribed':
      if (asks) return true;
      if (section === 'subjective' || section === 'objective' || section === 'header') return false;
      if (/^(?:prescribed|recommended|ordered|provided|issued|dispensed|refilled|renewed|referred)/.test(each.cue?.words ?? '') && !/#|\btoday\b|\d ?mg/i.test(words)) return false;
      return imperative || /\b(?:i|we) (?:am |are |will |would |have |also |therefore |do |hereby |now |today |strongly |again |'?ll )*(?:\w+)/i.test(words.slice(0, Math.max(0, 60)));
    case 'listed':
      return asks && how.list;
    case 'named':
      return section === 'request' && how.list;
    default:
      return false;
  }
}

const base =
  /^(?:continue|cont|refil|renew|prescribe|recommend|order|start|begin|initiate|add|provide|dispense|schedule|refer|obtain|get|resume|restart|repeat|trial|rx|new rx|proceed|request|give|issue|switch|change|send|plan|script|a course|course|additional|increase|decrease|reduce|taper|wean|titrate|perform)(?:l|\b(?! use))(?!ed|ing|al\b)/;

/** "Refill …", "will continue …": the cue opens the sentence or the clause as an order. */
function isOrder(tokens: readonly Token[], each: Judged): boolean {
  if (!each.cue || !base.test(each.cue.words)) return false;
  const before = tokens[each.cue.first - 1]?.text;
  return before === undefined || /^(?:also|will|please|;|-|:|plan|then|\.)$/.test(before);
}

/** The words of a request line whose treatment is not known. */
function unknownLine(words: string, cues: Cues): Span | null {
  const head = cues.find((cue) => cue.first <= 1);
  if (head && (head.kinds.has('bar') || head.kinds.has('near') || head.kinds.has('later'))) return null;
  const lead = /^\s*(?:(?:we|i) (?:are |am )?)?(?:please (?:authorize|approve)|(?:request(?:ing)?|need|seeking) (?:authori[sz]ation |approval )?(?:for |of )?|authori[sz]ation (?:is |requested )?(?:requested )?(?:for|of)|authorize|rfa for|continue|refill|start|prescribe)?[:\s]*(?:an? |the )?/i.exec(words)?.[0].length ?? 0;
  const end = words.replace(/[\s.,;:]+$/, '').length;
  return end - lead >= 3 ? { start: lead, end } : null;
}

const vague = /^(?:the |these |this |those |such |his |her |all |any |further |above|following|same|treatment|treatments|medications?|care|services?|items?|it\b|them\b|reconsideration|an? (?:reversal|review|approval|decision|expedited))/i;

/** "I am requesting authorization for <words>." where the words name nothing known. */
function unknownObject(words: string, tokens: ReturnType<typeof tokenize>, cues: Cues, how: Reading): Span | null {
  const at = cues.findIndex((cue) => cue.kinds.has('ask') && /authori|approv/.test(cue.words) && /(?: for| of|^please \w+)$/.test(cue.words));
  const cue = cues[at];
  if (!cue || how.section === 'subjective' || how.section === 'header') return null;
  if (cues.slice(0, at).some((other) => ['later', 'bar', 'near', 'spoken', 'dispute'].some((kind) => other.kinds.has(kind)))) return null;
  const first = tokens[cue.last + 1];
  if (!first) return null;
  const stop = cues.slice(at + 1).find((other) => other.kinds.has('bar') || other.kinds.has('barred') || other.kinds.has('told'));
  let end = stop ? tokens[stop.first]!.start : words.length;
  const dot = /[.;]\s|[.;:]$/.exec(words.slice(first.start, end));
  if (dot) end = first.start + dot.index;
  const text = words.slice(first.start, end).replace(/[\s,.;:]+$/, '').replace(/^(?:an?|the) (?=\S)/i, '');
  if (vague.test(text) || text.split(/\s+/).length > 14 || !/[a-z]{3}/i.test(text)) return null;
  const start = words.indexOf(text, first.start);
  return { start, end: start + text.length };
}
