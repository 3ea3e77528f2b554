import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A browser's worker scope, as far as the server uses it, over a thread's port. */
const scope = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = () => {};
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
for (const name of ['process', 'require', 'Buffer', 'setImmediate']) globalThis[name] = undefined;
`;

let worker: Worker;

beforeAll(async () => {
  // Built for a browser, a Node module among the imports is an error.
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main-worker.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  worker = new Worker(`${scope}\n(function (require, process, Buffer, setImmediate) { ${outputFiles[0]!.text} })();`, {
    eval: true,
  });
});
afterAll(() => worker.terminate());

function ask(id: number, method: string, params: object): Promise<{ result: Record<string, unknown> }> {
  const answered = new Promise<{ result: Record<string, unknown> }>((resolve, reject) => {
    const listen = (message: { id?: number; result: Record<string, unknown> }) => {
      if (message.id !== id || !('result' in message)) return;
      worker.off('message', listen);
      resolve(message);
    };
    worker.on('message', listen);
    worker.once('error', reject);
  });
  worker.postMessage({ jsonrpc: '2.0', id, method, params });
  return answered;
}

it('serves a browser’s editor: no Node, no files, the same findings', async () => {
  const started = await ask(1, 'initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  expect(started.result).toMatchObject({ serverInfo: { name: 'MTUS Draft' } });
  worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
  const text = '## Treatment requested\nNorco 10/325 mg #180\n';
  const textDocument = { uri: 'vscode-vfs://github/a/b.rfa.md', languageId: 'mtus-request', version: 1, text };
  worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
  const { result } = await ask(2, 'textDocument/diagnostic', { textDocument: { uri: textDocument.uri } });
  expect((result.items as { code: string }[]).map((one) => one.code)).toContain('opioid/frequency');
});
