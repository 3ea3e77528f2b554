import type { Reading } from '../types.js';
import { type Lexeme, lex } from './lex.js';

/** A number or a range as it stands in a line; `next` is the index of the piece after it. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly next: number;
}

const mostSkipped = 12;
const roman = new Set(['i', 'ii', 'iii', 'iv', 'vi']);
const between = new Set(['-', 'to', 'or', 'through', 'thru']);

/** A request line in pieces. A reader that has understood a piece takes it, so that no other reads it as something else. */
export class Line {
  readonly lexemes: readonly Lexeme[];
  private readonly taken: Uint8Array;

  constructor(readonly text: string) {
    this.lexemes = lex(text);
    this.taken = new Uint8Array(this.lexemes.length);
  }

  get length(): number {
    return this.lexemes.length;
  }

  at(i: number): Lexeme | undefined {
    return this.lexemes[i];
  }

  word(i: number): string {
    return this.lexemes[i]?.text ?? '';
  }

  sense(i: number): string {
    return this.lexemes[i]?.sense ?? '';
  }

  is(i: number, ...senses: readonly string[]): boolean {
    const sense = this.sense(i);
    return sense !== '' && senses.includes(sense);
  }

  /** True for a piece that no reader has taken. */
  free(i: number): boolean {
    return i >= 0 && i < this.taken.length && this.taken[i] === 0;
  }

  take(first: number, next: number): void {
    this.taken.fill(1, first, next);
  }

  /** Takes the pieces that lie in a stretch of the text. */
  takeSpan(start: number, end: number): void {
    for (let i = this.pieceAfter(start); i < this.length && this.lexemes[i]!.start < end; i++) this.taken[i] = 1;
  }

  /** The same line with everything outside the pieces from `first` up to `next` taken. */
  within(first: number, next: number): Line {
    const part = new Line(this.text);
    part.taken.set(this.taken);
    part.take(0, first);
    part.take(next, this.length);
    return part;
  }

  /** Index of the first piece that ends after a place in the text; the number of pieces where none does. */
  pieceAfter(place: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lexemes[middle]!.end > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  reading<T>(value: T, first: number, next: number, vague?: string): Reading<T> {
    const start = this.lexemes[first]?.start ?? 0;
    const end = this.lexemes[Math.max(first, next - 1)]?.end ?? start;
    return vague === undefined ? { value, start, end } : { value, start, end, vague };
  }

  /** Index of the first piece from `i` on that is none of the texts; at most a dozen are skipped. */
  skip(i: number, ...texts: readonly string[]): number {
    let at = i;
    while (at < this.length && at - i < mostSkipped && texts.includes(this.lexemes[at]!.text)) at++;
    return at;
  }

  /** A single number at `i`: digits, a word, a fraction ("1/2", "1 1/2", "one and a half"), a repetition in brackets included. */
  number(i: number, romans = false): { value: number; next: number } | null {
    const piece = this.lexemes[i];
    if (!piece || piece.value === null || !this.free(i)) return null;
    if (!romans && roman.has(piece.text)) return null;
    let { value } = piece;
    let next = i + 1;
    if (piece.kind === 'word') ({ value, next } = this.spelled(i));
    else {
      const fraction = this.fraction(i);
      if (fraction) ({ value, next } = fraction);
    }
    if (piece.text === 'half' && (this.word(next) === 'a' || this.word(next) === 'of'))
      next = this.skip(next, 'a', 'of');
    const part = this.added(next, value);
    if (part) ({ value, next } = part);
    if (this.word(next) === '(' && this.lexemes[next + 1]?.value === value && this.word(next + 2) === ')') next += 3;
    return { value, next };
  }

  /** "one hundred twenty", "twenty-five", "one-half", "seven point five". */
  private spelled(i: number): { value: number; next: number } {
    let value = this.lexemes[i]!.value!;
    let next = i + 1;
    for (let turn = 0; turn < 4; turn++) {
      const at = this.word(next) === '-' ? next + 1 : next;
      const piece = this.lexemes[at];
      if (piece?.kind !== 'word' || piece.value === null || roman.has(piece.text)) break;
      if (piece.value === 100 && value < 10) value *= 100;
      else if (piece.value === 0.5 && at > next && value === 1) value = 0.5;
      else if (value % 100 >= 20 && value % 10 === 0 && piece.value >= 1 && piece.value < 10) value += piece.value;
      else if (value >= 100 && value % 100 === 0 && piece.value >= 1 && piece.value < 100) value += piece.value;
      else break;
      next = at + 1;
    }
    const part = this.word(next) === 'point' ? this.lexemes[next + 1] : undefined;
    if (part && part.value !== null && Number.isInteger(part.value) && part.value < 100 && !roman.has(part.text))
      return { value: Number(`${value}.${part.value}`), next: next + 2 };
    return { value, next };
  }

  private fraction(i: number): { value: number; next: number } | null {
    const top = this.lexemes[i]?.value;
    const bottom = this.lexemes[i + 2]?.value;
    if (this.word(i + 1) !== '/' || !top || !bottom || this.lexemes[i + 2]!.kind !== 'number') return null;
    if (![2, 3, 4].includes(bottom) || top >= bottom || !Number.isInteger(top) || this.lexemes[i + 3]?.text === '/')
      return null;
    return { value: top / bottom, next: i + 3 };
  }

  /** What is added to a whole number: "1 1/2", "1½", "1 and 1/2", "one and a half". */
  private added(next: number, value: number): { value: number; next: number } | null {
    if (!Number.isInteger(value)) return null;
    const joined = ['and', '&'].includes(this.word(next));
    let at = joined ? next + 1 : next;
    if (joined && this.word(at) === 'a') at++;
    if (this.word(at) === '-' && this.word(at + 2) === '/') at++;
    const part = this.lexemes[at];
    if (!part || part.value === null) return null;
    const fraction =
      part.value < 1 && part.value > 0 && (part.kind === 'word' ? joined : true)
        ? { value: part.value, next: at + 1 }
        : this.fraction(at);
    if (!fraction || (part.kind === 'number' && part.text.includes('.'))) return null;
    return { value: value + fraction.value, next: fraction.next };
  }

  /** A number or a range at `i`: "1-2", "4 to 6", "one or two". */
  amount(i: number, romans = false): Amount | null {
    const first = this.number(i, romans);
    if (!first) return null;
    if (between.has(this.word(first.next))) {
      const second = this.number(first.next + 1, romans);
      if (second && second.value > first.value)
        return { low: first.value, high: second.value, first: i, next: second.next };
    }
    return { low: first.value, high: first.value, first: i, next: first.next };
  }
}
