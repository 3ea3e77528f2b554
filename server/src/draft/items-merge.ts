import { normalise, tokenize } from '../patterns/index.js';
import { looksLikeTreatment } from './items-lines.js';
import { readRequest } from './request/index.js';
import { readStage } from './stage.js';
import type { Recognised } from './treatments.js';
import type { Item, Reading, Request, SectionKind, Span } from './types.js';

/** A place that asks for a treatment, before places that ask for the same are made one. */
export interface Found extends Span {
  readonly block: Span;
  /** Where its slots are read. */
  readonly slots: Span;
  /** Lines after it that belong to it. */
  readonly more?: Span | null;
  /** Lines before it that give its diagnosis. */
  readonly codes?: Span | null;
  readonly named: Recognised | null;
  readonly section: SectionKind;
  readonly paragraph: number;
  /** The sentence or line it stands in. */
  readonly words: Span;
  /** The words that tell the stage, its own where not given. */
  readonly stageWords?: string;
  /** In prose the item's text ends with its last slot. */
  readonly shrink?: boolean;
}

const postsurgical =
  /\b(?:post-? ?op(?:erative)?|post-? ?surgical|after (?:the |his |her )?(?:surgery|operation)|following (?:the |his |her )?(?:surgery|operation))\b(?! pain)/;

/** Makes items of the places found, joins those that ask for the same, and gives each its key. */
export function mergeItems(text: string, found: readonly Found[]): Item[] {
  const order = (each: Found) => (each.section === 'request' ? 0 : each.section === 'plan' ? 1 : 2);
  const ranked = found
    .filter((each) => each.named !== null || looksLikeTreatment(normalise(text.slice(each.start, each.end))))
    .map((each, index) => ({ each, index }))
    .sort((a, b) => order(a.each) - order(b.each) || a.index - b.index);
  const items: { item: Item; from: Found }[] = [];
  for (const { each } of ranked) {
    const item = toItem(text, each);
    const twin = items.findIndex((other) => same(other.item, other.from, item, each));
    if (twin < 0) items.push({ item, from: each });
    else items[twin] = { ...items[twin]!, item: fill(items[twin]!.item, item) };
  }
  items.sort((a, b) => a.item.start - b.item.start || a.item.end - b.item.end);
  const counts = new Map<string, number>();
  return items.map(({ item }) => {
    const name = `${item.family}:${item.treatment ?? '?'}`;
    const ordinal = (counts.get(name) ?? 0) + 1;
    counts.set(name, ordinal);
    return { ...item, key: `${name}:${ordinal}` };
  });
}

function toItem(text: string, found: Found): Item {
  const { named } = found;
  const kind = named?.kind ?? 'unknown';
  const words = normalise(text.slice(found.start, found.end));
  let family = named?.family ?? 'unknown';
  if (family === 'physical-therapy' && postsurgical.test(words)) family = 'postsurgical-therapy';
  const of = { kind, family, drug: named?.drug ?? null };
  const read = (span: Span) => shift(readRequest(text.slice(span.start, span.end), of), span.start);
  let request = read(found.slots);
  if (found.more) request = fillRequest(request, read(found.more));
  if (found.codes && request.icd.length === 0) request = { ...request, icd: read(found.codes).icd };
  let end = found.end;
  if (found.shrink && named) {
    const reach = slotEnds(request, found).reduce((last, each) => Math.max(last, each), found.slots.start);
    const nameEnd = found.words.start + named.end;
    end = Math.min(found.end, Math.max(reach, nameEnd));
    if (text[end] === ')' && text.slice(found.start, end).includes('(')) end++;
  }
  const around = found.stageWords ?? text.slice(found.words.start, found.words.end);
  return {
    key: '',
    start: found.start,
    end,
    text: text.slice(found.start, end),
    kind,
    family,
    treatment: named?.treatment ?? null,
    drug: named?.drug ?? null,
    request,
    block: {
      start: Math.min(found.block.start, found.start),
      end: Math.max(found.block.end, found.more?.end ?? 0, end),
    },
    stage: readStage(tokenize(normalise(around))),
  };
}

function slotEnds(request: Request, found: Span): number[] {
  const ends: number[] = [];
  for (const slot of Object.values(request) as (Span | readonly Span[] | null)[]) {
    for (const span of Array.isArray(slot) ? slot : slot ? [slot as Span] : []) {
      if (span.start >= found.start && span.end <= found.end) ends.push(span.end);
    }
  }
  return ends;
}

function shift(request: Request, by: number): Request {
  const moved: Record<string, unknown> = {};
  for (const [name, slot] of Object.entries(request) as [
    string,
    Reading<unknown> | readonly Reading<unknown>[] | null,
  ][]) {
    const move = (reading: Reading<unknown>) => ({ ...reading, start: reading.start + by, end: reading.end + by });
    moved[name] = Array.isArray(slot) ? slot.map(move) : slot ? move(slot as Reading<unknown>) : slot;
  }
  return moved as unknown as Request;
}

function fillRequest(into: Request, from: Request): Request {
  const filled: Record<string, unknown> = { ...into };
  for (const [name, slot] of Object.entries(from)) {
    const own = filled[name];
    if (own === null || own === undefined || (Array.isArray(own) && own.length === 0)) filled[name] = slot;
  }
  return filled as unknown as Request;
}

/** The same treatment asked for again elsewhere in the draft. */
function same(a: Item, at: Found, b: Item, bt: Found): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    return a.kind === b.kind && normalise(a.text).replace(/\W+/g, ' ') === normalise(b.text).replace(/\W+/g, ' ');
  }
  if (a.drug !== b.drug) return false;
  const therapy = (family: string) => (family === 'postsurgical-therapy' ? 'physical-therapy' : family);
  if (therapy(a.family) !== therapy(b.family) || (a.family === 'unknown' && a.treatment !== b.treatment)) return false;
  if (a.kind === 'service' && a.treatment !== b.treatment) return false;
  const list =
    at.section === bt.section &&
    (at.section === 'request' || at.section === 'plan') &&
    at.shrink !== true &&
    bt.shrink !== true;
  if (list && normalise(a.text) !== normalise(b.text)) return false;
  return agree(a.request, b.request);
}

/** Neither says what the other gainsays. */
function agree(a: Request, b: Request): boolean {
  const values = (list: readonly Reading<string>[]) => list.map((each) => String(each.value).toLowerCase());
  const disjoint = (x: readonly string[], y: readonly string[]) =>
    x.length > 0 && y.length > 0 && !x.some((each) => y.includes(each));
  if (a.strength && b.strength && a.strength.value !== b.strength.value) return false;
  if (a.side && b.side && a.side.value !== b.side.value) return false;
  return !disjoint(values(a.levels), values(b.levels)) && !disjoint(values(a.bodyParts), values(b.bodyParts));
}

function fill(into: Item, from: Item): Item {
  return { ...into, request: fillRequest(into.request, from.request), stage: into.stage ?? from.stage };
}
