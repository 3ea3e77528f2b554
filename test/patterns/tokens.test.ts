import { describe, expect, it } from 'vitest';
import { normalise, tokenize } from '../../server/src/patterns/index.js';

const texts = (text: string) => tokenize(normalise(text)).map((token) => token.text);

describe('normalise', () => {
  it('keeps every offset', () => {
    const odd = 'A\tB\r\nC\u00a0“D” ‘E’ — F–G İ ﬁ 😀 ẞ × 3\u2009mg';
    expect(normalise(odd)).toHaveLength(odd.length);
    for (const at of [0, 2, 5]) expect(normalise(odd)[at]).toBe(odd[at]!.toLowerCase());
    expect(normalise(odd).indexOf('mg')).toBe(odd.indexOf('mg'));
  });

  it('makes plain quotes, hyphens and blanks', () => {
    expect(normalise('“Pain”\tis\r\n‘worse’ – L4–5 ×2\u00a0')).toBe('"pain" is  \'worse\' - l4-5 x2 ');
  });

  it('does not lower what would grow', () => {
    expect(normalise('İ')).toBe('İ');
    expect(normalise('İABC')).toBe('İabc');
  });
});

describe('tokenize', () => {
  it.each([
    ['Norco 10/325mg #180', ['norco', '10', '/', '325', 'mg', '#', '180']],
    ['1,950 mg', ['1950', 'mg']],
    ['12,50', ['12', ',', '50']],
    ['2.5 mg', ['2.5', 'mg']],
    ['take .5 tab', ['take', '.5', 'tab']],
    ['No.5', ['no', '.', '5']],
    ['5. Next', ['5', '.', 'next']],
    ['L4-5 and L4-L5', ['l4', '-', '5', 'and', 'l4', '-', 'l5']],
    ['q6h x2 2x', ['q6h', 'x2', '2', 'x']],
    ['follow-up', ['follow', 'up']],
    ['non- resolving', ['non', 'resolving']],
    ['non-\nresolving', ['non', 'resolving']],
    ['pain - severe', ['pain', '-', 'severe']],
    ['6-week', ['6', '-', 'week']],
    ['-severe', ['-', 'severe']],
    ["patient's", ["patient's"]],
    ['patients’ pain', ['patients', "'", 'pain']],
    ['b.i.d. p.o. q.i.d', ['bid', 'po', 'qid']],
    ['e.g. ice', ['eg', 'ice']],
    ['vitamin a. next', ['vitamin', 'a', '.', 'next']],
    ['w/o 50% 45°', ['w', '/', 'o', '50', '%', '45', '°']],
    ['naïve Peña', ['naïve', 'peña']],
    ['3/4/14', ['3', '/', '4', '/', '14']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('says where each token stands and what it is', () => {
    expect(tokenize('ab, 1,950')).toEqual([
      { start: 0, end: 2, text: 'ab', kind: 'word' },
      { start: 2, end: 3, text: ',', kind: 'mark' },
      { start: 4, end: 9, text: '1950', kind: 'number' },
    ]);
  });

  it('covers all that is not blank, but for joining hyphens and the commas and dots within tokens', () => {
    const text = 'Pt. c/o 7-8/10 LBP; (R>L) w/ 50% ↓ ROM – p.o. meds: 1,200 mg/day.';
    let at = 0;
    const plain = normalise(text);
    for (const token of tokenize(plain)) {
      expect(plain.slice(at, token.start).trim()).toBe('');
      expect(plain.slice(token.start, token.end).replace(/[.,]/g, '')).toBe(token.text.replace(/[.,]/g, ''));
      at = token.end;
    }
    expect(plain.slice(at).trim()).toBe('');
  });
});
