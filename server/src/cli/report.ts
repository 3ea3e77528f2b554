import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Assessment } from '../assessment/index.js';
import type { Request, Span } from '../draft/types.js';

/** The contract's object for one draft: items with their criteria, and the diagnostics. */
export interface FileReport {
  readonly path: string;
  readonly kind: string;
  readonly items: readonly object[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the contract calls `request`: values alone, null or empty where the line does not say. */
export function requestReport(request: Request): Record<string, unknown> {
  return {
    strength: request.strength?.value ?? null,
    quantity: request.quantity?.value ?? null,
    frequencyPerDay: request.frequencyPerDay?.value ?? null,
    dosePerAdministration: request.dosePerAdministration?.value ?? null,
    durationDays: request.durationDays?.value ?? null,
    refills: request.refills?.value ?? null,
    levels: request.levels.map((level) => level.value),
    side: request.side?.value ?? null,
    count: request.count?.value ?? null,
    visits: request.visits?.value ?? null,
    visitsPerWeek: request.visitsPerWeek?.value ?? null,
    weeks: request.weeks?.value ?? null,
    bodyParts: request.bodyParts.map((part) => part.value),
  };
}

export function fileReport(
  path: string,
  document: TextDocument,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
): FileReport {
  const rangeOf = (span: Span): Range => ({
    start: document.positionAt(span.start),
    end: document.positionAt(span.end),
  });
  const items = assessment.items.map(({ item, verdicts }) => ({
    text: item.text,
    range: rangeOf(item),
    family: item.family,
    treatment: item.treatment,
    request: requestReport(item.request),
    criteria: verdicts.map((verdict) => {
      const citation = verdict.citations[0];
      return {
        criterion: verdict.criterion,
        status: verdict.status,
        citation: citation
          ? {
              guideline: citation.guideline,
              section: citation.section,
              pages: citation.pages ?? null,
              confidence: citation.confidence,
            }
          : null,
        evidence: verdict.evidence.map((one) => ({ range: rangeOf(one), text: one.text })),
      };
    }),
  }));
  return { path, kind: assessment.draft.kind, items, diagnostics };
}
