import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { draftSelector } from './selector.js';

/** Options that the desktop's and the browser's client share. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: draftSelector,
    outputChannel: output,
    traceOutputChannel: output,
    // The client's default asks for findings when a draft is opened and never again.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
  };
}
