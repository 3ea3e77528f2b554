import type { Connection } from 'vscode-languageserver';
import { type DraftSettings, defaultSettings, readSettings } from '../settings.js';

export const section = 'mtusDraft';

/** The settings of each document or folder, asked of the client once until they change. */
export class Configuration {
  readonly #connection: Connection;
  readonly #asks: boolean;
  readonly #known = new Map<string, Promise<DraftSettings>>();
  #sent: DraftSettings;

  /** `asks`: the client answers workspace/configuration; otherwise what it sent counts for every document. */
  constructor(connection: Connection, asks: boolean, sent: unknown) {
    this.#connection = connection;
    this.#asks = asks;
    this.#sent = readSettings(ours(sent));
  }

  /** Never rejects: a client that does not answer gets the defaults. */
  of(uri: string | undefined): Promise<DraftSettings> {
    if (!this.#asks) return Promise.resolve(this.#sent);
    const key = uri ?? '';
    const known = this.#known.get(key);
    if (known) return known;
    const scope = uri === undefined ? { section } : { section, scopeUri: uri };
    const asked = this.#connection.workspace.getConfiguration(scope).then(readSettings, () => defaultSettings);
    this.#known.set(key, asked);
    return asked;
  }

  changed(sent: unknown): void {
    this.#known.clear();
    if (!this.#asks) this.#sent = readSettings(ours(sent));
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}

/** Our part of what a client sends, whether it sends ours alone or everything. */
function ours(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && section in sent
    ? (sent as Record<string, unknown>)[section]
    : sent;
}
