/**
 * Gathers the YAML under server/vocabulary and server/guidelines into two JSON files that the server bundles.
 * Each mapping entry keeps its place: `at` tables give `file:line` for patterns, so that a fault can be shown where it stands.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument, LineCounter, visit, isScalar } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function readYaml(path) {
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const name = relative(root, path).replaceAll('\\', '/');
  if (doc.errors.length > 0) {
    throw new Error(`${name}: ${doc.errors[0].message}`);
  }
  /** Source text of each string scalar to the line where it first stands. */
  const at = {};
  visit(doc, {
    Scalar(_key, node) {
      if (isScalar(node) && typeof node.value === 'string' && node.range && !(node.value in at)) {
        at[node.value] = lines.linePos(node.range[0]).line;
      }
    },
  });
  return { name, data: doc.toJS(), at };
}

function yamlFiles(folder) {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readYaml(join(full, name)));
}

/** Writes server/src/generated/*.json; returns what was written. Throws with file and reason on a YAML fault. */
export function writeData() {
  const byName = (files) =>
    Object.fromEntries(files.map((file) => [file.name.split('/').pop().replace('.yaml', ''), file.data]));
  const vocabulary = {
    ...byName(yamlFiles('server/vocabulary')),
    conceptFiles: yamlFiles('server/vocabulary/concepts'),
  };
  const guidelines = {
    ...byName(yamlFiles('server/guidelines')),
    criterionFiles: yamlFiles('server/guidelines/criteria'),
    packFiles: yamlFiles('server/guidelines/mtus'),
  };
  const target = join(root, 'server/src/generated');
  mkdirSync(target, { recursive: true });
  for (const [name, data] of Object.entries({ vocabulary, guidelines })) {
    const json = `${JSON.stringify(data)}\n`;
    const path = join(target, `${name}.json`);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== json) writeFileSync(path, json);
  }
  return { vocabulary, guidelines };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    writeData();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
