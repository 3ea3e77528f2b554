/**
 * Uses the editor as a person would, with keys, and takes the README's pictures on the way.
 * `takePictures(folder)` runs all of it; each step fails where what it shows does not appear.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../../scripts/editor/browser.mjs';
import { root } from '../../../scripts/editor/packages.mjs';
import { startEditor } from '../../../scripts/editor/server.mjs';
import { EditorPage, settings } from './page.mjs';
import { steps } from './steps.mjs';

/** Runs the steps in order, pictures into `folder`; calls `report(name, error)` for each, the error undefined where it went well. */
export async function takePictures(folder, report) {
  mkdirSync(folder, { recursive: true });
  const workspace = join(root, 'test', 'output', 'editor', 'pictures-workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const server = await startEditor({ installed: true, settings });
  let browser;
  try {
    browser = await openBrowser({ viewport: { width: 1280, height: 760 } });
    const editor = new EditorPage(browser.page);
    await editor.open(server, workspace, 'norco.rfa.md');
    for (const { name, run } of steps) {
      try {
        await run(editor, (file, clip) => editor.picture(join(folder, file), clip));
        report(name);
      } catch (error) {
        await browser.page.screenshot({ path: join(root, 'test', 'output', 'editor', 'failed.png') });
        report(name, error);
        break;
      }
    }
  } finally {
    await browser?.close();
    await server.stop();
  }
}
