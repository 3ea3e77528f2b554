import { tokenize } from '../patterns/index.js';
import { type Paragraph, subLabel } from './paragraphs.js';
import { quotedKind } from './quotes.js';
import { cutSentences, PlainSentence } from './sentences.js';
import { findCues, mayAsk } from './asking.js';
import type { Section, SectionKind, Sentence, Span } from './types.js';

/** Labels that name a thing rather than a part of the report: under a plan or a request they stay what that is. */
const ambiguous =
  /^(?:medications?|meds|rx|pain medications?|opioid medications|medication management|procedures?|therapy|therapies|injections?|imaging|studies|diagnostics|diagnostic studies|diagnostic testing|imaging studies|labs|laboratory|mri|emg|emg ncs|x rays|toxicology|work|activity|activities|follow up|other|goals?|indications?|rationale|reason for request|comments?|musculoskeletal|orders?|results|treatment)$/;
/** Kinds that a line such as "Work status: …" states in one breath. */
const brief: ReadonlySet<SectionKind> = new Set([
  'work-status',
  'medications',
  'function',
  'past-treatment',
  'studies',
  'history',
  'family-history',
  'diagnoses',
  'other',
  'signature',
  'records',
  'guideline',
  'denial',
  'header',
]);
const saying = /\b(?:stated|states|wrote|writes|reads|says|said|as follows|because|quote|excerpt)$/;
const keepsKind: ReadonlySet<SectionKind> = new Set(['plan', 'objective', 'studies', 'denial', 'guideline', 'history']);
const followsOn: ReadonlySet<SectionKind> = new Set(['plan', 'objective', 'studies']);

interface Open {
  kind: SectionKind;
  title: string;
  heading: Span | null;
  rank: number;
  start: number;
  /** Holds for its own paragraph and what hangs on it only. */
  confined: boolean;
  /** Opened by a line that says who speaks: a quotation follows. */
  quoting: boolean;
  /** Its heading has text after it on the line. */
  inline: boolean;
  parent: Open | null;
  indent: number;
}

export interface Outline {
  readonly sections: Section[];
  readonly sentences: Sentence[];
  /** Section of each paragraph. */
  readonly of: Section[];
}

/** Puts every paragraph into its section and cuts the sections' sentences. Sections cover the whole draft, in order. */
export function readSections(
  text: string,
  plain: string,
  paragraphs: readonly Paragraph[],
  namesTreatment: (text: string) => boolean,
): Outline {
  const appeal = /\bappeal|\breconsider|\bindependent medical review/.test(plain.slice(0, 4000));
  const opens: Open[] = [];
  const place: number[] = [];
  let now = anonymous(startsWithHeader(plain, paragraphs) ? 'header' : 'other', 0, null);
  opens.push(now);
  const open = (next: Open) => {
    if (next.start <= now.start && now.heading === null && opens.at(-1) === now) opens.pop();
    now = next;
    opens.push(now);
  };
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    const at = paragraph.lineStart;
    const prior = paragraphs[i - 1];
    if (now.confined && prior && !hangsOn(now, paragraph, prior, plain)) open(resume(now, at));
    const quoted = quotedKind(plain, paragraph, prior, now.kind);
    if (quoted && quoted !== now.kind) {
      open({ ...anonymous(quoted, at, now), rank: now.rank, confined: true, quoting: true });
    }
    const label = paragraph.label;
    if (now.kind !== 'signature' && signs(plain, paragraph)) {
      open(anonymous('signature', at, null));
    } else if (isOutcome(plain, paragraph)) {
      open(anonymous('request', at, null));
    } else if (label) {
      const opened = headed(text, paragraph, now, namesTreatment) ?? leadIn(plain, paragraph, now, appeal);
      if (opened) open(opened);
    } else if (leadsIn(plain, paragraph, appeal)) {
      open(leadIn(plain, paragraph, now, appeal)!);
    } else if (now.kind === 'header' && paragraph.type === 'prose' && isProse(plain, paragraph)) {
      open(anonymous('other', at, null));
    } else if (now.kind === 'request' && afterList(paragraph, prior, plain)) {
      open(anonymous('other', at, null));
    } else if (now.kind === 'request' && now.inline && paragraph.type === 'prose') {
      // "Request: …" and then a blank line: only what names a treatment without telling of it still asks.
      const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400));
      const tells = isProse(plain, paragraph) || (paragraph.gap > 0 && !namesTreatment(words));
      if (tells) open(anonymous('other', at, null));
    }
    place.push(opens.length - 1);
  }
  return assemble(text, plain, paragraphs, opens, place);
}

