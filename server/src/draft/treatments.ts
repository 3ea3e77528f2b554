import { normalise, tokenize } from '../patterns/index.js';
import { findDrug, nameWords, namesOf } from '../vocabulary/drugs.js';
import { type Drug, type Guard, type Treatment, vocabulary } from '../vocabulary/index.js';
import { type NameMatch, NameTree } from '../vocabulary/name-tree.js';
import { Spelling } from '../vocabulary/spelling.js';
import { slipOf, unscannedWords } from './request/scan.js';
import type { ItemKind, Span, Token } from './types.js';

/** A treatment named in a text. */
export interface Recognised extends Span {
  readonly kind: ItemKind;
  /** A family of the contract, `unknown` where none fits. */
  readonly family: string;
  /** Normal name. */
  readonly treatment: string | null;
  /** For drugs: the entry's name in the vocabulary. */
  readonly drug: string | null;
  readonly classes: readonly string[];
}

type Named = { readonly drug: Drug } | { readonly treatment: Treatment };

interface Words {
  readonly salts: readonly string[];
  readonly extended: readonly string[];
  readonly topical: readonly string[];
  readonly patch: readonly string[];
  readonly dotted: readonly string[];
  readonly rightWords: readonly string[];
  readonly partNames: Readonly<Record<string, readonly string[]>>;
}

interface Names {
  readonly tree: NameTree<Named>;
  readonly spelling: Spelling;
  readonly guards: ReadonlyMap<string, Guard>;
  readonly byName: ReadonlyMap<string, Drug>;
  readonly extended: ReadonlySet<string>;
  readonly topical: ReadonlySet<string>;
  readonly patch: ReadonlySet<string>;
  readonly dotted: ReadonlySet<string>;
}

let names: Names | null = null;

function build(): Names {
  const words = vocabulary.sig.names as Words;
  const tree = new NameTree<Named>();
  const guards = new Map<string, Guard>();
  const addGuards = (list: readonly Guard[] = []) => {
    for (const guard of list) for (const name of guard.names) guards.set(nameWords(name).join(' '), guard);
  };
  for (const drug of vocabulary.drugs) {
    for (const name of namesOf(drug)) tree.add(nameWords(name), { drug });
    addGuards(drug.guarded);
  }
  for (const drug of vocabulary.drugs) for (const name of madeNames(drug, words)) tree.add(name, { drug });
  const drugWords = [...tree.words()];
  for (const treatment of vocabulary.treatments) {
    for (const source of treatment.names) tree.addPattern(source, { treatment });
    addGuards(treatment.guarded);
  }
  const treatmentWords = [...tree.words()].filter((word) => word.length >= 8);
  return {
    tree,
    guards,
    spelling: new Spelling([...drugWords, ...treatmentWords], {
      right: words.rightWords,
      names: (word) => findDrug(word)?.name,
    }),
    byName: new Map(vocabulary.drugs.map((drug) => [drug.name, drug])),
    extended: new Set(words.extended),
    topical: new Set(words.topical),
    patch: new Set(words.patch),
    dotted: new Set(words.dotted),
  };
}

/** Names with salts, and combinations with each part by any of its own names. */
function madeNames(drug: Drug, words: Words): string[][] {
  const parts = drug.parts ?? (drug.name.includes('/') ? drug.name.split('/') : []);
  if (parts.length < 2) return words.salts.map((salt) => [...nameWords(drug.name), ...nameWords(salt)]);
  let out: string[][] = [[]];
  for (const [index, part] of parts.entries()) {
    const forms = [part, ...(words.partNames[part] ?? [])].map(nameWords);
    const salted =
      index === 0 ? [...forms, ...words.salts.map((salt) => [...nameWords(part), ...nameWords(salt)])] : forms;
    out = out.flatMap((head) => salted.map((form) => [...head, ...form]));
  }
  return out;
}

const level = /^[ctls]\d{1,2}$/;
const reach = 6;

function allowed(guard: Guard, text: string, tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1]?.text;
  const before = tokens[first - 1]?.text;
  if (next !== undefined && guard.unless?.includes(next)) return false;
  if (before !== undefined && guard['not-after']?.includes(before)) return false;
  if (guard.capitals) {
    const written = text.slice(tokens[first]!.start, tokens[last]!.end);
    if (written !== written.toUpperCase() && !isNear(guard.orNear ?? [], tokens, first, last)) return false;
  }
  return !guard.near || isNear(guard.near, tokens, first, last);
}

