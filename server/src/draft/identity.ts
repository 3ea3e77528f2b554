import { readDates } from './dates.js';
import type { CalendarDate, Draft, Reading, Span } from './types.js';

/** What the form asks for, as places in the draft; null where the draft does not give it. Names are never kept. */
export interface Identity {
  readonly employee: Reading<true> | null;
  readonly dateOfInjury: Reading<CalendarDate> | null;
  readonly dateOfBirth: Reading<CalendarDate> | null;
  readonly claimNumber: Reading<true> | null;
  readonly employer: Reading<true> | null;
  readonly provider: Reading<true> | null;
  readonly npi: Reading<string> | null;
  readonly licence: Reading<true> | null;
  readonly signature: Reading<true> | null;
  readonly claimsAdministrator: Reading<true> | null;
  /** The utilization review decision being answered. */
  readonly urDecision: Reading<CalendarDate> | null;
  /** Independent medical review case or application, where the draft names one. */
  readonly imr: Reading<true> | null;
  /** The request form is named: "DWC Form RFA". */
  readonly rfaForm: Reading<true> | null;
  /** Documents enclosed or cited with their date. */
  readonly documents: readonly Reading<CalendarDate>[];
}

const filled = '(?![\\s_.\\-[({]*(?:\\n|$))[ \\t|]*(?=[^\\s_\\[{.|:])';
const name = '(?:employee|injured worker|patient|claimant|applicant|pt|ee|iw)';
const label = (words: string) =>
  new RegExp(`(?:^|[\\n|;,]|[ \\t]{2}|\\*\\*)[ \\t>*#-]*(?:${words})\\*{0,2}[ \\t]*[:#|]+\\*{0,2}#?${filled}`, 'gi');

