import { commands, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerChecklist } from './checklist/view.js';
import { registerCheckFile } from './commands/checkFile.js';
import { registerOpenSample } from './commands/openSample.js';
import { clientOptions } from './options.js';
import { registerStatusItem } from './statusItem.js';

let running: BaseLanguageClient | undefined;

/** Starts the server and everything that shows what it says; `create` makes the client of this kind of host. */
export async function startSession(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const output = window.createOutputChannel('MTUS Draft', { log: true });
  const client = create(clientOptions(output, context.extensionUri));
  running = client;
  context.subscriptions.push(
    output,
    commands.registerCommand('mtusDraft.showOutput', () => output.show()),
    commands.registerCommand('mtusDraft.restart', async () => {
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    registerOpenSample(context.extensionUri),
    registerCheckFile(context.workspaceState),
    registerStatusItem(client),
    registerChecklist(client),
  );
  try {
    await client.start();
  } catch {
    // The client has told the user; the commands that need no server stay.
    output.error('The server did not start');
  }
}

export async function deactivate(): Promise<void> {
  const client = running;
  running = undefined;
  await client?.stop();
}
