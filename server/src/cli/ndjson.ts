import type { FileReport } from './report.js';

export interface DraftLine {
  readonly id: string | number;
  readonly text: string;
  readonly kind?: 'request' | 'appeal' | 'determination';
}

export type Check = (name: string, text: string, kind?: DraftLine['kind']) => FileReport;

/**
 * A draft a line in, a report a line out. A line that is not valid gives an error with its id, or its number where
 * it has none, and the run goes on. `failed` says that a line could not be read.
 */
export function ndjsonLines(
  input: string,
  check: Check,
  onReport: (report: FileReport) => void,
): { output: string; failed: boolean } {
  let failed = false;
  const lines = input.split(/\r?\n/);
  const output = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = readLine(line);
    if ('error' in read) {
      failed = true;
      return [
        JSON.stringify(
          read.id === undefined ? { line: index + 1, error: read.error } : { id: read.id, error: read.error },
        ),
      ];
    }
    const report = check(String(read.id), read.text, read.kind);
    onReport(report);
    return [JSON.stringify({ id: read.id, items: report.items, diagnostics: report.diagnostics })];
  });
  return { output: output.map((line) => `${line}\n`).join(''), failed };
}

function readLine(line: string): DraftLine | { id?: string | number; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: 'not an object' };
  const { id, text, kind } = value as Record<string, unknown>;
  const named = typeof id === 'string' || typeof id === 'number' ? id : undefined;
  if (named === undefined) return { error: '"id" must be a string or a number' };
  if (typeof text !== 'string') return { id: named, error: '"text" must be a string' };
  if (kind !== undefined && kind !== 'request' && kind !== 'appeal' && kind !== 'determination') {
    return { id: named, error: '"kind" can be request, appeal or determination' };
  }
  return { id: named, text, kind };
}
