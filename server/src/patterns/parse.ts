import { inflections } from './inflect.js';
import { normalise } from './normalise.js';
import { tokenize } from './tokenize.js';

/** A test of a slot: `<kind>`, `<kind:class>`, `<kind >= 6 weeks>`. */
export interface SlotTest {
  readonly kind: string;
  /** Any of these classes or names; empty: no matter which. */
  readonly classes: readonly string[];
  readonly compare: Comparison | null;
}

export interface Comparison {
  readonly op: '<' | '<=' | '=' | '>=' | '>';
  readonly value: number;
  readonly unit: string;
}

/** What stands at one place: one token, or one slot. */
export interface One {
  readonly is: 'one';
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly tests: readonly SlotTest[];
}

/** A pattern's syntax tree. */
export type Expression =
  | One
  | { readonly is: 'sequence'; readonly of: readonly Expression[] }
  | { readonly is: 'choice'; readonly of: readonly Expression[] }
  | { readonly is: 'optional'; readonly of: Expression }
  | { readonly is: 'gap'; readonly most: number };

/** What must stand, and what must not, in one sentence. */
export interface Clause {
  readonly need: readonly Expression[];
  readonly not: readonly Expression[];
}

export const longestGap = 12;
const usualGap = 3;

export class PatternError extends Error {}

