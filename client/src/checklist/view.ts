import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TreeDataProvider,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { isDraftLanguage } from '../selector.js';
import { checklistRequest } from './protocol.js';
import { applying, type Node, treeItem } from './tree.js';

/** The view "MTUS Checklist": each requested treatment of the draft at hand with its criteria. */
export function registerChecklist(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: (node) => (node ? criteriaOf(node) : itemsOf(client, window.activeTextEditor?.document)),
  };
  const isActive = (address: string) => window.activeTextEditor?.document.uri.toString() === address;
  return Disposable.from(
    changed,
    window.createTreeView('mtusDraft.checklist', { treeDataProvider: provider, showCollapseAll: true }),
    commands.registerCommand('mtusDraft.showChecklist', () => commands.executeCommand('mtusDraft.checklist.focus')),
    window.onDidChangeActiveTextEditor(() => changed.fire()),
    client.onDidChangeState(() => changed.fire()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => isActive(uri.toString()))) changed.fire();
    }),
  );
}

async function itemsOf(client: BaseLanguageClient, document: TextDocument | undefined): Promise<Node[]> {
  if (!document || !isDraftLanguage(document.languageId) || client.state !== State.Running) return [];
  const items = await client.sendRequest(checklistRequest, { textDocument: { uri: document.uri.toString() } });
  return items.map((item) => ({ kind: 'item', uri: document.uri, item }));
}

function criteriaOf(node: Node): Node[] {
  if (node.kind === 'criterion') return [];
  const { uri, item } = node;
  return applying(item).map((criterion) => ({ kind: 'criterion', uri, item, criterion }));
}
