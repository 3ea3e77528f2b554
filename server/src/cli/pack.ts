import { readFileSync } from 'node:fs';
import { createAssessor } from '../assessment/index.js';
import { runExamples } from '../assessment/examples.js';
import { loadGuidelines } from '../guidelines/index.js';
import { packSchema } from '../guidelines/pack-schema.js';
import { readUserPack } from '../guidelines/user-pack.js';
import { UsageError } from './arguments.js';
import type { Streams } from './streams.js';

/** `mtus-draft pack test FILE …` and `mtus-draft pack schema`. Throws UsageError. */
export function pack(args: readonly string[], streams: Streams): number {
  const [verb, ...files] = args;
  if (verb === 'schema') {
    streams.out(`${JSON.stringify(packSchema(), null, 2)}\n`);
    return 0;
  }
  if (verb !== 'test' || files.length === 0) throw new UsageError('pack: "pack test FILE …" or "pack schema"');
  return Math.max(...files.map((file) => testFile(file, streams)));
}

function testFile(file: string, streams: Streams): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    streams.err(`${file}: cannot be read\n`);
    return 2;
  }
  const read = readUserPack({ name: file, text });
  const guidelines = loadGuidelines([{ name: file, text }]);
  const assessor = createAssessor(guidelines);
  const problems = assessor.problems.filter((problem) => problem.file === file);
  for (const problem of problems) streams.err(`${file}${problem.line ? `:${problem.line}` : ''}: ${problem.message}\n`);
  if (!read.pack) return 1;
  const merged = guidelines.packs.get(read.pack.family)!;
  let run = 0;
  let failed = 0;
  for (const id of Object.keys(read.pack.criteria)) {
    const criterion = merged.criteria.find((one) => one.id === id);
    if (!criterion || !read.pack.criteria[id]!.examples) continue;
    const failures = runExamples(assessor, merged, criterion, criterion.examples);
    run += Object.values(criterion.examples).flat().length;
    failed += failures.length;
    for (const failure of failures) {
      const line = read.at[failure.note];
      streams.err(
        `${file}${line ? `:${line}` : ''}: ${failure.code}: expected ${failure.expected}, got ${failure.got} for "${failure.note}" (${failure.why})\n`,
      );
    }
  }
  streams.out(`${file}: ${run - failed} of ${run} examples as the pack says\n`);
  return failed > 0 || problems.length > 0 ? 1 : 0;
}
