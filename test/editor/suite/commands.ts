import * as vscode from 'vscode';
import { editorOf, open } from './editing.js';
import { equal, ok } from './expect.js';
import { codes, untilCodes } from './findings.js';
import { test } from './runner.js';

const note = `Requested treatment

1. Norco 10/325 mg #180
`;
const any = (all: string[]) => all.length > 0;
const none = (all: string[]) => all.length === 0;

for (const [name, before] of [
  ['plain.txt', 'plaintext'],
  ['notes.md', 'markdown'],
] as const) {
  test(`${name} is checked when asked, and left alone again when asked`, async () => {
    const document = await open(name, note);
    equal(codes(document.uri), [], 'findings before');
    await vscode.commands.executeCommand('mtusDraft.checkFile');
    await untilCodes(document.uri, 'findings', (all) => all.includes('opioid/frequency'));
    equal(languageOf(document), 'mtus-request', 'language');
    await vscode.commands.executeCommand('mtusDraft.uncheckFile');
    await untilCodes(document.uri, 'no findings', none);
    equal(languageOf(document), before, 'language after');
    equal([document.isDirty, document.getText()], [false, note], 'the file');
  });
}

test('a file that says it is an appeal is checked as one', async () => {
  const document = await open('letter.txt', 'Application for independent medical review\n\nNorco 10/325 mg #180\n');
  await vscode.commands.executeCommand('mtusDraft.checkFile');
  equal(languageOf(document), 'mtus-appeal', 'language');
});

test('the samples: one with gaps, one with none that a request is denied for', async () => {
  await vscode.commands.executeCommand('mtusDraft.openSample', 'norco.rfa.md');
  const gaps = shown();
  equal([gaps.isUntitled, gaps.languageId], [true, 'mtus-request'], 'the sample');
  await untilCodes(gaps.uri, 'gaps of all three', (all) =>
    ['opioid/', 'esi/', 'muscle-relaxant/'].every((family) => all.some((code) => code.startsWith(family))),
  );

  await vscode.commands.executeCommand('mtusDraft.openSample', 'complete.rfa.md');
  const complete = shown();
  // A blank of our own shows that the draft has been read to its end.
  await editorOf(complete).edit((edit) => edit.insert(complete.lineAt(complete.lineCount - 1).range.end, '\n[TBD]\n'));
  await untilCodes(complete.uri, 'the blank', (all) => all.includes('draft/blank'));
  const grave = vscode.languages
    .getDiagnostics(complete.uri)
    .filter((one) => one.severity <= vscode.DiagnosticSeverity.Warning)
    .map((one) => `${typeof one.code === 'object' ? one.code.value : one.code}`);
  equal(grave, ['draft/blank'], 'warnings of the complete sample');
});

test('the server can be restarted and finds the same again', async () => {
  const document = await open('restart.rfa', note);
  const before = await untilCodes(document.uri, 'findings', any);
  const gone = untilCodes(document.uri, 'the old findings to go', none);
  await vscode.commands.executeCommand('mtusDraft.restart');
  await gone;
  const after = await untilCodes(document.uri, 'findings after the restart', any);
  equal([...after].sort(), [...before].sort(), 'codes');
});

test('a draft that is closed leaves no findings behind', async () => {
  const document = await open('closed.rfa', note);
  await untilCodes(document.uri, 'findings', any);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(document.uri);
  await untilCodes(document.uri, 'no findings', none);
});

/** Changing a file's language closes it and opens it again. */
function languageOf(document: vscode.TextDocument): string | undefined {
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === document.uri.toString())?.languageId;
}

function shown(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  ok(document, 'no editor is open');
  return document;
}
