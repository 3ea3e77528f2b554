import { type Token, tokenize } from '../patterns/index.js';
import { mayAsk } from './asking.js';
import { type Judged, judge } from './items-clause.js';
import { extents } from './items-extent.js';
import { readStretch } from './items-governing.js';
import { looksLikeTreatment } from './items-lines.js';
import type { Found } from './items-merge.js';
import type { Outline } from './sections.js';
import { type Recognised, recogniseTreatments } from './treatments.js';
import type { DraftKind, SectionKind, Span } from './types.js';

/** What is read of a draft's items, and from what. */
export interface Context {
  readonly text: string;
  readonly plain: string;
  readonly kind: DraftKind;
  readonly outline: Outline;
}

/** Nothing is asked for in a sentence longer than this; what follows in it is not looked at. */
const longest = 2000;

/** Where words stand, for deciding what counts as asked for. */
export interface Reading {
  readonly section: SectionKind;
  /** The words stand as a line of a list, not in prose. */
  readonly list: boolean;
  /** A line that names no known treatment is an unknown one. */
  readonly unknown: boolean;
  readonly cell: boolean;
}

/** The treatments that one sentence, line or cell asks for. */
export function lineItems(context: Context, span: Span, index: number, how: Reading): Found[] {
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
    if (shared && (each.named.kind === 'drug') !== (previous.named.kind === 'drug'))
      return words.slice(part.start, part.end);
    const from = shared ? part.start : previous ? tokens[previous.last]!.end : 0;
    const lead = shared ? words.slice(tokens[each.cue!.first]!.start, tokens[each.cue!.last]!.end) : '';
    const asked = stretch.cues.find((cue) => cue.first > each.last && cue.kinds.has('asked'));
    const after =
      asked && asked.first - each.last < 14 ? words.slice(tokens[asked.first]!.start, tokens[asked.last]!.end) : '';
    const title =
      /\b(?:refill|renew|continu)/i.exec(context.outline.of[index]!.title)?.[0] === undefined ? '' : 'refilled';
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
  return [
    {
      ...absolute(object),
      block: absolute({ start: 0, end: words.length }),
      slots: absolute(object),
      named: null,
      section: how.section,
      paragraph: index,
      words: span,
    },
  ];
}

type Cues = ReturnType<typeof readStretch>['cues'];

function isWanted(each: Judged, how: Reading, imperative: boolean, words: string): boolean {
  const { section } = how;
  const asks = section === 'request' || section === 'plan';
  switch (each.standing) {
    case 'asked':
      // Outside a plan the simple past tells of an earlier request.
      return asks || !/^requested/.test(each.cue?.words ?? '');
    case 'disputed':
      return true;
    case 'prescribed':
      if (asks) return true;
      if (section === 'subjective' || section === 'objective' || section === 'header') return false;
      if (
        /^(?:prescribed|recommended|ordered|provided|issued|dispensed|refilled|renewed|referred)/.test(
          each.cue?.words ?? '',
        ) &&
        !/#|\btoday\b|\d ?mg/i.test(words)
      )
        return false;
      return (
        imperative ||
        /\bmy recommendation\b|\bit is (?:also )?recommended\b|\b(?:i|we) (?:am |are |will |would |have |also |therefore |do |hereby |now |today |strongly |again |'?ll )*(?:\w+)/i.test(
          words.slice(0, Math.max(0, 60)),
        )
      );
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
  if (/:\s*$/.test(words)) return null;
  const head = cues.find((cue) => cue.first <= 1);
  if (head && (head.kinds.has('bar') || head.kinds.has('near') || head.kinds.has('later'))) return null;
  const lead =
    /^\s*(?:(?:we|i) (?:are |am )?)?(?:please (?:authorize|approve)|(?:request(?:ing)?|need|seeking) (?:authori[sz]ation |approval )?(?:for |of )?|authori[sz]ation (?:is |requested )?(?:requested )?(?:for|of)|authorize|rfa for|continue|refill|start|prescribe)?[:\s]*(?:an? |the )?/i.exec(
      words,
    )?.[0].length ?? 0;
  const start = lead + (/^[\s\-–—:]*/.exec(words.slice(lead))?.[0].length ?? 0);
  const end = words.replace(/[\s.,;:]+$/, '').length;
  return end - start >= 3 && looksLikeTreatment(words.slice(start, end).toLowerCase()) ? { start, end } : null;
}

const vague =
  /^(?:the |these |this |those |such |his |her |all |any |further |above|following|same|treatment|treatments|medications?|care|services?|items?|it\b|them\b|reconsideration|an? (?:reversal|review|approval|decision|expedited))/i;

/** "I am requesting authorization for <words>." where the words name nothing known. */
function unknownObject(words: string, tokens: ReturnType<typeof tokenize>, cues: Cues, how: Reading): Span | null {
  const at = cues.findIndex(
    (cue) => cue.kinds.has('ask') && /authori|approv/.test(cue.words) && /(?: for| of|^please \w+)$/.test(cue.words),
  );
  const cue = cues[at];
  if (!cue || how.section === 'subjective' || how.section === 'header') return null;
  if (
    cues
      .slice(0, at)
      .some((other) => ['later', 'bar', 'near', 'spoken', 'dispute'].some((kind) => other.kinds.has(kind)))
  )
    return null;
  const first = tokens[cue.last + 1];
  if (!first) return null;
  const stop = cues
    .slice(at + 1)
    .find((other) => other.kinds.has('bar') || other.kinds.has('barred') || other.kinds.has('told'));
  let end = stop ? tokens[stop.first]!.start : words.length;
  const dot = /[.;]\s|[.;:]$/.exec(words.slice(first.start, end));
  if (dot) end = first.start + dot.index;
  const text = words
    .slice(first.start, end)
    .replace(/[\s,.;:]+$/, '')
    .replace(/^(?:an?|the) (?=\S)/i, '');
  if (vague.test(text) || text.split(/\s+/).length > 14 || !/[a-z]{3}/i.test(text)) return null;
  const start = words.indexOf(text, first.start);
  return { start, end: start + text.length };
}
