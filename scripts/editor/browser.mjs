/** A Chromium to show the editor in: an installed one first, then the one from npm, then Debian's where we may install it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserFromNpm } from './packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH, ...onPath, ...PLACES].filter((path) => path && existsSync(path));
}

function debian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('not allowed to install a browser');
  const options = { stdio: 'ignore', timeout: 5 * 60_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  return installed()[0] ?? fail('apt-get gave no browser');
}

function fail(message) {
  throw new Error(message);
}

/**
 * Opens a page in a fresh profile. Gives the page, the browser's version, and `close`, which also removes the profile.
 * Throws with every reason where no browser starts.
 */
export async function openBrowser(options = {}) {
  const reasons = [];
  const ways = [...installed().map((path) => () => path), browserFromNpm, debian];
  for (const way of ways) {
    const profile = mkdtempSync(join(tmpdir(), 'mtus-draft-browser-'));
    try {
      const executablePath = await way();
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        headless: true,
        args: ARGUMENTS,
        viewport: { width: 1300, height: 850 },
        timeout: 60_000,
        ...options,
      });
      const close = async () => {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
      };
      return {
        page: context.pages()[0] ?? (await context.newPage()),
        version: context.browser()?.version() ?? '',
        close,
      };
    } catch (error) {
      rmSync(profile, { recursive: true, force: true });
      reasons.push(String(error.message).split('\n')[0]);
    }
  }
  throw new Error(`no browser: ${reasons.join('; ')}`);
}
