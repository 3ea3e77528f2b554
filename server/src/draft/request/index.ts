import { recogniseTreatments } from '../treatments.js';
import type { ItemKind, Reading, Request } from '../types.js';
import { readBodyParts, readInjectionSites, readSide } from './body.js';
import { readCpt, readIcd } from './codes.js';
import { readCount } from './count.js';
import { readDuration } from './duration.js';
import { readHours } from './hours.js';
import { readLevels } from './levels.js';
import { Line } from './line.js';
import { readApproach, readContrast, readGuidance, readTenure } from './manner.js';
import { readSchedule } from './schedule.js';
import { readSigLine, takeDates } from './sig.js';
import { drugNamed } from './strength.js';

export { readSig, type Sig } from './sig.js';

/** What an item is, as the draft has recognised it. */
export interface ItemIs {
  readonly kind: ItemKind;
  readonly family: string;
  readonly drug: string | null;
}

/** What a line without any words would ask for. */
export const emptyRequest: Request = {
  strength: null,
  quantity: null,
  frequencyPerDay: null,
  dosePerAdministration: null,
  durationDays: null,
  refills: null,
  levels: [],
  side: null,
  count: null,
  visits: null,
  visitsPerWeek: null,
  weeks: null,
  bodyParts: [],
  asNeeded: null,
  approach: null,
  guidance: null,
  tenure: null,
  contrast: null,
  hours: null,
  cpt: [],
  icd: [],
};

/** Reads an item's line or lines. Null or empty where the words do not say; spans are relative to the text. */
export function readRequest(text: string, of: ItemIs): Request {
  const codes = { cpt: readCpt(text), icd: readIcd(text) };
  if (of.kind === 'drug' || (of.kind === 'unknown' && looksLikeDrug(text)))
    return { ...readDrug(text, of, codes.icd), ...codes };
  const levels = readLevels(masked(text, codes.icd));
  const line = fresh(text, codes.cpt, codes.icd, levels);
  const found = recogniseTreatments(text).filter((each) => each.kind !== 'drug');
  const own = found.find((each) => each.family === of.family) ?? found[0];
  const name = own ? piecesOf(line, own.start, own.end) : null;
  const common = { ...emptyRequest, ...codes, levels, side: readSide(text), bodyParts: readBodyParts(text) };
  if (of.kind === 'therapy' || of.kind === 'service') return { ...common, ...readTherapy(line, name) };
  if (of.kind === 'unknown')
    return { ...common, ...readTherapy(line, name), approach: readApproach(text), guidance: readGuidance(text) };
  const schedule = of.kind === 'procedure' ? readSchedule(fresh(text, codes.cpt, codes.icd, levels), null) : null;
  // A device is lent, and a stimulator's trial lasts, for so many days.
  const lasting = of.kind === 'device' || (of.kind === 'procedure' && /\btrial\b/i.test(text));
  const duration = lasting ? readDuration(line) : null;
  const counted = schedule?.perWeek && schedule.weeks && schedule.visits ? schedule.visits : readCount(line, name);
  // A device is a unit handed out, as a fill is; only what is done is counted as done.
  const device = of.kind === 'device';
  return {
    ...common,
    count: device ? null : counted,
    quantity: device ? counted : null,
    durationDays: duration,
    approach: of.kind === 'procedure' ? readApproach(text) : null,
    guidance: of.kind === 'procedure' ? readGuidance(text) : null,
    tenure: of.kind === 'device' ? readTenure(text) : null,
    contrast: of.kind === 'study' ? readContrast(text) : null,
  };
}

/** The line with its dates and what else was read taken. */
function fresh(text: string, ...read: readonly (readonly Reading<unknown>[])[]): Line {
  const line = new Line(text);
  takeDates(line);
  for (const each of read.flat()) line.takeSpan(each.start, each.end);
  return line;
}

function readTherapy(line: Line, name: { first: number; next: number } | null): Partial<Request> {
  const hours = readHours(line);
  const { visits, perWeek, weeks } = readSchedule(line, name);
  const duration = weeks ? { ...weeks, value: weeks.value * 7 } : readDuration(line);
  return { visits, visitsPerWeek: perWeek, weeks, durationDays: duration, hours };
}

const injected = /\binj(?:s|n|xn|ctn|ect\w{0,4})?\b/i;
const intramuscular = /\b(?:im|i\.m\.|intramuscular(?:ly)?)(?![\w&])/i;

/** Words from the side of the injected muscle backwards and forwards that may name its side. */
const near = 25;

/** The muscle and side of "60 mg IM, left deltoid", and how many injections. */
function readInjection(text: string): Pick<Request, 'bodyParts' | 'side' | 'count'> {
  const line = new Line(text);
  takeDates(line);
  const bodyParts = readInjectionSites(text);
  const site = bodyParts[0];
  const from = site ? Math.max(0, site.start - near) : 0;
  const side = site ? readSide(text.slice(from, site.end + near)) : null;
  return {
    bodyParts,
    side: side ? { ...side, start: side.start + from, end: side.end + from } : null,
    count: readCount(line, null),
  };
}

const routes = /\b(?:apply|applied|applying|use|place|rub|to|on|over)\b/i;

function readDrug(text: string, of: ItemIs, icd: readonly Reading<string>[]): Request {
  const sig = readSigLine(masked(text, icd), drugNamed(of.drug));
  const applied =
    ['topical', 'lidocaine-patch'].includes(of.family) ||
    /\bappl(?:y|ied|ication)\b/i.test(text) ||
    injected.test(text);
  const reason = sig.asNeeded?.value ? sig.asNeeded : null;
  const place = applied ? routes.exec(text) : null;
  const outside = (each: Reading<unknown>) => !reason || each.end <= reason.start || each.start >= reason.end;
  const parts = applied ? readBodyParts(text).filter(outside) : [];
  return {
    ...emptyRequest,
    strength: sig.strength,
    quantity: sig.quantity,
    frequencyPerDay: sig.frequency,
    dosePerAdministration: sig.dose && !['mg', 'mcg', 'g'].includes(sig.dose.unit) ? sig.dose.reading : null,
    durationDays: sig.duration,
    refills: sig.refills,
    asNeeded: sig.asNeeded,
    maximumPerDay: sig.maximumPerDay,
    bodyParts: parts,
    count: injected.test(text) ? readCount(new Line(text), null) : null,
    side: applied && (place || parts.length > 0) ? readSide(text) : null,
    ...(!applied && intramuscular.test(text) ? readInjection(text) : {}),
  };
}

/** True for a line of an unknown name with a strength or a number of tablets. */
function looksLikeDrug(text: string): boolean {
  return (
    /\d\s?(?:mg|mcg|ml|meq|%)\b|\b(?:tab(?:let)?s?|cap(?:sule)?s?|po|prn)\b|#\s?\d/i.test(text) &&
    !/\b(?:visits?|sessions?|x\/?week)\b/i.test(text)
  );
}

/** The text with blanks over the given places, of the same length. */
function masked(text: string, places: readonly Reading<unknown>[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(at);
}

function piecesOf(line: Line, start: number, end: number): { first: number; next: number } {
  return { first: line.pieceAfter(start), next: line.pieceAfter(end) };
}
