/**
 * `npm test`: builds, then runs the unit and protocol tests, the grammar's snapshots and the tests in the real editor, each whatever
 * became of those before it, and closes with the sum of all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const output = join(root, 'test', 'output');

function npmRun(script) {
  console.log(`\n--- npm run ${script}`);
  return (
    spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0
  );
}

/** A file of tests that could not be loaded counts as one failure: its tests never ran. */
function unitCounts(report) {
  const unloaded = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests };
}

const parts = [
  { script: 'test:unit', report: 'unit.json', read: unitCounts },
  { script: 'test:grammar', report: 'grammar.json', read: (counts) => counts },
  { script: 'test:editor', report: 'editor.json', read: (counts) => counts },
];

function run({ script, report, read }) {
  const path = join(output, report);
  rmSync(path, { force: true });
  const good = npmRun(script);
  const counts = {
    passed: 0,
    failed: 0,
    skipped: 0,
    ...(existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : {}),
  };
  // A runner that died without a count has failed too.
  if (!good && counts.failed === 0) counts.failed = 1;
  return counts;
}

mkdirSync(output, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
if (npmRun('build')) {
  for (const counts of parts.map(run)) {
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
} else {
  total.failed += 1;
}
writeFileSync(join(output, 'summary.json'), `${JSON.stringify(total)}\n`);
if (total.skipped > 0) console.log(`\nSKIPPED: ${total.skipped} tests could not run here; see the lines above`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
