import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../server/src/cli/arguments.js';
import { check } from '../../server/src/cli/check.js';
import { record } from './streams.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtus-draft-'));
  mkdirSync(join(folder, 'drafts/deep'), { recursive: true });
  writeFileSync(join(folder, 'drafts/norco.rfa.md'), '# Request\n\nNorco 10/325 mg #180\n');
  writeFileSync(join(folder, 'drafts/deep/esi.rfa'), 'Request: L4-5 transforaminal ESI\n');
  writeFileSync(join(folder, 'drafts/notes.txt'), 'not a draft name');
  writeFileSync(join(folder, 'latin1.rfa'), Uint8Array.of(0x4e, 0xe9, 0x0a));
  writeFileSync(join(folder, 'binary.rfa'), Uint8Array.of(0x4e, 0x00, 0x01, 0x0a));
  writeFileSync(join(folder, 'empty.rfa'), '');
  writeFileSync(join(folder, 'huge.rfa'), 'x'.repeat(5 * 1024 * 1024 + 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const streams = record();
  const status = check(args, streams, '0.0.0');
  return { status, out: streams.stdout(), err: streams.stderr() };
}

describe('check --format json', () => {
  it('gives the contract’s object', () => {
    const { status, out, err } = run('--format', 'json', join(folder, 'drafts/norco.rfa.md'));
    const report = JSON.parse(out);
    expect(report.version).toBe(1);
    expect(report.files).toHaveLength(1);
    const [file] = report.files;
    expect(file).toMatchObject({ path: join(folder, 'drafts/norco.rfa.md'), kind: 'request' });
    expect(file.items).toHaveLength(1);
    const [item] = file.items;
    expect(item).toMatchObject({
      text: 'Norco 10/325 mg #180',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 20 } },
      family: 'opioid',
      treatment: 'hydrocodone/acetaminophen',
    });
    expect(item.request).toEqual({
      strength: '10/325 mg',
      quantity: 180,
      frequencyPerDay: null,
      dosePerAdministration: null,
      durationDays: null,
      refills: null,
      levels: [],
      side: null,
      count: null,
      visits: null,
      visitsPerWeek: null,
      weeks: null,
      bodyParts: [],
    });
    const frequency = item.criteria.find((one: { criterion: string }) => one.criterion === 'frequency');
    expect(frequency).toMatchObject({ status: 'missing', evidence: [] });
    const quantity = item.criteria.find((one: { criterion: string }) => one.criterion === 'quantity');
    expect(quantity.status).toBe('met');
    expect(quantity.evidence).toEqual([
      { range: { start: { line: 2, character: 16 }, end: { line: 2, character: 20 } }, text: '#180' },
    ]);
    expect(file.diagnostics.map((one: { code: string }) => one.code)).toContain('opioid/frequency');
    expect(file.diagnostics.map((one: { code: string }) => one.code)).not.toContain('opioid/quantity');
    expect(status).toBe(1);
    expect(err).toBe('');
  });

  it('searches a folder for drafts by name, in order', () => {
    const files = JSON.parse(run('--format', 'json', join(folder, 'drafts')).out).files;
    expect(files.map((file: { path: string }) => file.path)).toEqual([
      join(folder, 'drafts/deep/esi.rfa'),
      join(folder, 'drafts/norco.rfa.md'),
    ]);
  });

  it('reads standard input under the name given', () => {
    const streams = record('Request: Norco 10/325 mg #180\n');
    check(['--format', 'json', '--stdin', '--stdin-filename', 'a.imr.md'], streams, '0');
    const [file] = JSON.parse(streams.stdout()).files;
    expect(file.path).toBe('a.imr.md');
    expect(file.kind).toBe('appeal');
  });

  it('takes an empty file for a draft that asks for nothing', () => {
    const { status, out } = run('--format', 'json', join(folder, 'empty.rfa'));
    expect(JSON.parse(out).files[0]).toMatchObject({ items: [], diagnostics: [] });
    expect(status).toBe(0);
  });
});

describe('files that cannot be checked', () => {
  it.each([
    ['latin1.rfa', 'UTF-8'],
    ['binary.rfa', 'not a text file'],
    ['huge.rfa', '5 MB'],
    ['none.rfa', 'no such file'],
  ])('%s: one message, status 2, the others still checked', (name, reason) => {
    const { status, out, err } = run('--format', 'json', join(folder, name), join(folder, 'drafts/norco.rfa.md'));
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(name);
    expect(err).toContain(reason);
    expect(JSON.parse(out).files).toHaveLength(1);
  });
});

describe('exit status', () => {
  it('counts findings at or above --fail-on', () => {
    const path = join(folder, 'drafts/norco.rfa.md');
    expect(run('--fail-on', 'error', path).status).toBe(1);
    const streams = record('Work status: full duty.\n');
    expect(check(['--stdin', '--fail-on', 'error'], streams, '0')).toBe(0);
  });

  it.each([
    [[]],
    [['--format', 'xml', 'a.rfa']],
    [['--fail-on', 'never', 'a.rfa']],
    [['--stdin', 'a.rfa']],
    [['--no-such-option']],
  ])('wrong usage %j says so', (args) => {
    expect(() => check(args, record(), '0')).toThrow(UsageError);
  });
});

describe('--format ndjson', () => {
  it('answers line by line and goes on after a bad one', () => {
    const lines = [
      '{"id":"a","text":"Request: Norco 10/325 mg #180"}',
      'nonsense',
      '',
      '{"id":7}',
      '{"id":"b","text":"","kind":"appeal"}',
      '{"id":"c","text":"x","kind":"poem"}',
    ];
    const streams = record(lines.join('\n'));
    const status = check(['--format', 'ndjson', '--stdin'], streams, '0');
    const answers = streams
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(5);
    expect(answers[0].id).toBe('a');
    expect(answers[0].items[0].family).toBe('opioid');
    expect(answers[0].diagnostics.length).toBeGreaterThan(0);
    expect(answers[1]).toMatchObject({ line: 2 });
    expect(answers[1].error).toContain('not JSON');
    expect(answers[2]).toEqual({ id: 7, error: '"text" must be a string' });
    expect(answers[3]).toEqual({ id: 'b', items: [], diagnostics: [] });
    expect(answers[4].error).toContain('kind');
    expect(status).toBe(1);
  });
});

describe('--format sarif', () => {
  it('gives results with rules and one-based regions', () => {
    const log = JSON.parse(run('--format', 'sarif', join(folder, 'drafts/norco.rfa.md')).out);
    expect(log.version).toBe('2.1.0');
    const [sarifRun] = log.runs;
    const result = sarifRun.results.find((one: { ruleId: string }) => one.ruleId === 'opioid/frequency');
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 1,
      endLine: 3,
      endColumn: 21,
    });
    expect(result.level).toBe('error');
    expect(sarifRun.tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain('opioid/frequency');
  });
});

describe('--format pretty', () => {
  it('shows place, severity, message and code, and what it adds up to', () => {
    const { out } = run(join(folder, 'drafts/norco.rfa.md'));
    expect(out).toMatch(/^.*norco\.rfa\.md\n/);
    expect(out).toMatch(/ {2}3:1 {2}error {2}.*\[opioid\/frequency\]/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 draft: \d+ errors/);
  });
});
