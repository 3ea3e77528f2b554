import { vocabulary } from '../vocabulary/index.js';
import type { Line } from './lines.js';
import type { SectionKind, Span } from './types.js';

/** A label at the head of a line: a heading on its own, or `Label: text`. */
export interface Label {
  readonly span: Span;
  /** Known kind of section, null where the words are no heading of sections.yaml. */
  readonly kind: SectionKind | null;
  /** Stands alone on its line. */
  readonly alone: boolean;
  /** How strongly it is set off: 9…4 Markdown levels, 3 capitals or alone, 2 in running case with text after it. */
  readonly rank: number;
  /** Plain words of the label. */
  readonly words: string;
}

const known = new Map<string, SectionKind>();
for (const entry of vocabulary.sections) {
  for (const heading of entry.headings) known.set(heading, entry.kind as SectionKind);
}

const before = new Set(
  'current present present-day updated brief patient patients the her his injured workers worker iw claimants applicants interim todays initial pertinent relevant detailed additional summary of my our team formal official treating physician physicians provider providers requesting medical clinical recent specific'.split(
    ' ',
  ),
);
const after = new Set(
  'section notes continued cont contd today summary update updates as follows list only details information findings the following include includes including are is for'.split(
    ' ',
  ),
);
const past = new Set('previous prior past last old earlier history failed completed'.split(' '));
/** Words that make a label a form field, whatever stands beside them. */
const field = new Set(
  'date dates dob doi dos number no name phone fax npi code address time zip id due by deadline type'.split(' '),
);

/** The plain words of a label: no marks, no case. */
export function labelWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9/,+]+/g, ' ')
    .replace(/ ?([/,+]) ?/g, ' $1 ')
    .replace(/^[ /,+]+|[ /,+]+$/g, '');
}

/**
 * The kind of section a heading opens, null where it is none. `loose` also takes a heading that merely begins or ends
 * with a known one ("Treatment plan for the lumbar spine").
 */
export function sectionKind(words: string, loose: boolean): SectionKind | null {
  // "Disputed service no. 1" is a disputed service.
  const plain = words.replace(/ [/,+] /g, ' ').replace(/ (?:no |number |item )?\d{1,2}$/, '');
  const exact = known.get(plain) ?? trimmed(plain) ?? misread(plain);
  if (exact) return exact;
  const parts = words.split(/ (?:[/,+]|and|with) /);
  if (parts.length > 1) {
    const kinds = parts.map((part) => known.get(part) ?? trimmed(part)).filter((kind) => kind !== null);
    if (kinds.length === parts.length || (loose && kinds.length > 0)) {
      if (kinds[0] === 'header') return 'header';
      return kinds.find((kind) => kind === 'request') ?? kinds.find((kind) => kind === 'plan') ?? kinds[0] ?? null;
    }
  }
  if (!loose) return null;
  const list = plain.split(' ');
  const lead = list.findIndex((word) => !before.has(word));
  const kind = contained(list) ?? (lead > 0 ? contained(list.slice(lead)) : null);
  if (kind !== 'denial') return kind;
  if (/\b(?:response|reply|rebuttal|answer|why|disagree\w*)\b/.test(plain)) return 'rationale';
  return /\b(?:appeal|reconsideration)\b/.test(plain) ? 'header' : kind;
}

/** A scanner's slips in a long heading: "Treatrnent Plan", "P1AN" stay readable. */
function misread(words: string): SectionKind | null {
  if (words.length < 7 || !/rn|[01]|vv|ii/.test(words)) return null;
  const plain = words.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o');
  return (
    known.get(plain.replace(/1/g, 'l')) ??
    known.get(plain.replace(/1/g, 'i')) ??
    known.get(words.replace(/0/g, 'o')) ??
    null
  );
}

function trimmed(words: string): SectionKind | null {
  const list = words.split(' ');
  let first = 0;
  let last = list.length;
  while (first < last - 1 && before.has(list[first]!)) {
    first++;
    const kind = known.get(list.slice(first, last).join(' '));
    if (kind) return kind;
  }
  first = 0;
  while (first < last - 1 && after.has(list[last - 1]!)) {
    last--;
    const kind = known.get(list.slice(first, last).join(' '));
    if (kind) return kind;
  }
  while (first < last - 1 && before.has(list[first]!)) first++;
  return known.get(list.slice(first, last).join(' ')) ?? null;
}

/** The longest known heading at the start or the end of a longer one. */
function contained(words: readonly string[]): SectionKind | null {
  if (words.some((word) => field.has(word))) return null;
  for (let size = Math.min(words.length, 6); size >= 1; size--) {
    const kind = known.get(words.slice(0, size).join(' ')) ?? known.get(words.slice(-size).join(' '));
    if (!kind || (size === 1 && (words[0]!.length < 4 || words.at(-1)!.length < 4))) continue;
    return (kind === 'request' || kind === 'plan') && words.some((word) => past.has(word)) ? 'past-treatment' : kind;
  }
  return null;
}

const numbering = /^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+/i;

