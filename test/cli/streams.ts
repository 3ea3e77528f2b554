import type { Streams } from '../../server/src/cli/streams.js';

export interface Recorded extends Streams {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Streams that keep what is written. */
export function record(stdin: string | Uint8Array = ''): Recorded {
  let out = '';
  let err = '';
  return {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    colour: false,
    rulePages: 'file:///package/docs/rules',
    stdout: () => out,
    stderr: () => err,
  };
}
