import { type Token, tokenize } from '../patterns/index.js';
import { vocabulary } from '../vocabulary/index.js';
import { recogniseTreatments } from './treatments.js';
import type { Section, Sentence, Span } from './types.js';

/** Never end a sentence. */
const titles = new Set(
  'dr mr mrs ms prof st vs no nos approx fig figs eg ie cf ca p pp pg pgs sec ch vol ed art cal reg lt rt bilat dx hx tx fx sx pt pts dept ext inc est vert incl'.split(
    ' ',
  ),
);
/** End a sentence only before a capital that does not go on with the directions. */
const units = new Set(
  'mg mcg ml gm g kg lb lbs oz ft in cm mm tab tabs cap caps wk wks mo mos yr yrs hr hrs min mins sec secs qd qid bid tid qhs qod po prn am pm hs im iv sl ac pc etc al jr sr md do dc pa np rn phd lac pharmd esq max jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri rx sig disp qty inj'.split(
    ' ',
  ),
);
const goOn = new Set(
  'prn p.r.n for as with and or to at per qd q bid tid qid qhs po p.o by b.i.d t.i.d q.i.d q.h.s x disp qty sig refill refills rf box'.split(
    ' ',
  ),
);
const bare = new Set(['hepatitis', 'vitamin', 'type', 'grade', 'class', 'group', 'schedule', 'stage']);

/** Cuts a paragraph into sentences, as spans of the draft. `text` is the draft, `plain` its normalised form. */
export function cutSentences(text: string, plain: string, span: Span): Span[] {
  const cuts: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const mark = plain.charCodeAt(at);
    if (mark !== 46 && mark !== 63 && mark !== 33) continue;
    let end = at + 1;
    while (end < span.end && /[.?!"')\]]/.test(plain[end]!)) end++;
    if (end >= span.end) break;
    if (!isEnd(text, plain, at, end, span)) continue;
    cuts.push({ start, end });
    start = end;
    while (start < span.end && plain[start] === ' ') start++;
    at = start - 1;
  }
  if (start < span.end) cuts.push({ start, end: span.end });
  return cuts;
}

function isEnd(text: string, plain: string, at: number, end: number, span: Span): boolean {
  if (plain[end] !== ' ') return plain[at] === '.' && end === at + 1 && runsOn(text, at, span);
  let next = end;
  while (next < span.end && plain[next] === ' ') next++;
  if (next >= span.end) return false;
  const letter = text[next]!;
  const low = letter >= 'a' && letter <= 'z';
  if (plain[at] !== '.') return !low;
  const word = wordBefore(plain, at, span.start);
  const following = /^[a-z0-9.#/-]{1,20}/.exec(plain.slice(next, next + 20))?.[0] ?? '';
  const bareWord = word.replace(/\./g, '');
  if (titles.has(bareWord) && !(bareWord === 'no' && !/\d|#/.test(following[0] ?? ''))) return false;
  if (low || /[,;:)\]]/.test(letter)) return false;
  if (/^[a-z]$/.test(bareWord) && !/\d/.test(word)) {
    const previous = wordBefore(plain, at - 2, span.start);
    return bare.has(previous);
  }
  if (word.includes('.') || units.has(bareWord)) {
    if (/^[\d#]/.test(following) && units.has(bareWord) && bareWord !== 'etc') return false;
    return !goOn.has(following.replace(/\.+$/, ''));
  }
  // A list of levels: "L2-3. L3-4".
  if (/^[ctls]?\d{1,2}-[ctls]?\d{1,2}$/.test(word) && /^[ctls]\d/.test(following)) return false;
  return true;
}

/** "on 02/17/2014.There were": a stop without the blank after it. */
function runsOn(text: string, at: number, span: Span): boolean {
  const before = text.slice(Math.max(span.start, at - 3), at);
  const after = text.slice(at + 1, at + 4);
  return /[a-z\d)][a-z\d)]$/.test(before) && !/\.$/.test(before) && /^[A-Z][a-z][a-z ]/.test(after);
}

function wordBefore(plain: string, at: number, floor: number): string {
  let from = at;
  while (from > floor && at - from < 24 && /[a-z0-9.\-/]/.test(plain[from - 1]!)) from--;
  return plain.slice(from, at).replace(/^[.\-/]+/, '');
}

const auxiliaries = new Set(
  'is was has had have were been did does will can would should may not and or for in with'.split(' '),
);

/**
 * The words that abbreviations stand for: "inj" an injection, and in "Pt denies nausea" the patient, wherever the letters do
 * not name the therapy.
 */
function settleAbbreviations(tokens: readonly Token[], written: string): readonly Token[] {
  const { shorthand } = vocabulary;
  if (!tokens.some((token) => token.text === 'pt' || Object.hasOwn(shorthand, token.text))) return tokens;
  const named = tokens.some((token) => token.text === 'pt') ? recogniseTreatments(written) : [];
  const inName = (token: Token) => named.some((each) => each.start <= token.start && token.end <= each.end);
  // Capitals in running small letters: "PT did not help". Before other verbs ("PT denies") it is the patient all the same.
  const small = /[a-z]{2}/.test(written);
  const inCapitals = (token: Token, next: Token | undefined) =>
    small &&
    written.slice(token.start, token.end) === 'PT' &&
    (!next || next.kind === 'mark' || auxiliaries.has(next.text));
  return tokens.map((token, at) => {
    if (token.text === 'pt')
      return inName(token) || inCapitals(token, tokens[at + 1]) ? token : { ...token, text: 'patient' };
    const text = Object.hasOwn(shorthand, token.text) ? shorthand[token.text] : undefined;
    return text === undefined ? token : { ...token, text };
  });
}

/** A sentence whose tokens are read when first asked for: most of a draft never is. */
export class PlainSentence implements Sentence {
  #tokens: readonly Token[] | null = null;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly text: string,
    readonly section: Section,
    readonly paragraph: number,
    readonly index: number,
    private readonly draft: string,
  ) {}

  get tokens(): readonly Token[] {
    this.#tokens ??= settleAbbreviations(tokenize(this.text), this.draft.slice(this.start, this.end));
    return this.#tokens;
  }
}
