// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { createDraftService, type DraftService, longestText, reasonNotChecked } from '../../server/src/service.js';
import { draftOf } from '../bench/drafts.mjs';
import { at } from './hand-made.js';

const service = createDraftService();
let opened = 0;
const open = (text: string, language = 'mtus-request') => {
  opened += 1;
  return TextDocument.create(`file:///${opened}.rfa.md`, language, 1, text);
};
const codes = (document: TextDocument, settings = {}) => service.diagnostics(document, settings).map((one) => one.code);

describe('what is checked', () => {
  it('is text of up to 5 MB', () => {
    expect(reasonNotChecked('x'.repeat(longestText))).toBeNull();
    expect(reasonNotChecked('x'.repeat(longestText + 1))).toContain('5 MB');
    expect(reasonNotChecked('a\0b')).toContain('not a text file');
  });

  it('is nothing of a text past that, in any feature', () => {
    const document = open('Norco 10/325 mg #180\0');
    expect(codes(document)).toEqual(['draft/not-checked']);
    expect(service.assessment(document).items).toEqual([]);
    expect(service.hover(document, { line: 0, character: 2 })).toBeNull();
  });

  it('leaves suppressions out of the draft without moving anything', () => {
    const text =
      '## Treatment requested\n<!-- mtus-draft ignore opioid/frequency: on the form -->\nNorco 10/325 mg #180\n';
    const document = open(text);
    expect(service.assessment(document).items.map(({ item }) => item.text)).toEqual(['Norco 10/325 mg #180']);
    expect(service.assessment(document).items[0]!.item.start).toBe(at(text, 'Norco').start);
    expect(codes(document)).not.toContain('opioid/frequency');
    expect(codes(document)).not.toContain('draft/ignore-unused');
  });
});

describe('remembering', () => {
  it('reads one version once, and the next anew', () => {
    const document = open('## Treatment requested\nNorco 10/325 mg #180\n');
    const first = service.assessment(document);
    service.diagnostics(document);
    service.hover(document, { line: 1, character: 2 });
    expect(service.assessment(document)).toBe(first);
    TextDocument.update(document, [{ text: 'Soma 350 mg #30\n' }], 2);
    expect(service.assessment(document).items[0]?.item.text).toContain('Soma');
  });

  it('does not mix settings', () => {
    const document = open('## Treatment requested\nNorco 10/325 mg #180\n');
    expect(codes(document, { severity: { frequency: 'off' } })).not.toContain('opioid/frequency');
    expect(codes(document)).toContain('opioid/frequency');
  });
});

/** A small generator with a seed, so that a failure can be seen again. */
function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const pieces = [
  'Norco 10/325 mg #180',
  '\n',
  '\r\n',
  '\n\n',
  '## Plan\n',
  'PLAN:\n',
  '1. ',
  '- ',
  '| a | b |\n',
  '#',
  '<!-- mtus-draft ignore opioid/frequency: x y -->\n',
  '# mtus-draft ignore-all: whole text\n',
  '[activity]',
  '[date]',
  ' without relief',
  'L4-S1',
  '30%',
  '\t',
  '\u00a0',
  '“quoted”',
  '😀',
  '\ud83d',
  'q4-6h prn',
  'denies ',
  '. ',
  '; ',
  ':',
  '$1 ${2:x}',
  '\\',
  '**bold** ',
  '8/10',
  ' x 6 weeks',
  'MTUS page 78',
  '…',
];

function everyRange(document: TextDocument, of: DraftService): Range[] {
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
  const flat = (symbols: readonly DocumentSymbol[]): Range[] =>
    symbols.flatMap((symbol) => [symbol.range, symbol.selectionRange, ...flat(symbol.children ?? [])]);
  return [
    ...of
      .diagnostics(document)
      .flatMap((one) => [one.range, ...(one.relatedInformation ?? []).map((info) => info.location.range)]),
    ...flat(of.documentSymbols(document) as DocumentSymbol[]),
    ...of.inlayHints(document, whole).map((hint) => ({ start: hint.position, end: hint.position })),
    ...of
      .checklist(document)
      .flatMap((item) => [item.range, ...item.criteria.flatMap((criterion) => criterion.range ?? [])]),
    ...of
      .codeActions(document, whole, { diagnostics: [] })
      .flatMap((action) =>
        (action.edit?.documentChanges ?? []).flatMap((change) =>
          'edits' in change ? change.edits.map((edit) => edit.range) : [],
        ),
      ),
  ];
}

describe('random edits', { timeout: 60_000 }, () => {
  it.each([1, 2, 3])('keep ranges inside the draft, and agree with a fresh check (seed %i)', (seed) => {
    const random = generator(seed);
    let document = open(draftOf(2500));
    for (let round = 0; round < 60; round += 1) {
      const length = document.getText().length;
      const start = random(length + 1);
      const end = Math.min(length, start + (random(3) === 0 ? random(60) : 0));
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      document = TextDocument.update(document, [{ range, text: pieces[random(pieces.length)]! }], document.version + 1);
      const text = document.getText();
      for (const found of everyRange(document, service)) {
        const [from, to] = [document.offsetAt(found.start), document.offsetAt(found.end)];
        expect(from).toBeLessThanOrEqual(to);
        expect(document.positionAt(from)).toEqual(found.start);
        expect(document.positionAt(to)).toEqual(found.end);
      }
      const place = document.positionAt(random(text.length + 1));
      service.hover(document, place);
      service.completion(document, place);
      for (const { startLine, endLine } of service.foldingRanges(document)) {
        expect(startLine).toBeLessThan(endLine);
        expect(endLine).toBeLessThan(document.lineCount);
      }
      if (round % 20 === 19) {
        const fresh = TextDocument.create(document.uri, document.languageId, document.version, text);
        expect(createDraftService().diagnostics(fresh)).toEqual(service.diagnostics(document));
      }
    }
  });
});
