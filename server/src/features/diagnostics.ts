import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Evidence, ItemAssessment, Status, Verdict } from '../assessment/types.js';
import type { Item, Span } from '../draft/types.js';
import type { SeverityName } from '../guidelines/index.js';
import { gravity } from '../settings.js';
import { blanksByLine } from './blanks.js';
import { type Checked, lineAt, rangeOf } from './checked.js';
import { shorten } from './markdown.js';
import { ruleLink } from './rule-link.js';
import { applySuppressions, isSuppressed, type Suppression } from './suppression.js';

export const source = 'mtus-draft';

/** What a finding carries for the fixes: keys only, no word of the draft. */
export interface FindingData {
  /** Key of the item, null for a finding about the whole draft. */
  readonly item: string | null;
  readonly criterion: string;
  readonly status: Status | 'draft';
  /** Section kind where a fix would go, null where there is none. */
  readonly fix: string | null;
}

/** LSP numbers of our severities. */
const levels = { error: 1, warning: 2, information: 3, hint: 4 } as const;
const unnecessary = 1;

/** Among findings of one severity on one place: what the draft itself says wrongly comes before what it leaves out. */
const urgency: Readonly<Record<string, number>> = { contradicted: 0, exceeded: 1, missing: 2, vague: 3, draft: 4 };

interface Finding {
  readonly span: Span;
  readonly code: string;
  readonly severity: SeverityName;
  readonly message: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly data: FindingData;
  readonly idle?: boolean;
}

/**
 * Every finding of a draft, suppressed ones left out, in document order and within one place by weight.
 * Ranges lie inside the document; the same draft and settings give the same list.
 */
export function diagnostics(checked: Checked): Diagnostic[] {
  const known = remembered.get(checked);
  if (known) return known;
  const made = makeDiagnostics(checked);
  remembered.set(checked, made);
  return made;
}

/** Fixes ask for the findings again and again. */
const remembered = new WeakMap<Checked, Diagnostic[]>();

function makeDiagnostics(checked: Checked): Diagnostic[] {
  const { assessment, suppressions, settings } = checked;
  const open = applySuppressions(assessment, suppressions);
  const findings: Finding[] = open.items.flatMap(({ entry, verdicts }) =>
    verdicts.map((verdict) => verdictFinding(checked, entry, verdict)),
  );
  for (const finding of open.findings) {
    findings.push({
      span: placeOf(checked, finding.at),
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      related: finding.evidence.map((evidence) => ({ span: evidence, message: 'What this rests on' })),
      data: { item: null, criterion: finding.criterion, status: 'draft', fix: finding.fix?.section ?? null },
    });
  }
  findings.push(...blankFindings(checked, open.used), ...suppressionFindings(suppressions, open.used));
  return findings
    .flatMap((finding) => {
      const severity = severityOf(finding, settings.severity);
      return severity && gravity(severity) >= gravity(settings.minimumSeverity) ? [{ ...finding, severity }] : [];
    })
    .sort(byPlaceAndWeight)
    .map((finding) => toDiagnostic(checked, finding));
}

/** A finding stands on its item; where the draft itself says the opposite or too much, on the sentence that does. */
function verdictFinding(checked: Checked, { item }: ItemAssessment, verdict: Verdict): Finding {
  const deciding = verdict.evidence[0];
  const elsewhere = deciding !== undefined && !within(deciding, item.block) && !within(deciding, item);
  const onSentence = elsewhere && (verdict.status === 'contradicted' || verdict.status === 'exceeded');
  const span = onSentence ? sentenceOf(checked, deciding) : item;
  const related = onSentence
    ? [{ span: item, message: `The request: ${shorten(item.text, 60)}` }]
    : verdict.evidence
        .filter((one) => !within(one, item))
        .slice(0, 3)
        .map((one) => ({ span: one, message: relatedText(verdict) }));
  return {
    span,
    code: verdict.code,
    severity: verdict.severity,
    message: verdict.message || `${verdict.title}: ${verdict.why || verdict.wants}`,
    related,
    data: { item: item.key, criterion: verdict.criterion, status: verdict.status, fix: verdict.fix?.section ?? null },
  };
}

function relatedText({ status, why, wants }: Verdict): string {
  return status === 'vague' ? 'Said here, but not enough to count' : why || wants;
}

const within = (inner: Span, outer: Span | Item): boolean => outer.start <= inner.start && inner.end <= outer.end;

function sentenceOf({ assessment }: Checked, evidence: Evidence): Span {
  const { sentences } = assessment.draft;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= evidence.start) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= evidence.start && evidence.end <= sentence.end ? sentence : evidence;
}

