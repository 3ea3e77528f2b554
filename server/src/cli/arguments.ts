import { parseArgs } from 'node:util';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export const formats = ['pretty', 'json', 'ndjson', 'sarif'] as const;

export interface CheckArguments {
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof severities)[number];
  readonly stdin: boolean;
  readonly stdinFilename: string;
  readonly packs: readonly string[];
  readonly factors: string;
  readonly paths: readonly string[];
}

/** Wrong usage: what and where, for standard error; exit status 2. */
export class UsageError extends Error {}

export const usage = `mtus-draft: what a reviewer will deny a treatment request or appeal for

  mtus-draft check [--format pretty|json|ndjson|sarif] [--fail-on error|warning|information|hint]
                   [--packs FOLDER] [--morphine-factors cdc-2022|cdc-2016|cpmtg-2009]
                   [--stdin --stdin-filename NAME] [PATH …]
  mtus-draft explain FAMILY/CRITERION
  mtus-draft pack test FILE …
  mtus-draft pack schema
  mtus-draft --help | --version

A path is a draft or a folder of drafts (*.rfa, *.rfa.md, *.rfa.txt, *.imr, *.imr.md, *.appeal.md).
Exit status: 0 nothing at or above --fail-on (default warning), 1 something is, 2 wrong usage or a file that can't be read.
`;

export function checkArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parse(args);
  const format = oneOf('--format', values.format ?? 'pretty', formats);
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'warning', severities);
  const factors = oneOf('--morphine-factors', values['morphine-factors'] ?? 'cdc-2022', [
    'cdc-2022',
    'cdc-2016',
    'cpmtg-2009',
  ] as const);
  const stdin = values.stdin ?? false;
  if (!stdin && positionals.length === 0) throw new UsageError('check: name a draft or a folder, or use --stdin');
  if (stdin && positionals.length > 0) throw new UsageError('check: --stdin takes no paths');
  return {
    format,
    failOn,
    factors,
    stdin,
    stdinFilename: values['stdin-filename'] ?? 'draft.rfa.md',
    packs: values.packs ?? [],
    paths: positionals,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        'morphine-factors': { type: 'string' },
        packs: { type: 'string', multiple: true },
        stdin: { type: 'boolean' },
        'stdin-filename': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`check: ${(error as Error).message}`);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`check: ${option} is "${value}"; it can be ${allowed.join(', ')}`);
}