const slotSyntax = /<\s*([a-z][a-z0-9-]*)\s*(?::\s*([^<>=:]+?)\s*)?(?:(>=|<=|=|>|<)\s*(\d+(?:\.\d+)?|\.\d+)\s*(%|[a-z]+)?\s*)?>/y;
const wordSyntax = /(?:(?!\.\.)[^\s()|&<"?*~!])+|[<!]/y;
const gapSyntax = /\.\.+(\d*)/y;

class Parser {
  private at = 0;
  private readonly text: string;

  constructor(source: string) {
    this.text = normalise(source);
  }

  /** The clauses that `&&` parts; one where there is none. */
  pattern(): Clause[] {
    const clauses = [this.clause()];
    while (this.eat('&&')) clauses.push(this.clause());
    if (this.peek() !== '') throw new PatternError(this.peek() === ')' ? 'a ) without its (' : `unexpected ${this.peek()}`);
    return clauses;
  }

  private clause(): Clause {
    const need: Expression[] = [];
    const not: Expression[] = [];
    do {
      const list = this.eat('!') ? not : need;
      list.push(this.choice());
    } while (this.eatSingleAnd());
    if (need.length === 0) throw new PatternError('nothing but exclusions');
    return { need, not };
  }

  private choice(): Expression {
    const options = [this.sequence()];
    while (this.eat('|')) options.push(this.sequence());
    if (options.length === 1) return options[0]!;
    const full = options.filter((option) => option.is !== 'sequence' || option.of.length > 0);
    const choice = mergeChoice(full);
    return full.length === options.length ? choice : { is: 'optional', of: choice };
  }

  private sequence(): Expression {
    const items: Expression[] = [];
    for (let next = this.peek(); next !== '' && next !== ')' && next !== '|' && next !== '&'; next = this.peek()) {
      items.push(this.suffixed(this.item(next)));
    }
    return items.length === 1 ? items[0]! : { is: 'sequence', of: items };
  }

  private item(next: string): Expression {
    if (next === '(') {
      this.at++;
      const inner = this.choice();
      if (!this.eat(')')) throw new PatternError('a ( without its )');
      return inner;
    }
    if (next === '"') return this.quoted();
    const gap = this.take(gapSyntax);
    if (gap) {
      const most = gap[1] === '' ? usualGap : Number(gap[1]);
      if (most > longestGap) throw new PatternError(`a gap of more than ${longestGap} tokens`);
      return { is: 'gap', most };
    }
    if (next === '<' && /^<\s*[a-z]/.test(this.text.slice(this.at, this.at + 4))) return this.slot();
    return this.words();
  }

  private suffixed(item: Expression): Expression {
    let out = item;
    while (this.text[this.at] === '?') {
      this.at++;
      out = { is: 'optional', of: out };
    }
    return out;
  }

  private slot(): Expression {
    const found = this.take(slotSyntax);
    if (!found) throw new PatternError(`a slot that does not read <name>, <name:class> or <name >= number>`);
    const [, kind, classes, op, value, unit] = found;
    const compare = op ? { op: op as Comparison['op'], value: Number(value), unit: unit ?? '' } : null;
    const test: SlotTest = { kind: kind!, classes: classes ? classes.split('|').map(className) : [], compare };
    return { is: 'one', words: [], prefixes: [], tests: [test] };
  }

  private quoted(): Expression {
    const end = this.text.indexOf('"', this.at + 1);
    if (end < 0) throw new PatternError('a " without its end');
    const words = literals(this.text.slice(this.at + 1, end));
    this.at = end + 1;
    return inOrder(words.map(word));
  }

  private words(): Expression {
    const found = this.take(wordSyntax);
    if (!found) throw new PatternError(`${this.text[this.at]} stands alone`);
    const words = literals(found[0]);
    const suffix = this.text[this.at];
    if (suffix !== '~' && suffix !== '*') return inOrder(words.map(word));
    this.at++;
    const last = words.pop();
    if (last === undefined || !/^\p{L}/u.test(last)) throw new PatternError(`${suffix} belongs after a word`);
    if (suffix === '*' && last.length < 2) throw new PatternError('a beginning of one letter');
    const end: Expression =
      suffix === '~'
        ? { is: 'one', words: formsOf(last), prefixes: [], tests: [] }
        : { is: 'one', words: [], prefixes: [last], tests: [] };
    return inOrder([...words.map(word), end]);
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

/** Classes and names compare without case, and a hyphen or underscore is a blank. */
export function className(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, ' ').trim();
}

const plainWord = /^[a-z]+$/;

function literals(text: string): string[] {
  if (plainWord.test(text)) return [text];
  return tokenize(text).map((token) => token.text);
}

const forms = new Map<string, readonly string[]>();

function formsOf(word: string): readonly string[] {
  let known = forms.get(word);
  if (!known) forms.set(word, (known = inflections(word)));
  return known;
}

function word(text: string): Expression {
  return { is: 'one', words: [text], prefixes: [], tests: [] };
}

function inOrder(items: readonly Expression[]): Expression {
  return items.length === 1 ? items[0]! : { is: 'sequence', of: items };
}

/** Single tokens of a choice become one set; longer options come first, so that the longest is tried first. */
function mergeChoice(options: readonly Expression[]): Expression {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  const tests: SlotTest[] = [];
  const rest: Expression[] = [];
  for (const option of options) {
    if (option.is !== 'one') {
      rest.push(option);
      continue;
    }
    for (const each of option.words) words.add(each);
    for (const each of option.prefixes) prefixes.add(each);
    tests.push(...option.tests);
  }
  rest.sort((a, b) => longest(b) - longest(a));
  if (rest.length < options.length) rest.push({ is: 'one', words: [...words], prefixes: [...prefixes], tests });
  return rest.length === 1 ? rest[0]! : { is: 'choice', of: rest };
}

/** The most tokens an expression covers; Infinity where it holds a slot. */
export function longest(of: Expression): number {
  switch (of.is) {
    case 'one':
      return of.tests.length > 0 ? Number.POSITIVE_INFINITY : 1;
    case 'gap':
      return of.most;
    case 'optional':
      return longest(of.of);
    case 'choice':
      return of.of.reduce((most, each) => Math.max(most, longest(each)), 0);
    case 'sequence':
      return of.of.reduce((sum, each) => sum + longest(each), 0);
  }
}

/** The fewest tokens an expression covers. */
export function shortest(of: Expression): number {
  switch (of.is) {
    case 'one':
      return 1;
    case 'gap':
    case 'optional':
      return 0;
    case 'choice':
      return of.of.reduce((least, each) => Math.min(least, shortest(each)), Number.POSITIVE_INFINITY);
    case 'sequence':
      return of.of.reduce((sum, each) => sum + shortest(each), 0);
  }
}

/** Reads a pattern's source. Throws PatternError with a reason that completes "cannot read this pattern:". */
export function parsePattern(source: string): Clause[] {
  return new Parser(source).pattern();
}
