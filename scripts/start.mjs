/**
 * `npm start`: builds the extension and opens samples/ in an editor that has it: an installed `code` (or VSCODE_EXECUTABLE)
 * where there is one, else the editor from npm, whose address is printed. Ctrl+C ends the latter.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './editor/packages.mjs';

const samples = join(root, 'samples');
const shell = process.platform === 'win32';

function build() {
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function installedEditor() {
  const candidates = [process.env.VSCODE_EXECUTABLE, 'code', 'codium', 'code-insiders'].filter(Boolean);
  return candidates.find(
    (name) => spawnSync(name, ['--version'], { shell, stdio: 'ignore', timeout: 15_000 }).status === 0,
  );
}

async function openFromNpm() {
  const { startEditor } = await import('./editor/server.mjs');
  const server = await startEditor({ installed: true, port: Number(process.env.PORT) || undefined });
  const file = `vscode-remote://${server.authority}${samples}/norco.rfa.md`;
  console.log(
    `\nVS Code ${server.version} with MTUS Draft is at\n\n  ${server.address(samples, [['openFile', file]])}\n`,
  );
  console.log('It opens samples/norco.rfa.md. Ctrl+C here ends it.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
  await server.ended;
}

build();
const editor = installedEditor();
if (editor) {
  console.log(`opening samples/ in ${editor}`);
  const words = [`--extensionDevelopmentPath=${root}`, samples, join(samples, 'norco.rfa.md')];
  spawn(editor, words, { shell, stdio: 'inherit' }).once('exit', (code) => {
    process.exitCode = code ?? 0;
  });
} else {
  await openFromNpm();
}
