import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { listen } from './connection.js';
import { isPackName, longestPack, mostPacks, type PackFiles, type PackText } from './connection/pack-files.js';

/** Reads packs from disk; a folder or file that cannot be read is passed over. */
const diskFiles: PackFiles = {
  async read(root, folder) {
    const path = pathOf(root, folder);
    if (path === null) return [];
    const names = await readdir(path).catch(() => []);
    const packs = names
      .filter(isPackName)
      .sort()
      .slice(0, mostPacks)
      .map((name) => readPack(join(path, name)));
    return (await Promise.all(packs)).filter((pack) => pack !== null);
  },
};

function pathOf(root: string, folder: string): string | null {
  try {
    if (folder.startsWith('file:')) return fileURLToPath(folder);
    if (isAbsolute(folder)) return folder;
    return root.startsWith('file:') ? resolve(fileURLToPath(root), folder) : null;
  } catch {
    return null;
  }
}

async function readPack(path: string): Promise<PackText | null> {
  try {
    const { size } = await stat(path);
    return size > longestPack ? null : { name: pathToFileURL(path).href, text: await readFile(path, 'utf8') };
  } catch {
    return null;
  }
}

// The bundle stands in dist/, the pages beside it.
const rulePages = pathToFileURL(join(__dirname, '../docs/rules')).href;

listen(createConnection(ProposedFeatures.all), diskFiles, rulePages);
