import { RequestType } from 'vscode-languageclient';

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Status = 'met' | 'vague' | 'missing' | 'contradicted' | 'exceeded' | 'not-applicable';

/** A criterion of an item as the server judges it. */
export interface ChecklistCriterion {
  /** `<family>/<criterion>`. */
  readonly code: string;
  readonly title: string;
  readonly status: Status;
  readonly why: string;
  readonly citation: string;
  /** Where the deciding words stand, if any do. */
  readonly range: Range | null;
}

export interface ChecklistItem {
  readonly text: string;
  readonly range: Range;
  readonly criteria: readonly ChecklistCriterion[];
}

/** The checklist of an open draft, in the order of its items. */
export const checklistRequest = new RequestType<{ textDocument: { uri: string } }, readonly ChecklistItem[], void>(
  'mtusDraft/checklist',
);
