import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'mtus-draft-walls-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) cpSync(join(root, name), join(house, name));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

/** The rules that a house of these files breaks. */
function broken(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
  const done = execFileSync(process.execPath, [tool, ...words], { cwd: house, encoding: 'utf8', maxBuffer: 1e8 });
  const { summary } = JSON.parse(done);
  return [...new Set<string>(summary.violations.map((one: { rule: { name: string } }) => one.rule.name))].sort();
}

const nothing = 'export const nothing = 0;\n';

describe('walls', () => {
  it('let the way through stand: each room reads those before it', () => {
    const files = {
      'server/src/draft/a.ts': nothing,
      'server/src/evidence/a.ts': "export { nothing } from '../draft/a.js';\n",
      'server/src/service.ts': "export { nothing } from './evidence/a.js';\n",
      'server/src/main-node.ts': "import 'node:fs';\nexport { nothing } from './service.js';\n",
    };
    expect(broken(files)).toEqual([]);
  }, 30_000);

  it('stop a room that reads one after it, Node in the service, and the editor in the server', () => {
    const files = {
      'server/src/evidence/a.ts': nothing,
      'server/src/draft/a.ts': "import type { nothing } from '../evidence/a.js';\nexport type N = typeof nothing;\n",
      'server/src/features/a.ts':
        "import { readFileSync } from 'node:fs';\nimport * as vscode from 'vscode';\nexport const a = [readFileSync, vscode];\n",
      'client/src/a.ts': "export { nothing } from '../../server/src/evidence/a.js';\n",
    };
    expect(broken(files)).toEqual([
      'client-knows-no-server',
      'draft-reads-only-its-own',
      'only-fronts-use-node',
      'server-knows-no-editor',
    ]);
  }, 30_000);

  it('stop circles, and imports of what is not there', () => {
    const files = {
      'server/src/draft/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
      'server/src/draft/b.ts': "import { a } from './a.js';\nimport './gone.js';\nexport const b = () => a;\n",
    };
    expect(broken(files)).toEqual(['no-circles', 'nothing-unresolved']);
  }, 30_000);
});
