import type { Connection } from 'vscode-languageserver';

/**
 * Logs a fault without a word of any draft: an error's message may quote what it choked on, so only its
 * kind and the places in our code are written down.
 */
export function logFault(connection: Connection, what: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const kind = error instanceof Error ? error.name : typeof error;
  connection.console.error([`${what} failed: ${kind}`, ...places.slice(0, 6)].join('\n'));
}
