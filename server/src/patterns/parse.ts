import { choice, type Comparison, type Expression, gap, One, optional, sequence } from './expression.js';
import { inflections } from './inflect.js';
import { normalise } from './normalise.js';
import { ensure } from './tables.js';
import { tokenize } from './tokenize.js';

export type { Expression } from './expression.js';

/** What must stand, and what must not, in one sentence. */
export interface Clause {
  readonly need: readonly Expression[];
  readonly not: readonly Expression[];
}

export const longestGap = 12;
const usualGap = 3;
const longestSource = 20_000;
const deepestNesting = 50;

/** Why a pattern cannot be read, as the end of "cannot read this pattern: …". */
export class PatternError extends Error {}

const slotSyntax =
  /<\s*([a-z][a-z0-9-]*)\s*(?::\s*([^<>=:]+?)\s*)?(?:(>=|<=|=|>|<)\s*(\d+(?:\.\d+)?|\.\d+)\s*(%|[a-z]+)?\s*)?>(?!=)/y;
const gapSyntax = /\.\.+(\d*)/y;
const plainWord = /^[a-z]+$/;
const plainWords = /^[a-z]+(?: [a-z]+)*$/;

class Parser {
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly ones: Ones;

  constructor(text: string, ones: Ones) {
    this.text = text;
    this.ones = ones;
  }

  /** The clauses that `&&` parts; one where there is none. */
  pattern(): Clause[] {
    const clauses = [this.clause()];
    while (this.eat('&&')) clauses.push(this.clause());
    const rest = this.peek();
    if (rest !== '') throw new PatternError(rest === ')' ? 'a ) without its (' : `unexpected ${rest}`);
    return clauses;
  }

  private clause(): Clause {
    const need: Expression[] = [];
    const not: Expression[] = [];
    do {
      const list = this.eat('!') ? not : need;
      list.push(closeGaps(this.choice()));
    } while (this.eatSingleAnd());
    if (need.length === 0) throw new PatternError('nothing but exclusions');
    return { need, not };
  }

  private choice(): Expression {
    if (++this.depth > deepestNesting) throw new PatternError('too deeply nested');
    const first = this.items();
    this.depth--;
    if (this.peek() !== '|') return sequence(first);
    const options = [first];
    while (this.eat('|')) options.push(this.items());
    const full = options.filter((option) => option.length > 0).map(sequence);
    if (full.length === 0) return sequence([]);
    return full.length === options.length ? choice(full) : optional(choice(full));
  }

  private items(): Expression[] {
    const items: Expression[] = [];
    for (let next = this.peek(); next !== '' && next !== ')' && next !== '|' && next !== '&'; next = this.peek()) {
      items.push(this.suffixed(this.item(next)));
    }
    return items;
  }

  private item(next: string): Expression {
    if (next === '(') {
      this.at++;
      const inner = this.choice();
      if (!this.eat(')')) throw new PatternError('a ( without its )');
      return inner;
    }
    if (next === '"') return this.quoted();
    if (next === '.' && this.text[this.at + 1] === '.') return this.gap();
    if (next === '<' && /[a-z]/.test(this.text.slice(this.at + 1).trimStart()[0] ?? '')) return this.slot();
    return this.words();
  }

  private suffixed(item: Expression): Expression {
    let out = item;
    while (this.text[this.at] === '?') {
      this.at++;
      out = optional(out);
    }
    return out;
  }

  private gap(): Expression {
    const digits = this.take(gapSyntax)![1]!;
    const most = digits === '' ? usualGap : Number(digits);
    if (most > longestGap) throw new PatternError(`a gap of more than ${longestGap} tokens`);
    return gap(most);
  }

  private slot(): Expression {
    const found = this.take(slotSyntax);
    if (!found) throw new PatternError('a slot that does not read <name>, <name:class> or <name >= number>');
    const [, kind, classes, op, value, unit] = found;
    const compare = op ? { op: op as Comparison['op'], value: Number(value), unit: unit ?? '' } : null;
    return new One([], [], [{ kind: kind!, classes: classes ? classes.split('|').map(className) : [], compare }]);
  }

