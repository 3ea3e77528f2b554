import * as vscode from 'vscode';
import { runTests } from './runner.js';
import './languages.js';
import './writing.js';
import './commands.js';

/** What the extension host calls: the same module for the desktop, the remote and the browser's host. */
export async function run(): Promise<void> {
  const node = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node;
  const host = node ? `extension host on Node ${node}` : 'extension host in the browser';
  console.log(`editor: VS Code ${vscode.version} (${vscode.env.appName}), ${host}`);
  await runTests((line) => console.log(line));
}
