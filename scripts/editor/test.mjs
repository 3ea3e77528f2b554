/** `npm run test:editor`: the tests under test/editor/suite in a real VS Code, on the desktop or remote host and in the browser's. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takePictures } from '../../test/editor/pictures/take.mjs';
import { openBrowser } from './browser.mjs';
import { bundleSuite } from './bundle.mjs';
import { chooseEditor, runInEditor } from './host.mjs';
import { editorFromNpm, root } from './packages.mjs';

const output = join(root, 'test', 'output', 'editor');

function freshWorkspace(name) {
  const folder = join(output, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs the suite in one host; counts its lines. A host that ends badly without a failed test counts as a failure itself. */
async function runSuite(editor, module, web) {
  const count = { passed: 0, failed: 0 };
  const others = [];
  const onLine = (line) => {
    const text = line.trim();
    if (/^(ok|not ok) - |^editor: /.test(text)) console.log(text);
    else others.push(text);
    if (text.startsWith('ok - ')) count.passed += 1;
    if (text.startsWith('not ok - ')) count.failed += 1;
  };
  let exit;
  try {
    exit = await runInEditor(editor, { module, workspace: freshWorkspace(web ? 'web' : 'desktop'), web, onLine });
  } catch (error) {
    others.push(String(error.message));
    exit = 1;
  }
  writeFileSync(join(output, web ? 'web.log' : 'desktop.log'), others.join('\n'));
  if ((exit !== 0 && count.failed === 0) || count.passed + count.failed === 0) {
    count.failed += 1;
    console.log(`not ok - the editor ended with ${exit}\n${others.slice(-15).join('\n')}`);
  }
  return count;
}

/** The same editor by hand: keys, menus and pictures. */
async function runJourney() {
  const count = { passed: 0, failed: 0 };
  const report = (name, error) => {
    count[error ? 'failed' : 'passed'] += 1;
    console.log(error ? `not ok - ${name}: ${error.message}` : `ok - ${name}`);
  };
  console.log('editor: the same, used with keys and menus');
  try {
    await takePictures(join(output, 'pictures'), report);
  } catch (error) {
    report('the editor opens', error);
  }
  return count;
}

/** Why this machine can show no editor, or nothing where it can. */
async function whyNot(editor) {
  if (editor.kind === 'desktop') return '';
  try {
    editorFromNpm();
    await (await openBrowser()).close();
    return '';
  } catch (error) {
    return error.message;
  }
}

function finish(total) {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(root, 'test', 'output', 'editor.json'), `${JSON.stringify(total)}\n`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`editor: ${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function main() {
  const editor = await chooseEditor();
  const reason = await whyNot(editor);
  if (reason) {
    console.log(`\n*** SKIPPED: NO EDITOR ON THIS MACHINE, THE EDITOR TESTS DID NOT RUN: ${reason} ***\n`);
    finish({ passed: 0, failed: 0, skipped: 1 });
    return;
  }
  const module = await bundleSuite();
  const runs =
    editor.kind === 'npm'
      ? [() => runSuite(editor, module, false), () => runSuite(editor, module, true), runJourney]
      : [() => runSuite(editor, module, false)];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
  }
  finish(total);
}

await main();
