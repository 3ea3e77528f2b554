import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasures } from '../../server/src/evidence/measures/index.js';
import { compilePatterns, measureKinds, normalise, tokenize } from '../../server/src/patterns/index.js';

const doc = readFileSync(new URL('../../docs/patterns.md', import.meta.url), 'utf8');

function examples(): { expected: boolean; source: string; text: string }[] {
  const block = doc.split('```examples\n')[1]!.split('\n```')[0]!;
  return block.split('\n').map((line) => {
    const found = /^(yes|no) +(.+?) +:: (.+)$/.exec(line);
    if (!found) throw new Error(`not an example: ${line}`);
    return { expected: found[1] === 'yes', source: found[2]!, text: found[3]! };
  });
}

describe('docs/patterns.md', () => {
  it.each(examples())('$source :: $text → $expected', ({ expected, source, text }) => {
    const set = compilePatterns([{ id: 'example', source }], []);
    expect(set.problems).toEqual([]);
    const plain = normalise(text);
    const tokens = tokenize(plain);
    expect(set.read(tokens, readMeasures(plain, tokens)).matches.length > 0).toBe(expected);
  });

  it('has examples of both kinds', () => {
    expect(examples().filter((each) => each.expected).length).toBeGreaterThan(20);
    expect(examples().filter((each) => !each.expected).length).toBeGreaterThan(15);
  });

  it('names the measures that are read', () => {
    const named = /Measures: `([^`]+)`/.exec(doc)![1]!.match(/[a-z-]+/g)!;
    expect(named.sort()).toEqual([...measureKinds].sort());
  });
});
