import type { MarkupContent } from 'vscode-languageserver';

/** Text of the draft or of a pack, so that none of it is read as Markdown or HTML; line breaks become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~>-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');
}

/** At most `limit` characters, cut at a word with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const cut = flat.slice(0, limit);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > limit / 2 ? word : limit)}…`;
}

/** Markdown for the clients that show it, the same words without marks for the others. */
export function markup(markdown: string, client: { readonly markdown: boolean }): MarkupContent {
  if (client.markdown) return { kind: 'markdown', value: markdown };
  const plain = markdown
    .replace(/ {2}$/gm, '')
    .replace(/^\*\*\*$|^---$/gm, '')
    .replace(/(?<!\\)(?:\*\*|\*)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+!|~>-])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return { kind: 'plaintext', value: plain };
}
