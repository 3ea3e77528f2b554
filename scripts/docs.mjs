/** Writes docs/rules/**, docs/coverage.md and the packs' JSON Schema from the data. `--check` only says what is stale. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importBundled, root } from './bundle.mjs';

const { allPages, loadGuidelines, packSchema } = await importBundled(
  "export { allPages } from './server/src/guidelines/pages.ts'; export { loadGuidelines } from './server/src/guidelines/index.ts'; export { packSchema } from './server/src/guidelines/pack-schema.ts';",
  'docs',
);
const pages = allPages(loadGuidelines());
const files = [
  ...pages.map((page) => ({ path: join('docs', page.path), text: page.text })),
  { path: 'docs/pack.schema.json', text: `${JSON.stringify(packSchema(), null, 2)}\n` },
];
const stale = files.filter(
  ({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
);
const rules = join(root, 'docs/rules');
const wanted = new Set(files.map((file) => file.path.replaceAll('\\', '/')));
const left = existsSync(rules)
  ? readdirSync(rules, { recursive: true, encoding: 'utf8' })
      .map((name) => `docs/rules/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.md') && !wanted.has(path))
  : [];
if (process.argv.includes('--check')) {
  for (const path of [...stale.map((file) => file.path), ...left]) console.error(`stale: ${path} (npm run docs)`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  for (const path of left) rmSync(join(root, path));
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${files.length} pages, ${stale.length} written, ${left.length} removed`);
}
