import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startSession } from './session.js';

/** The browser: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js');
  // The host's Worker is not the class that the client looks for, so it gets the worker's two ends instead.
  let worker: Worker | undefined;
  const connect = async () => {
    worker?.terminate();
    worker = await startWorker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startSession(context, (options) => new LanguageClient('mtusDraft', 'MTUS Draft', connect, options));
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
