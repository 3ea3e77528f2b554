import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Editor, old } from './editor.js';

// A server starts in a second; on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });

const draft = '## Treatment requested\nNorco 10/325 mg #180\n';
let folder: string;
let editor: Editor | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtus-draft-'));
});
afterEach(() => {
  editor?.kill();
  editor = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string) => pathToFileURL(join(folder, path)).href;
function pack(text: string, place = '.mtus-draft/packs', name = 'office.yaml'): string {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, name), text);
  return address(`${place}/${name}`);
}
async function changed(uri: string): Promise<void> {
  await editor!.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
}
const offFrequency =
  'family: opioid\nextends: built-in\ncriteria:\n  frequency:\n    off: { reason: our form asks for it elsewhere }\n';

describe('packs of a workspace', () => {
  it('count for the drafts in its folder and for no others', async () => {
    pack(offFrequency);
    editor = await Editor.start({ folders: [address('')] });
    await editor.open(address('a.rfa.md'), draft);
    await editor.open('file:///elsewhere/a.rfa.md', draft);
    expect(await editor.codes(address('a.rfa.md'))).not.toContain('opioid/frequency');
    expect(await editor.codes('file:///elsewhere/a.rfa.md')).toContain('opioid/frequency');
  });

  it('show a fault on their own file at its line, and the rest stays at work', async () => {
    pack(offFrequency, undefined, 'good.yaml');
    const faulty = pack('family: nsaid\ncriteria:\n  gi-risk:\n    sevirity: error\n', undefined, 'faulty.yaml');
    editor = await Editor.start({ folders: [address('')] });
    await editor.open(address('a.rfa.md'), draft);
    const codes = await editor.codes(address('a.rfa.md'));
    expect(codes).not.toContain('opioid/frequency');
    expect(codes).toContain('opioid/pain-relief');
    const { uri, diagnostics } = await editor.published.next();
    expect(uri).toBe(faulty);
    expect(diagnostics[0]!.message).toContain('sevirity');
    expect(diagnostics[0]!.range.start.line).toBeGreaterThanOrEqual(2);
  });

  it('are read again when they change, the client is asked to look anew, and mended faults go', async () => {
    const uri = pack('family: [');
    editor = await Editor.start({ folders: [address('')] });
    expect(await editor.registrations.next((one) => one === 'workspace/didChangeWatchedFiles')).toBeTruthy();
    await editor.open(address('a.rfa.md'), draft);
    expect(await editor.codes(address('a.rfa.md'))).toContain('opioid/frequency');
    expect((await editor.published.next()).diagnostics).not.toEqual([]);
    pack(offFrequency);
    await changed(uri);
    await editor.refreshes.next();
    expect(await editor.codes(address('a.rfa.md'))).not.toContain('opioid/frequency');
    expect(await editor.published.next()).toEqual({ uri, diagnostics: [] });
  });

  it('can lie in a folder of the user’s choice', async () => {
    pack(offFrequency, 'our packs');
    editor = await Editor.start({ folders: [address('')], settings: { packs: ['our packs', 'not-there'] } });
    await editor.open(address('a.rfa.md'), draft);
    expect(await editor.codes(address('a.rfa.md'))).not.toContain('opioid/frequency');
  });

  it('leave the server unmoved by files that are no packs', async () => {
    editor = await Editor.start({ folders: [address('')] });
    await editor.open(address('a.rfa.md'), draft);
    const before = await editor.pull(address('a.rfa.md'));
    await changed(address('docker-compose.yaml'));
    expect((await editor.pull(address('a.rfa.md'), before.resultId)).kind).toBe('unchanged');
    expect(editor.refreshes.all).toEqual([]);
  });
});

describe('settings', () => {
  it('are asked of the client, and what is shown is refreshed when they change', async () => {
    editor = await Editor.start({ settings: { severity: { 'opioid/frequency': 'off' } } });
    const uri = 'file:///a.rfa.md';
    await editor.open(uri, draft);
    const first = await editor.pull(uri);
    expect(JSON.stringify(first)).not.toContain('opioid/frequency');
    editor.settings = { severity: { frequency: 'error' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.refreshes.next();
    const second = await editor.pull(uri, first.resultId);
    expect(second.kind).toBe('full');
    expect(JSON.stringify(second)).toContain('opioid/frequency');
  });

  it('of a client that is not asked are what it sends', async () => {
    editor = await Editor.start({
      capabilities: old,
      initializationOptions: { mtusDraft: { minimumSeverity: 'error' } },
    });
    const uri = 'file:///a.rfa.md';
    await editor.open(uri, draft);
    const first = await editor.published.next();
    expect(first.diagnostics.every((one) => one.severity === 1)).toBe(true);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { mtusDraft: {} } });
    const second = await editor.published.next();
    expect(second.diagnostics.map((one) => one.code)).toContain('opioid/frequency');
  });
});