const patterns = {
  employee: label(
    `re|(?:${name}(?:'?s)?[ ]*(?:\\/[ ]*${name})?(?: name| information)?)(?: \\(last, first,? ?(?:middle|mi)?\\))?|name(?: of ${name})?(?: \\(last, first,? ?(?:middle|mi)?\\))?`,
  ),
  claimNumber:
    /\bclaim(?:s)?[ \t]*(?:no|number|num|id|#)?s?\.?[ \t]*(?:\(s\))?[ \t]*\*{0,2}[:#|][ \t*#|]*(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9 -]{2,24}|\bcl(?:aim|m)[ \t]+(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{4,24}/gi,
  employer: label('employer(?: name)?'),
  provider: label(
    "(?:requesting |treating |primary treating |secondary treating |rendering )?(?:physician|provider|doctor|ptp)(?:'?s)?(?: name)?|ptp|from|physician",
  ),
  npi: /\bnpi\b[^\d\n]{0,14}(\d{10})\b/gi,
  licence:
    /\b(?:(?:ca|cal|california|state|medical|physician)\.? ?)?lic(?:ense|ence|\.)?[ \t]*(?:no|number|#)?\.?[ \t]*[:#]*[ \t]*#?[ \t]*[A-Z]{0,4}[ -]?\d{4,8}\b/gi,
  claimsAdministrator: label(
    'claims? administrator(?: name)?|(?:insurance )?carrier|insurer|insurance(?: company)?|adjuster|claims? adjuster|tpa|to|attn|attention',
  ),
  imr: /\bimr\b[^.\n]{0,24}(?:case|application|number|no\.|#|request)|\bapplication for independent medical review\b|\bdwc form imr\b|\bcm\d{2}-\d{5,}/gi,
  rfaForm:
    /\bdwc[ -]*form[ -]*rfa\b|\bform rfa\b|\brequest for authorization[ -]*\(?(?:dwc|form)|\bform dwc[ -]*rfa\b|\brfa form\b/gi,
} as const;

const signatures = [
  /\/s\/[ \t]*(?=[A-Za-z])[^\n]{2,60}/g,
  /\b(?:electronically|digitally|e-?)[ -]?signed(?: and dated)?[ \t]*(?:by\b)?[ \t:]*(?=[^\n_]*[A-Za-z])[^\n]{2,80}/gi,
  /(?:^|\n|[ \t]{2}|\|)[ \t>*#-]*(?:(?:requesting |treating |primary treating )?(?:physician|provider|doctor)(?:'?s)? )?signature[ \t]*\*{0,2}[:|][ \t*|]*(?![_.\-\s[({]*(?:\n|$|date\b|\|))(?=[^\s_[{])[^\n]{2,60}/gi,
  // The writer's name with the day, on the last line.
  /\n[ \t]*(?:[A-Z][A-Za-z.'-]*[ \t]+){1,4}?[A-Z][A-Za-z.'-]+,?[ \t]+(?:M\.?D\.?|D\.?O\.?|D\.?C\.?|PA-C|NP|DPM|PsyD)[ ,\t]{2,}\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\s*$/g,
  /(?:^|\n)[ \t]*signed(?: by)?[ \t]*:[ \t]*(?=[A-Za-z])[^\n_]{3,60}/gi,
];
const closing =
  /(?:^|\n)[ \t]*(?:sincerely|respectfully(?: submitted)?|(?:best |kind |warm )?regards|very truly yours|yours truly)[ \t]*,?[ \t]*\n(?:[ \t]*\n){0,5}[ \t]*([A-Z][A-Za-z.'-]+(?:[ \t]+[A-Z][A-Za-z.'-]*){1,4}(?:,[ \t]*(?:M\.?D|D\.?O|D\.?C|Ph\.?D|PA-C|NP|DPM|PsyD|L\.?Ac)\b[^\n]{0,30})?)/gi;
const credential =
  /\b(?:[A-Z][A-Za-z'-]+|[A-Z]\.),?[ \t]+(?:M\.D\.|MD\b|D\.O\.|DO\b|D\.C\.|DC\b|DPM\b|PsyD\b|Psy\.D\.|L\.Ac\.?|PA-C\b|FNP\b)/g;

/** Reads the form's facts off a draft. */
export function readIdentity(draft: Draft): Identity {
  const { text } = draft;
  const first = (pattern: RegExp): Reading<true> | null => {
    const hit = text.matchAll(pattern).next().value;
    return hit ? { ...tidy(text, hit.index, hit.index + hit[0].length), value: true } : null;
  };
  const npi = text.matchAll(patterns.npi).next().value;
  return {
    employee: employee(text),
    dateOfInjury: dated(
      text,
      /\b(?:date(?:\(?s\)?)? of (?:the )?(?:injury|injuries|loss|accident)|doi|d\.o\.i\.?|injury date|injured(?: on)?|hurt on|industrial injury (?:of|on|dated))\b[ \t]*\*{0,2}[:|#-]*[ \t*|]*/gi,
    ),
    dateOfBirth: dated(text, /\b(?:date of birth|birth ?date|dob|d\.o\.b\.?)(?![a-z])[ \t]*\*{0,2}[:|#-]*[ \t*|]*/gi),
    claimNumber: first(patterns.claimNumber),
    employer: first(patterns.employer),
    provider: first(patterns.provider) ?? first(credential),
    npi: npi ? { start: npi.index, end: npi.index + npi[0].length, value: npi[1]! } : null,
    licence: first(patterns.licence),
    signature: signatures.map(first).find((each) => each !== null) ?? first(closing),
    claimsAdministrator: first(patterns.claimsAdministrator),
    urDecision: dated(
      text,
      /\b(?:ur|utilization review|denial|adverse determination|non-?certification|determination|decision)(?: (?:decision|determination|denial|letter|report|notice|non-?certification)){0,2}(?: \([^)\n]{0,20}\))?(?: date)?(?: (?:dated|of|on|issued on|issued|from))?[ \t]*[:|]*[ \t]*|\bdate of (?:the )?(?:ur|utilization review)?[ ]?(?:decision|determination|denial)[ \t]*[:|]*[ \t]*|\b(?:denied|non-?certified)(?: by (?:ur|utilization review))? on /gi,
    ),
    imr: first(patterns.imr),
    rfaForm: first(patterns.rfaForm),
    documents: documents(text),
  };
}

function employee(text: string): Reading<true> | null {
  for (const hit of text.matchAll(patterns.employee)) {
    const end = hit.index + hit[0].length;
    const value = /^[^\n|;]{1,60}/.exec(text.slice(end, end + 60))?.[0] ?? '';
    const subject = /re[ \t]*\*{0,2}[:|]/i.test(hit[0]) && !/name/i.test(hit[0]);
    if (/\b(?:is|was|has|reports|states|denies|presents|complains|request|appeal|denial|authorization)\b/i.test(value))
      continue;
    if (!/[A-Z][a-z'-]+|[A-Z]{2,}/.test(value) || (subject && !/^[A-Z][\w'.-]+,? +[A-Z][\w'.-]*/.test(value))) continue;
    return { ...tidy(text, hit.index, end + value.trimEnd().length), value: true };
  }
  const prose = /\b(?:Mr|Ms|Mrs|Miss)\.? [A-Z][a-z'-]+/.exec(text);
  return prose ? { start: prose.index, end: prose.index + prose[0].length, value: true } : null;
}

function tidy(text: string, start: number, end: number): Span {
  let a = start;
  let b = end;
  while (a < b && /[\s|;,*>#-]/.test(text[a]!)) a++;
  while (b > a && /[\s|,;]/.test(text[b - 1]!)) b--;
  return { start: a, end: b };
}

/** The date that stands right after a label. */
function dated(text: string, label: RegExp): Reading<CalendarDate> | null {
  for (const hit of text.matchAll(label)) {
    const at = hit.index + hit[0].length;
    const date = readDates(text.slice(at, at + 30))[0];
    if (date && date.start <= 3) return { start: hit.index, end: at + date.end, value: date.value };
  }
  return null;
}

const document =
  /\b(?:progress (?:report|note)|pr-?2|report|records?|mri|ct(?: scan)?|x-?rays?|emg(?:\/nc[vs])?|nc[vs]|electrodiagnostic (?:study|studies|report)|urine drug (?:screen|test)|uds|cures(?: report)?|operative report|therapy notes?|consultation(?: report)?|ame report|qme report|dfr|doctor's first report|rfa|denial letter|ur (?:denial|decision|determination))\b[^.;\n]{0,50}?\b(?:dated?|from|of|on)?[ ,(:]{0,3}$/i;

/** Dates that stand beside a document's name. */
function documents(text: string): Reading<CalendarDate>[] {
  const found: Reading<CalendarDate>[] = [];
  for (const date of readDates(text)) {
    const before = text.slice(Math.max(0, date.start - 90), date.start);
    const after = text.slice(date.end, date.end + 30);
    const hit = document.exec(before.slice(before.lastIndexOf('\n') + 1));
    const follows =
      /^[ ,]{0,2}(?:progress (?:report|note)|pr-?2|mri|ct\b|emg|x-?ray|uds|cures|operative report|report|ame\b|qme\b)/i.test(
        after,
      );
    if (hit || follows)
      found.push({ start: hit ? date.start - hit[0].length : date.start, end: date.end, value: date.value });
    if (found.length >= 200) break;
  }
  return found;
}
