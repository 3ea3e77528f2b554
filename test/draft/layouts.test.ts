import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDraft } from '../../server/src/draft/index.js';
import { isoDay } from './helpers.js';

interface Expected {
  readonly kind: string;
  readonly date: string;
  readonly items: readonly string[];
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'layouts');
const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Record<string, Expected>;
const files = readdirSync(folder).filter((name) => name !== 'expected.yaml');

describe('drafts in many layouts', () => {
  it('every layout has its expectation', () => {
    expect(files.sort()).toEqual(Object.keys(expected).sort());
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    const want = expected[name]!;
    it(`${name} asks for what it asks for`, () => {
      const draft = readDraft(text);
      const items = draft.items.map(
        (item) => `${item.family} | ${item.text.replace(/\s+/g, ' ')} | ${item.stage ?? '-'}`,
      );
      expect(items).toEqual(want.items);
      expect(draft.kind).toBe(want.kind);
      expect(draft.date ? isoDay(draft.date.value) : 'none').toBe(want.date);
    });

    it(`${name} reads the same with other line ends and odd blanks`, () => {
      const plain = text.replace(/\r\n/g, '\n');
      const keys = readDraft(plain).items.map((item) => item.key);
      expect(readDraft(plain.replace(/\n/g, '\r\n')).items.map((item) => item.key)).toEqual(keys);
      expect(readDraft(plain.replace(/(?<=\w) (?=\w)/g, '\u00a0')).items.map((item) => item.key)).toEqual(keys);
      expect(readDraft(`${plain}\n\n\n`).items.map((item) => item.key)).toEqual(keys);
    });
  }
});

describe('request slots come from the lines of the item', () => {
  const items = (name: string) => readDraft(readFileSync(join(folder, name), 'utf8')).items;

  it('indented directions', () => {
    const [norco, zanaflex, patch] = items('sublines.txt');
    expect(norco!.request.quantity?.value).toBe(120);
    expect(norco!.request.frequencyPerDay?.value).toBe(4);
    expect(norco!.request.refills?.value).toBe(0);
    expect(zanaflex!.request.quantity?.value).toBe(90);
    expect(zanaflex!.request.frequencyPerDay?.value).toBe(3);
    expect(patch!.request.quantity?.value).toBe(30);
  });

  it('cells of the same row, and no other row', () => {
    const [esi, norco, therapy] = items('rfa-markdown-table.md');
    expect(esi!.request.cpt.map((code) => code.value)).toEqual(['64483']);
    expect(esi!.request.icd.map((code) => code.value)).toEqual(['M54.16']);
    expect(esi!.request.quantity).toBeNull();
    expect(norco!.request.quantity?.value).toBe(120);
    expect(norco!.request.icd.map((code) => code.value)).toEqual(['M54.50']);
    expect(therapy!.request.visits?.value).toBe(8);
  });

  it('fields of a form, the diagnosis before the service included', () => {
    const [esi, ambien] = items('vertical-form.txt');
    expect(esi!.request.icd.map((code) => code.value)).toEqual(['M54.16']);
    expect(esi!.request.cpt.map((code) => code.value)).toEqual(['64483']);
    expect(ambien!.request.quantity?.value).toBe(30);
    expect(ambien!.request.cpt).toEqual([]);
  });

  it('each part of a compound line has its own', () => {
    const found = items('compound.txt');
    expect(found[0]!.request.quantity?.value).toBe(120);
    expect(found[1]!.request.quantity?.value).toBe(30);
    expect(found[4]!.request.quantity).toBeNull();
    expect(found[4]!.request.visits?.value).toBe(12);
    expect(found[5]!.request.levels.map((level) => level.value)).toEqual(['L4-5', 'L5-S1']);
  });

  it("slot spans are the draft's own", () => {
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const item of readDraft(text).items) {
        const { quantity } = item.request;
        if (quantity) expect(text.slice(quantity.start, quantity.end)).toContain(String(quantity.value));
      }
    }
  });
});
