import type { Range } from 'vscode-languageserver';
import type { Status } from '../assessment/types.js';
import { type Checked, rangeOf } from './checked.js';
import { governingText } from './citations.js';

/** What the editor's checklist view shows of a criterion. */
export interface ChecklistCriterion {
  readonly code: string;
  readonly title: string;
  readonly status: Status;
  readonly why: string;
  readonly citation: string;
  /** Where the deciding words stand, null where none do. */
  readonly range: Range | null;
}

export interface ChecklistItem {
  readonly text: string;
  readonly range: Range;
  readonly criteria: readonly ChecklistCriterion[];
}

/** The items in document order, each with every criterion of its pack; what was ignored by comment is listed all the same. */
export function checklist({ assessment, document, guidelines }: Checked): ChecklistItem[] {
  return assessment.items.map(({ item, verdicts }) => ({
    text: item.text,
    range: rangeOf(document, item),
    criteria: verdicts.map((verdict) => ({
      code: verdict.code,
      title: verdict.title,
      status: verdict.status,
      why: verdict.why || verdict.wants,
      citation: governingText(verdict.citations, guidelines),
      range: verdict.evidence[0] ? rangeOf(document, verdict.evidence[0]) : null,
    })),
  }));
}
