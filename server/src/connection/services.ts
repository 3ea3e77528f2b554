import type { Connection, Diagnostic } from 'vscode-languageserver';
import { source } from '../features/diagnostics.js';
import type { ClientAbilities } from '../features/checked.js';
import type { Problem } from '../guidelines/index.js';
import { createDraftService, type DraftService } from '../service.js';
import type { Configuration } from './configuration.js';
import { logFault } from './log.js';
import { isPackName, type PackFiles, type PackText } from './pack-files.js';

/**
 * The service that counts for a document: that of the innermost workspace folder it lies in, with the folder's
 * own packs over the built-in ones. Folders without packs share one.
 */
export class Services {
  readonly #connection: Connection;
  readonly #client: ClientAbilities;
  readonly #configuration: Configuration;
  readonly #files: PackFiles;
  readonly #loaded = new Map<string, Promise<DraftService>>();
  readonly #marked = new Map<string, Set<string>>();
  #folders: readonly string[] = [];
  #builtIn: DraftService | undefined;

  constructor(connection: Connection, client: ClientAbilities, configuration: Configuration, files: PackFiles) {
    this.#connection = connection;
    this.#client = client;
    this.#configuration = configuration;
    this.#files = files;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders.map((folder) => folder.replace(/\/$/, ''));
    this.reload();
  }

  /** Reads packs anew for the next question asked. */
  reload(): void {
    this.#loaded.clear();
  }

  for(uri: string): Promise<DraftService> {
    const inside = this.#folders.filter((folder) => uri === folder || uri.startsWith(`${folder}/`));
    const folder = inside.sort((one, other) => other.length - one.length)[0] ?? '';
    const known = this.#loaded.get(folder);
    if (known) return known;
    const loading = this.#load(folder);
    this.#loaded.set(folder, loading);
    return loading;
  }

  /** Whether a file that changed is, or was, a pack of some folder. */
  async isPack(uri: string): Promise<boolean> {
    if (!isPackName(uri)) return false;
    for (const folder of this.#folders) {
      const { packs } = await this.#configuration.of(folder);
      const among = packs.some((pack) => decoded(uri).includes(`/${pack.replace(/^\.?\/|\/$/g, '')}/`));
      if (among) return true;
    }
    return false;
  }

  async #load(folder: string): Promise<DraftService> {
    const { packs: places } = await this.#configuration.of(folder || undefined);
    const read = folder ? await Promise.all(places.map((place) => this.#files.read(folder, place))) : [];
    const packs = read.flat();
    if (packs.length === 0) {
      this.#mark(folder, [], []);
      this.#builtIn ??= createDraftService({ client: this.#client });
      return this.#builtIn;
    }
    try {
      const service = createDraftService({ packs, client: this.#client });
      this.#mark(folder, packs, service.problems);
      return service;
    } catch (error) {
      logFault(this.#connection, 'Loading packs', error);
      const message = 'The packs of this folder could not be loaded. The built-in ones are at work.';
      this.#mark(
        folder,
        packs,
        packs.map(({ name }) => ({ file: name, line: 1, message })),
      );
      this.#builtIn ??= createDraftService({ client: this.#client });
      return this.#builtIn;
    }
  }

  /** Shows each pack's faults on its own file, and takes away those of packs that are gone or mended. */
  #mark(folder: string, packs: readonly PackText[], all: readonly Problem[]): void {
    const before = this.#marked.get(folder) ?? new Set();
    const marked = new Set<string>();
    for (const { name, text } of packs) {
      const problems = all.filter((problem) => problem.file === name);
      if (problems.length === 0) continue;
      marked.add(name);
      this.#show(
        name,
        problems.map((problem) => packFault(text, problem)),
      );
    }
    for (const uri of before) if (!marked.has(uri)) this.#show(uri, []);
    this.#marked.set(folder, marked);
  }

  #show(uri: string, diagnostics: Diagnostic[]): void {
    // A client that has gone needs no findings.
    this.#connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function packFault(text: string, problem: Problem): Diagnostic {
  const lines = text.split(/\r?\n/);
  const line = Math.min(Math.max((problem.line ?? 1) - 1, 0), lines.length - 1);
  const written = lines[line] ?? '';
  const start = written.length - written.trimStart().length;
  return {
    range: { start: { line, character: start }, end: { line, character: written.length } },
    severity: 1,
    code: 'pack/fault',
    source,
    message: problem.message,
  };
}
