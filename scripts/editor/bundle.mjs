/** Bundles the editor test into test/output/editor; the same file runs in every kind of extension host. */
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
  return outfile;
}
