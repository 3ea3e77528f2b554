/** What a fresh editor profile starts with: our extension as it would be published, and a quiet window. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.mjs';

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
};

/** Writes user settings into the server's data folder. */
export function writeSettings(data, more = {}) {
  const folder = join(data, 'data', 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quiet, ...more }, null, 2));
}

/** Copies what the package publishes, and nothing else, into a folder of extensions. */
export function installExtension(folder) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const target = join(folder, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  mkdirSync(target, { recursive: true });
  for (const path of ['package.json', ...manifest.files]) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(target, path), { recursive: true });
  }
}
