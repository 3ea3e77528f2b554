/**
 * `npm run build`: gathers the data, bundles client, server and command line into dist/, prints the sizes and holds them to their budgets.
 * Types are checked apart (`npm run types`). Bundles are minified and carry no source.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeData } from './data.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const node = { platform: 'node', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022' };
/** What the editor's desktop and remote hosts load. */
const cjs = { ...node, format: 'cjs' };

/**
 * Budgets in KB of code, the generated data apart: a bundle past its budget fails the build, so that a heavy import is noticed on the day
 * it comes in. The data grows with every guideline; a ceiling for it keeps the whole quick to load.
 */
const dataBudget = 2000;
const bundles = [
  { entry: 'client/src/extension.ts', file: 'client.cjs', budget: 520, options: { ...cjs, external: ['vscode'] } },
  {
    entry: 'client/src/web.ts',
    file: 'client-web.cjs',
    budget: 480,
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  { entry: 'server/src/main-node.ts', file: 'server.cjs', budget: 750, options: cjs },
  { entry: 'server/src/main-worker.ts', file: 'server-web.js', budget: 750, options: { ...browser, format: 'iife' } },
  {
    entry: 'server/src/cli/main.ts',
    file: 'cli.js',
    budget: 750,
    options: {
      ...node,
      format: 'esm',
      banner: {
        // CommonJS packages inside an ES module still call `require` for Node's own modules.
        js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    },
  },
];

async function bundle({ entry, file, budget, options }) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(dist, file),
    bundle: true,
    minify: true,
    sourcemap: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
  const content = readFileSync(join(dist, file));
  const kb = (bytes) => Math.round(bytes / 1024);
  const data = kb(dataIn(result.metafile));
  const code = kb(content.length) - data;
  const over = code > budget || data > dataBudget;
  const size = `${code} KB code${data > 0 ? ` + ${data} KB data` : ''}, ${kb(gzipSync(content).length)} KB packed`;
  console.log(`${file.padEnd(16)} ${size}${over ? `: over its budget of ${budget} + ${dataBudget} KB` : ''}`);
  if (over) console.log(heaviest(result.metafile));
  return { file, over, metafile: result.metafile };
}

/** Bytes that the generated JSON takes in a bundle. */
function dataIn({ outputs }) {
  const inputs = Object.entries(Object.values(outputs)[0].inputs);
  return inputs.reduce((sum, [path, { bytesInOutput }]) => sum + (path.includes('/generated/') ? bytesInOutput : 0), 0);
}

/** The inputs that weigh most in a bundle. */
function heaviest({ outputs }) {
  const inputs = Object.values(outputs)[0].inputs;
  return Object.entries(inputs)
    .sort(([, one], [, other]) => other.bytesInOutput - one.bytesInOutput)
    .slice(0, 8)
    .map(([path, { bytesInOutput }]) => `  ${Math.round(bytesInOutput / 1024)} KB ${path}`)
    .join('\n');
}

async function main() {
  writeData();
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const results = [];
  for (const one of bundles) {
    if (existsSync(join(root, one.entry))) results.push(await bundle(one));
    else console.log(`${one.file.padEnd(16)} left out: ${one.entry} is not there`);
  }
  const cli = join(dist, 'cli.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(
    join(root, '.cache', 'bundles.json'),
    JSON.stringify(results.map(({ file, metafile }) => ({ file, ...metafile }))),
  );
  if (results.some(({ over }) => over)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  // esbuild has already printed its own errors with their place.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}
