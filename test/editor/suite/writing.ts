import * as vscode from 'vscode';
import { editorOf, find, open, rangeOf, replace, type } from './editing.js';
import { equal, includes, ok } from './expect.js';
import { codeOf, codes, findings, untilCodes } from './findings.js';
import { test } from './runner.js';

const opening = `# Request for authorization

Employee: Jordan Sample
Date of injury: 10/22/2012
Date of examination: 09/02/2014

## Subjective complaints

He has low back pain. With his medication he has increased function.

## Requested treatment

1. 
`;

const has = (code: string) => (all: string[]) => all.includes(code);
const hasNot = (code: string) => (all: string[]) => !all.includes(code);

/** The words that a finding stands on. */
function underlined(document: vscode.TextDocument, code: string): string | undefined {
  const finding = findings(document.uri).find((one) => codeOf(one) === code);
  return finding && document.getText(finding.range);
}

async function typed(name: string): Promise<vscode.TextDocument> {
  const document = await open(name, opening);
  await type(document, '1. ', 'Norco 10/325 mg #180');
  await untilCodes(
    document.uri,
    'what Norco lacks',
    () => underlined(document, 'opioid/frequency') === 'Norco 10/325 mg #180',
  );
  return document;
}

/** Applies the quick fix with that title among those for the finding; the editor's own command gives no link from a fix to its finding. */
async function fix(document: vscode.TextDocument, code: string, title: RegExp): Promise<void> {
  const finding = findings(document.uri).find((one) => codeOf(one) === code);
  ok(finding, `no finding ${code}`);
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
  const action = all.find((one) => title.test(one.title));
  ok(action?.edit, `no fix ${title} among: ${all.map((one) => one.title).join(' | ')}`);
  ok(await vscode.workspace.applyEdit(action.edit), 'the editor refused the fix');
}

/** Fills each blank of the draft with the words that go with it. */
async function fill(document: vscode.TextDocument, words: (blank: string) => string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const blank = findings(document.uri).find((one) => codeOf(one) === 'draft/blank');
    if (!blank) return;
    const text = document.getText(blank.range);
    const count = codes(document.uri).filter((code) => code === 'draft/blank').length;
    await replace(document, text, words(text));
    await untilCodes(
      document.uri,
      'one blank less',
      (all) => all.filter((code) => code === 'draft/blank').length < count,
    );
  }
}

test('typing a request shows what it lacks', async () => {
  const document = await typed('typed.rfa.md');
  const wanted = ['frequency', 'functional-improvement', 'adverse-effects', 'aberrant-behavior', 'pain-relief'];
  await untilCodes(document.uri, 'all five gaps', (all) => wanted.every((one) => all.includes(`opioid/${one}`)));
  const finding = findings(document.uri).find((one) => codeOf(one) === 'opioid/frequency');
  ok(finding, 'no finding');
  equal(document.getText(finding.range), 'Norco 10/325 mg #180', 'what is underlined');
  ok(
    typeof finding.code === 'object' && /opioid\/frequency/.test(String(finding.code.target)),
    'the code links to no page of the rule',
  );
});

test('typing the frequency takes the finding away', async () => {
  const document = await typed('frequency.rfa.md');
  await type(document, '1. Norco', ', 1 tab PO q6h prn');
  await untilCodes(document.uri, 'no finding about the frequency', hasNot('opioid/frequency'));
  ok(codes(document.uri).includes('opioid/adverse-effects'), 'the other gaps have gone too');
});

test('the hover names the guideline and its page', async () => {
  const document = await typed('hover.rfa.md');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    find(document, 'Norco').translate(0, 2),
  );
  const text = hovers.flatMap((hover) => hover.contents).map((one) => (typeof one === 'string' ? one : one.value));
  includes(text.join('\n'), /\bpp?\. ?\d*78/, 'the hover');
});

test('a quick fix puts the sentence with blanks, and filling them ends the finding', async () => {
  const document = await typed('fix.rfa.md');
  const before = document.getText();
  await fix(document, 'opioid/adverse-effects', /side effects/i);
  await untilCodes(document.uri, 'the blank', has('draft/blank'));
  ok(document.getText().length > before.length, 'nothing was inserted');
  for (const line of before.split('\n').filter(Boolean))
    includes(document.getText(), line.trimEnd(), 'the draft after the fix');
  await fill(document, (blank) => (blank.includes('/') ? blank.slice(1, -1).split('/')[0]! : 'mild constipation'));
  await untilCodes(document.uri, 'no finding about side effects', hasNot('opioid/adverse-effects'));
});

test('ignoring a finding writes a comment, and the finding is gone once it has a reason', async () => {
  const document = await typed('ignore.rfa.md');
  await fix(document, 'opioid/aberrant-behavior', /ignore.*opioid\/aberrant-behavior/i);
  includes(document.getText(), 'mtus-draft ignore opioid/aberrant-behavior', 'the draft');
  const comment = rangeOf(document, /ignore opioid\/aberrant-behavior:[^>]*-->/);
  await editorOf(document).edit((edit) =>
    edit.replace(comment, 'ignore opioid/aberrant-behavior: on the enclosed monitoring sheet -->'),
  );
  await untilCodes(document.uri, 'no finding about monitoring', hasNot('opioid/aberrant-behavior'));
  ok(codes(document.uri).includes('opioid/frequency'), 'more was ignored than the comment names');
});

test('undo takes the fix back whole', async () => {
  const document = await typed('undo.rfa.md');
  const before = document.getText();
  await fix(document, 'opioid/frequency', /frequency/i);
  ok(document.getText() !== before, 'nothing was inserted');
  await vscode.commands.executeCommand('undo');
  equal(document.getText(), before, 'the draft');
});
