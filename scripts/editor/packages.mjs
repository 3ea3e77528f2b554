/**
 * What the editor from npm is made of, installed into .cache/editor (git ignores it) on first use.
 * Nothing here needs a compiler or a download from the editor's own site: docs/dependencies.md says why each is here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const cache = join(root, '.cache', 'editor');

/** code-server carries a complete VS Code server; it wants a newer Node than this project does, which comes from npm too. */
const EDITOR = 'code-server@4.139.1';
const NODE = { linux: 'node-linux', darwin: 'node-darwin', win32: 'node-win' }[process.platform];
const NODE_PACKAGE = `${NODE}-${process.arch}`;
const NODE_VERSION = '24.21.0';
/** The newest release of this package that runs on Node 20. */
const BROWSER = '@sparticuz/chromium@143.0.4';

function npmInstall(folder, ...words) {
  // Install scripts would build native modules that the tests never load.
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync('npm', [...flags, ...words], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 10 * 60_000,
  });
  if (done.status !== 0) throw new Error(`npm install ${words.join(' ')} failed: ${(done.stderr || '').slice(-400)}`);
}

/** Runs `work` once for each set of packages; a stamp is written only when all of it went well. */
function once(name, stamp, work) {
  const path = join(cache, `${name}.stamp`);
  if (existsSync(path) && readFileSync(path, 'utf8') === stamp) return;
  mkdirSync(cache, { recursive: true });
  const manifest = join(cache, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  console.log(`installing ${stamp} from npm (first use) …`);
  work();
  writeFileSync(path, stamp);
}

/** Installs the editor where it is not there yet; gives its folder, its version and the Node it runs on. Throws where npm can't. */
export function editorFromNpm() {
  const wanted = `${EDITOR} ${NODE_PACKAGE}@${NODE_VERSION}`;
  const folder = join(cache, 'node_modules', 'code-server', 'lib', 'vscode');
  once('editor', wanted, () => {
    npmInstall(cache, '--save-exact', EDITOR, `${NODE_PACKAGE}@${NODE_VERSION}`);
    npmInstall(folder, '--omit=dev');
    npmInstall(join(folder, 'extensions'), '--omit=dev');
  });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return { folder, version, node: join(cache, 'node_modules', NODE_PACKAGE, 'bin', binary) };
}

/** Installs the browser package and gives the path of its unpacked program. Linux on x64 only. */
export async function browserFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('no browser in npm for this platform');
  once('browser', BROWSER, () => npmInstall(cache, '--save-exact', BROWSER));
  const require = createRequire(join(cache, 'package.json'));
  const { default: chromium } = await import(require.resolve('@sparticuz/chromium'));
  return chromium.executablePath();
}
