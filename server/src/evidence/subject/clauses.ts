import type { Sentence } from '../../draft/types.js';
import type { Slot, Token } from '../../patterns/types.js';
import { clauseStarts, type Clauses } from '../context.js';
import type { Phrase } from '../context/phrases.js';
import { type Named, readNames, type Word } from './names.js';

/** A clause and whom it names. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  /** Those that do something in it: "Norco helps", "with Norco". */
  readonly agents: readonly Named[];
  /** Those that were had and are past: "naproxen was stopped". */
  readonly spent: readonly Named[];
  /** Those that are its object: "she reduced Norco", "tolerates therapy". */
  readonly objects: readonly Named[];
  readonly allDrugs: boolean;
  /** Its names are led in as means: "with Norco". */
  readonly led: boolean;
  /** It names nobody in any way. */
  readonly silent: boolean;
  /** Words that stand for what was named before, in order. */
  readonly pointers: readonly Word[];
}

const pointing: ReadonlySet<Word> = new Set<Word>(['this-drug', 'injection', 'therapy', 'that-one', 'those']);

/** The clauses of a sentence; one where it names at most one treatment. Depends on its words alone. */
export function readClauses(sentence: Pick<Sentence, 'tokens'>, slots: readonly Slot[]): Clause[] {
  const { tokens } = sentence;
  const { names, said } = readNames(tokens, slots);
  const speaking = said.filter((phrase) => pointing.has(phrase.value) || phrase.value === 'all-drugs');
  const passing = said.some((phrase) => /^(?:spent|less)/.test(phrase.value));
  // Whom a sentence with one name is about does not hang on its clauses, unless that one is only said to be past or less.
  const alone = names.length + speaking.length <= 1 && !passing;
  const { starts, isVerb }: Clauses = alone ? { starts: [], isVerb: () => false } : clauseStarts(tokens);
  const cut = alone ? [0] : withTelegraphic(tokens, starts, names, said);
  const clauses: Clause[] = [];
  cut.forEach((first, index) => {
    const last = (cut[index + 1] ?? tokens.length) - 1;
    clauses.push(clauseOf(tokens, first, last, names, said, isVerb));
  });
  return clauses;
}

/** Between the names of a list: separators, doses, counts. */
function isListing(token: Token): boolean {
  return (
    token.kind !== 'word' ||
    /^(?:and|or|plus|mg|mcg|g|ml|tablets?|tabs?|caps?|the|a|an|his|her|both|nor|as|well|with)$/.test(token.text)
  );
}

/** Whether only separators and doses stand between two tokens. */
function listed(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isListing(tokens[at]!)) return false;
  return true;
}

/**
 * Where clauses begin, by verbs and conjunctions, and in notes without verbs ("Norco 50% relief, Flexeril drowsiness") where
 * after a comma a name comes with words of its own. A clause that merely lists names goes with the next.
 */
function withTelegraphic(
  tokens: readonly Token[],
  starts: readonly number[],
  names: readonly Named[],
  said: readonly Phrase<Word>[],
): number[] {
  const all = new Set([0, ...starts]);
  names.forEach((name, index) => {
    const before = names[index - 1];
    if (!before || tokens[name.first - 1]?.text !== ',' || listed(tokens, before.last + 1, name.first)) return;
    const next = names[index + 1]?.first ?? tokens.length;
    if (
      !listed(tokens, name.last + 1, next) &&
      !said.some((phrase) => phrase.value === 'marker' && phrase.last === name.first - 2)
    ) {
      all.add(name.first - 1);
    }
  });
  const sorted = [...all].sort((one, other) => one - other);
  return sorted.filter((start, index) => {
    if (index === 0) return true;
    const previous = sorted[index - 1]!;
    const inside = names.filter((name) => name.first >= previous && name.last < start);
    const edges = [previous, ...inside.map((name) => name.last + 1)];
    const ends = [...inside.map((name) => name.first), start];
    const bare = inside.length > 0 && edges.every((edge, at) => listed(tokens, edge, ends[at]!));
    const named = names.some((name) => name.first >= start && name.first < (sorted[index + 1] ?? tokens.length));
    return !(bare && named);
  });
}

function clauseOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  allNames: readonly Named[],
  allSaid: readonly Phrase<Word>[],
  isVerb: (at: number) => boolean,
): Clause {
  const names = allNames.filter((name) => name.first >= first && name.first <= last);
  const said = allSaid.filter((phrase) => phrase.first >= first && phrase.first <= last);
  let verb = first;
  while (verb <= last && !isVerb(verb)) verb++;
  const spent: Named[] = [];
  const less: Named[] = [];
  const marked: Named[] = [];
  const plain: Named[] = [];
  /** The list that the name before stood in, if this one goes on with it. */
  let list: Named[] | null = null;
  names.forEach((name, index) => {
    const before = names[index - 1];
    const goesOn = before !== undefined && listed(tokens, before.last + 1, name.first);
    const left = said.findLast(
      (phrase) =>
        phrase.last < name.first &&
        phrase.first > (before?.last ?? -1) &&
        listedOrShort(tokens, phrase.last + 1, name.first),
    );
    const after = names[index + 1]?.first ?? last + 1;
    const next = said.find((phrase) => phrase.first > name.last && phrase.first < Math.min(after, name.last + 6));
    const wanted = (word: Word) => next?.value === word && listedOrShort(tokens, name.last + 1, next.first);
    let into: Named[];
    if (left?.value === 'spent-next' || wanted('spent-before')) into = spent;
    else if (
      left?.value === 'less-next' ||
      (wanted('less-before') && left?.value !== 'marker') ||
      ((wanted('less-end') || wanted('less-next')) && endsThere(tokens, next!))
    )
      into = less;
    else if (goesOn && list && !(list === spent && isSubject(tokens, before, name, isVerb))) into = list;
    else if (left?.value === 'marker' || name.first < verb) into = marked;
    else into = plain;
    // "Naproxen and gabapentin were tried": what is said behind a list is said of all of it.
    if (into === spent && goesOn && list && list !== spent && !left) spent.push(...list.splice(0));
    into.push(name);
    list = into;
  });
  const agents = marked.length > 0 ? marked : plain;
  const allDrugs = said.some((phrase) => phrase.value === 'all-drugs');
  const pointers = said.filter((phrase) => pointing.has(phrase.value)).map((phrase) => phrase.value);
  return {
    first,
    last,
    agents,
    spent,
    objects: marked.length > 0 ? [...less, ...plain] : less,
    allDrugs,
    led: allDrugs || pointers.length > 0 || said.some((phrase) => phrase.value === 'marker'),
    silent: names.length === 0 && pointers.length === 0 && !allDrugs,
    pointers,
  };
}

function endsThere(tokens: readonly Token[], phrase: Phrase<Word>): boolean {
  const next = tokens[phrase.last + 1];
  return next === undefined || next.kind === 'mark' || next.text === 'and';
}

/** "Unlike tramadol, Norco lets him sleep": behind a lone comma a name with its verb is no more of the list. */
function isSubject(tokens: readonly Token[], before: Named, name: Named, isVerb: (at: number) => boolean): boolean {
  return name.first === before.last + 2 && tokens[before.last + 1]!.text === ',' && isVerb(name.last + 1);
}

/** Up to two words ("his daily") between a word and the name it speaks of. */
function listedOrShort(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark' && token.text !== '-' && token.text !== '/') return false;
  }
  return true;
}
