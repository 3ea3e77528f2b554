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
  const plain = plainText(text);
  const paragraphs = readParagraphs(text, plain, readLines(text, plain));
  const outline = readSections(text, plain, paragraphs, (words) => recogniseTreatments(words).length > 0);
  const { sections, sentences } = outline;
  const kind = options.kind ?? readKind(text, plain, sections);
  const items = readItems(text, plain, paragraphs, outline, kind);
  return { kind, text, sections, sentences, items, date: readDraftDate(plain, paragraphs) };
}
