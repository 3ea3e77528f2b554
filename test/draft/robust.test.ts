import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Draft, readBlanks, readDraft, readIdentity } from '../../server/src/draft/index.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'layouts');
const layouts = readdirSync(folder)
  .filter((name) => name !== 'expected.yaml')
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function check(draft: Draft): void {
  const { text, sections, sentences, items } = draft;
  let at = 0;
  for (const section of sections) {
    expect(section.start).toBe(at);
    expect(section.end).toBeGreaterThanOrEqual(section.start);
    at = section.end;
  }
  expect(at).toBe(text.length);
  expect(sections.flatMap((section) => section.sentences)).toEqual([...sentences]);
  let last = 0;
  sentences.forEach((sentence, index) => {
    expect(sentence.index).toBe(index);
    expect(sentence.start).toBeGreaterThanOrEqual(last);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    expect(sentence.text).toHaveLength(sentence.end - sentence.start);
    expect(sentence.section.start).toBeLessThanOrEqual(sentence.start);
    expect(sentence.section.end).toBeGreaterThanOrEqual(sentence.end);
    last = sentence.end;
  });
  expect(last).toBeLessThanOrEqual(text.length);
  for (const item of items) {
    expect(item.text).toBe(text.slice(item.start, item.end));
    expect(item.text.trim()).toBe(item.text);
    expect(item.text).not.toBe('');
    expect(item.block.start).toBeLessThanOrEqual(item.start);
    expect(item.block.end).toBeGreaterThanOrEqual(item.end);
    expect(item.block.end).toBeLessThanOrEqual(text.length);
    for (const slot of Object.values(item.request).flat()) {
      if (!slot) continue;
      expect(slot.start).toBeGreaterThanOrEqual(0);
      expect(slot.end).toBeLessThanOrEqual(text.length);
    }
  }
  expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
}

describe('whatever the text', () => {
  it('every layout holds together', () => {
    for (const text of layouts) check(readDraft(text));
  });

  it('every layout cut off anywhere holds together', () => {
    const roll = dice(7);
    for (const text of layouts) for (let i = 0; i < 12; i++) check(readDraft(text.slice(0, roll(text.length))));
  });

  it('lines shuffled, doubled and cut hold together', () => {
    const roll = dice(11);
    const lines = layouts.flatMap((text) => text.split('\n'));
    for (let i = 0; i < 60; i++) {
      const picked = Array.from({ length: 12 }, () => lines[roll(lines.length)]!.slice(roll(4)));
      check(readDraft(picked.join(['\n', '\r\n', '\n\n', '\r'][roll(4)])));
    }
  });

  it('junk holds together', () => {
    const roll = dice(13);
    const alphabet = [
      '\u0000',
      '\ud83d',
      '\ude00',
      '\ufeff',
      '|',
      '#',
      '*',
      '>',
      '-',
      '_',
      '\t',
      '\n',
      '\r',
      '.',
      ':',
      ' ',
      'a',
      'A',
      '1',
      '\u00e9',
      '"',
      '(',
      '[',
    ];
    for (let i = 0; i < 80; i++) {
      const text = Array.from({ length: 200 }, () => alphabet[roll(alphabet.length)]).join('');
      const draft = readDraft(text);
      check(draft);
      readIdentity(draft);
      readBlanks(draft);
    }
  });

  it('empty and blank texts have nothing', () => {
    for (const text of ['', ' ', '\n', '\r\n\r\n', '\t\t', '\ufeff', '---']) {
      const draft = readDraft(text);
      check(draft);
      expect(draft).toMatchObject({ kind: 'request', items: [], sentences: [], date: null });
    }
  });

  it('reads the same twice', () => {
    for (const text of layouts) {
      const keys = () => JSON.stringify(readDraft(text).items);
      expect(keys()).toBe(keys());
    }
  });
});

describe('time grows with the text, no faster', () => {
  const time = (text: string) => {
    const begin = performance.now();
    readDraft(text, { kind: 'request' });
    return performance.now() - begin;
  };
  const hostile: Record<string, string> = {
    'one long sentence': 'Norco, ',
    'full stops': 'a. B',
    colons: 'a: ',
    pipes: '|a',
    brackets: '(',
    hashes: '#',
    'list numbers': '1. ',
    digits: '1',
    blanks: ' ',
    'asking words': 'request authorization for Norco if ',
  };
  for (const [name, unit] of Object.entries(hostile)) {
    it(name, () => {
      const half = unit.repeat(Math.ceil(60_000 / unit.length));
      time(half);
      const small = Math.max(Math.min(time(half), time(half)), 4);
      const large = Math.min(time(half + half + half + half), time(half + half + half + half));
      expect(large).toBeLessThan(small * 16);
    });
  }

  it('a megabyte of prose takes no second', () => {
    const prose = `${layouts.find((text) => text.includes('Interval history'))!.split('Plan:')[0]}\n`;
    const text = prose.repeat(Math.ceil(1_000_000 / prose.length));
    time(text);
    expect(Math.min(time(text), time(text), time(text))).toBeLessThan(1000);
  });
});
