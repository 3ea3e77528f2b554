import { normalise, tokenize } from '../../patterns/index.js';

/** A word's tokens, or a group of which one sequence stands. */
type Part = { readonly tokens: readonly string[] } | { readonly choices: readonly Sequence[] };
type Sequence = readonly { readonly part: Part; readonly optional: boolean }[];

interface Reader {
  readonly words: string;
  at: number;
}

/**
 * Leads every phrase that a cue's words stand for through a tree and gives the nodes where one ends. `(a | b)` is one of
 * several, each of which may hold groups again, `x?` may be absent; a lone `?` is the mark itself. `step` gives the node
 * that a token leads to. Throws on a bracket without its other, naming the words.
 */
export function lead<N>(words: string, root: N, step: (node: N, token: string) => N): Set<N> {
  const reader = { words, at: 0 };
  const choices = readChoices(reader);
  if (reader.at < words.length) throw new Error(`cue "${words}": ")" without "("`);
  const ends = leadOne({ choices }, new Set([root]), step);
  ends.delete(root);
  return ends;
}

function leadOne<N>(part: Part, from: ReadonlySet<N>, step: (node: N, token: string) => N): Set<N> {
  const ends = new Set<N>();
  if ('tokens' in part) {
    for (const node of from) ends.add(part.tokens.reduce(step, node));
    return ends;
  }
  for (const sequence of part.choices) {
    let nodes: Set<N> = new Set(from);
    for (const { part: each, optional } of sequence) {
      const next = leadOne(each, nodes, step);
      if (optional) for (const node of nodes) next.add(node);
      nodes = next;
    }
    for (const node of nodes) ends.add(node);
  }
  return ends;
}

/** Sequences parted by `|`, up to a closing bracket or the end. */
function readChoices(reader: Reader): Sequence[] {
  const found = [readSequence(reader)];
  while (reader.words[reader.at] === '|') {
    reader.at++;
    found.push(readSequence(reader));
  }
  return found;
}

function readSequence(reader: Reader): Sequence {
  const { words } = reader;
  const parts: { part: Part; optional: boolean }[] = [];
  for (;;) {
    while (words[reader.at] === ' ') reader.at++;
    const unit = words[reader.at];
    if (unit === undefined || unit === '|' || unit === ')') return parts;
    const part = unit === '(' ? readGroup(reader) : { tokens: tokensOf(readWord(reader)) };
    const optional = words[reader.at] === '?';
    if (optional) reader.at++;
    parts.push({ part, optional });
  }
}

function readGroup(reader: Reader): Part {
  reader.at++;
  const choices = readChoices(reader);
  if (reader.words[reader.at] !== ')') throw new Error(`cue "${reader.words}": "(" without ")"`);
  reader.at++;
  return { choices };
}

function readWord(reader: Reader): string {
  const from = reader.at++;
  while (reader.at < reader.words.length && !' ?()|'.includes(reader.words[reader.at]!)) reader.at++;
  return reader.words.slice(from, reader.at);
}

/** Most words are one token as they stand; what holds marks is cut as the draft's text is. */
function tokensOf(word: string): string[] {
  return /^[a-z]+$/.test(word) ? [word] : tokenize(normalise(word)).map((token) => token.text);
}
