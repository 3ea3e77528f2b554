import { labelWords } from './headings.js';
import type { Paragraph } from './paragraphs.js';
import type { SectionKind, Span } from './types.js';

/** What a column of a table of treatments holds. */
export interface Columns {
  /** The treatment's cell. */
  readonly service: number;
  /** How many columns it has. */
  readonly size: number;
  /** The table asks for its treatments, whatever section it stands in. */
  readonly asks: boolean;
  /** The table has a column for how much. */
  readonly counts: boolean;
  /** The table tells of past treatment. */
  readonly past: boolean;
}

const service =
  /^(?:(?:requested )?(?:service|services|good|goods|item|items|treatment|treatments|procedure|procedures|medication|medications|drug|drugs|therapy|modality|request|requests)(?: ?\/ ?(?:good|goods|item|service|treatment|procedure))?(?: requested| required| or good requested| good requested)?|(?:service|services) ?\/? ?(?:good|goods) requested|description|medication name|drug name|name of (?:drug|medication)|what is requested)(?: required)?$/;
const other =
  /^(?:diagnos[ie]s|dx|icd(?: 10)?(?: code)?s?|icd (?:10 )?code required|cpt.*|hcpcs.*|code|other information.*|other info|frequency|freq|duration|qty|quantity|amount|refills?|dose|dosage|strength|sig|directions|visits|sessions|units|body part|level|side|no|number|start|since|rationale|notes?|comments?|date|dates|date started|date stopped|response|result|results|outcome|effect|benefit|reason|reason stopped|how much|count|provider|diagnosis required|status|decision|determination|ur decision)$/;
const history =
  /^(?:response|result|results|outcome|effect|benefit|reason stopped|date started|date stopped|relief|dates?|dates? of (?:treatment|service)|status|since|effectiveness)$/;
const asking = /requested|good/;

/** Reads a row as a table's head; null where it is none. */
export function readHead(text: string, row: Paragraph): Columns | null {
  const names = row.cells.map((cell) =>
    labelWords(text.slice(cell.start, Math.min(cell.end, cell.start + 60))).replace(/ [/,] /g, ' / '),
  );
  const at = names.findIndex((name) => service.test(name));
  const known = names.filter((name) => service.test(name) || other.test(name)).length;
  if (at < 0 || known < 2 || known < names.length - 1) return null;
  const form =
    names.some((name) => /^(?:diagnos|icd|dx)/.test(name)) &&
    names.some((name) => /^(?:cpt|hcpcs|other info)/.test(name));
  return {
    service: at,
    size: names.length,
    asks: asking.test(names[at]!) || form,
    counts: names.some((name) => /^(?:qty|quantity|refills?|amount|visits|sessions|units|count)$/.test(name)),
    past: names.some((name) => history.test(name)) && !asking.test(names[at]!) && !form,
  };
}

const icd =
  /^[a-tv-z]\d[\da-z](?:\.[\da-z]{1,4})?(?:\s*[,;/]\s*[a-tv-z]\d[\da-z](?:\.[\da-z]{1,4})?)*$|^\d{3}\.\d{1,2}$/i;

/** The cell of a row that names the treatment: by the head, else the one that names one, else the words after the codes. */
export function serviceCell(
  text: string,
  row: Paragraph,
  columns: Columns | null,
  names: (text: string) => boolean,
): Span | null {
  const under = columns ? row.cells[columns.service] : undefined;
  // A row whose cells have run together keeps no column.
  if (columns && under && (row.cells.length === columns.size || names(text.slice(under.start, under.end))))
    return under;
  const words = row.cells.map((cell) => text.slice(cell.start, cell.end));
  const code = words.findIndex((cell) => icd.test(cell.trim()));
  const after = row.cells.slice(code + 1);
  const named =
    after.find((cell) => names(text.slice(cell.start, cell.end))) ??
    row.cells.find((cell) => names(text.slice(cell.start, cell.end)));
  if (named) return named;
  return code >= 0 ? (after.find((cell) => /[a-z]{3}/i.test(text.slice(cell.start, cell.end))) ?? null) : null;
}

/** A row that carries a diagnosis code stands on the request form wherever it is pasted. */
export function isFormRow(text: string, row: Paragraph): boolean {
  const words = row.cells.map((cell) => text.slice(cell.start, cell.end).trim());
  return (
    words.some((cell) => icd.test(cell)) &&
    words.some((cell) => /^(?:\d{5}|[A-Z]\d{4})(?:\s*[,x/]\s*\w+)*$/.test(cell)) &&
    words.length >= 3
  );
}

/** Section kinds whose rows ask for treatments without a head that says so. */
export function rowsAsk(kind: SectionKind): boolean {
  return kind === 'request' || kind === 'plan';
}
