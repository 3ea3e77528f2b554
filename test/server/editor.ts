import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plainText } from '../../server/src/features/snippet.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let built: Promise<string> | undefined;

/** The server as it is shipped: one bundle, made once for this test file. */
export function serverBundle(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const folder = join(root, 'test/output');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `server-${process.pid}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main-node.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}

/** What VS Code says of itself, as far as it matters here. */
export const modern: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** An editor of ten years ago: findings are pushed to it, edits are plain, it answers nothing. */
export const old: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };

/** Things that arrive when they do: `next` takes the first that satisfies, waiting for it where need be. */
class Arrivals<T> {
  readonly all: T[] = [];
  #taken = 0;
  #waiting: { test: (one: T) => boolean; resolve: (one: T) => void }[] = [];

  add(one: T): void {
    this.all.push(one);
    const index = this.#waiting.findIndex(({ test }) => test(one));
    if (index < 0) return;
    this.#taken = this.all.length;
    this.#waiting.splice(index, 1)[0]!.resolve(one);
  }

  next(test: (one: T) => boolean = () => true): Promise<T> {
    const index = this.all.findIndex((one, at) => at >= this.#taken && test(one));
    if (index >= 0) {
      this.#taken = index + 1;
      return Promise.resolve(this.all[index]!);
    }
    return new Promise((resolve) => this.#waiting.push({ test, resolve }));
  }
}

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly settings?: object;
  readonly initializationOptions?: object;
}

/** The other end of the server: does what an editor does, and keeps its own copy of every document. */
export class Editor {
  readonly published = new Arrivals<PublishDiagnosticsParams>();
  readonly refreshes = new Arrivals<true>();
  readonly registrations = new Arrivals<string>();
  readonly logged: string[] = [];
  readonly exit: Promise<number | null>;
  settings: object;
  result!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
    settings: object,
  ) {
    this.settings = settings;
    this.exit = new Promise((resolve) => process.once('exit', (code) => resolve(code)));
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const child = spawn(process.execPath, [await serverBundle(), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(connection, child, options.settings ?? {});
    child.stderr.on('data', (data: Buffer) => editor.logged.push(data.toString()));
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      editor.published.add(params),
    );
    connection.onNotification('window/logMessage', (params: { message: string }) => {
      editor.logged.push(params.message);
    });
    connection.onRequest('workspace/configuration', (params: { items: object[] }) =>
      params.items.map(() => editor.settings),
    );
    connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      for (const { method } of params.registrations) editor.registrations.add(method);
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      editor.refreshes.add(true);
      return null;
    });
    connection.listen();
    editor.result = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? modern,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  async open(uri: string, text: string, languageId = 'mtus-request'): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a stretch, by offsets, as one incremental change. */
  async change(uri: string, start: number, end: number, text: string): Promise<void> {
    const document = this.document(uri);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const version = document.version + 1;
    const contentChanges = [{ range, text }];
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Types character by character at an offset. */
  async type(uri: string, offset: number, text: string): Promise<void> {
    let at = offset;
    for (const character of text) {
      await this.change(uri, at, at, character);
      at += character.length;
    }
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      identifier: 'mtus-draft',
      previousResultId,
    });
  }

  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('unchanged without a previous result');
    return report.items;
  }

  async codes(uri: string): Promise<unknown[]> {
    return (await this.findings(uri)).map((one) => one.code);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionList> {
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
  }

  actions(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[] = [],
    only?: readonly string[],
  ): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only ? { only } : {}) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Applies an edit to its document and tells the server, as an editor does after a quick fix. Tab stops stay blanks. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const { uri, version } = change.textDocument;
      const document = this.document(uri);
      if (version !== null && version !== document.version) throw new Error('the edit is for another version');
      const edits = change.edits.map(
        (one): TextEdit => ('snippet' in one ? { range: one.range, newText: plainText(one.snippet.value) } : one),
      );
      const last = [...edits].sort(
        (one, other) => document.offsetAt(other.range.start) - document.offsetAt(one.range.start),
      );
      for (const { range, newText } of last)
        await this.change(uri, document.offsetAt(range.start), document.offsetAt(range.end), newText);
    }
  }

  /** Shuts the server down as the protocol wants it; its exit status. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exit;
  }

  /** Ends a server that a failed test left behind. */
  kill(): void {
    this.connection.dispose();
    if (this.process.exitCode === null) this.process.kill();
  }
}
