import { describe, expect, it } from 'vitest';
import { compilePatterns, joinMatches } from '../../server/src/patterns/index.js';
import { tokensOf } from './read.js';

function joined(source: string, sentences: string[], paragraphs = sentences.map(() => 0)) {
  const set = compilePatterns([{ id: 'j', source }], []);
  expect(set.problems).toEqual([]);
  const readings = sentences.map((text) => set.read(tokensOf(text)));
  const across = joinMatches(set, readings, (a, b) => paragraphs[a] === paragraphs[b]);
  return {
    within: readings.map((reading) => reading.matches.length),
    across: across.map((match) => match.parts.map((part) => part.sentence)),
  };
}

describe('&&', () => {
  it('joins sentences of a paragraph in either order', () => {
    expect(joined('norco && relief', ['He takes Norco.', 'There is relief.']).across).toEqual([[0, 1]]);
    expect(joined('norco && relief', ['There is relief.', 'He takes Norco.']).across).toEqual([[1, 0]]);
  });

  it('reaches three sentences, within the paragraph', () => {
    expect(joined('norco && relief', ['norco', 'x', 'x', 'relief']).across).toEqual([[0, 3]]);
    expect(joined('norco && relief', ['norco', 'x', 'x', 'x', 'relief']).across).toEqual([]);
    expect(joined('norco && relief', ['norco', 'relief'], [0, 1]).across).toEqual([]);
  });

  it('is an ordinary match within one sentence', () => {
    expect(joined('norco && relief', ['relief with norco'])).toEqual({ within: [1], across: [] });
    expect(joined('norco && norco', ['norco'])).toEqual({ within: [0], across: [] });
  });

  it('takes the nearest, and tells each place once', () => {
    expect(joined('norco && relief', ['relief', 'x', 'norco', 'relief']).across).toEqual([
      [2, 0],
      [2, 3],
    ]);
  });

  it('joins three, and keeps exclusions to their own sentence', () => {
    expect(joined('a && b && c', ['c', 'a', 'b']).across).toEqual([[1, 2, 0]]);
    expect(joined('a && b & !no', ['a no', 'b']).across).toEqual([[0, 1]]);
    expect(joined('a && b & !no', ['a', 'no b']).across).toEqual([]);
  });

  it('needs all sides', () => {
    expect(joined('a && b && c', ['a', 'b'])).toEqual({ within: [0, 0], across: [] });
  });
});
