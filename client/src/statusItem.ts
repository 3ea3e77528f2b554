import { DiagnosticSeverity, Disposable, LanguageStatusSeverity, languages, type TextDocument, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { draftSelector, isDraftLanguage } from './selector.js';

/** The source that our findings carry. */
const SOURCE = 'mtus-draft';

/** The language status of a draft: how many findings it has, and how grave. */
export function registerStatusItem(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('mtusDraft.status', draftSelector);
  item.name = 'MTUS Draft';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show' };
  const show = () => {
    const document = window.activeTextEditor?.document;
    item.busy = client.state === State.Starting;
    if (client.state === State.Stopped) {
      item.text = 'The server is not running';
      item.severity = LanguageStatusSeverity.Error;
      item.command = { command: 'mtusDraft.restart', title: 'Restart' };
      return;
    }
    item.command = { command: 'workbench.actions.view.problems', title: 'Show' };
    if (!document || !isDraftLanguage(document.languageId)) return;
    const { text, grave } = summary(document);
    item.text = text;
    item.severity = grave ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  };
  show();
  return Disposable.from(
    item,
    client.onDidChangeState(show),
    window.onDidChangeActiveTextEditor(show),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) show();
    }),
  );
}

function summary(document: TextDocument): { text: string; grave: boolean } {
  const findings = languages.getDiagnostics(document.uri).filter((one) => one.source === SOURCE);
  const grave = findings.filter((one) => one.severity <= DiagnosticSeverity.Warning).length;
  if (findings.length === 0) return { text: 'No findings', grave: false };
  const noun = findings.length === 1 ? 'finding' : 'findings';
  return {
    text: grave > 0 ? `${findings.length} ${noun}, ${grave} to mend` : `${findings.length} ${noun}`,
    grave: grave > 0,
  };
}
