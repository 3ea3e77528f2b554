/** The VS Code server from npm, started on this machine's loopback address. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editorFromNpm } from './packages.mjs';
import { installExtension, writeSettings } from './profile.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the editor and waits until it answers. `options.port` fixes the port, `options.smoke` lets a page run a test module in it,
 * `options.installed` has our extension installed as published, `options.settings` are user settings.
 * `address(folder, payload)` is the page that opens a folder; `stop` ends the server and removes its data.
 */
export async function startEditor(options = {}) {
  const editor = editorFromNpm();
  const port = options.port ?? (await freePort());
  const data = mkdtempSync(join(tmpdir(), 'mtus-draft-editor-'));
  const extensions = join(data, 'extensions');
  writeSettings(data, options.settings);
  if (options.installed) installExtension(extensions);
  const words = [
    join(editor.folder, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...[
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
    ],
    ...(options.smoke ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(editor.node, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(hard);
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await listening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `127.0.0.1:${port}`;
  const address = (folder, payload = []) => {
    const query = `folder=${encodeURIComponent(folder)}`;
    const extra = payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
    return `http://${origin}/?${query}${extra}`;
  };
  return {
    version: editor.version,
    authority: origin,
    address,
    stop,
    ended: new Promise((done) => child.once('exit', done)),
  };
}

function listening(child) {
  return new Promise((resolve, reject) => {
    let seen = '';
    const late = setTimeout(() => reject(new Error(`the editor did not start: ${seen.slice(-400)}`)), 60_000);
    const read = (chunk) => {
      seen += chunk;
      if (!seen.includes('Extension host agent listening')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the editor ended with ${code}: ${seen.slice(-400)}`)));
  });
}
