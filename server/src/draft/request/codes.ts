import type { Reading } from '../types.js';

const cpt = /(?<![\w#$.]|\d[/-])(\d{5}|\d{4}[TF]|[A-HJ-V]\d{4})(?!\w|\.\d|\/\d|-\d{3})/g;
const icd10 = /(?<![\w.])([A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})(?!\w)/gi;
const icdLabelled =
  /\b(?:icd(?:-?(?:9|10)(?:-cm)?)?|dx|diagnos[ei]s(?: code)?)[ :#-]{0,3}((?:[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?|\d{3}(?:\.\d{1,2})?))(?!\w|\.\d)/gi;

function all(text: string, pattern: RegExp): Reading<string>[] {
  const out: Reading<string>[] = [];
  for (const found of text.matchAll(pattern)) {
    const start = found.index + found[0].lastIndexOf(found[1]!);
    out.push({ value: found[1]!.toUpperCase(), start, end: start + found[1]!.length });
  }
  return out;
}

/** CPT and HCPCS codes by their form: five digits, or a letter and four. Nothing is said of whether they exist. */
export function readCpt(text: string): Reading<string>[] {
  return all(text, cpt).filter(
    (code) =>
      !/\b(?:claim|zip|case|ca|no\.?|file|phone) ?#?:? ?$/i.test(text.slice(Math.max(0, code.start - 10), code.start)),
  );
}

/** ICD-10 codes by their form, and ICD-9 or undotted ones after a label. */
export function readIcd(text: string): Reading<string>[] {
  const out = all(text, icd10);
  const starts = new Set(out.map((each) => each.start));
  for (const code of all(text, icdLabelled)) if (!starts.has(code.start)) out.push(code);
  return out.sort((a, b) => a.start - b.start);
}
