import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { source } from '../features/diagnostics.js';
import type { DraftService } from '../service.js';
import type { DraftSettings } from '../settings.js';
import type { SessionAbilities } from './abilities.js';
import type { Configuration } from './configuration.js';
import { logFault } from './log.js';
import type { Services } from './services.js';

/** More than an editor shows of one file; a list of treatments pasted a thousand times must not flood it. */
const most = 1000;

interface Issued {
  readonly id: string;
  readonly document: TextDocument;
  readonly version: number;
  readonly service: DraftService;
  readonly settings: DraftSettings;
}

/** Milliseconds of quiet before findings are sent to a client that does not ask for them. */
const quiet = 80;
/** A check that takes longer is logged, in milliseconds. */
const slow = 250;

/** Brings the findings to the client: on its asking where it can ask, otherwise a moment after each change. */
export class Findings {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #client: SessionAbilities;
  readonly #configuration: Configuration;
  readonly #services: Services;
  readonly #issued = new Map<string, Issued>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Result ids of a server that ran before must not be taken for ours. */
  readonly #run = Date.now().toString(36);
  #count = 0;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    client: SessionAbilities,
    configuration: Configuration,
    services: Services,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#client = client;
    this.#configuration = configuration;
    this.#services = services;
  }

  /** Answers a pull. A cancelled or failed check is an error, never an empty list: that would read as "no findings". */
  async pulled(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const document = this.#documents.get(uri);
    if (!document) return { kind: 'full', items: [] };
    const [service, settings] = await this.#about(uri);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: true });
    }
    const { version } = document;
    const before = this.#issued.get(uri);
    const same =
      before?.document === document &&
      before.version === version &&
      before.service === service &&
      before.settings === settings;
    if (same && previous === before.id) return { kind: 'unchanged', resultId: before.id };
    const items = this.#check(service, document, settings);
    if (!items) throw new ResponseError(LSPErrorCodes.RequestFailed, 'the draft could not be checked');
    this.#count += 1;
    const id = `${this.#run}-${this.#count}`;
    this.#issued.set(uri, { id, document, version, service, settings });
    return { kind: 'full', resultId: id, items };
  }

  changed(uri: string): void {
    if (this.#client.pull) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        this.#send(uri).catch((error: unknown) => logFault(this.#connection, 'Sending findings', error));
      }, quiet),
    );
  }

  closed(uri: string): void {
    this.#issued.delete(uri);
    if (this.#client.pull) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  }

  /** After settings or packs changed: everything that is shown is out of date. */
  refresh(): void {
    const { refreshDiagnostics, refreshInlayHints, pull } = this.#client;
    const ignore = () => {};
    if (!pull) for (const uri of this.#documents.keys()) this.changed(uri);
    else if (refreshDiagnostics) this.#connection.languages.diagnostics.refresh().catch(ignore);
    if (refreshInlayHints) this.#connection.languages.inlayHint.refresh().catch(ignore);
  }

  async #send(uri: string): Promise<void> {
    const [service, settings] = await this.#about(uri);
    const document = this.#documents.get(uri);
    // It was closed, or a newer change waits and will send its own.
    if (!document || this.#waiting.has(uri)) return;
    const diagnostics = this.#check(service, document, settings);
    if (diagnostics) await this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  #about(uri: string): Promise<[DraftService, DraftSettings]> {
    return Promise.all([this.#services.for(uri), this.#configuration.of(uri)]);
  }

  #check(service: DraftService, document: TextDocument, settings: DraftSettings): Diagnostic[] | null {
    const begun = performance.now();
    try {
      const found = capped(service.diagnostics(document, settings));
      const took = performance.now() - begun;
      if (took > slow)
        this.#connection.console.info(`A check of ${document.lineCount} lines took ${Math.round(took)} ms`);
      return found;
    } catch (error) {
      logFault(this.#connection, 'The check', error);
      return null;
    }
  }
}

/** The gravest findings, in their order, and one that says how many there are besides. */
export function capped(found: readonly Diagnostic[]): Diagnostic[] {
  if (found.length <= most) return [...found];
  const gravest = new Set([...found].sort((one, other) => (one.severity ?? 1) - (other.severity ?? 1)).slice(0, most));
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const message = `${found.length - most} further findings are not shown. The command line lists them all.`;
  return [
    { range, severity: 3, code: 'draft/more-findings', source, message },
    ...found.filter((one) => gravest.has(one)),
  ];
}
