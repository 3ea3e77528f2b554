/**
 * `npm run bench`: how long a check, a keystroke, a hover and a completion take on drafts of 10 KB to 1 MB, and the
 * server's cold start and memory. Prints a table of times as a user feels them; fails where a figure is past its gate by
 * the clock and by the processor's time both, so that a busy machine fails nothing. The gates catch what has become
 * quadratic, not what has become ten percent slower.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { draftOf } from '../test/bench/drafts.mjs';
import { writeData } from './data.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const KB = 1024;
/** Gates in milliseconds: the first full check, a keystroke's re-check, a hover or completion (95th percentiles). */
const sizes = [
  { name: '10 KB', bytes: 10 * KB, full: 800, keystroke: 60, ask: 25 },
  { name: '30 KB', bytes: 30 * KB, full: 900, keystroke: 80, ask: 25 },
  { name: '100 KB', bytes: 100 * KB, full: 1500, keystroke: 200, ask: 40 },
  { name: '1 MB', bytes: 1024 * KB, full: 8000, keystroke: 2000, ask: 100 },
];
const coldGate = 2500;
const memoryGate = 250;

const sorted = (times) => [...times].sort((one, other) => one - other);
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))];
const percentile = (times, share) => ({
  clock: at(
    times.map((time) => time.clock),
    share,
  ),
  processor: at(
    times.map((time) => time.processor),
    share,
  ),
});
const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const show = ({ clock }) => milliseconds(clock);

/** Milliseconds by the clock and of the processor. */
function timed(run) {
  const begun = performance.now();
  const before = process.cpuUsage();
  run();
  const used = process.cpuUsage(before);
  return { clock: performance.now() - begun, processor: (used.user + used.system) / 1000 };
}

async function bundled(entry, name) {
  const outfile = join(root, '.cache', name);
  await build({
    absWorkingDir: root,
    ...entry,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

async function services() {
  const contents = `export { createDraftService } from './service.js';
export { TextDocument } from 'vscode-languageserver-textdocument';`;
  const file = await bundled({ stdin: { contents, resolveDir: join(root, 'server/src') } }, 'bench.cjs');
  return createRequire(import.meta.url)(file);
}

function measure({ createDraftService, TextDocument }, { bytes }) {
  const service = createDraftService();
  const text = draftOf(bytes);
  // A first small draft warms the compiler up; the text itself is new to the service.
  service.diagnostics(TextDocument.create('file:///warm.rfa.md', 'mtus-request', 1, 'Soma 350 mg #30\n\nBack pain.'));
  let document = TextDocument.create('file:///bench.rfa.md', 'mtus-request', 1, text);
  const full = timed(() => service.diagnostics(document));
  const rounds = bytes > 500 * KB ? 12 : 60;
  const keystrokes = [];
  const asks = [];
  for (let round = 0; round < rounds; round += 1) {
    const place = document.positionAt(Math.floor((text.length * ((round * 37) % 100)) / 100));
    keystrokes.push(
      timed(() => {
        document = TextDocument.update(
          document,
          [{ range: { start: place, end: place }, text: 'abc '[round % 4] }],
          document.version + 1,
        );
        service.diagnostics(document);
      }),
    );
    asks.push(
      timed(() => service.hover(document, place)),
      timed(() => service.completion(document, place)),
    );
    asks.push(timed(() => service.hover(document, { line: 6, character: 5 })));
  }
  return {
    full,
    keystroke50: percentile(keystrokes, 0.5),
    keystroke95: percentile(keystrokes, 0.95),
    ask95: percentile(asks, 0.95),
  };
}

/** Milliseconds from starting the server to its first findings, and its memory then, in MB. */
function coldStart(server) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let received = '';
    child.on('error', reject);
    child.stdout.on('data', (data) => {
      received += data;
      if (!received.includes('"id":2')) return;
      const clock = performance.now() - begun;
      child.stdout.removeAllListeners('data');
      costOf(child.pid).then(({ memory, processor }) => {
        child.kill();
        resolve({ clock, processor: processor ?? clock, memory });
      }, reject);
    });
    const textDocument = { uri: 'file:///a.rfa.md', languageId: 'mtus-request', version: 1, text: draftOf(10 * KB) };
    send({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
    });
    send({ method: 'initialized', params: {} });
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: textDocument.uri } } });
  });
}

/** Resident memory of a process in MB and its processor time in milliseconds; null where the system does not tell. */
async function costOf(pid) {
  const read = (name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await read('status'))?.[1];
  // utime and stime, the 14th and 15th fields, in ticks of ten milliseconds.
  const ticks = (await read('stat')).split(') ')[1]?.split(' ').slice(11, 13).map(Number);
  return {
    memory: kilobytes ? Math.round(Number(kilobytes) / KB) : null,
    processor: ticks ? (ticks[0] + ticks[1]) * 10 : null,
  };
}

writeData();
const parts = await services();
const server = await bundled({ entryPoints: ['server/src/main-node.ts'] }, 'bench-server.cjs');
const over = [];
const gate = (what, value, limit) => {
  if (Math.min(value.clock, value.processor) > limit) {
    over.push(
      `${what}: ${show(value)} (${milliseconds(value.processor)} of the processor), gate ${milliseconds(limit)}`,
    );
  }
};

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`,
);
console.log(`| draft  | full check | keystroke p50 | p95 | hover, completion p95 |\n|---|---|---|---|---|`);
for (const size of sizes) {
  const { full, keystroke50, keystroke95, ask95 } = measure(parts, size);
  console.log(`| ${size.name} | ${show(full)} | ${show(keystroke50)} | ${show(keystroke95)} | ${show(ask95)} |`);
  gate(`${size.name} full check`, full, size.full);
  gate(`${size.name} keystroke p95`, keystroke95, size.keystroke);
  gate(`${size.name} hover, completion p95`, ask95, size.ask);
}
const starts = [];
for (let round = 0; round < 5; round += 1) starts.push(await coldStart(server));
const cold = percentile(starts, 0.5);
const memory = Math.max(...starts.map((start) => start.memory ?? 0));
console.log(
  `\nCold start to first findings (10 KB): ${show(cold)}; memory then: ${memory ? `${memory} MB` : 'not known here'}`,
);
gate('cold start', cold, coldGate);
if (memory > memoryGate) over.push(`memory: ${memory} MB, gate ${memoryGate} MB`);
if (over.length > 0) {
  console.error(`\nPast the gate:\n${over.join('\n')}`);
  process.exitCode = 1;
}
