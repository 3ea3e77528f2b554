import type { DocumentSymbol } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Editor, type EditorOptions, old } from './editor.js';

// A server starts in a second; on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });

const uri = 'file:///drafts/norco.rfa.md';
const norco = 'Norco 10/325 mg #180';
const draft = `# Request for Authorization

## Treatment requested
1. ${norco}

## Subjective
Low back pain. She says the medication helps.

## Plan
Continue.
`;

const running: Editor[] = [];
async function start(options?: EditorOptions): Promise<Editor> {
  const editor = await Editor.start(options);
  running.push(editor);
  return editor;
}
afterEach(() => {
  for (const editor of running.splice(0)) editor.kill();
});

describe('a session', () => {
  it('offers what it can do, in utf-16, and pulls', async () => {
    const { result } = await start();
    expect(result.serverInfo?.name).toBe('MTUS Draft');
    expect(result.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      diagnosticProvider: { identifier: 'mtus-draft', interFileDependencies: false, workspaceDiagnostics: false },
    });
  });

  it('finds, follows what is typed character by character, and agrees with a fresh check', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    expect(await editor.codes(uri)).toContain('opioid/frequency');
    const added = ', 1 tablet every 4 hours as needed';
    await editor.type(uri, draft.indexOf(norco) + norco.length, added);
    const typed = await editor.findings(uri);
    expect(typed.map((one) => one.code)).not.toContain('opioid/frequency');
    const other = 'file:///drafts/other.rfa.md';
    await editor.open(other, draft.replace(norco, norco + added));
    const fresh = await editor.findings(other);
    const everywhere = (findings: object) => JSON.stringify(findings).replaceAll(other, uri);
    expect(everywhere(typed)).toBe(everywhere(fresh));
    expect(await editor.stop()).toBe(0);
  });

  it('answers "unchanged" only for the same text, and never over a close', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    const first = await editor.pull(uri);
    const id = first.resultId!;
    expect(await editor.pull(uri, id)).toEqual({ kind: 'unchanged', resultId: id });
    expect((await editor.pull(uri, 'of-another-run')).kind).toBe('full');
    await editor.change(uri, 0, 0, ' ');
    expect((await editor.pull(uri, id)).kind).toBe('full');
    await editor.close(uri);
    await editor.open(uri, 'Another draft.\n');
    expect((await editor.pull(uri, id)).kind).toBe('full');
  });

  it('takes findings back when the draft is closed', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    expect(await editor.findings(uri)).not.toEqual([]);
    await editor.close(uri);
    expect(await editor.pull(uri)).toEqual({ kind: 'full', items: [] });
    expect(editor.published.all).toEqual([]);
  });

  it('shows a checklist on hover, completes, folds, outlines and sums up', async () => {
    const editor = await start();
    const full = draft.replace(norco, `${norco}, 1 tab every 4 hours`);
    await editor.open(uri, full);
    const onItem = editor.document(uri).positionAt(full.indexOf('#180') - 3);
    expect(JSON.stringify(await editor.hover(uri, onItem))).toMatch(/of \d+ documented/);
    const { items } = await editor.completion(uri, editor.document(uri).positionAt(full.indexOf('\n\n## Plan')));
    expect(items.length).toBeGreaterThan(0);
    const textDocument = { uri };
    const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', {
      textDocument,
    });
    expect(
      symbols
        .flatMap((symbol) => symbol.children ?? [])
        .map((child) => child.name)
        .join(),
    ).toContain('Norco');
    expect(await editor.connection.sendRequest('textDocument/foldingRange', { textDocument })).not.toEqual([]);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(
      JSON.stringify(await editor.connection.sendRequest('textDocument/inlayHint', { textDocument, range })),
    ).toContain('30 days');
    const checklist = await editor.connection.sendRequest('mtusDraft/checklist', { textDocument });
    expect(JSON.stringify(checklist)).toContain('"code":"opioid/frequency"');
  });

  it('mends a draft with a quick fix of blanks, which are findings until they are filled in', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    const frequency = (await editor.findings(uri)).find((one) => one.code === 'opioid/frequency')!;
    const [fix] = await editor.actions(uri, frequency.range, [frequency]);
    expect(JSON.stringify(fix!.edit)).toContain('"snippet":{"kind":"snippet"');
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'opioid/frequency' }] });
    await editor.apply(fix!.edit!);
    expect(editor.document(uri).getText()).not.toBe(draft);
    expect(await editor.codes(uri)).toContain('draft/blank');
    expect(await editor.actions(uri, frequency.range, [frequency], ['source.fixAll'])).toEqual([]);
  });

  it('reads unsaved drafts and Windows line ends alike', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    const unix = await editor.findings(uri);
    await editor.open('untitled:Untitled-1', draft.replaceAll('\n', '\r\n'));
    const windows = await editor.findings('untitled:Untitled-1');
    const places = (all: typeof unix) => all.map((one) => [one.code, one.range, one.message]);
    expect(places(windows)).toEqual(places(unix));
  });
});

