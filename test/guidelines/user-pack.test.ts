import { describe, expect, it } from 'vitest';
import { loadGuidelines } from '../../server/src/guidelines/index.js';
import { readUserPack } from '../../server/src/guidelines/user-pack.js';

const pack = (text: string) => readUserPack({ name: 'ours.yaml', text });

describe('reading a pack of one’s own', () => {
  it('gives the pack and the line of each pattern', () => {
    const read = pack('family: esi\ncriteria:\n  side:\n    accept:\n      - on the <side>\n');
    expect(read.problems).toEqual([]);
    expect(read.pack?.family).toBe('esi');
    expect(read.at['on the <side>']).toBe(5);
  });

  it('names the line of a key that does not exist', () => {
    const read = pack('family: esi\ncriteria:\n  side:\n    severty: hint\n');
    expect(read.pack).toBeNull();
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatchObject({ file: 'ours.yaml', line: 4 });
    expect(read.problems[0]!.message).toContain('severty');
  });

  it('names the line of a wrong value', () => {
    const read = pack('family: esi\ncriteria:\n  side:\n    severity: loud\n');
    expect(read.problems[0]).toMatchObject({ line: 4 });
    expect(read.problems[0]!.message).toContain('criteria.side.severity');
  });

  it('names the line of broken YAML', () => {
    const read = pack('family: esi\ncriteria:\n  side: [\n');
    expect(read.pack).toBeNull();
    expect(read.problems[0]!.line).toBeGreaterThanOrEqual(3);
  });

  it.each(['', '42', '- a\n- b', 'null', 'family: [x]'])('says what is wrong with %j', (text) => {
    const read = pack(text);
    expect(read.pack).toBeNull();
    expect(read.problems.length).toBeGreaterThan(0);
  });

  it('refuses an alias bomb instead of growing without end', () => {
    const rows = Array.from(
      { length: 9 },
      (_, row) => `a${row + 1}: &a${row + 1} [${Array(9).fill(`*a${row}`).join(',')}]`,
    );
    const read = pack(`a0: &a0 [x,x,x,x,x,x,x,x,x]\n${rows.join('\n')}\n`);
    expect(read.pack).toBeNull();
    expect(read.problems).toHaveLength(1);
  });
});

describe('laying a pack over the built-in one', () => {
  const load = (text: string) => loadGuidelines([{ name: 'ours.yaml', text }]);
  const criterion = (text: string, family: string, id: string) =>
    load(text)
      .packs.get(family)
      ?.criteria.find((one) => one.id === id);
  const built = loadGuidelines().packs.get('esi')!;

  it('changes a severity and leaves everything else of the criterion', () => {
    const changed = criterion('family: esi\ncriteria: { side: { severity: hint } }\n', 'esi', 'side')!;
    const before = built.criteria.find((one) => one.id === 'side')!;
    expect(changed.severity).toBe('hint');
    expect(changed.citations).toEqual(before.citations);
    expect(changed.message).toEqual(before.message);
    expect(changed.slots).toEqual(before.slots);
  });

  it('adds patterns to those built in, and replaces them where asked', () => {
    const before = built.criteria.find((one) => one.id === 'dermatomal-distribution')!;
    const added = criterion(
      'family: esi\ncriteria: { dermatomal-distribution: { accept: [in our own words] } }\n',
      'esi',
      'dermatomal-distribution',
    )!;
    expect(added.accept.map((one) => one.pattern)).toEqual([
      ...before.accept.map((one) => one.pattern),
      'in our own words',
    ]);
    const replaced = criterion(
      'family: esi\ncriteria: { dermatomal-distribution: { replace: true, accept: [in our own words] } }\n',
      'esi',
      'dermatomal-distribution',
    )!;
    expect(replaced.accept.map((one) => one.pattern)).toEqual(['in our own words']);
  });

  it('switches a criterion off and keeps the reason', () => {
    const guidelines = load('family: esi\ncriteria: { side: { off: { reason: midline by custom } } }\n');
    const over = guidelines.packs.get('esi')!;
    expect(over.criteria.some((one) => one.id === 'side')).toBe(false);
    expect(over.criteria.length).toBe(built.criteria.length - 1);
    expect(over.off).toEqual([{ criterion: 'side', reason: 'midline by custom' }]);
  });

  it('reports a criterion that does not exist and keeps the others at work', () => {
    const guidelines = load('family: esi\ncriteria: { no-such: { severity: hint }, side: { severity: hint } }\n');
    expect(guidelines.problems.map((one) => one.message).join()).toContain('no-such');
    expect(guidelines.packs.get('esi')!.criteria.find((one) => one.id === 'side')!.severity).toBe('hint');
  });

  it('leaves every built-in pack as it is where the file is broken', () => {
    const guidelines = load('family: esi\ncriteria: [');
    expect(guidelines.problems.some((one) => one.file === 'ours.yaml')).toBe(true);
    expect(guidelines.packs.get('esi')!.criteria.length).toBe(built.criteria.length);
  });

  it('gives the place of its patterns, so that a fault can be shown there', () => {
    const guidelines = load(
      'family: esi\ncriteria:\n  dermatomal-distribution:\n    accept:\n      - our <nonsense>\n',
    );
    expect(guidelines.patterns.find((one) => one.source === 'our <nonsense>')?.at).toBe('ours.yaml:5');
  });
});
