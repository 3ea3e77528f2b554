/** Bundles the editor test into test/output/editor, once for each name the extension hosts ask for. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './packages.mjs';

/** Gives the absolute path of the test module. */
export async function bundleSuite() {
  const outfile = join(root, 'test', 'output', 'editor', 'suite.cjs');
  await build({
    entryPoints: [join(root, 'test', 'editor', 'suite', 'index.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    logLevel: 'warning',
    outfile,
  });
  // The browser's extension host adds `.js` to any entry it is given.
  copyFileSync(outfile, `${outfile}.js`);
  return outfile;
}