  private quoted(): Expression {
    const end = this.text.indexOf('"', this.at + 1);
    if (end < 0) throw new PatternError('a " without its end');
    const words = literals(this.text.slice(this.at + 1, end));
    this.at = end + 1;
    return this.ones.sequence(words);
  }

  private words(): Expression {
    const from = this.at;
    // `<` and `!` stand for themselves where they begin nothing.
    do this.at++;
    while (this.at < this.text.length && this.inWord(this.at));
    const text = this.text.slice(from, this.at);
    const suffix = this.text[this.at];
    const isSuffixed = suffix === '~' || suffix === '*';
    if (plainWord.test(text)) {
      if (!isSuffixed) return this.ones.word(text);
      this.at++;
      return this.ones.suffixed(text, suffix);
    }
    if ('~*?'.includes(text)) throw new PatternError(`${text} belongs after a word`);
    if (/[a-z0-9%]>/.test(text)) throw new PatternError('a > without its <');
    const words = literals(text);
    if (!isSuffixed) return this.ones.sequence(words);
    this.at++;
    const last = words.pop();
    if (last === undefined || !/^\p{L}/u.test(last)) throw new PatternError(`${suffix} belongs after a word`);
    return sequence([...words.map((word) => this.ones.word(word)), this.ones.suffixed(last, suffix)]);
  }

  private inWord(at: number): boolean {
    const sign = this.text[at]!;
    if (sign === '.') return this.text[at + 1] !== '.';
    return !' ()|&<"?*~!'.includes(sign);
  }

  private take(syntax: RegExp): RegExpExecArray | null {
    syntax.lastIndex = this.at;
    const found = syntax.exec(this.text);
    if (found) this.at = syntax.lastIndex;
    return found;
  }

  private peek(): string {
    while (this.text[this.at] === ' ') this.at++;
    return this.text[this.at] ?? '';
  }

  private eat(mark: string): boolean {
    this.peek();
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private eatSingleAnd(): boolean {
    return this.peek() === '&' && this.text[this.at + 1] !== '&' && this.eat('&');
  }
}

/** `a ..3 b?` means `a (..3 b)?`, and `b? ..3 a` means `(b ..3)? a`: a gap to what is absent leads nowhere. */
function closeGaps(part: Expression): Expression {
  if (part.is !== 'sequence' || part.of.length < 3) return part;
  const items = [...part.of];
  const [first, second] = items;
  if (first!.is === 'optional' && second!.is === 'gap') items.splice(0, 2, optional(sequence([first!.of, second!])));
  const last = items.at(-1)!;
  const before = items.at(-2)!;
  if (last.is === 'optional' && before.is === 'gap') items.splice(-2, 2, optional(sequence([before, last.of])));
  return sequence(items);
}

/** Classes and names compare without case, and a hyphen or underscore is a blank. */
export function className(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

function literals(text: string): string[] {
  return tokenize(text).map((token) => token.text);
}

/** The single tokens of patterns that are compiled together, each made once. */
export class Ones {
  private readonly known = new Map<string, One>();

  word(word: string): One {
    return ensure(this.known, word, () => new One([word]));
  }

  /** `word~` or `word*`. */
  suffixed(word: string, suffix: '~' | '*'): One {
    if (suffix === '*' && word.length < 2) throw new PatternError('a beginning of one letter');
    return ensure(this.known, word + suffix, () => (suffix === '~' ? new One(inflections(word)) : new One([], [word])));
  }

  sequence(words: readonly string[]): Expression {
    return sequence(words.map((word) => this.word(word)));
  }
}

/**
 * Reads a pattern's source. Throws PatternError with a reason that completes "cannot read this pattern:". Patterns that
 * are compiled together may share their `ones`.
 */
export function parsePattern(source: string, ones = new Ones()): Clause[] {
  if (source.length > longestSource) throw new PatternError('too large');
  const text = normalise(source);
  if (plainWords.test(text)) return [{ need: [ones.sequence(text.split(' '))], not: [] }];
  return new Parser(text, ones).pattern();
}
