import type { CompletionItem, CompletionItemKind, CompletionList, Position } from 'vscode-languageserver';
import type { ItemAssessment, Verdict } from '../assessment/types.js';
import type { SectionKind } from '../draft/types.js';
import { type Drug, vocabulary } from '../vocabulary/index.js';
import { type Checked, itemAt, lineAt, rangeOf } from './checked.js';
import { citationText } from './citations.js';
import { drugAt } from './drug-names.js';
import { drugMarkdown } from './hover-drug.js';
import { lineGlue, placeOfFix } from './insertion.js';
import { markup, shorten } from './markdown.js';
import { blankStops, plainText } from './snippet.js';

/** LSP numbers. */
const kinds = { value: 12, snippet: 15, reference: 18, constant: 21 } as const;
const snippetFormat = 2;
const mostSentences = 20;
const mostDrugs = 40;

interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly isSnippet?: boolean;
  readonly filter?: string;
  readonly documentation?: string;
}

/**
 * What belongs at the cursor: on a request line what the line lacks, strengths after a drug's name, levels where the
 * treatment has them; in a section the sentences it lacks; after a guideline's name its citations. Few, weightiest first.
 */
export function completion(checked: Checked, position: Position): CompletionList {
  const { document } = checked;
  const offset = document.offsetAt(position);
  const text = document.getText();
  const line = lineAt(text, offset);
  const before = text.slice(Math.max(line.start, offset - 200), offset);
  const word = /[\p{L}\p{N}][\p{L}\p{N}/'-]*$/u.exec(before)?.[0] ?? '';
  const place: Place = {
    checked,
    offset,
    before,
    word,
    kind: sectionKindAt(checked, offset),
    entry: itemOnLine(checked, offset),
  };
  const offers = [
    ...citations(place),
    ...strengths(place),
    ...requestElements(place),
    ...levels(place),
    ...sentences(place),
    ...drugs(place),
  ];
  const range = rangeOf(document, { start: offset - word.length, end: offset });
  return { isIncomplete: false, items: offers.map((offer, rank) => toItem(checked, offer, range, rank)) };
}

interface Place {
  readonly checked: Checked;
  readonly offset: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The word being typed. */
  readonly word: string;
  readonly kind: SectionKind;
  readonly entry: ItemAssessment | null;
}

function sectionKindAt({ assessment }: Checked, offset: number): SectionKind {
  const { sections } = assessment.draft;
  const section = sections.findLast((one) => Math.min(one.start, one.heading?.start ?? one.start) <= offset);
  return section?.kind ?? 'other';
}

/** The item on whose line the cursor is, trailing blanks included. */
function itemOnLine(checked: Checked, offset: number): ItemAssessment | null {
  const entry = itemAt(checked, offset);
  if (entry) return entry;
  const line = lineAt(checked.document.getText(), offset);
  return checked.assessment.items.find(({ item }) => line.start <= item.start && item.start <= line.end) ?? null;
}

const lacking = (verdict: Verdict): boolean => verdict.status === 'missing' || verdict.status === 'vague';
const lackingFixes = (entry: ItemAssessment, onLine: boolean) =>
  entry.verdicts.filter(
    (verdict) => lacking(verdict) && verdict.fix && (placeOfFix(verdict.fix) === 'request-line') === onLine,
  );

function requestElements({ entry, before, word }: Place): Offer[] {
  if (!entry) return [];
  const written = before.slice(0, before.length - word.length);
  const glued = (text: string) => (/[\s,;:(]$|^$/.test(written) ? text.replace(/^[\s,]+/, '') : lineGlue(text) + text);
  return lackingFixes(entry, true).map((verdict) => ({
    label: verdict.title,
    detail: plainText(verdict.fix!.text),
    text: glued(verdict.fix!.text.trimEnd()),
    kind: kinds.snippet,
    isSnippet: true,
    filter: `${verdict.title} ${verdict.criterion} ${plainText(verdict.fix!.text)}`,
    documentation: verdict.wants,
  }));
}

/** The sentences that the items lack and that belong into this section; in one of no known kind, any of them. */
function sentences({ checked, kind, entry }: Place): Offer[] {
  if (entry && kind === 'request') return [];
  const anywhere = kind === 'other' || kind === 'rationale';
  const several = checked.assessment.items.length > 1;
  const offers = checked.assessment.items.flatMap((one) =>
    lackingFixes(one, false)
      .filter((verdict) => anywhere || placeOfFix(verdict.fix!) === kind)
      .map((verdict) => ({
        here: placeOfFix(verdict.fix!) === kind,
        label: several ? `${verdict.title} · ${shorten(one.item.text, 24)}` : verdict.title,
        detail: one.title,
        text: verdict.fix!.text.trim(),
        kind: kinds.snippet,
        isSnippet: true,
        filter: `${verdict.title} ${verdict.criterion} ${one.item.text}`,
        documentation: `${plainText(verdict.fix!.text)}\n\n${verdict.wants}`,
      })),
  );
  const unique = [...new Map(offers.map((offer) => [offer.text, offer])).values()];
  return unique.sort((one, other) => Number(other.here) - Number(one.here)).slice(0, mostSentences);
}

const drugSections: readonly SectionKind[] = ['request', 'plan', 'medications', 'other', 'past-treatment'];

/** Drug names that begin like the word being typed, each with its usual strengths. */
function drugs({ checked, kind, word, entry }: Place): Offer[] {
  if (word.length < 2 || !/^\p{L}/u.test(word) || !(entry || drugSections.includes(kind))) return [];
  const typed = word.toLowerCase();
  const offers: Offer[] = [];
  for (const drug of vocabulary.drugs) {
    for (const name of [drug.name, ...drug.brands]) {
      if (!name.toLowerCase().startsWith(typed) || offers.length >= mostDrugs) continue;
      const generic = name === drug.name ? drug.classes.join(', ') : drug.name;
      offers.push({
        label: name,
        detail: generic,
        text: name,
        kind: kinds.constant,
        documentation: drugMarkdown(drug, checked.settings.morphineFactors),
      });
    }
  }
  return offers;
}

/** After a drug's name: the strengths it is marketed in, a brand's own where it has any. */
function strengths({ checked, before, word, offset }: Place): Offer[] {
  const typed = /[\d./]*$/.exec(word)?.[0] ?? '';
  if (word && typed !== word) return [];
  const name = /(\S)\s+$/.exec(before.slice(0, before.length - word.length));
  if (!name) return [];
  const end = offset - word.length - (name[0].length - 1);
  const found = drugAt(checked.document.getText(), end);
  if (found?.span.end !== end) return [];
  const written = checked.document.getText().slice(found.span.start, found.span.end);
  return strengthsOf(found.drug, written).map((strength) => ({
    label: strength,
    detail: found.drug.name,
    text: strength,
    kind: kinds.value,
  }));
}

function strengthsOf(drug: Drug, written: string): readonly string[] {
  const brand = Object.entries(drug.brandStrengths ?? {}).find(
    ([name]) => name.toLowerCase() === written.toLowerCase(),
  );
  return brand?.[1] ?? drug.strengths;
}

const discLevels = ['C3-4', 'C4-5', 'C5-6', 'C6-7', 'C7-T1', 'L1-2', 'L2-3', 'L3-4', 'L4-5', 'L5-S1'];

/** Disc levels, on the line of a treatment that a level is asked of and that has none yet. */
function levels({ entry, word }: Place): Offer[] {
  if (!entry || entry.item.request.levels.length > 0) return [];
  const asked = entry.verdicts.some(
    (verdict) => lacking(verdict) && /\b(?:level|side|body-site)/.test(verdict.criterion),
  );
  if (!asked || !/^(?:[cl]\d?(?:-\w*)?)$/i.test(word)) return [];
  return discLevels.map((level) => ({ label: level, detail: 'disc level', text: level, kind: kinds.value }));
}

/** After a guideline's name or "page": the places the items' criteria cite, those in force first. */
function citations({ checked, before, kind }: Place): Offer[] {
  const named = /\b(?:mtus|cpmtg|acoem|guidelines?|per|pages?|pp?\.|cit(?:e|ation))[\s:,]*\w*$/i.test(
    before.slice(-40),
  );
  if (!named || kind === 'request') return [];
  const all = checked.assessment.items.flatMap((entry) =>
    entry.verdicts.flatMap((verdict) => verdict.citations.slice(0, 1).map((citation) => ({ citation, entry }))),
  );
  const byText = new Map(
    all.map(({ citation, entry }) => [citationText(citation, checked.guidelines, 'title'), entry]),
  );
  return [...byText].slice(0, mostSentences).map(([text, entry]) => ({
    label: shorten(text, 90),
    detail: entry.title,
    text,
    kind: kinds.reference,
    filter: `mtus cpmtg acoem guidelines page per citation ${text}`,
  }));
}

function toItem({ client }: Checked, offer: Offer, range: ReturnType<typeof rangeOf>, rank: number): CompletionItem {
  const asSnippet = offer.isSnippet && client.snippets;
  const newText = asSnippet ? blankStops(offer.text).snippet : offer.isSnippet ? plainText(offer.text) : offer.text;
  return {
    label: offer.label,
    kind: offer.kind,
    detail: shorten(offer.detail, 100),
    sortText: String(rank).padStart(3, '0'),
    filterText: offer.filter ?? offer.label,
    textEdit: { range, newText },
    ...(asSnippet ? { insertTextFormat: snippetFormat } : {}),
    ...(offer.documentation ? { documentation: markup(offer.documentation, client) } : {}),
  };
}
