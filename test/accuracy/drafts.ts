import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessor, ItemAssessment } from '../../server/src/assessment/index.js';
import { requestReport } from '../../server/src/cli/report.js';
import { type DraftKind, readDraft } from '../../server/src/draft/index.js';
import { ratio, type Table } from './table.js';

/** A whole labelled draft: its items with what their lines give and the verdicts that are right. */
interface LabelledDraft {
  readonly id: string;
  readonly text: string;
  readonly kind: DraftKind;
  readonly items: readonly {
    readonly family: string;
    /** A substring of the item as written. */
    readonly text_contains: string;
    readonly request?: Readonly<Record<string, unknown>>;
    /** Criterion → the status or statuses that are right. */
    readonly verdicts?: Readonly<Record<string, string | readonly string[]>>;
  }[];
}

const flat = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
const listed = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

interface Tally {
  items: number;
  found: number;
  extra: number;
  fields: number;
  fieldsRight: number;
  verdicts: number;
  verdictsRight: number;
}

/** `drafts*.jsonl` of a folder: items found and invented, fields of their lines, verdicts. */
export function draftTables(folder: string, assessor: Assessor, showErrors: boolean): Table[] {
  const names = readdirSync(folder)
    .filter((name) => /^drafts.*\.jsonl$/.test(name))
    .sort();
  return names.map((name) => {
    const tally: Tally = { items: 0, found: 0, extra: 0, fields: 0, fieldsRight: 0, verdicts: 0, verdictsRight: 0 };
    const complain = (line: string) => showErrors && console.log(`${name} ${line}`);
    for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
      measure(JSON.parse(line) as LabelledDraft, assessor, tally, complain);
    }
    const row = (label: string, right: number, total: number) => [
      label,
      `${right}`,
      `${total}`,
      ratio(right, total).toFixed(3),
    ];
    return {
      name: folder.endsWith('held') ? `held/${name}` : name,
      columns: ['what', 'right', 'total', 'accuracy'],
      rows: [
        row('items found', tally.found, tally.items),
        row('items that were asked for', tally.found, tally.found + tally.extra),
        row('fields of the lines', tally.fieldsRight, tally.fields),
        row('verdicts', tally.verdictsRight, tally.verdicts),
      ],
    };
  });
}

function measure(draft: LabelledDraft, assessor: Assessor, tally: Tally, complain: (line: string) => void): void {
  const { items } = assessor.assess(readDraft(draft.text, { kind: draft.kind }));
  const used = new Set<ItemAssessment>();
  for (const expected of draft.items) {
    tally.items++;
    const open = items.filter((one) => !used.has(one) && one.item.family === expected.family);
    const got = open.find((one) => flat(one.item.text).includes(flat(expected.text_contains))) ?? open[0];
    if (!got) {
      complain(`${draft.id} not found: ${expected.text_contains}`);
      continue;
    }
    used.add(got);
    tally.found++;
    const report = requestReport(got.item.request);
    for (const [field, value] of Object.entries(expected.request ?? {})) {
      const right = listed(value) === listed(report[field]);
      tally.fields++;
      if (right) tally.fieldsRight++;
      else complain(`${draft.id} ${field}: ${listed(value)}, read ${listed(report[field])}: ${got.item.text}`);
    }
    for (const [criterion, statuses] of Object.entries(expected.verdicts ?? {})) {
      const verdict = got.verdicts.find((one) => one.criterion === criterion);
      const right = [statuses].flat().includes(verdict?.status ?? 'no verdict');
      tally.verdicts++;
      if (right) tally.verdictsRight++;
      else
        complain(
          `${draft.id} ${expected.family}/${criterion}: ${listed(statuses)}, got ${verdict?.status ?? 'no verdict'}: ${verdict?.why ?? ''}`,
        );
    }
  }
  for (const one of items) {
    if (used.has(one)) continue;
    tally.extra++;
    complain(`${draft.id} not asked for: ${one.item.text}`);
  }
}
