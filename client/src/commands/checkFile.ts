import { commands, Disposable, languages, type Memento, type TextDocument, window, workspace } from 'vscode';
import { type DraftLanguage, isDraftLanguage } from '../selector.js';

/** Under this key the workspace remembers which files are checked: address → the language each had before. */
const KEY = 'mtusDraft.checkedFiles';

type Remembered = Readonly<Record<string, string>>;

/**
 * "Check This File" makes the open file a draft by changing its language; the file itself and its name stay as they are.
 * "Stop Checking This File" gives the language back. Files so checked are recognised when they are opened again.
 */
export function registerCheckFile(memory: Memento): Disposable {
  const remembered = () => memory.get<Remembered>(KEY, {});

  const restore = async (document: TextDocument) => {
    const before = remembered()[document.uri.toString()];
    if (before !== undefined && document.languageId === before) {
      await languages.setTextDocumentLanguage(document, kindOf(document));
    }
  };

  const check = async () => {
    const document = window.activeTextEditor?.document;
    if (!document || isDraftLanguage(document.languageId)) return;
    if (!document.isUntitled)
      await memory.update(KEY, { ...remembered(), [document.uri.toString()]: document.languageId });
    await languages.setTextDocumentLanguage(document, kindOf(document));
  };

  const uncheck = async () => {
    const document = window.activeTextEditor?.document;
    if (!document || !isDraftLanguage(document.languageId)) return;
    const { [document.uri.toString()]: before, ...others } = remembered();
    await memory.update(KEY, others);
    await languages.setTextDocumentLanguage(document, before ?? plainLanguage(document));
  };

  for (const document of workspace.textDocuments) void restore(document);
  return Disposable.from(
    commands.registerCommand('mtusDraft.checkFile', check),
    commands.registerCommand('mtusDraft.uncheckFile', uncheck),
    workspace.onDidOpenTextDocument(restore),
  );
}

/** An appeal says so in its name or in its opening lines; anything else is a request. */
export function kindOf(document: TextDocument): DraftLanguage {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const opening = document.getText().slice(0, 2000);
  const appeal =
    /\b(?:appeal|imr)\b/i.test(name.replace(/[_.-]/g, ' ')) ||
    /\b(?:appeal|independent medical review)\b/i.test(opening);
  return appeal ? 'mtus-appeal' : 'mtus-request';
}

function plainLanguage(document: TextDocument): string {
  return document.uri.path.endsWith('.md') ? 'markdown' : 'plaintext';
}
