import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  type ProtocolNotificationType,
  type Range,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAbilities, type SessionAbilities, serverCapabilities } from './connection/abilities.js';
import { Configuration, section } from './connection/configuration.js';
import { Findings } from './connection/findings.js';
import { logFault } from './connection/log.js';
import type { PackFiles } from './connection/pack-files.js';
import { Services } from './connection/services.js';
import type { DraftService } from './service.js';
import type { DraftSettings } from './settings.js';

interface Session {
  readonly client: SessionAbilities;
  readonly configuration: Configuration;
  readonly services: Services;
  readonly findings: Findings;
}

interface Asked {
  readonly service: DraftService;
  readonly document: TextDocument;
  readonly settings: DraftSettings;
}

/** Serves one client over a connection until it goes. Draft text is neither logged nor stored. */
export function listen(connection: Connection, files: PackFiles, rulePages = ''): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;

  connection.onInitialize((params) => {
    const client = readAbilities(params.capabilities ?? {}, params.initializationOptions, rulePages);
    const configuration = new Configuration(connection, client.configuration, params.initializationOptions);
    const services = new Services(connection, client, configuration, files);
    services.folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    session = {
      client,
      configuration,
      services,
      findings: new Findings(connection, documents, client, configuration, services),
    };
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'MTUS Draft' } };
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client, services, findings } = session;
    const register = (type: unknown, options: object) =>
      connection.client
        .register(type as ProtocolNotificationType<unknown, object>, options)
        .catch((error: unknown) => logFault(connection, 'Registering', error));
    if (client.watchConfiguration) void register(DidChangeConfigurationNotification.type, { section });
    if (client.watchFiles) {
      void register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yaml,yml}' }] });
    }
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        services.folders = ((await connection.workspace.getWorkspaceFolders()) ?? []).map((folder) => folder.uri);
        findings.refresh();
      });
    }
  });

  connection.onDidChangeConfiguration((params) => {
    session?.configuration.changed(params.settings);
    session?.services.reload();
    session?.findings.refresh();
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (!session) return;
    const { services, findings } = session;
    const packs = await Promise.all(changes.map((change) => services.isPack(change.uri)));
    if (!packs.includes(true)) return;
    services.reload();
    findings.refresh();
  });

  documents.onDidChangeContent(({ document }) => session?.findings.changed(document.uri));
  documents.onDidClose(({ document }) => {
    session?.findings.closed(document.uri);
    session?.configuration.forget(document.uri);
  });

  /** Answers from an open document; a fault is logged and answered as `nothing`, never with a piece of the draft. */
  const answer =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      what: string,
      nothing: R,
      run: (asked: Asked, params: P) => R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      checkParams(params);
      const document = documents.get(params.textDocument.uri);
      if (!session || !document) return nothing;
      const [service, settings] = await Promise.all([
        session.services.for(document.uri),
        session.configuration.of(document.uri),
      ]);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      try {
        return run({ service, document, settings }, params);
      } catch (error) {
        logFault(connection, what, error);
        return nothing;
      }
    };

  connection.languages.diagnostics.on(async (params, token) => {
    checkParams(params);
    if (!session) return { kind: 'full', items: [] };
    return session.findings.pulled(params.textDocument.uri, params.previousResultId, token);
  });
  connection.onHover(
    answer('Hover', null, ({ service, document, settings }, { position }) =>
      service.hover(document, position, settings),
    ),
  );
  connection.onCompletion(
    answer('Completion', null, ({ service, document, settings }, { position }) =>
      service.completion(document, position, settings),
    ),
  );
  connection.onCodeAction(
    answer('Code action', null, ({ service, document, settings }, { range, context }) =>
      service.codeActions(document, range, { ...context, diagnostics: context?.diagnostics ?? [] }, settings),
    ),
  );
  connection.onDocumentSymbol(
    answer('Document symbols', null, ({ service, document, settings }) => service.documentSymbols(document, settings)),
  );
  connection.onFoldingRanges(
    answer('Folding', null, ({ service, document, settings }) => service.foldingRanges(document, settings)),
  );
  connection.languages.inlayHint.on(
    answer('Inlay hints', null, ({ service, document, settings }, { range }) =>
      service.inlayHints(document, range, settings),
    ),
  );
  connection.onRequest(
    'mtusDraft/checklist',
    answer('Checklist', [], ({ service, document, settings }) => service.checklist(document, settings)),
  );

  documents.listen(connection);
  connection.listen();
}

/** Throws InvalidParams where a request names no document, or a place that is none. */
function checkParams(params: unknown): void {
  const given = params as {
    textDocument?: { uri?: unknown };
    position?: Position;
    range?: Range;
    context?: { diagnostics?: unknown };
  } | null;
  const isPlace = (place: Position | undefined) => Number.isInteger(place?.line) && Number.isInteger(place?.character);
  const valid =
    typeof given?.textDocument?.uri === 'string' &&
    (!('position' in given) || isPlace(given.position)) &&
    (!('range' in given) || (isPlace(given.range?.start) && isPlace(given.range?.end))) &&
    (!('context' in given) || !given.context?.diagnostics || Array.isArray(given.context.diagnostics));
  if (!valid)
    throw new ResponseError(ErrorCodes.InvalidParams, 'the request names no document or no valid place in it');
}
