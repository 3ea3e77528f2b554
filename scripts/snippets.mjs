/**
 * `npm run snippets`: writes snippets/mtus-draft.json from the packs' sentences. The packs are the one truth;
 * a test holds the committed file to them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeData } from './data.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, '.cache/snippets.cjs');

writeData();
await build({
  stdin: {
    contents: `import { loadGuidelines } from './guidelines/index.js';
import { editorSnippets } from './features/editor-snippets.js';
export const snippets = editorSnippets(loadGuidelines());`,
    resolveDir: join(root, 'server/src'),
  },
  outfile: bundle,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  logLevel: 'warning',
});
const { snippets } = createRequire(import.meta.url)(bundle);
mkdirSync(join(root, 'snippets'), { recursive: true });
const file = join(root, 'snippets/mtus-draft.json');
writeFileSync(file, `${JSON.stringify(snippets, null, 2)}\n`);
console.log(`${Object.keys(snippets).length} snippets`);
