import { readFileSync, writeSync } from 'node:fs';
import manifest from '../../../package.json';
import { UsageError, usage } from './arguments.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { pack } from './pack.js';
import type { Streams } from './streams.js';

const { version } = manifest as { version: string };

/** Writes all of the text even where the pipe takes only part of it at a time. */
function writeAll(descriptor: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

const streams: Streams = {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
  stdin: () => readFileSync(0),
  rulePages: new URL('../docs/rules', import.meta.url).href,
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
};

function run(args: readonly string[]): number {
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return check(rest, streams, version);
    case 'explain':
      return explain(rest, streams);
    case 'pack':
      return pack(rest, streams);
    case '--help':
    case 'help':
    case '-h':
      streams.out(usage);
      return 0;
    case '--version':
      streams.out(`${version}\n`);
      return 0;
    default:
      throw new UsageError(command ? `there is no command "${command}"` : 'name a command');
  }
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  streams.err(`mtus-draft: ${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
