/**
 * Runs a test module inside a real VS Code. Order: the editor that VSCODE_EXECUTABLE names, then one that
 * @vscode/test-electron downloads where its site answers, then the editor from npm in a browser.
 * Every host gives the same to the module: the extension under development, a workspace folder, a fresh profile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { root } from './packages.mjs';
import { startEditor } from './server.mjs';

const RUN_LIMIT = 5 * 60_000;

/** Says which editor this machine can have: `{ kind: 'desktop', executable }` or `{ kind: 'npm' }`. */
export async function chooseEditor() {
  if (process.env.VSCODE_EXECUTABLE) return { kind: 'desktop', executable: process.env.VSCODE_EXECUTABLE };
  if (await siteAnswers()) {
    try {
      const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
      return {
        kind: 'desktop',
        executable: await downloadAndUnzipVSCode({ cachePath: join(root, '.cache', 'vscode-test') }),
      };
    } catch (error) {
      console.log(`no downloaded editor (${String(error.message).split('\n')[0]}), taking the one from npm`);
    }
  }
  return { kind: 'npm' };
}

/** A download that can't start should cost two seconds, not a test run. Headless Linux has no display for the desktop editor. */
async function siteAnswers() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  try {
    const reply = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(2_000),
    });
    return reply.ok;
  } catch {
    return false;
  }
}

/**
 * Runs `module` (an absolute path) with `workspace` open, handing each line it logs to `onLine`; resolves to the exit code, 0 for passed.
 * `web` asks for the browser's extension host, which only the editor from npm has here.
 */
export async function runInEditor(editor, { module, workspace, web = false, onLine }) {
  return editor.kind === 'desktop'
    ? runDesktop(editor, module, workspace, onLine)
    : runNpm(module, workspace, web, onLine);
}

async function runDesktop(editor, module, workspace, onLine) {
  const { runTests } = await import('@vscode/test-electron');
  const profile = mkdtempSync(join(tmpdir(), 'mtus-draft-profile-'));
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    for (const line of String(chunk).split('\n')) onLine(line);
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
  try {
    return await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: module,
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${profile}`],
    });
  } catch {
    return 1;
  } finally {
    process.stdout.write = write;
    rmSync(profile, { recursive: true, force: true });
  }
}

async function runNpm(module, workspace, web, onLine) {
  // The payload's extensionDevelopmentKind has no effect in this version; the user's own setting has.
  const settings = web ? { 'remote.extensionKind': { 'mtus-draft.mtus-draft': ['web'] } } : {};
  const server = await startEditor({ smoke: true, settings });
  let browser;
  try {
    browser = await openBrowser();
    const remote = (path) => `vscode-remote://${server.authority}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(module)],
    ];
    await browser.page.exposeFunction('codeAutomationLog', (_kind, words) => {
      for (const line of [words].flat().map(String).join(' ').split('\n')) onLine(line);
    });
    let limit;
    const exit = new Promise((resolve, reject) => {
      limit = setTimeout(() => reject(new Error('the editor test took too long')), RUN_LIMIT);
      browser.page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => browser.page.goto(server.address(workspace, payload)), reject);
    });
    return await exit.finally(() => clearTimeout(limit));
  } finally {
    await browser?.close();
    await server.stop();
  }
}
