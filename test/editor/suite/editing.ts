import * as vscode from 'vscode';
import { ok } from './expect.js';

function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  ok(first, 'the editor has no folder open');
  return first.uri;
}

/** Writes a file of the workspace and shows it. */
export async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export function editorOf(document: vscode.TextDocument): vscode.TextEditor {
  const editor = vscode.window.visibleTextEditors.find(
    (one) => one.document.uri.toString() === document.uri.toString(),
  );
  ok(editor, 'the draft is in no editor');
  return editor;
}

/** Types at the end of the line that begins with `line`, a letter at a time, as a person would. */
export async function type(document: vscode.TextDocument, line: string, words: string): Promise<void> {
  const editor = editorOf(document);
  const at = find(document, line);
  const end = document.lineAt(at.line).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const letter of words) await vscode.commands.executeCommand('type', { text: letter });
}

/** Replaces the first occurrence of `part`. */
export async function replace(document: vscode.TextDocument, part: string | RegExp, words: string): Promise<void> {
  const range = rangeOf(document, part);
  await editorOf(document).edit((edit) => edit.replace(range, words));
}

export function find(document: vscode.TextDocument, part: string | RegExp): vscode.Position {
  return rangeOf(document, part).start;
}

export function rangeOf(document: vscode.TextDocument, part: string | RegExp): vscode.Range {
  const text = document.getText();
  const found = typeof part === 'string' ? [text.indexOf(part), part.length] : matchOf(text, part);
  const [start, length] = found as [number, number];
  ok(start >= 0, `the draft has no ${part}: ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + length));
}

function matchOf(text: string, pattern: RegExp): [number, number] {
  const match = pattern.exec(text);
  return match ? [match.index, match[0].length] : [-1, 0];
}
