import type { Diagnostic } from 'vscode-languageserver-types';
import type { FileReport } from '../report.js';

const names = ['', 'error', 'warning', 'information', 'hint'];
const colours = ['', '\u001b[31m', '\u001b[33m', '\u001b[34m', '\u001b[2m'];
const reset = '\u001b[0m';

/** For people: a file's findings by line, then what it adds up to. */
export function pretty(reports: readonly FileReport[], colour: boolean): string {
  const blocks = reports.map((report) => {
    const lines = [...report.diagnostics].sort(byPlace).map((diagnostic) => `  ${line(diagnostic, colour)}`);
    return [report.path, ...(lines.length > 0 ? lines : ['  nothing to mend'])].join('\n');
  });
  const all = reports.flatMap((report) => report.diagnostics);
  const count = (severity: number) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = [1, 2, 3, 4].flatMap((severity) =>
    count(severity) > 0
      ? [`${count(severity)} ${names[severity]}${count(severity) === 1 || severity === 3 ? '' : 's'}`]
      : [],
  );
  const drafts = `${reports.length} draft${reports.length === 1 ? '' : 's'}`;
  return `${[...blocks, `${drafts}: ${parts.length > 0 ? parts.join(', ') : 'nothing to mend'}`].join('\n\n')}\n`;
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character ||
  (a.severity ?? 0) - (b.severity ?? 0);

function line(diagnostic: Diagnostic, colour: boolean): string {
  const { line, character } = diagnostic.range.start;
  const severity = diagnostic.severity ?? 1;
  const name = colour ? `${colours[severity]}${names[severity]}${reset}` : names[severity];
  return `${line + 1}:${character + 1}  ${name}  ${diagnostic.message}  [${diagnostic.code}]`;
}
