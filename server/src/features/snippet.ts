/** A piece of a snippet: literal text, or a tab stop with its label and choices. */
export type Part =
  | { readonly text: string }
  | { readonly stop: number; readonly label: string; readonly choices: readonly string[] };

/** Marks literal text so that a snippet reads it as it stands. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Reads an editor snippet: `$1`, `${1}`, `${1:label}`, `${1|a,b|}`. Nested stops become their label's text. */
export function parseSnippet(source: string): Part[] {
  const parts: Part[] = [];
  let text = '';
  let at = 0;
  const flush = () => {
    if (text) parts.push({ text });
    text = '';
  };
  while (at < source.length) {
    const char = source[at]!;
    if (char === '\\' && at + 1 < source.length && '\\$}'.includes(source[at + 1]!)) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    const stop = char === '$' ? readStop(source, at) : null;
    if (!stop) {
      text += char;
      at += 1;
      continue;
    }
    flush();
    parts.push(stop.part);
    at = stop.end;
  }
  flush();
  return parts;
}

const opening = /\$(?:(\d{1,4})|\{(\d{1,4})([:|}]))/y;

function readStop(source: string, at: number): { part: Part; end: number } | null {
  opening.lastIndex = at;
  const match = opening.exec(source);
  if (!match) return null;
  const stop = Number(match[1] ?? match[2]);
  const start = opening.lastIndex;
  if (match[1] !== undefined || match[3] === '}') return { part: { stop, label: '', choices: [] }, end: start };
  if (match[3] === '|') {
    const end = source.indexOf('|}', start);
    if (end < 0) return null;
    const choices = source.slice(start, end).split(',');
    return { part: { stop, label: '', choices }, end: end + 2 };
  }
  let depth = 1;
  let end = start;
  for (; end < source.length && depth > 0; end += 1) {
    if (source[end] === '\\') end += 1;
    else if (source[end] === '{' && source[end - 1] === '$') depth += 1;
    else if (source[end] === '}') depth -= 1;
  }
  if (depth > 0) return null;
  const inner = source.slice(start, end - 1);
  const label = inner
    .replace(/\$\{\d{1,4}:/g, '')
    .replace(/\\([\\$}])/g, '$1')
    .replaceAll('}', '');
  return { part: { stop, label, choices: [] }, end };
}

/** A blank as it stands in a draft: `[activity]`. An example figure in a pack's sentence is no fact: it becomes `[number]`. */
export function blankOf(part: { readonly label: string; readonly choices: readonly string[] }): string {
  const label = (part.label || part.choices.join('/') || 'fill in').replace(/^\[|\]$/g, '');
  return /\p{L}/u.test(label) ? `[${label}]` : '[number]';
}

/** The text with blanks in the place of tab stops, for editors without snippets. */
export function plainText(snippet: string): string {
  return parseSnippet(snippet)
    .map((part) => ('text' in part ? part.text : part.stop === 0 ? '' : blankOf(part)))
    .join('');
}

interface Numbered {
  readonly snippet: string;
  /** The highest number used. */
  readonly last: number;
}

type Stop = Extract<Part, { readonly stop: number }>;

/** The snippet with its stops counting on from `from`; equal numbers stay equal, the final stop `$0` goes. */
function rewrite(snippet: string, from: number, inner: (stop: Stop) => string): Numbered {
  const numbers = new Map<number, number>();
  const numberOf = (stop: number) => {
    if (!numbers.has(stop)) numbers.set(stop, from + numbers.size + 1);
    return numbers.get(stop)!;
  };
  const text = parseSnippet(snippet)
    .map((part) => {
      if ('text' in part) return escapeSnippet(part.text);
      return part.stop === 0 ? '' : `\${${numberOf(part.stop)}${inner(part)}}`;
    })
    .join('');
  return { snippet: text, last: from + numbers.size };
}

/** The same snippet with stops counting on from `from`, so that several can be put together. */
export const renumber = (snippet: string, from: number): Numbered =>
  rewrite(snippet, from, ({ label, choices }) => {
    if (choices.length > 0) return `|${choices.join(',')}|`;
    return label ? `:${escapeSnippet(label)}` : '';
  });

/**
 * The snippet with each stop's text made a blank, `${1:[activity]}`, so that a stop left as it is stays
 * visible as unfilled; a choice offers the blank first.
 */
export const blankStops = (snippet: string, from = 0): Numbered =>
  rewrite(snippet, from, (stop) =>
    stop.choices.length > 0 ? `|${[blankOf(stop), ...stop.choices].join(',')}|` : `:${escapeSnippet(blankOf(stop))}`,
  );

/** The labels of a snippet's stops, in order, without brackets. */
export function stopLabels(snippet: string): string[] {
  return parseSnippet(snippet).flatMap((part) =>
    'text' in part || part.stop === 0 ? [] : [blankOf(part).slice(1, -1)],
  );
}
