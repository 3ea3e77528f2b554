import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { ClientAbilities } from '../features/checked.js';
import { codeActionKinds } from '../features/code-actions.js';

/** What the client can do, as far as it decides how we talk to it. */
export interface SessionAbilities extends ClientAbilities {
  /** It asks for findings; otherwise they are sent. Never both. */
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly folders: boolean;
}

/** `options` are the client's own at the start: `rulePages` says where it keeps the rules' pages, else `rulePages` is used. */
export function readAbilities(
  { textDocument, workspace }: ClientCapabilities,
  options: unknown,
  rulePages: string,
): SessionAbilities {
  const given = (options as { rulePages?: unknown } | null | undefined)?.rulePages;
  const formats = textDocument?.hover?.contentFormat ?? [];
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    markdown: formats.includes('markdown'),
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    rulePages: typeof given === 'string' ? given.replace(/\/$/, '') : rulePages,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
  };
}

export function serverCapabilities(client: SessionAbilities): ServerCapabilities {
  return {
    // VS Code accepts no other, and the rest must understand it.
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    completionProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds },
    inlayHintProvider: { resolveProvider: false },
    documentSymbolProvider: { label: 'MTUS Draft' },
    foldingRangeProvider: true,
    ...(client.pull
      ? { diagnosticProvider: { identifier: 'mtus-draft', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...(client.folders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  };
}
