import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startSession } from './session.js';

/** The browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js');
  return startSession(
    context,
    (options) => new LanguageClient('mtusDraft', 'MTUS Draft', () => startWorker(script), options),
  );
}

/** Where the extension lies on a remote machine, the host starts no worker from its address, but does from its text. */
async function startWorker(script: Uri): Promise<Worker> {
  try {
    return new Worker(script.toString(true));
  } catch {
    const text = await workspace.fs.readFile(script);
    const address = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
    return new Worker(address);
  }
}

export { deactivate } from './session.js';
