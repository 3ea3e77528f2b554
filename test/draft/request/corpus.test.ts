import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../server/src/draft/request/index.js';
import { labelledLines, labelledSigs, measureLines, measureSigs } from '../../accuracy/lines.js';

const lines = labelledLines(fileURLToPath(new URL('../../corpus', import.meta.url))) ?? [];

describe('request lines of every family', () => {
  it('are many', () => expect(lines.length).toBeGreaterThanOrEqual(160));

  it.each(lines.map((line) => [line.id, line] as const))('%s', (_id, line) => {
    const wrong = Object.entries(measureLines([line])).flatMap(([field, score]) =>
      score.wrong.map((each) => `${field} ${each}`),
    );
    expect(wrong).toEqual([]);
  });
});

const shared = labelledSigs(fileURLToPath(new URL('../../../../shared/data/sig-dev.jsonl', import.meta.url)));

if (shared === null)
  console.warn('SKIPPED: labelled drug directions are not checked; there is no file ../shared/data/sig-dev.jsonl');

describe.skipIf(shared === null)('labelled drug directions', () => {
  const scores = measureSigs(shared ?? []);
  it.each(['dose', 'perDay', 'prn', 'duration'])('%s is right in 97 of 100', (field) => {
    expect(scores[field]!.correct / scores[field]!.total).toBeGreaterThanOrEqual(0.97);
  });
  it('quantity is right always', () => expect(scores.quantity!.wrong).toEqual([]));
});

describe('the same line, written otherwise', () => {
  const ways: Record<string, (line: string) => string> = {
    'in capitals': (line) => line.toUpperCase(),
    'broken over lines': (line) => line.replace(/(.{18,40}?) /g, '$1\n   '),
    'with wide blanks': (line) => line.replaceAll(' ', '\u00a0 '),
    'with long dashes': (line) => line.replaceAll('-', '–'),
    'in a list': (line) => `3. ${line}`,
    'with an outcome after it': (line) => `${line}: Upheld`,
    'in a sentence': (line) => `Request authorization for ${line}.`,
  };
  it.each(Object.entries(ways))('%s reads the same', (_name, write) => {
    const scores = measureLines(lines.map((line) => ({ ...line, line: write(line.line) })));
    expect(Object.entries(scores).flatMap(([field, score]) => score.wrong.map((each) => `${field} ${each}`))).toEqual(
      [],
    );
  });
});

describe('a very long line', () => {
  it.each([
    '1 ',
    '#',
    '97110,',
    'norco/',
    'L4-',
    '12 hours on ',
    'one hundred ',
    'x2 ',
    '1/2 ',
    'up to ',
    'then ',
    'x2 then ',
    '/ 60 ',
    'monthly x 2 ',
  ])('of %j takes time in proportion to its length', (piece) => {
    const time = (times: number) => {
      const before = process.cpuUsage().user;
      for (const kind of ['drug', 'therapy', 'procedure'] as const)
        readRequest(piece.repeat(times), { kind, family: 'esi', drug: null });
      return process.cpuUsage().user - before;
    };
    time(500);
    const short = Math.min(time(1000), time(1000));
    // Eight times the text; a quadratic reader would take 64 times as long.
    expect(Math.min(time(8000), time(8000))).toBeLessThan(Math.max(short, 2000) * 32);
  });
});
