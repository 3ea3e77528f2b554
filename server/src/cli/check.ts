import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullAbilities } from '../features/checked.js';
import { createDraftService, type DraftService } from '../service.js';
import type { AssessSettings } from '../assessment/index.js';
import type { DraftKind } from '../draft/types.js';
import { type CheckArguments, checkArguments, severities } from './arguments.js';
import { pretty } from './formats/pretty.js';
import { sarif } from './formats/sarif.js';
import { decode, filesOf, InputError, readDraftFile } from './input.js';
import { ndjsonLines } from './ndjson.js';
import { type FileReport, fileReport } from './report.js';
import type { Streams } from './streams.js';

/** `mtus-draft check`: the exit status. Throws UsageError. */
export function check(args: readonly string[], streams: Streams, version: string): number {
  const options = checkArguments(args);
  const service = createDraftService({
    packs: userPacks(options.packs, streams),
    client: { ...fullAbilities, rulePages: streams.rulePages },
  });
  for (const problem of service.problems)
    streams.err(`${problem.file}${problem.line ? `:${problem.line}` : ''}: ${problem.message}\n`);
  const checkText = checker(service, options.factors as AssessSettings['morphineFactors']);
  const reports: FileReport[] = [];
  let unreadable = false;

  if (options.format === 'ndjson') {
    for (const [name, text] of inputs(options, streams, () => (unreadable = true))) {
      const read = ndjsonLines(text, checkText, (report) => reports.push(report));
      streams.out(read.output);
      if (read.failed) streams.err(`${name}: some lines are not valid; each has its error in the output\n`);
    }
  } else {
    for (const [name, text] of inputs(options, streams, () => (unreadable = true))) reports.push(checkText(name, text));
    if (options.format === 'json') streams.out(`${JSON.stringify({ version: 1, files: reports }, null, 2)}\n`);
    else if (options.format === 'sarif') streams.out(sarif(reports, version));
    else streams.out(pretty(reports, streams.colour));
  }
  if (unreadable) return 2;
  const least = severities.indexOf(options.failOn) + 1;
  return reports.some((report) => report.diagnostics.some((diagnostic) => (diagnostic.severity ?? 1) <= least)) ? 1 : 0;
}

function* inputs(
  options: CheckArguments,
  streams: Streams,
  onUnreadable: () => void,
): Generator<[name: string, text: string]> {
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      streams.err(`${error.message}\n`);
      onUnreadable();
      return null;
    }
  };
  if (options.stdin) {
    const text = attempt(() =>
      options.format === 'ndjson'
        ? new TextDecoder().decode(streams.stdin())
        : decode(streams.stdin(), options.stdinFilename),
    );
    if (text !== null) yield [options.stdinFilename, text];
    return;
  }
  for (const path of options.paths) {
    for (const file of attempt(() => filesOf(path)) ?? []) {
      const text = attempt(() => (options.format === 'ndjson' ? readFileSync(file, 'utf8') : readDraftFile(file)));
      if (text !== null) yield [file, text];
    }
  }
}

function checker(service: DraftService, morphineFactors: AssessSettings['morphineFactors']) {
  return (name: string, text: string, kind?: DraftKind): FileReport => {
    const document = TextDocument.create(`file:///${encodeURI(name)}`, languageOf(name, kind), 1, text);
    const settings = { morphineFactors };
    return fileReport(name, document, service.assessment(document, settings), service.diagnostics(document, settings));
  };
}

/** The language that says the draft's kind; where neither caller nor name says it, the text decides. */
function languageOf(name: string, kind: DraftKind | undefined): string {
  if (kind) return kind === 'determination' ? 'plaintext' : `mtus-${kind}`;
  if (/\.(imr|imr\.md|appeal\.md)$/i.test(name)) return 'mtus-appeal';
  return /\.(rfa|rfa\.md|rfa\.txt)$/i.test(name) ? 'mtus-request' : 'plaintext';
}

function userPacks(folders: readonly string[], streams: Streams): { name: string; text: string }[] {
  return folders.flatMap((folder) => {
    try {
      const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
      return names.map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
    } catch {
      streams.err(`${folder}: no such folder of packs\n`);
      return [];
    }
  });
}
