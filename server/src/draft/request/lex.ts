import { normalise } from '../../patterns/index.js';
import type { Span } from '../types.js';
import { unscanned } from './scan.js';
import { isKnown, numberWord, senseOf } from './words.js';

/** A piece of a request line. "10/325MG" is four of them: a number, a mark, a number, a word. */
export interface Lexeme extends Span {
  /** Lower case, dots of abbreviations left out. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** For numbers and number words. */
  readonly value: number | null;
  /** What it is among the words of a sig: `tablet`, `day`, `bid`; empty where it is none of them. */
  readonly sense: string;
  /** Nothing between it and the piece before. */
  readonly glued: boolean;
}

// Every alternative is anchored and eats what it has seen, so the scan is linear.
const pieces =
  /\\[nrt]|(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\p{L}\d])\.\d+|[\u00bc-\u00be])|(\p{L}(?:\.\p{L}){1,5}(?!\p{L})\.?)|(\p{L}+(?:'\p{L}+|\(e?s\))?)|([^\s])/gu;

const fractions: Readonly<Record<string, number>> = { '\u00bc': 0.25, '\u00bd': 0.5, '\u00be': 0.75 };

interface Piece extends Span {
  text: string;
  kind: Lexeme['kind'];
}

function cut(text: string): Piece[] {
  const out: Piece[] = [];
  pieces.lastIndex = 0;
  for (let found = pieces.exec(text); found; found = pieces.exec(text)) {
    const start = found.index;
    const end = pieces.lastIndex;
    if (found[1] !== undefined) out.push({ start, end, text: found[1].replaceAll(',', ''), kind: 'number' });
    else if (found[2] !== undefined) out.push({ start, end, text: found[2].replaceAll('.', ''), kind: 'word' });
    else if (found[3] !== undefined)
      out.push({ start, end, text: found[3].replace(/(?:'s|\(e?s\))$/, ''), kind: 'word' });
    else if (found[4] !== undefined) out.push({ start, end, text: found[4], kind: 'mark' });
  }
  return out;
}

const spaced = new Set(['bid', 'tid', 'qid', 'prn', 'qhs', 'qod', 'tds', 'qds', 'po', 'hs', 'qd', 'bd']);

/** Without the asterisks that only stand out ("Disp: *60*", "**Norco**"); "2*6" keeps its own. */
function plain(list: readonly Piece[]): Piece[] {
  return list.filter((piece, i) => {
    if (piece.text !== '*') return true;
    const [before, after] = [list[i - 1], list[i + 1]];
    return before?.kind === 'number' && after?.kind === 'number';
  });
}

/** Puts together what a scan or a line's end parted: "b. i. d.", "tab lets". */
function mend(list: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < list.length; i++) {
    const piece = list[i]!;
    const before = out.at(-1);
    const letters = piece.kind === 'word' && piece.text.length === 1 ? parted(list, i) : null;
    if (letters) {
      out.push(letters.piece);
      i = letters.last;
      continue;
    }
    const word = piece.kind === 'word' ? broken(list, i) : null;
    if (word) {
      out.push(word.piece);
      i = word.last;
      continue;
    }
    const times =
      before?.kind === 'number' &&
      before.end === piece.start &&
      /^x(?:wk|week|day|d|w|daily|weekly|month|mo)s?$/.test(piece.text);
    if (times) {
      const split = piece.start + 1;
      out.push({ ...piece, end: split, text: 'x' }, { ...piece, start: split, text: piece.text.slice(1) });
      continue;
    }
    const tail =
      piece.kind === 'word' && piece.text.length > 3 && piece.text.endsWith('prn') ? piece.text.slice(0, -3) : '';
    if (tail !== '' && isKnown(tail)) {
      const split = piece.end - 3;
      out.push({ ...piece, end: split, text: tail }, { ...piece, start: split, text: 'prn' });
      continue;
    }
    out.push(piece);
  }
  return out;
}

function parted(list: readonly Piece[], at: number): { piece: Piece; last: number } | null {
  let text = '';
  let best: { piece: Piece; last: number } | null = null;
  for (let i = at; i < Math.min(list.length, at + 8); i++) {
    const piece = list[i]!;
    if (i > at && piece.start - list[i - 1]!.end > 1) break;
    if (piece.text === '.') continue;
    if (piece.kind !== 'word' || piece.text.length > 1) break;
    text += piece.text;
    if (text.length > 1 && spaced.has(text))
      best = { piece: { start: list[at]!.start, end: piece.end, text, kind: 'word' }, last: i };
  }
  return best;
}

function broken(list: readonly Piece[], at: number): { piece: Piece; last: number } | null {
  const first = list[at]!;
  const hyphen = list[at + 1]?.text === '-' && list[at + 1]!.start === first.end;
  const last = hyphen ? at + 2 : at + 1;
  const second = list[last];
  if (second?.kind !== 'word' || first.text.length < 2 || second.text.length < 2) return null;
  const text = first.text + second.text;
  if (text.length < 6 || !isKnown(text) || isKnown(second.text)) return null;
  return { piece: { start: first.start, end: second.end, text, kind: 'word' }, last };
}

/** The pieces of a line, spans relative to it. */
export function lex(text: string): Lexeme[] {
  const list = mend(plain(cut(unscanned(normalise(text)))));
  return list.map((piece, i) => {
    const value =
      piece.kind === 'number'
        ? (fractions[piece.text] ?? Number(piece.text))
        : piece.kind === 'word'
          ? numberWord(piece.text)
          : null;
    const sense = piece.kind === 'number' || (value !== null && !isKnown(piece.text)) ? '' : senseOf(piece.text);
    return { ...piece, value, sense, glued: i > 0 && list[i - 1]!.end === piece.start };
  });
}
