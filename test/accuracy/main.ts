import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createAssessor } from '../../server/src/assessment/index.js';
import { loadGuidelines } from '../../server/src/guidelines/index.js';
import { measureContext } from './context.js';
import { draftTables } from './drafts.js';
import { lineTables } from './lines.js';
import { phrasesIn, type PhraseResult, phraseTable, runPhrases } from './phrases.js';
import { markdownTable, type Table } from './table.js';

/**
 * Measures every data set found: `../shared/data` and `test/corpus`, or the folder after `--data`. Prints a table a set
 * and writes test/accuracy/REPORT.md (not for `--data`). `--gate` fails where a figure fell below the committed report;
 * `--errors` prints each case that came out wrong.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const at = args.indexOf('--data');
  const folder = at >= 0 ? args[at + 1] : undefined;
  if (at >= 0 && (!folder || !existsSync(folder))) {
    console.error(`accuracy: --data ${folder ?? ''}: no such folder`);
    return 2;
  }
  const showErrors = args.includes('--errors');
  const folders = folder
    ? [resolve(folder)]
    : [join(root, '../shared/data'), join(root, 'test/corpus'), join(root, 'test/corpus/held')];
  const assessor = createAssessor(loadGuidelines());
  const tables: Table[] = [];
  for (const each of folders) {
    if (!existsSync(each)) {
      console.log(`accuracy: SKIPPED ${each}: no such folder\n`);
      continue;
    }
    const held = each.endsWith('held') ? 'held/' : '';
    const lines = lineTables(each, showErrors).map((table) => ({ ...table, name: held + table.name }));
    tables.push(...contextTables(each, showErrors), ...lines);
    tables.push(...draftTables(each, assessor, showErrors));
    for (const { name, phrases } of phrasesIn(each)) {
      const results = runPhrases(assessor, phrases);
      if (showErrors) for (const result of results) if (!result.right) console.log(errorLine(result));
      tables.push(phraseTable(each.endsWith('held') ? `held/${name}` : name, results));
    }
  }
  const report = tables.map(markdownTable).join('\n');
  console.log(report);
  if (tables.length === 0) {
    console.error(
      'accuracy: no data set found (context-dev.tsv, wc-context-dev.jsonl, sig-dev.jsonl, lines.jsonl, phrases.jsonl)',
    );
    return 2;
  }
  if (folder) return 0;
  const path = join(root, 'test/accuracy/REPORT.md');
  if (args.includes('--gate')) return gate(tables, existsSync(path) ? readFileSync(path, 'utf8') : '');
  mkdirSync(join(root, 'test/accuracy'), { recursive: true });
  writeFileSync(
    path,
    `# Accuracy\n\nMade by \`npm run accuracy\`; \`.ci/run\` fails where a total falls below these.\n\n${report}`,
  );
  return 0;
}

const errorLine = ({ phrase, got, why }: PhraseResult): string =>
  `${phrase.id} ${phrase.family}/${phrase.criterion} expected ${phrase.expect}, got ${got}: ${phrase.item} — ${phrase.note}\n    ${why}`;

function contextTables(folder: string, showErrors: boolean): Table[] {
  const scores = measureContext(folder);
  if (showErrors) {
    for (const { name, errors } of scores)
      for (const { sentence, target, expected } of errors)
        console.log(`${name}: "${target}" expected ${expected}: ${sentence}`);
  }
  const columns = ['label', 'n', 'recall', 'precision', 'F1'];
  const rows = scores.map((score) => [
    score.name,
    String(score.n),
    score.recall.toFixed(3),
    score.precision.toFixed(3),
    score.f1.toFixed(3),
  ]);
  return rows.map((row) => ({ name: `Context: ${row[0]}`, columns, rows: [row] }));
}

/** Compares each table's last row (its total) with the committed report's. */
function gate(tables: readonly Table[], committed: string): number {
  const fallen = tables.flatMap((table) => {
    const last = table.rows.at(-1);
    const before = committed.split(`## ${table.name}\n`)[1]?.split('\n## ')[0]?.trim().split('\n').at(-1);
    if (!last || !before) return [];
    const cells = before
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return last.flatMap((cell, index) => {
      const column = table.columns[index]!;
      if (!/accuracy|recall|precision|F1/i.test(column)) return [];
      return Number(cell) < Number(cells[index]) - 0.0005
        ? [`${table.name}: ${column} ${cell}, committed ${cells[index]}`]
        : [];
    });
  });
  for (const line of fallen) console.error(`accuracy fell: ${line}`);
  return fallen.length > 0 ? 1 : 0;
}
