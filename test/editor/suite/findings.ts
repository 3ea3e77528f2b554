import * as vscode from 'vscode';

const LIMIT = 20_000;

/** Our findings of a document, in the editor's order. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'mtus-draft');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codes(uri: vscode.Uri): string[] {
  return findings(uri).map(codeOf);
}

/** Resolves as soon as the document's codes satisfy `holds`, now or after a change; rejects with the codes there are. */
export function untilCodes(uri: vscode.Uri, what: string, holds: (codes: string[]) => boolean): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const there = codes(uri);
      if (!holds(there)) return;
      end();
      resolve(there);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    const late = setTimeout(() => {
      end();
      reject(new Error(`waited for ${what}; there is: ${codes(uri).join(', ') || 'nothing'}`));
    }, LIMIT);
    const end = () => {
      clearTimeout(late);
      listener.dispose();
    };
    look();
  });
}