function anonymous(kind: SectionKind, start: number, parent: Open | null): Open {
  return {
    kind,
    title: '',
    heading: null,
    rank: 0,
    start,
    confined: false,
    quoting: false,
    inline: false,
    parent,
    indent: 0,
  };
}

function resume(from: Open, start: number): Open {
  const parent = from.parent;
  if (!parent) return anonymous('other', start, null);
  return { ...parent, heading: null, start };
}

/** The section that a labelled paragraph opens, null where it stays in the one it stands in. */
function headed(text: string, paragraph: Paragraph, now: Open, namesTreatment: (text: string) => boolean): Open | null {
  const label = paragraph.label!;
  const title = text
    .slice(label.span.start, label.span.end)
    .replace(/[*_#]+|[:\s]+$/g, '')
    .trim();
  const enclosing = now.confined && now.parent ? now.parent : now;
  const asks = enclosing.kind === 'plan' || enclosing.kind === 'request';
  const under = label.rank < enclosing.rank || (enclosing.heading !== null && paragraph.indent > enclosing.indent + 1);
  const base = {
    title,
    heading: label.span,
    rank: label.rank,
    start: paragraph.lineStart,
    confined: false,
    quoting: false,
    inline: !label.alone,
    parent: null,
    indent: paragraph.indent,
  };
  if (label.kind) {
    if (asks && ((under && ambiguous.test(label.words)) || (!label.alone && subLabel.test(label.words)))) return null;
    const bareWord =
      label.alone &&
      label.rank <= 3 &&
      paragraph.gap === 0 &&
      !text.slice(label.span.start, label.span.end).includes(':');
    if (asks && bareWord && ambiguous.test(label.words)) return null;
    if (paragraph.marker && !label.alone && asks && brief.has(label.kind) && label.rank < 3) {
      return { ...base, kind: label.kind, confined: true, parent: enclosing };
    }
    const kind = now.kind === 'signature' && label.words === 'cc' ? 'records' : label.kind;
    const says = saying.test(label.words) && (kind === 'denial' || kind === 'guideline');
    if (says) return { ...base, kind, confined: true, quoting: true, parent: enclosing };
    const inRequest = enclosing.kind === 'request' && !label.alone && kind === 'diagnoses';
    const minor = !label.alone && brief.has(kind) && under && enclosing.kind !== 'header' && enclosing.heading !== null;
    if (minor || inRequest) return { ...base, kind, confined: true, parent: enclosing };
    if (kind === 'header' && !label.alone) return null;
    if (kind === enclosing.kind && !label.alone && enclosing.heading !== null && label.rank <= enclosing.rank)
      return null;
    return { ...base, kind };
  }
  if (!label.alone || label.words === '') return null;
  if (label.rank <= 3 && /:\s*$/.test(text.slice(label.span.start, label.span.end)) && !isUpper(title)) return null;
  const deeper = label.rank < enclosing.rank;
  const keeps = deeper
    ? enclosing.rank >= 4 || keepsKind.has(enclosing.kind)
    : // A plan by problems: "# Insomnia" right under "ASSESSMENT/PLAN:" is no new part of the report.
      followsOn.has(enclosing.kind) && (label.rank <= 3 || (enclosing.rank <= 3 && paragraph.gap === 0));
  if (namesTreatment(title) && enclosing.kind !== 'header' && enclosing.kind !== 'other') {
    return { ...base, kind: enclosing.kind, rank: Math.min(label.rank, enclosing.rank) };
  }
  if (label.rank <= 3 && enclosing.kind === 'header') return null;
  return {
    ...base,
    kind: keeps ? enclosing.kind : 'other',
    rank: keeps ? Math.max(label.rank, enclosing.rank) : label.rank,
  };
}

/** Running text behind a list and a blank line: the list of requests is over. */
function afterList(paragraph: Paragraph, prior: Paragraph | undefined, plain: string): boolean {
  const listed = prior?.type === 'item' || prior?.type === 'row';
  return (
    listed && paragraph.type === 'prose' && paragraph.gap > 0 && paragraph.marker === '' && isProse(plain, paragraph)
  );
}

/** "Electronically signed by …" and the like. */
function signs(plain: string, paragraph: Paragraph): boolean {
  return /^(?:(?:electronically|digitally) signed|\/s\/|e-signed|dictated (?:and|by|but)|i declare under penalty)/.test(
    plain.slice(paragraph.start, paragraph.start + 40),
  );
}

/** The line of a determination that names an item and its outcome. */
function isOutcome(plain: string, paragraph: Paragraph): boolean {
  return /: {0,6}(?:upheld|overturned|modified)\.?$/.test(
    plain.slice(Math.max(paragraph.start, paragraph.end - 24), paragraph.end),
  );
}

/** "Can you get authorization for:" and the like, before a list of what is asked for. */
function leadsIn(plain: string, paragraph: Paragraph, appeal: boolean): boolean {
  if (plain[paragraph.end - 1] !== ':' || paragraph.end - paragraph.start > 400) return false;
  const words = plain.slice(paragraph.start, paragraph.end);
  if (!mayAsk(words)) return false;
  const cues = findCues(tokenize(words));
  const at = cues.findLastIndex((cue) => cue.kinds.has('ask') || (appeal && cue.kinds.has('dispute')));
  return (
    at >= 0 && !cues.slice(0, at).some((cue) => ['later', 'bar', 'near', 'spoken'].some((kind) => cue.kinds.has(kind)))
  );
}

function leadIn(plain: string, paragraph: Paragraph, now: Open, appeal: boolean): Open | null {
  if (now.kind === 'denial' || now.kind === 'guideline' || !leadsIn(plain, paragraph, appeal)) return null;
  return { ...anonymous('request', paragraph.lineStart, null), rank: 2, inline: true };
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}

/** Whether a paragraph still belongs to the brief section opened before it. */
function hangsOn(open: Open, next: Paragraph, prior: Paragraph, plain: string): boolean {
  if (open.quoting) {
    if (next.quote > 0 && prior.quote > 0) return true;
    const opener = plain[next.start] === '"' || next.quote > 0 || next.marker !== '' || next.indent > open.indent + 2;
    const first = open.heading !== null && prior.start === open.heading.start;
    return first ? next.label === null || opener : opener && next.label === null && prior.quote === 0;
  }
  if (next.label?.kind) return false;
  if (next.gap > 0) return false;
  if (next.indent > open.indent) return true;
  const listed = next.type === 'item' || next.type === 'row';
  return listed && prior.marker === '' && prior.type !== 'row'
    ? prior.label?.alone === true || /[:]$/.test(plain.slice(prior.start, prior.end))
    : listed &&
        prior.type === next.type &&
        open.heading?.start !== prior.start &&
        prior.marker !== '' &&
        open.indent === next.indent &&
        !open.parent?.heading;
}

const headerWords =
  /^(?:re|to|from|attn|attention|fax|phone|tel|date|dear|patient|employee|name|claimant|applicant|injured worker|claim|dob|doi|date of|employer|via|insurer|carrier|adjuster|mrn|ssn|d\.?o\.?b|case)\b/;

/** Before the first heading or prose stands a line of a letterhead or a form. */
function startsWithHeader(plain: string, paragraphs: readonly Paragraph[]): boolean {
  for (const paragraph of paragraphs.slice(0, 14)) {
    if (isHeader(plain, paragraph)) return true;
    if (isProse(plain, paragraph) || (paragraph.label?.kind && paragraph.label.kind !== 'header')) return false;
  }
  return false;
}

function isHeader(plain: string, paragraph: Paragraph): boolean {
  return headerWords.test(plain.slice(paragraph.start, paragraph.start + 30)) && !isProse(plain, paragraph);
}

/** A paragraph of running text: ten words and a full stop. */
function isProse(plain: string, paragraph: Paragraph): boolean {
  const words = plain.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2000));
  return (
    /[.?!]["')]*$/.test(plain.slice(Math.max(paragraph.start, paragraph.end - 4), paragraph.end)) &&
    words.split(/ +/).length >= 7
  );
}

function assemble(
  text: string,
  plain: string,
  paragraphs: readonly Paragraph[],
  opens: readonly Open[],
  place: readonly number[],
): Outline {
  const lists: Sentence[][] = opens.map(() => []);
  const sections: Section[] = opens.map((open, index) => ({
    kind: open.kind,
    title: open.title,
    heading: open.heading,
    start: index === 0 ? 0 : open.start,
    end: opens[index + 1]?.start ?? text.length,
    sentences: lists[index]!,
  }));
  const sentences: Sentence[] = [];
  const of: Section[] = [];
  paragraphs.forEach((paragraph, index) => {
    const section = sections[place[index]!]!;
    of.push(section);
    const opens = paragraph.label !== null && section.heading === paragraph.label.span;
    if (paragraph.type === 'heading' && opens && (paragraph.label?.kind || (paragraph.label?.rank ?? 0) > 3)) return;
    const spans = paragraph.type === 'row' ? [paragraph] : cutSentences(text, plain, paragraph);
    for (const { start, end } of spans) {
      const sentence = new PlainSentence(start, end, plain.slice(start, end), section, index, sentences.length, text);
      sentences.push(sentence);
      lists[place[index]!]!.push(sentence);
    }
  });
  return { sections, sentences, of };
}
