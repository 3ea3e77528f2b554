import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { documentSymbols } from '../../server/src/features/document-symbols.js';
import { foldingRanges } from '../../server/src/features/folding.js';
import { inlayHints } from '../../server/src/features/inlay-hints.js';
import { handMade, verdict } from './hand-made.js';

const text = `Soma 350 mg

## Request
Norco 10/325 mg #180
Second line.

## Plan
Continue.
`;
const verdicts = [verdict('a', { status: 'met' }), verdict('b'), verdict('c', { status: 'not-applicable' })];
const items = [
  { text: 'Soma 350 mg' },
  {
    text: 'Norco 10/325 mg #180',
    verdicts,
    sums: [
      { label: '6/day', how: '24 ÷ 4 hours' },
      { label: '30 days', how: '180 ÷ 6' },
    ],
  },
];
const checked = handMade(text, { items });

describe('symbols', () => {
  const symbols = documentSymbols(checked) as DocumentSymbol[];

  it('are sections with the items in them, an item before any heading in its own nameless part', () => {
    expect(symbols.map((symbol) => [symbol.name, symbol.children?.map((child) => child.name)])).toEqual([
      ['Draft', ['Soma 350 mg']],
      ['Request', ['Norco 10/325 mg #180']],
      ['Plan', []],
    ]);
    expect(symbols[1]!.children![0]!.detail).toBe('Opioids · 1 of 2');
  });

  it('hold their selection and their children inside their range', () => {
    const inside = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) => {
      const { document } = checked;
      expect(document.offsetAt(inner.start)).toBeGreaterThanOrEqual(document.offsetAt(outer.start));
      expect(document.offsetAt(inner.end)).toBeLessThanOrEqual(document.offsetAt(outer.end));
    };
    for (const symbol of symbols) {
      inside(symbol.selectionRange, symbol.range);
      for (const child of symbol.children ?? []) inside(child.range, symbol.range);
    }
  });

  it('are a flat list for a client that knows no tree', () => {
    const flat = documentSymbols(handMade(text, { items, client: { symbolTree: false } })) as SymbolInformation[];
    expect(flat.map((symbol) => [symbol.name, symbol.containerName])).toContainEqual([
      'Norco 10/325 mg #180',
      'Request',
    ]);
    expect(flat.every((symbol) => symbol.location.uri === 'file:///norco.rfa.md')).toBe(true);
  });
});

it('folds sections from their heading to their last line of text', () => {
  expect(foldingRanges(checked)).toEqual([
    { startLine: 2, endLine: 4 },
    { startLine: 6, endLine: 7 },
  ]);
});

describe('inlay hints', () => {
  it('stand behind the item with the sums, and say how', () => {
    const [hint, ...others] = inlayHints(checked, { start: 0, end: text.length });
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ position: { line: 3, character: 20 }, label: '6/day · 30 days', paddingLeft: true });
    expect((hint!.tooltip as { value: string }).value).toContain('24 ÷ 4 hours');
  });

  it('are none outside the range asked for', () => {
    expect(inlayHints(checked, { start: text.indexOf('## Plan'), end: text.length })).toEqual([]);
  });
});