/** A finding about the whole draft has no words of its own: then it stands on the first line that has some. */
function placeOf({ document }: Checked, at: Span): Span {
  if (at.end > at.start) return at;
  const text = document.getText();
  const first = at.start < text.length && text[at.start]?.trim() ? at.start : text.search(/\S/);
  return first < 0 ? { start: 0, end: 0 } : lineAt(text, first);
}

function blankFindings({ blanks, assessment, suppressions }: Checked, used: Set<Suppression>): Finding[] {
  const code = 'draft/blank';
  const open = blanks.filter((blank) => !isSuppressed(suppressions, code, blank, used));
  return blanksByLine(assessment.draft.text, open).map(({ span, words }) => ({
    span,
    code,
    severity: span.sure ? 'warning' : 'hint',
    message: blankMessage(words, span.sure),
    related: [],
    data: { item: null, criterion: 'blank', status: 'draft', fix: null },
  }));
}

function blankMessage(words: readonly string[], sure: boolean): string {
  const shown =
    words
      .slice(0, 3)
      .map((word) => shorten(word, 40))
      .join(', ') + (words.length > 3 ? ' …' : '');
  if (!sure) return `${shown}: is this still to be filled in?`;
  if (words.length === 1) return `The blank ${shown} is not filled in. Until it is, its sentence counts for nothing.`;
  return `${words.length} blanks are not filled in: ${shown}. Until they are, their sentence counts for nothing.`;
}

const faults = {
  'no-reason': 'An ignored finding needs a reason after a colon. Until it has one, the finding stays.',
  'not-at-top':
    'ignore-all counts only above the first line of the draft. Move it there, or use ignore above the item.',
  'no-code': 'This comment does not say which finding to ignore. Name its code, for example opioid/frequency.',
} as const;

function suppressionFindings(suppressions: readonly Suppression[], used: ReadonlySet<Suppression>): Finding[] {
  return suppressions.flatMap((suppression): Finding[] => {
    if (suppression.fault === null && used.has(suppression)) return [];
    const criterion = suppression.fault === 'no-reason' ? 'ignore-without-reason' : 'ignore-unused';
    const message = suppression.fault
      ? faults[suppression.fault]
      : 'Nothing is left here to ignore. This comment can go.';
    return [
      {
        span: suppression,
        code: `draft/${criterion}`,
        severity: suppression.fault ? 'information' : 'hint',
        message,
        related: [],
        data: { item: null, criterion, status: 'draft', fix: null },
        idle: suppression.fault === null,
      },
    ];
  });
}

/** The one finding of a text that is not checked at all, on its first line. */
/** Links a code to its rule's page. */
function described(pages: string, code: string): Pick<Diagnostic, 'codeDescription'> {
  const href = ruleLink(pages, code);
  return href ? { codeDescription: { href } } : {};
}

export function notCheckedDiagnostic(document: TextDocument, reason: string, rulePages: string): Diagnostic {
  const code = 'draft/not-checked';
  const data: FindingData = { item: null, criterion: 'not-checked', status: 'draft', fix: null };
  const range = {
    start: { line: 0, character: 0 },
    end: document.positionAt(Math.min(80, lineAt(document.getText(), 0).end)),
  };
  return {
    range,
    severity: levels.information,
    code,
    ...described(rulePages, code),
    source,
    message: `This file is ${reason}.`,
    data,
  };
}

function severityOf(finding: Finding, set: Checked['settings']['severity']): SeverityName | null {
  const level = set[finding.code] ?? set[finding.data.criterion] ?? finding.severity;
  return level === 'off' ? null : level;
}

function byPlaceAndWeight(one: Finding, other: Finding): number {
  return (
    one.span.start - other.span.start ||
    gravity(other.severity) - gravity(one.severity) ||
    (urgency[one.data.status] ?? 9) - (urgency[other.data.status] ?? 9)
  );
}

function toDiagnostic({ document, client }: Checked, finding: Finding): Diagnostic {
  const related: DiagnosticRelatedInformation[] = finding.related.map(({ span, message }) => ({
    location: { uri: document.uri, range: rangeOf(document, span) },
    message,
  }));
  return {
    range: rangeOf(document, finding.span),
    severity: levels[finding.severity],
    code: finding.code,
    ...described(client.rulePages, finding.code),
    source,
    message: finding.message,
    ...(finding.idle ? { tags: [unnecessary] } : {}),
    ...(related.length > 0 && client.relatedInformation ? { relatedInformation: related } : {}),
    data: finding.data,
  };
}