/** True where one of the words stands within reach of tokens `first` to `last`; `<level>` and `<times>` stand for their kinds. */
function isNear(words: readonly string[], tokens: readonly Token[], first: number, last: number): boolean {
  if (words.includes('<times>')) {
    const at = tokens[last + 1]?.kind === 'number' ? last + 2 : last + 1;
    if (/^x\d*$/.test(tokens[at]?.text ?? '')) return true;
  }
  for (let i = Math.max(0, first - reach); i <= Math.min(tokens.length - 1, last + reach); i++) {
    if (i >= first && i <= last) continue;
    const word = tokens[i]!.text;
    if (words.includes(word) || (words.includes('<level>') && level.test(word))) return true;
  }
  return false;
}

const ends = new Set([';', ',', '.', '#', '|', '(']);

/** The entry that the words after a drug's name make of it, and the last token that belongs to the name. */
function variant(drug: Drug, tokens: readonly Token[], last: number, of: Names): { drug: Drug; last: number } {
  if (!drug.extended && !drug.topical && !drug.patch) return { drug, last };
  const oral = drug.strengths.some((each) => / mg/.test(each));
  for (let i = last + 1; i <= Math.min(last + 7, tokens.length - 1); i++) {
    const word = tokens[i]!.text;
    const following = `${word} ${tokens[i + 1]?.text ?? ''}`;
    if (ends.has(word)) break;
    let to: string | undefined;
    if (of.extended.has(word) || of.extended.has(following)) to = drug.extended;
    else if (of.patch.has(word)) to = drug.patch ?? drug.topical;
    else if (of.topical.has(word) || (word === '%' && oral)) to = drug.topical;
    const entry = to === undefined ? undefined : of.byName.get(to);
    if (!entry) continue;
    const adjacent = i === last + 1 && word !== '%';
    return { drug: entry, last: adjacent ? (of.extended.has(following) && !of.extended.has(word) ? i + 1 : i) : last };
  }
  return { drug, last };
}

function asRecognised(
  match: NameMatch<Named>,
  tokens: readonly Token[],
  first: number,
  of: Names,
): Recognised & { last: number } {
  const start = tokens[first]!.start;
  if ('treatment' in match.value) {
    const { name, family, kind, classes } = match.value.treatment;
    const all = [...new Set([family, ...(classes ?? [])])];
    return {
      start,
      end: tokens[match.last]!.end,
      kind,
      family,
      treatment: name,
      drug: null,
      classes: all,
      last: match.last,
    };
  }
  let { drug, last } = variant(match.value.drug, tokens, match.last, of);
  if (tokens[first - 1]?.text === 'topical' && drug.topical) drug = of.byName.get(drug.topical) ?? drug;
  const classes = [...new Set([drug.family, ...drug.classes])];
  return {
    start,
    end: tokens[last]!.end,
    kind: 'drug',
    family: drug.family,
    treatment: drug.name,
    drug: drug.name,
    classes,
    last,
  };
}

/** The tokens without the dots of clipped words: "phys. therapy". */
function withoutDots(tokens: readonly Token[], clipped: ReadonlySet<string>): Token[] {
  return tokens.filter((token, i) => {
    const before = tokens[i - 1];
    return !(token.text === '.' && before && before.end === token.start && clipped.has(before.text) && tokens[i + 1]);
  });
}

/**
 * The treatments that a text names, in order, without overlaps, the longest name at each place. Drugs by generic name, brand,
 * common spelling, or one slip of the pen away. Spans are relative to the text.
 */
export function recogniseTreatments(text: string): Recognised[] {
  names ??= build();
  const of = names;
  const tokens = withoutDots(tokenize(unscannedWords(normalise(text))), of.dotted);
  const out: Recognised[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'word') continue;
    const match = of.tree.longest(
      tokens,
      at,
      (word) =>
        Object.hasOwn(vocabulary.shorthand, word)
          ? vocabulary.shorthand[word]!
          : (slipOf(word) ?? of.spelling.meant(word)),
      (found) => {
        const guard = of.guards.get(found.name);
        return !guard || allowed(guard, text, tokens, at, found.last);
      },
    );
    if (!match) continue;
    const { last, ...found } = asRecognised(match, tokens, at, of);
    const before = out.at(-1);
    const close = tokens[last + 1];
    if (
      before &&
      close?.text === ')' &&
      before.treatment === found.treatment &&
      /^\s*\(\s*$/.test(text.slice(before.end, found.start))
    ) {
      // "Lumbar epidural steroid injection (LESI)", "Norco (hydrocodone/APAP)": one treatment, named twice.
      out[out.length - 1] = { ...before, end: close.end };
    } else out.push(found);
    at = last;
  }
  return out;
}
