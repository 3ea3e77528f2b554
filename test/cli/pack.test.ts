import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../server/src/cli/arguments.js';
import { pack } from '../../server/src/cli/pack.js';
import { record } from './streams.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtus-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function test(text: string) {
  const file = join(folder, 'ours.yaml');
  writeFileSync(file, text);
  const streams = record();
  return { status: pack(['test', file], streams), out: streams.stdout(), err: streams.stderr() };
}

const good = `family: opioid
criteria:
  monitoring:
    kind: evidence
    title: Bowel regimen
    accept: [bowel regimen (in place | started)]
    examples:
      met: [Bowel regimen in place.]
      missing: [Refill Norco.]
`;

describe('pack test', () => {
  it('runs the pack’s examples', () => {
    const { status, out, err } = test(good);
    expect(err).toBe('');
    expect(out).toContain('2 of 2 examples');
    expect(status).toBe(0);
  });

  it('shows an example that comes out otherwise, at its line', () => {
    const { status, out, err } = test(good.replace('missing: [Refill Norco.]', 'missing: [Bowel regimen started.]'));
    expect(status).toBe(1);
    expect(out).toContain('1 of 2 examples');
    expect(err).toMatch(/ours\.yaml:9: opioid\/monitoring: expected missing, got met/);
  });

  it('shows a pattern that cannot be compiled, at its line', () => {
    const { status, err } = test(good.replace('bowel regimen (in place | started)', 'bowel <no-such-concept>'));
    expect(status).toBe(1);
    expect(err).toMatch(/ours\.yaml:6: .*no-such-concept/);
  });

  it('shows a fault of the file at its line', () => {
    const { status, err } = test(good.replace('kind: evidence', 'kind: guesswork'));
    expect(status).toBe(1);
    expect(err).toMatch(/ours\.yaml:4: /);
  });

  it('says that a file cannot be read', () => {
    const streams = record();
    expect(pack(['test', join(folder, 'none.yaml')], streams)).toBe(2);
    expect(streams.stderr()).toContain('none.yaml');
  });
});

describe('pack schema', () => {
  it('is a JSON Schema that knows the criteria’s keys', () => {
    const streams = record();
    expect(pack(['schema'], streams)).toBe(0);
    const schema = JSON.parse(streams.stdout());
    expect(schema.properties.criteria.additionalProperties.properties).toHaveProperty('severity');
    expect(schema.required).toEqual(expect.arrayContaining(['family', 'criteria']));
  });

  it.each([[[]], [['test']], [['lint', 'x']]])('wrong usage %j says so', (args) => {
    expect(() => pack(args, record())).toThrow(UsageError);
  });
});
