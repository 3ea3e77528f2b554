import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startSession } from './session.js';

/** The browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  return startSession(context, (options) => {
    const script = Uri.joinPath(context.extensionUri, 'dist/server-web.js').toString(true);
    return new LanguageClient('mtusDraft', 'MTUS Draft', async () => new Worker(script), options);
  });
}

export { deactivate } from './session.js';
