import { vocabulary } from '../../vocabulary/index.js';
import { nameWords } from '../../vocabulary/drugs.js';
import { NameTree } from '../../vocabulary/name-tree.js';
import { normalise, tokenize } from '../../patterns/index.js';
import type { Reading, Side, Token } from '../types.js';
import { slipOf } from './scan.js';

interface Body {
  readonly parts: readonly { readonly name: string; readonly names: readonly string[] }[];
  readonly notBefore: readonly string[];
  /** Parts that say more precisely what "back" says too. */
  readonly backs: readonly string[];
  readonly paired: readonly string[];
  readonly injected: readonly string[];
  readonly strokes: Readonly<Record<string, string>>;
  readonly limbs: Readonly<Record<string, Side>>;
  readonly sides: Readonly<Record<Side, readonly string[]>>;
}

const body = vocabulary.body as unknown as Body;
let tree: NameTree<string> | null = null;

function names(): NameTree<string> {
  if (tree) return tree;
  tree = new NameTree();
  for (const part of body.parts) for (const name of part.names) tree.add(nameWords(name), part.name);
  return tree;
}

/** Regions, joints and muscles that the text names, by their normal names, each once. */
export function readBodyParts(text: string): Reading<string>[] {
  const tokens = tokenize(normalise(text));
  const out: Reading<string>[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = names().longest(tokens, i, slipOf, () => true) ?? stroke(text, tokens, i);
    if (!found) continue;
    const next = tokens[found.last + 1]?.text ?? '';
    if (!body.notBefore.includes(next) && !out.some((each) => each.value === found.value)) {
      out.push({ value: found.value, start: tokens[i]!.start, end: tokens[found.last]!.end });
    }
    i = found.last;
  }
  const precise = out.some((each) => body.backs.includes(each.value));
  return precise ? out.filter((each) => each.value !== 'back') : out;
}

/** "C/S" in capitals; "c/s" in small letters may be a culture or a section. */
function stroke(text: string, tokens: readonly Token[], i: number): { value: string; last: number } | null {
  if (tokens[i + 1]?.text !== '/' || !tokens[i + 2]) return null;
  const written = text.slice(tokens[i]!.start, tokens[i + 2]!.end);
  const value = written === written.toUpperCase() ? body.strokes[written.toLowerCase()] : undefined;
  return value === undefined ? null : { value, last: i + 2 };
}

/** Muscles that a drug is injected into; what it is given for ("for knee pain") is none. */
export function readInjectionSites(text: string): Reading<string>[] {
  const reasons = [...text.matchAll(/\bfor\b[^,;.()]{0,80}/gi)];
  return readBodyParts(text).filter(
    (part) =>
      body.injected.includes(part.value) &&
      !reasons.some((reason) => part.start >= reason.index && part.end <= reason.index + reason[0].length),
  );
}

const sideOf = new Map<string, Side>();
for (const side of ['left', 'right', 'bilateral'] as const)
  for (const word of body.sides?.[side] ?? []) sideOf.set(word, side);

/** Left, right, bilateral; both sides named make bilateral, one or the other none. A lone capital L or R counts before a word, at a phrase's end or in brackets. */
export function readSide(text: string): Reading<Side> | null {
  const tokens = tokenize(normalise(text));
  const found: Reading<Side>[] = [];
  const add = (value: Side, first: number, last: number) =>
    found.push({ value, start: tokens[first]!.start, end: tokens[last]!.end });
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.text;
    const side = sideOf.get(word) ?? body.limbs[word];
    if (side && tokens[i + 1]?.text !== 'hand' && tokens[i + 1]?.text !== 'away') add(side, i, i);
    else if (side && !/^(?:dominant|handed)$/.test(tokens[i + 2]?.text ?? '') && tokens[i + 1]?.text !== 'away')
      add(side, i, i);
    else if (word === 'each' && body.paired.includes(names().longest(tokens, i + 1, slipOf, () => true)?.value ?? ''))
      add('bilateral', i, i + 1);
    else if (word === 'b' && tokens[i + 1]?.text === '/' && tokens[i + 2]?.text === 'l') add('bilateral', i, i + 2);
    else if (
      (word === 'l' || word === 'r') &&
      text[tokens[i]!.start] === word.toUpperCase() &&
      tokens[i - 1]?.text !== '/' &&
      beside(text, tokens, i)
    ) {
      add(word === 'l' ? 'left' : 'right', i, i);
    }
  }
  const first = found[0];
  if (!first) return null;
  const values = new Set(found.map((each) => each.value));
  if (values.size === 1) return first;
  const both = found.find((each) => each.value === 'bilateral');
  // "left or right" leaves the side open.
  if (
    !both &&
    tokens.some((token) => token.start > first.end && token.end < found.at(-1)!.start && token.text === 'or')
  )
    return null;
  return both ?? { value: 'bilateral', start: first.start, end: found.at(-1)!.end };
}

/** Words that make a lone L or R after or before them something else: "L spine", "Dr. R Smith", "L or R". */
const noSideBefore = new Set(['spine', 'sp', 's', 'spines', 'or', 'vs', 'side', 'x']);
const noSideAfter = new Set([
  'dr',
  'vitamin',
  'hepatitis',
  'group',
  'section',
  'part',
  'or',
  'vs',
  '/',
  '&',
  '+',
  '#',
  "'",
]);
const joints = new Set(['-', '.']);

/** True where "L4-5" or "C6" ends before the place. */
function levelBefore(text: string, place: number): boolean {
  return /\b[ctls]\d{1,2}(?:[-/][ctls]?\d{1,2})?,? {0,2}$/i.test(text.slice(Math.max(0, place - 12), place));
}

/** True where a lone capital L or R at `i` says a side: in brackets, before a word or a level, or at the end of a phrase. */
function beside(text: string, tokens: ReturnType<typeof tokenize>, i: number): boolean {
  const next = tokens[i + 1];
  const before = tokens[i - 1];
  if (before?.text === '(' && next?.text === ')') return true;
  if (noSideAfter.has(before?.text ?? '')) return false;
  if (before && joints.has(before.text) && before.end === tokens[i]!.start) return false;
  if (!next || [',', ';', ')'].includes(next.text))
    return before !== undefined && (before.kind !== 'number' || levelBefore(text, tokens[i]!.start));
  if (next.text === '.') return names().longest(tokens, i + 2, slipOf, () => true) !== null;
  return next.kind === 'word' && !noSideBefore.has(next.text);
}
