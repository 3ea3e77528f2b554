import * as vscode from 'vscode';
import { equal } from './expect.js';
import { open } from './editing.js';
import { test } from './runner.js';

const LANGUAGE_BY_NAME = {
  'a.rfa': 'mtus-request',
  'a.rfa.md': 'mtus-request',
  'a.rfa.txt': 'mtus-request',
  'a.imr': 'mtus-appeal',
  'a.imr.md': 'mtus-appeal',
  'a.appeal.md': 'mtus-appeal',
  'notes.md': 'markdown',
  'notes.txt': 'plaintext',
};

for (const [name, language] of Object.entries(LANGUAGE_BY_NAME)) {
  test(`${name} opens as ${language}`, async () => {
    const document = await open(name, 'Employee: Sample Worker\n');
    equal(document.languageId, language);
  });
}

test('the extension starts', async () => {
  const extension = vscode.extensions.getExtension('mtus-draft.mtus-draft');
  equal(extension?.packageJSON.displayName, 'MTUS Draft');
  await extension?.activate();
  equal(extension?.isActive, true);
});
