import { MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { ChecklistCriterion, ChecklistItem, Range as PlainRange, Status } from './protocol.js';

export type Node =
  | { readonly kind: 'item'; readonly uri: Uri; readonly item: ChecklistItem }
  | {
      readonly kind: 'criterion';
      readonly uri: Uri;
      readonly criterion: ChecklistCriterion;
      readonly item: ChecklistItem;
    };

const icons: Readonly<Record<Status, ThemeIcon>> = {
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  vague: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground')),
  contradicted: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  exceeded: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  'not-applicable': new ThemeIcon('dash'),
};

/** Criteria that do not apply to an item are left out: nothing is to be done about them. */
export function applying(item: ChecklistItem): readonly ChecklistCriterion[] {
  return item.criteria.filter(({ status }) => status !== 'not-applicable');
}

export function treeItem(node: Node): TreeItem {
  return node.kind === 'item' ? itemRow(node.uri, node.item) : criterionRow(node);
}

function itemRow(uri: Uri, item: ChecklistItem): TreeItem {
  const criteria = applying(item);
  const met = criteria.filter(({ status }) => status === 'met').length;
  const row = new TreeItem(item.text, TreeItemCollapsibleState.Expanded);
  row.description = `${met} of ${criteria.length}`;
  row.iconPath = met === criteria.length ? icons.met : new ThemeIcon('checklist');
  row.command = reveal(uri, item.range);
  row.accessibilityInformation = { label: `${item.text}, ${met} of ${criteria.length} criteria met` };
  return row;
}

function criterionRow({ uri, criterion, item }: Extract<Node, { kind: 'criterion' }>): TreeItem {
  const row = new TreeItem(criterion.title, TreeItemCollapsibleState.None);
  row.description = criterion.status === 'met' ? '' : criterion.status;
  row.iconPath = icons[criterion.status];
  row.tooltip = tooltip(criterion);
  row.command = reveal(uri, criterion.range ?? item.range);
  row.accessibilityInformation = { label: `${criterion.title}: ${criterion.status}` };
  return row;
}

function tooltip({ why, citation }: ChecklistCriterion): MarkdownString {
  const text = new MarkdownString();
  text.appendText(why);
  if (citation) text.appendMarkdown('\n\n').appendText(citation);
  return text;
}

function reveal(uri: Uri, { start, end }: PlainRange) {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: 'vscode.open', title: 'Show', arguments: [uri, { selection, preserveFocus: true }] };
}
