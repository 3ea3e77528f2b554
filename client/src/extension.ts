import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startSession } from './session.js';

/** Desktop and remote: the server is a process of the editor's own Node. */
export function activate(context: ExtensionContext): Promise<void> {
  return startSession(context, (options) => {
    const module = context.asAbsolutePath('dist/server.cjs');
    const transport = TransportKind.ipc;
    return new LanguageClient(
      'mtusDraft',
      'MTUS Draft',
      { run: { module, transport }, debug: { module, transport } },
      options,
    );
  });
}

export { deactivate } from './session.js';
