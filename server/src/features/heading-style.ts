import type { Draft, Section } from '../draft/types.js';
import { vocabulary } from '../vocabulary/index.js';
import { lineAt } from './checked.js';

/** How a draft writes its headings. */
export interface HeadingStyle {
  readonly before: string;
  readonly after: string;
  readonly letters: 'upper' | 'title' | 'sentence' | 'one-word';
  /** An empty line stands between a heading and its text. */
  readonly airy: boolean;
}

const plain: HeadingStyle = { before: '', after: ':', letters: 'upper', airy: false };
const markdown: HeadingStyle = { before: '## ', after: '', letters: 'sentence', airy: true };

/** The style that most of the draft's headings have; without any the usual one of its kind of text. */
export function headingStyle(draft: Draft, isMarkdown: boolean): HeadingStyle {
  const styles = draft.sections.flatMap((section) => styleOf(draft.text, section) ?? []);
  const marks = mostFrequent(styles, ({ before, after, airy }) => JSON.stringify([before, after, airy]));
  if (!marks) return isMarkdown ? markdown : plain;
  // A heading of one word looks the same as title and as sentence: the longer ones tell.
  const telling = styles.filter((style) => style.letters !== 'one-word');
  const letters = mostFrequent(telling, (style) => style.letters)?.letters ?? 'sentence';
  return { ...marks, letters };
}

function mostFrequent<T>(all: readonly T[], keyOf: (one: T) => string): T | null {
  const counts = new Map<string, { one: T; count: number }>();
  for (const one of all) {
    const known = counts.get(keyOf(one));
    if (known) known.count += 1;
    else counts.set(keyOf(one), { one, count: 1 });
  }
  let best: { one: T; count: number } | null = null;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.one ?? null;
}

function styleOf(text: string, { heading, title, sentences }: Section): HeadingStyle | null {
  if (!heading) return null;
  const line = lineAt(text, heading.start);
  const written = text.slice(line.start, line.end);
  const name = bare(title);
  const at = name ? written.indexOf(name) : -1;
  // A single # is the draft's own title, not the style of its sections.
  if (at < 0 || /^#\s/.test(written)) return null;
  const before = written.slice(0, at).replace(/\d+[.)]\s*/, '');
  if (!/^[#*_ \t>]*$/.test(before)) return null;
  const after = /^[:*_]{0,5}/.exec(written.slice(at + name.length))![0];
  const next = lineAt(text, Math.min(text.length, line.end + (text[line.end] === '\r' ? 2 : 1)));
  return {
    before: before.trimStart(),
    after,
    letters: lettersOf(name),
    airy: sentences.length > 0 && next.start > line.start && next.start === next.end,
  };
}

const bare = (title: string): string => title.replace(/^[#*_\s>]+|[*_:\s#]+$/g, '').replace(/^\d+[.)]\s*/, '');

/** What a new section of a kind is called: the vocabulary's first heading for it. */
export function sectionTitle(kind: string): string {
  const named = vocabulary.sections.find((entry) => entry.kind === kind)?.headings[0];
  const words = (named ?? kind).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function headingLine(style: HeadingStyle, title: string): string {
  const titled = title.replace(
    /(^|[\s/-])(\p{Ll})(?=\p{L}{3})/gu,
    (_whole, before: string, letter: string) => before + letter.toUpperCase(),
  );
  const words = style.letters === 'upper' ? title.toUpperCase() : style.letters === 'title' ? titled : title;
  return `${style.before}${words}${style.after}`;
}

function lettersOf(title: string): HeadingStyle['letters'] {
  const letters = title.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'upper';
  const words = title.split(/[^\p{L}]+/u).filter((word) => word.length > 3);
  if (words.length < 2) return 'one-word';
  return words.every((word) => /^\p{Lu}/u.test(word)) ? 'title' : 'sentence';
}
