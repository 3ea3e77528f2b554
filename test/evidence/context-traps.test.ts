import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SectionKind } from '../../server/src/draft/types.js';
import { axesOf, readScopes } from '../../server/src/evidence/context.js';
import { normalise, tokenize } from '../../server/src/patterns/index.js';

interface Trap {
  readonly s: string;
  readonly t: string;
  readonly axes: readonly string[];
  readonly in?: SectionKind;
}

const traps = parse(
  readFileSync(fileURLToPath(new URL('context-traps.yaml', import.meta.url)), 'utf8'),
) as readonly Trap[];

describe('context of a phrase', () => {
  it('has traps of every kind', () => {
    expect(traps.length).toBeGreaterThanOrEqual(120);
    expect(new Set(traps.flatMap((trap) => trap.axes)).size).toBe(8);
  });

  it.each(traps.map((trap) => [`${trap.t} | ${trap.s}`, trap] as const))('%s', (_name, trap) => {
    const text = normalise(trap.s);
    const start = text.replace(/\s/g, ' ').indexOf(normalise(trap.t).replace(/\s/g, ' '));
    const loose = start >= 0 ? start : text.indexOf(normalise(trap.t).split(' ')[0]!);
    expect(loose).toBeGreaterThanOrEqual(0);
    const tokens = tokenize(text);
    const end = start >= 0 ? start + trap.t.length : text.length;
    const consumed = tokens.flatMap((token, at) => (token.start < end && token.end > loose ? [at] : []));
    expect([...axesOf(readScopes(tokens, trap.in ?? 'other'), consumed)].sort()).toEqual([...trap.axes].sort());
  });
});
