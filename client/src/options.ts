import { type LogOutputChannel, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { draftSelector } from './selector.js';

/** Options that the desktop's and the browser's client share. */
export function clientOptions(output: LogOutputChannel, extensionUri: Uri): LanguageClientOptions {
  return {
    documentSelector: draftSelector,
    // The findings' links open the pages that came with the extension.
    initializationOptions: { rulePages: Uri.joinPath(extensionUri, 'docs/rules').toString() },
    outputChannel: output,
    traceOutputChannel: output,
    // The client's default asks for findings when a draft is opened and never again.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
  };
}
