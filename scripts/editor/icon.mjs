/** `node scripts/editor/icon.mjs`: draws images/icon.svg as the PNG that the marketplace asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { root } from './packages.mjs';

const { page, close } = await openBrowser({ viewport: { width: 256, height: 256 } });
await page.setContent(`<body style="margin:0">${readFileSync(join(root, 'images', 'icon.svg'), 'utf8')}</body>`);
await page.locator('svg').screenshot({ path: join(root, 'images', 'icon.png'), omitBackground: true });
await close();
