import { commands, type Disposable, Uri, window, workspace } from 'vscode';

const samples = [
  {
    file: 'norco.rfa.md',
    label: 'A request with gaps',
    detail: 'Norco, an epidural injection and Flexeril: what a reviewer would deny them for',
  },
  {
    file: 'complete.rfa.md',
    label: 'A complete request',
    detail: 'The same treatments, documented as the guideline asks',
  },
  { file: 'appeal.imr.md', label: 'An appeal', detail: 'Independent medical review of a denied request' },
] as const;

/** Opens an invented draft as an unsaved document: nothing of the user's is touched. A file's name may be given as argument. */
export function registerOpenSample(extension: Uri): Disposable {
  return commands.registerCommand('mtusDraft.openSample', async (given?: unknown) => {
    const sample =
      samples.find(({ file }) => file === given) ??
      (await window.showQuickPick(samples, { title: 'Open a sample draft', matchOnDetail: true }));
    if (!sample) return;
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'samples', sample.file));
    const language = sample.file.endsWith('.imr.md') ? 'mtus-appeal' : 'mtus-request';
    const document = await workspace.openTextDocument({ language, content: new TextDecoder().decode(bytes) });
    await window.showTextDocument(document);
  });
}