/**
 * Reads the label at the head of a line. `next` is the line after it, for headings underlined with dashes or equals signs.
 * Null for lines of prose, rows and rules.
 */
export function readLabel(text: string, plain: string, line: Line, next: Line | undefined): Label | null {
  if (line.from >= line.to || line.rule) return null;
  const { from, to } = line;
  if (line.atx > 0) {
    const end = trimEnd(text, from, to, /[#\s:*_]/);
    return strong(text, from, end, to, 10 - line.atx);
  }
  if (next?.rule && next.to > next.from && next.start > line.start && to - from <= 90 && line.cells.length === 0) {
    const mark = text[next.from];
    if ((mark === '=' || mark === '-') && !line.marker) return strong(text, from, to, to, mark === '=' ? 9 : 8);
  }
  if (line.cells.length > 1) return text[line.start + line.indent] === '|' ? null : tabbed(text, plain, line);
  return colon(text, plain, line) ?? dashed(text, line) ?? leadIn(plain, line, next) ?? alone(text, line, to, next);
}

const asksFor =
  /\b(?:request|requesting|ask|asking|seek|seeking|submit|submitting|need|authorization|approval)\b.*\b(?:following|these|two|three|four|five|six|seven|eight|several|below)\b(?: [a-z]+){0,3}\W*$/;

const asks =
  /\b(?:requests?|requesting|requested|ask|asked|asking|seek|seeking|sought|approvals?|authoriz(?:e|ation|ations)|reverse|overturn|appealing|disput(?:e|es|ing)|contest(?:s|ing)?|need approved)\b|\b(?:you|ur|review|reviewer|carrier|adjuster|letter) (?:have |has )?(?:denied|refused|rejected|non-?certified)\b/;
const tells =
  /\b(?:facts?|reasons?|evidence|records?|article|points?|consider|note|because|why|grounds|follows?:? ?"|stat(?:es|ed)|wrote|says|said|that you|documents|attached|enclosed|exhibits?|criteria|guidelines?|was denied because|history)\b/;

const asksInLabel =
  /\b(?:authorization|approval) (?:is |are )?(?:being |hereby |respectfully )?(?:requested|sought|asked|needed)\b|\b(?:we|i|am|are|also) (?:also |now |hereby )?(?:request|requesting|ask|asking)\b|\bsolicit/;

/** "I therefore request authorization of four things." right above the list of them. */
function leadIn(plain: string, line: Line, next: Line | undefined): Label | null {
  if (!next || line.marker || line.to - line.from > 130) return null;
  const written = plain.slice(line.from, line.to);
  const sentence = written.slice(written.lastIndexOf('. ') + 1);
  const listed = next.marker !== '' && asksFor.test(written);
  if (!(listed || (/:$/.test(written) && asks.test(sentence) && !tells.test(sentence))) || /\bnot\b/.test(sentence))
    return null;
  return {
    span: { start: line.from, end: line.to },
    kind: 'request',
    alone: true,
    rank: 2,
    words: labelWords(written),
  };
}

function strong(text: string, from: number, end: number, to: number, rank: number): Label {
  const written = text.slice(from, Math.min(end, from + 160)).replace(numbering, '');
  const split = /^([^:]{2,60}):\s+(\S.*)$/.exec(written);
  if (split && !written.startsWith('http')) {
    const words = labelWords(split[1]!);
    const kind = sectionKind(words, false);
    if (kind) {
      const labelEnd = text.indexOf(':', from) + 1;
      return { span: { start: from, end: labelEnd }, kind, alone: false, rank, words };
    }
  }
  const words = labelWords(written);
  return {
    span: { start: from, end: Math.max(end, from) },
    kind: sectionKind(words, true),
    alone: true,
    rank,
    words: to > from ? words : '',
  };
}

/** `LABEL: text`, `Label:`, `**Label:** text`. */
function colon(text: string, plain: string, line: Line): Label | null {
  const reach = Math.min(line.to, line.from + 90);
  let at = plain.indexOf(':', line.from);
  if (at < 0 || at >= reach) return null;
  const follow = plain[at + 1];
  if (at + 1 < line.to && follow !== ' ' && follow !== '*' && follow !== '_' && !/[a-z#(]/.test(follow ?? '')) {
    at = plain.indexOf(': ', at);
    if (at < 0 || at >= reach) return null;
  }
  if (plain.startsWith('//', at + 1)) return null;
  const start = text.startsWith('**', line.from) ? line.from + 2 : line.from;
  const written = text.slice(start, at).replace(/[*_]+$/, '');
  if (!/^[^.;!?|]*(?:\bvs?\.|\bno\.|\bdr\.|[A-Z]\.)?[^.;!?|]*$/i.test(written)) return null;
  const bare = written.replace(numbering, '');
  const words = labelWords(bare);
  const count = words === '' ? 0 : words.split(' ').length;
  if (count === 0 || count > 9 || !/[a-z]/.test(words)) return null;
  let rest = at + 1;
  while (rest < line.to && /[\s*_]/.test(text[rest]!)) rest++;
  const isAlone = rest >= line.to;
  const caps = isCapital(bare);
  const kind =
    line.marker && !isAlone && !caps && !/^\d/.test(line.marker)
      ? sectionKind(words, false)
      : sectionKind(words, isAlone || caps);
  return {
    span: { start: line.from, end: isAlone ? line.to : at + 1 },
    kind:
      kind ??
      (isAlone && count > 4 && asks.test(words) && !tells.test(words) && !/\bnot\b/.test(words) ? 'request' : null) ??
      (asksInLabel.test(words) && !/\b(?:not|denied|received|prior|previous)\b/.test(words) ? 'request' : null),
    alone: isAlone,
    rank: isAlone || caps ? 3 : 2,
    words,
  };
}

/** `PLAN - continue …`: known headings only. */
function dashed(text: string, line: Line): Label | null {
  const hit = /^([A-Za-z][A-Za-z /&']{1,45}?)\s+[-–—]{1,2}\s+\S/.exec(
    text.slice(line.from, Math.min(line.to, line.from + 60)),
  );
  if (!hit || line.marker) return null;
  const words = labelWords(hit[1]!);
  const kind = isCapital(hit[1]!) ? sectionKind(words, false) : null;
  const end = line.from + hit[1]!.length;
  return kind ? { span: { start: line.from, end }, kind, alone: false, rank: 3, words } : null;
}

/** `Plan<tab>Continue …`: known headings only; `Label:<tab>text` as any label. */
function tabbed(text: string, plain: string, line: Line): Label | null {
  const cell = line.cells[0]!;
  const written = text.slice(cell.start, Math.min(cell.end, cell.start + 90));
  if (written.includes(':')) return colon(text, plain, line);
  if (line.cells.length > 2) return null;
  const words = labelWords(written);
  const kind = sectionKind(words, false);
  return kind ? { span: cell, kind, alone: false, rank: isCapital(written) ? 3 : 2, words } : null;
}

/** A line of prose is at least as long as this. */
const leastProse = 60;

/** A line that is nothing but a heading: known words, or capitals, or bold. */
function alone(text: string, line: Line, to: number, next: Line | undefined): Label | null {
  const written = text.slice(line.from, Math.min(to, line.from + 120));
  if (to - line.from > 90) return null;
  if (/[.;!?,]$/.test(written)) return closing(line, written);
  const bold = /^(\*\*|__)[^*_]+\1$/.test(written);
  const bare = written.replace(/[*_]/g, '').replace(numbering, '').trim();
  const words = labelWords(bare);
  const count = words === '' ? 0 : words.split(' ').length;
  if (count === 0 || count > 12 || !/[a-z]/.test(words)) return null;
  const caps = isCapital(bare);
  const span = { start: line.from, end: to };
  const leads = next !== undefined && next.from < next.to && !/\n\s*\n/.test(text.slice(line.end, next.start));
  if (/^[A-Z]/.test(bare)) {
    const kind = sectionKind(words, caps || bold);
    // "7) Lumbar MRI" with nothing below is an item of its list.
    const listed = kind === 'studies' && line.marker !== '' && (!leads || next.marker !== '');
    if (kind && !listed && (!line.marker || /^(?:\d|[ivx(]|[A-H])/i.test(line.marker))) {
      const loose = !sectionKind(words, false);
      if (!loose || (!line.marker && (kind === 'header' || !/\d/.test(bare))))
        return { span, kind, alone: true, rank: bold ? 4 : 3, words };
    }
  }
  if (line.marker) return null;
  if (bold) return { span, kind: null, alone: true, rank: 4, words };
  if (caps && count <= 8 && !/\d/.test(bare)) return { span, kind: null, alone: true, rank: 3, words };
  // "What he cannot do", over a paragraph: a heading in running case by the way it stands.
  const apart =
    line.start === 0 || /\n[^\S\n]*\r?\n[^\S\n]*$/.test(text.slice(Math.max(0, line.start - 20), line.from));
  if (
    leads &&
    apart &&
    count <= 6 &&
    /^[A-Z][a-z]/.test(bare) &&
    !/\d/.test(bare) &&
    next.to - next.from >= leastProse &&
    next.cells.length < 2 &&
    !next.marker
  )
    return { span, kind: null, alone: true, rank: 3, words };
  return null;
}

/** "Sincerely," */
function closing(line: Line, written: string): Label | null {
  if (!/^[A-Z][A-Za-z ]{3,30},$/.test(written) || line.marker) return null;
  const words = labelWords(written);
  const kind = sectionKind(words, false);
  return kind === 'signature' ? { span: { start: line.from, end: line.to }, kind, alone: true, rank: 3, words } : null;
}

function trimEnd(text: string, from: number, to: number, what: RegExp): number {
  while (to > from && what.test(text[to - 1]!)) to--;
  return to;
}

/** Written in capitals throughout, with three letters at least. */
export function isCapital(text: string): boolean {
  let upper = 0;
  for (const letter of text) {
    if (letter >= 'A' && letter <= 'Z') upper++;
    else if (letter >= 'a' && letter <= 'z') return false;
  }
  return upper >= 2;
}
