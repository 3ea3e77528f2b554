import { recogniseTreatments } from './treatments.js';
import { readDraftDate } from './draft-date.js';
import { readItems } from './items.js';
import { readKind } from './kind.js';
import { plainText, readLines } from './lines.js';
import { readParagraphs } from './paragraphs.js';
import { readSections } from './sections.js';
import type { Draft, DraftKind } from './types.js';

export type * from './types.js';
export { readBlanks } from './blanks.js';
export { fromDayNumber, readDates, toDayNumber } from './dates.js';
export { type Identity, readIdentity } from './identity.js';
export { type Recognised, recogniseTreatments } from './treatments.js';

/**
 * Reads the structure of a draft: sections, sentences, the treatments it asks for, its date. Offsets are UTF-16 units of
 * `text` as given. `kind` settles what the document is where the caller knows. Never throws; linear in the text.
 */
export function readDraft(text: string, options: { readonly kind?: DraftKind | undefined } = {}): Draft {
  const legible = text
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/g, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'");
  const plain = plainText(text);
  const paragraphs = readParagraphs(legible, plain, readLines(legible, plain));
  const outline = readSections(legible, plain, paragraphs, (words) => recogniseTreatments(words).length > 0);
  const { sections, sentences } = outline;
  const kind = options.kind ?? readKind(legible, plain, sections);
  const items = readItems(legible, plain, paragraphs, outline, kind).map((item) => ({
    ...item,
    text: text.slice(item.start, item.end),
  }));
  return { kind, text, sections, sentences, items, date: readDraftDate(plain, paragraphs) };
}
