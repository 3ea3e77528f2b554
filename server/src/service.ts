import type {
  CodeAction,
  CodeActionContext,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Position,
  Range,
  SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Assessment, createAssessor } from './assessment/index.js';
import { readDraft } from './draft/index.js';
import type { DraftKind } from './draft/types.js';
import { blankLabels, draftBlanks, withoutBlankClauses } from './features/blanks.js';
import { type ChecklistItem, checklist } from './features/checklist.js';
import { type Checked, type ClientAbilities, fullAbilities } from './features/checked.js';
import { codeActions } from './features/code-actions.js';
import { completion } from './features/completion.js';
import { diagnostics, notCheckedDiagnostic } from './features/diagnostics.js';
import { documentSymbols } from './features/document-symbols.js';
import { foldingRanges } from './features/folding.js';
import { hover } from './features/hover.js';
import { inlayHints } from './features/inlay-hints.js';
import { maskSuppressions, readSuppressions } from './features/suppression.js';
import { type Guidelines, loadGuidelines, type Problem } from './guidelines/index.js';
import { type DraftSettings, defaultSettings } from './settings.js';

/** Those given replace the defaults. */
type Settings = Partial<DraftSettings> | undefined;

export interface DraftServiceOptions {
  /** Users' packs: name (path or address) and YAML text. */
  readonly packs?: readonly { readonly name: string; readonly text: string }[];
  readonly client?: ClientAbilities;
}

/**
 * Everything the product says about a draft: plain functions from a document and a place in it to LSP types.
 * The same document version and settings are read once, whatever is asked. No connection, no files.
 */
export interface DraftService {
  readonly guidelines: Guidelines;
  /** Faults of the packs: file, line (1-based) where known, reason. What is not faulty is at work. */
  readonly problems: readonly Problem[];
  assessment(document: TextDocument, settings?: Settings): Assessment;
  diagnostics(document: TextDocument, settings?: Settings): Diagnostic[];
  hover(document: TextDocument, position: Position, settings?: Settings): Hover | null;
  completion(document: TextDocument, position: Position, settings?: Settings): CompletionList;
  codeActions(document: TextDocument, range: Range, context: CodeActionContext, settings?: Settings): CodeAction[];
  inlayHints(document: TextDocument, range: Range, settings?: Settings): InlayHint[];
  documentSymbols(document: TextDocument, settings?: Settings): DocumentSymbol[] | SymbolInformation[];
  foldingRanges(document: TextDocument, settings?: Settings): FoldingRange[];
  checklist(document: TextDocument, settings?: Settings): ChecklistItem[];
}

/** Longest text that is checked, in UTF-16 units. */
export const longestText = 5 * 1024 * 1024;

/** Why a text is not checked, in words for the user; null where it is. */
export function reasonNotChecked(text: string): string | null {
  if (text.length > longestText) return 'longer than 5 MB, so it was not checked';
  if (text.includes('\0')) return 'not a text file, so it was not checked';
  return null;
}

/** Loads and compiles the packs once. Never throws for a faulty pack: see `problems`. */
export function createDraftService(options: DraftServiceOptions = {}): DraftService {
  const guidelines = loadGuidelines(options.packs);
  const assessor = createAssessor(guidelines);
  const labels = blankLabels(guidelines);
  const client = options.client ?? fullAbilities;
  const known = new WeakMap<TextDocument, Checked & { readonly version: number }>();

  const check = (document: TextDocument, given: Settings = {}): Checked => {
    const settings = { ...defaultSettings, ...given };
    const before = known.get(document);
    const same = before?.version === document.version;
    if (same && JSON.stringify(before.settings) === JSON.stringify(settings)) return before;
    const whole = document.getText();
    const text = reasonNotChecked(whole) ? '' : whole;
    const suppressions = same ? before.suppressions : readSuppressions(text);
    const read = same ? null : readDraft(maskSuppressions(text, suppressions), { kind: kindOf(document) });
    const blanks = read ? draftBlanks(read.text, labels) : before!.blanks;
    const draft = read ? withoutBlankClauses(read, blanks) : before!.assessment.draft;
    const checked = {
      document,
      version: document.version,
      assessment: assessor.assess(draft, { morphineFactors: settings.morphineFactors }),
      suppressions,
      blanks,
      guidelines,
      settings,
      client,
    };
    known.set(document, checked);
    return checked;
  };

  /** Nothing is said about a text that is not checked, but for the one finding that says so. */
  const ask = <R>(document: TextDocument, settings: Settings, nothing: R, answer: (checked: Checked) => R): R =>
    reasonNotChecked(document.getText()) ? nothing : answer(check(document, settings));

  return {
    guidelines,
    problems: assessor.problems,
    assessment: (document, settings) => check(document, settings).assessment,
    diagnostics(document, settings) {
      const reason = reasonNotChecked(document.getText());
      return reason
        ? [notCheckedDiagnostic(document, reason, client.rulePages)]
        : diagnostics(check(document, settings));
    },
    hover: (document, position, settings) => ask(document, settings, null, (checked) => hover(checked, position)),
    completion: (document, position, settings) =>
      ask(document, settings, { isIncomplete: false, items: [] }, (checked) => completion(checked, position)),
    codeActions: (document, range, context, settings) =>
      ask(document, settings, [], (checked) => codeActions(checked, range, context)),
    inlayHints: (document, range, settings) =>
      ask(document, settings, [], (checked) =>
        inlayHints(checked, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }),
      ),
    documentSymbols: (document, settings) =>
      ask<DocumentSymbol[] | SymbolInformation[]>(document, settings, [], documentSymbols),
    foldingRanges: (document, settings) => ask(document, settings, [], foldingRanges),
    checklist: (document, settings) => ask(document, settings, [], checklist),
  };
}

/** The kind that the editor's language says; other languages leave it to the text. */
function kindOf(document: TextDocument): DraftKind | undefined {
  if (document.languageId === 'mtus-request') return 'request';
  return document.languageId === 'mtus-appeal' ? 'appeal' : undefined;
}
