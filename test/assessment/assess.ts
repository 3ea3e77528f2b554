import { type AssessSettings, createAssessor, type ItemAssessment } from '../../server/src/assessment/index.js';
import { readDraft } from '../../server/src/draft/index.js';
import { loadGuidelines } from '../../server/src/guidelines/index.js';

export const guidelines = loadGuidelines();
export const assessor = createAssessor(guidelines);

export const assessText = (text: string, settings?: AssessSettings) =>
  assessor.assess(readDraft(text, { kind: 'request' }), settings);

/** The first item of a text. */
export function firstItem(text: string, settings?: AssessSettings): ItemAssessment {
  const item = assessText(text, settings).items[0];
  if (!item) throw new Error(`no item in: ${text}`);
  return item;
}

/** Criterion → status of the first item. */
export const statuses = (text: string): Record<string, string> =>
  Object.fromEntries(firstItem(text).verdicts.map((verdict) => [verdict.criterion, verdict.status]));
