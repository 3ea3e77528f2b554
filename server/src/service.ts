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
import { blankLabels, draftBlanks } from './features/blanks.js';
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
  assessment(document: TextDocument, settings?: Partial<DraftSettings>): Assessment;
  diagnostics(document: TextDocument, settings?: Partial<DraftSettings>): Diagnostic[];
  hover(document: TextDocument, position: Position, settings?: Partial<DraftSettings>): Hover | null;
  completion(document: TextDocument, position: Position, settings?: Partial<DraftSettings>): CompletionList;
  codeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
    settings?: Partial<DraftSettings>,
  ): CodeAction[];
  inlayHints(document: TextDocument, range: Range, settings?: Partial<DraftSettings>): InlayHint[];
  documentSymbols(document: TextDocument, settings?: Partial<DraftSettings>): DocumentSymbol[] | SymbolInformation[];
  foldingRanges(document: TextDocument, settings?: Partial<DraftSettings>): FoldingRange[];
  checklist(document: TextDocument, settings?: Partial<DraftSettings>): ChecklistItem[];
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

  const check = (document: TextDocument, given: Partial<DraftSettings> = {}): Checked => {
    const settings = { ...defaultSettings, ...given };
    const before = known.get(document);
    const same = before?.version === document.version;
    if (same && JSON.stringify(before.settings) === JSON.stringify(settings)) return before;
    const whole = document.getText();
    const text = reasonNotChecked(whole) ? '' : whole;
    const suppressions = same ? before.suppressions : readSuppressions(text);
    const draft = same
      ? before.assessment.draft
      : readDraft(maskSuppressions(text, suppressions), { kind: kindOf(document) });
    const checked = {
      document,
      version: document.version,
      assessment: assessor.assess(draft, { morphineFactors: settings.morphineFactors }),
      suppressions,
      blanks: same ? before.blanks : draftBlanks(draft.text, labels),
      guidelines,
      settings,
      client,
    };
    known.set(document, checked);
    return checked;
  };

  return {
    guidelines,
    problems: assessor.problems,
    assessment: (document, settings) => check(document, settings).assessment,
    diagnostics(document, settings) {
      const reason = reasonNotChecked(document.getText());
      return reason ? [notCheckedDiagnostic(document, reason)] : diagnostics(check(document, settings));
    },
    hover: (document, position, settings) => hover(check(document, settings), position),
    completion: (document, position, settings) => completion(check(document, settings), position),
    codeActions: (document, range, context, settings) => codeActions(check(document, settings), range, context),
    inlayHints: (document, range, settings) =>
      inlayHints(check(document, settings), {
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
      }),
    documentSymbols: (document, settings) => documentSymbols(check(document, settings)),
    foldingRanges: (document, settings) => foldingRanges(check(document, settings)),
    checklist: (document, settings) => checklist(check(document, settings)),
  };
}

/** The kind that the editor's language says; other languages leave it to the text. */
function kindOf(document: TextDocument): DraftKind | undefined {
  if (document.languageId === 'mtus-request') return 'request';
  return document.languageId === 'mtus-appeal' ? 'appeal' : undefined;
}