describe('a client that cannot pull', () => {
  it('is sent findings after each change, for the version they are of, and none after the close', async () => {
    const editor = await start({ capabilities: old });
    expect(editor.result.capabilities.diagnosticProvider).toBeUndefined();
    await editor.open(uri, draft);
    const first = await editor.published.next();
    expect(first).toMatchObject({ uri, version: 1 });
    expect(first.diagnostics.map((one) => one.code)).toContain('opioid/frequency');
    await editor.type(uri, draft.indexOf(norco) + norco.length, ', 1 tab every 4 hours');
    const version = editor.document(uri).version;
    const last = await editor.published.next((one) => one.version === version);
    expect(last.diagnostics.map((one) => one.code)).not.toContain('opioid/frequency');
    await editor.close(uri);
    expect(await editor.published.next((one) => one.diagnostics.length === 0)).toMatchObject({ uri });
  });

  it('gets plain edits and plain text', async () => {
    const editor = await start({ capabilities: old });
    await editor.open(uri, draft);
    const { diagnostics } = await editor.published.next();
    const frequency = diagnostics.find((one) => one.code === 'opioid/frequency')!;
    const [fix] = await editor.actions(uri, frequency.range, [frequency]);
    expect(Object.keys(fix!.edit!)).toEqual(['changes']);
    expect(JSON.stringify(fix!.edit)).not.toContain('${');
    expect((await editor.hover(uri, { line: 3, character: 8 }))!.contents).toMatchObject({ kind: 'plaintext' });
  });
});

describe('what may go wrong', () => {
  it('does not disturb the next answer: wrong requests, unknown documents, places outside', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    const ask = (method: string, params: unknown) =>
      editor.connection.sendRequest(method, params as object).catch((error: Error) => error);
    for (const params of [
      {},
      { textDocument: {} },
      { textDocument: { uri: 4 } },
      { textDocument: { uri }, position: { line: 'x' } },
    ]) {
      expect(await ask('textDocument/hover', params)).toBeInstanceOf(Error);
    }
    expect(await ask('textDocument/codeAction', { textDocument: { uri }, range: null, context: {} })).toBeInstanceOf(
      Error,
    );
    expect(
      await ask('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      }),
    ).toEqual(expect.any(Array));
    expect(await ask('no/such/request', {})).toBeInstanceOf(Error);
    expect(
      await ask('textDocument/hover', {
        textDocument: { uri: 'file:///not-open' },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
    for (const line of [-5, 1_000_000]) {
      expect(
        await ask('textDocument/completion', { textDocument: { uri }, position: { line, character: 1_000_000 } }),
      ).not.toBeInstanceOf(Error);
    }
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never', version: 3 },
      contentChanges: [],
    });
    expect(await editor.codes(uri)).toContain('opioid/frequency');
    expect(await editor.stop()).toBe(0);
  });

  it('never shows in the log with a word of the draft', async () => {
    const editor = await start();
    await editor.open(uri, draft.replace('Low back pain', 'Zebrafish pain'));
    await editor.findings(uri);
    await editor.connection.sendRequest('textDocument/hover', {}).catch(() => {});
    await editor.stop();
    expect(editor.logged.join('\n')).not.toMatch(/zebrafish|norco/i);
  });

  it('is said plainly of a text too long or binary, and not checked', async () => {
    const editor = await start();
    const line = 'Norco 10/325 mg #180. Low back pain for years.\n';
    await editor.open(uri, line.repeat(Math.ceil((5 * 1024 * 1024) / line.length) + 1));
    expect(await editor.findings(uri)).toMatchObject([
      { code: 'draft/not-checked', message: expect.stringContaining('5 MB') },
    ]);
    await editor.open('file:///image.rfa', 'PNG\0\0\0');
    expect(await editor.findings('file:///image.rfa')).toMatchObject([{ code: 'draft/not-checked', severity: 3 }]);
    expect(await editor.actions(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } })).toEqual(
      expect.any(Array),
    );
  });

  it('leaves a cancelled pull an error and no empty list', async () => {
    const editor = await start();
    await editor.open(uri, draft);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    const answer = await asked.catch((error: Error) => error);
    if (!(answer instanceof Error)) expect((answer as { items: unknown[] }).items.length).toBeGreaterThan(0);
    expect(await editor.codes(uri)).toContain('opioid/frequency');
  });

  it('ends with status 1 when the client exits without a word', async () => {
    const editor = await start();
    await editor.connection.sendNotification('exit');
    expect(await editor.exit).toBe(1);
  });
});
