import type { Guidelines } from '../guidelines/index.js';
import { blankStops, parseSnippet } from './snippet.js';

/** An entry of the editor's own snippet files. */
export interface EditorSnippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * The packs' sentences as snippets for the editor, by title: prefix `<family>-<criterion>`, stops that start as blanks.
 * Families that share a sentence share its snippet.
 */
export function editorSnippets(guidelines: Guidelines): Record<string, EditorSnippet> {
  const byBody = new Map<string, { name: string; prefix: string[]; description: string }>();
  for (const pack of guidelines.packs.values()) {
    for (const { id, fix, title, wants } of pack.criteria) {
      if (!fix) continue;
      const body = blankStops(withItemStop(fix.text.trim().replace(/^,\s*/, ''))).snippet;
      const known = byBody.get(body);
      const prefix = `${pack.family}-${id}`;
      if (known) known.prefix.push(prefix);
      else byBody.set(body, { name: title, prefix: [prefix], description: wants });
    }
  }
  const names = new Map<string, number>();
  const entries = [...byBody].map(([body, { name, prefix, description }]) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return [count === 1 ? name : `${name} (${prefix[0]})`, { prefix, body: body.split('\n'), description }] as const;
  });
  return Object.fromEntries(entries);
}

/** `{item}`, which a check fills in, as a stop after the sentence's own. */
function withItemStop(text: string): string {
  const stops = parseSnippet(text).flatMap((part) => ('text' in part ? [] : [part.stop]));
  const stop = Math.max(0, ...stops) + 1;
  return text.replace(/(^|[^$])\{item\}/g, (_whole, before: string) => `${before}\${${stop}:treatment}`);
}
