/** The journey that the README shows, one step a picture. Lines are those of samples/norco.rfa.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/editor/packages.mjs';

const sample = readFileSync(join(root, 'samples', 'norco.rfa.md'), 'utf8').split('\n');
const lineOf = (start) => sample.findIndex((line) => line.startsWith(start)) + 1;
const norco = lineOf('1. Norco');

export const steps = [
  {
    name: 'the sample is underlined, and the problems say why',
    async run(editor, picture) {
      await editor.closeSideBar();
      await editor.goTo(norco + 12);
      await editor.squiggles().first().waitFor();
      await editor.press('Control+Shift+m');
      await editor.page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
      await editor.goTo(norco);
      await picture('findings.png');
      await editor.press('Control+j');
    },
  },
  {
    name: 'the hover lists the criteria with their pages',
    async run(editor, picture) {
      await editor.goTo(norco, 5);
      await editor.command('Show or Focus Hover');
      const hover = editor.page.locator('.monaco-hover:visible', { hasText: 'documented' }).first();
      await hover.waitFor();
      const text = (await hover.textContent()) ?? '';
      if (!/pp?\. ?\d*78/.test(text)) throw new Error(`the hover names no page 78: ${text}`);
      await editor.scrollHoverTo(hover, hover.getByText(/of \d+ documented/).first());
      await picture('hover.png', { x: 0, y: 36, width: 1280, height: 420 });
      await editor.press('Escape', 'Escape');
    },
  },
  {
    name: 'the quick fixes offer the missing sentences',
    async run(editor, picture) {
      await editor.goTo(norco, 5);
      await editor.press('Control+.');
      await editor.page
        .locator('.action-widget .monaco-list-row', { hasText: /side effects|adverse/i })
        .first()
        .waitFor();
      await picture('fixes.png');
    },
  },
  {
    name: 'a fix writes the sentence with blanks',
    async run(editor, picture) {
      const before = await editor.text();
      await editor.page
        .locator('.action-widget .monaco-list-row', { hasText: /side effects|adverse/i })
        .first()
        .click();
      await editor.untilTextIsNot(before);
      for (let line = 0; line < 8; line += 1) await editor.press('Control+ArrowUp');
      await picture('fix.png', { x: 0, y: 36, width: 1280, height: 330 });
      await editor.press('Escape');
    },
  },
  {
    name: 'the checklist shows each treatment with its criteria',
    async run(editor, picture) {
      await editor.command('MTUS Draft: Show the Checklist');
      await editor.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Lumbar epidural' }).first().waitFor();
      await picture('checklist.png');
    },
  },
];
