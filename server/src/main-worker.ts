import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { listen } from './connection.js';
import { noFiles } from './connection/pack-files.js';

/** The server in a browser's worker: no files, so no packs of the workspace. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

listen(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), noFiles);
