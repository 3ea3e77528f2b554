// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an editor snippet is written so.
import { describe, expect, it } from 'vitest';
import { blankStops, escapeSnippet, parseSnippet, plainText, stopLabels } from '../../server/src/features/snippet.js';

describe('a snippet as plain text', () => {
  it.each([
    ['Takes ${1:tablets} a day.', 'Takes [tablets] a day.'],
    ['Pain falls from ${1:before} to ${2:after}/10.$0', 'Pain falls from [before] to [after]/10.'],
    ['${1:2} times a week for ${2:6} weeks', '[number] times a week for [number] weeks'],
    ['$1 of ${2}', '[fill in] of [fill in]'],
    ['The ${1|left,right|} knee', 'The [left/right] knee'],
    ['${1:[activity]} again', '[activity] again'],
    ['a \\$5 fee \\} and a lone $ sign', 'a $5 fee } and a lone $ sign'],
    ['${1:from ${2:date}}', '[from date]'],
    ['${1:not closed', '${1:not closed'],
    ['', ''],
  ])('%s', (snippet, plain) => {
    expect(plainText(snippet)).toBe(plain);
  });
});

describe('stops as blanks', () => {
  it('show as blanks until they are filled in, choices with the blank first', () => {
    expect(blankStops('${1:before} to ${2:after}').snippet).toBe('${1:[before]} to ${2:[after]}');
    expect(blankStops('${1|left,right|}').snippet).toBe('${1|[left/right],left,right|}');
  });

  it('count on across snippets, equal ones staying equal', () => {
    const first = blankStops('${2:a} ${1:b} ${2:a}');
    expect(first).toEqual({ snippet: '${1:[a]} ${2:[b]} ${1:[a]}', last: 2 });
    expect(blankStops('${1:c}', first.last)).toEqual({ snippet: '${3:[c]}', last: 3 });
  });

  it('keep literal signs literal', () => {
    expect(plainText(blankStops(escapeSnippet('{a} $1 \\ ${2:x}')).snippet)).toBe('{a} $1 \\ ${2:x}');
  });
});

it('lists the labels of a snippet', () => {
  expect(stopLabels('${1:activity} for ${2:minutes} $0')).toEqual(['activity', 'minutes']);
});

it('reads any string without failing and without losing literal text', () => {
  const signs = '${}|:,\\1a ';
  let seed = 7;
  for (let round = 0; round < 500; round += 1) {
    let text = '';
    for (let at = 0; at < 24; at += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      text += signs[seed % signs.length];
    }
    expect(plainText(escapeSnippet(text))).toBe(text);
    expect(parseSnippet(text)).toBeInstanceOf(Array);
  }
});
