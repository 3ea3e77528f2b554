/** `npm run test:grammar`: the grammars' scopes for test/grammar/* against the snapshots beside them. `--update` writes them anew. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = 'test/grammar';
const update = process.argv.includes('--update');
const tool = join(root, 'node_modules', 'vscode-tmgrammar-test', 'dist', 'snapshot.js');

const drafts = readdirSync(join(root, folder)).filter((name) => /\.(rfa|imr)$/.test(name));
let failed = 0;
for (const name of drafts) {
  const path = `${folder}/${name}`;
  // The tool writes a snapshot that is missing and calls that a success.
  const known = update || existsSync(join(root, `${path}.snap`));
  const done = known
    ? spawnSync(process.execPath, [tool, ...(update ? ['--updateSnapshot'] : []), path], {
        cwd: root,
        encoding: 'utf8',
      })
    : null;
  if (done?.status === 0) {
    console.log(`ok - ${path}`);
  } else {
    failed += 1;
    console.log(`not ok - ${path}: ${done ? `${done.stdout}${done.stderr}` : 'it has no snapshot'}`);
  }
}
mkdirSync(join(root, 'test', 'output'), { recursive: true });
writeFileSync(join(root, 'test', 'output', 'grammar.json'), JSON.stringify({ passed: drafts.length - failed, failed }));
console.log(`grammar: ${drafts.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
