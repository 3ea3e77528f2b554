import { normalise, tokenize } from '../../patterns/index.js';
import type { Token } from '../../patterns/types.js';
import { words } from './words.js';

/** Words other than those of the lists that some measure begins with. */
const others = 'a an one about entire full half by in both b l r c t s x times trace tr age aged from between';
const { pain, sides, change, instruments } = words;

const begins = new Set<string>(
  [
    ...others.split(' '),
    ...Object.keys(words.numbers),
    ...Object.keys(words.countWords),
    ...Object.keys(words.months),
    ...pain.scales,
    ...pain.scores,
    ...pain.rated,
    ...pain.bare,
    ...sides.left,
    ...sides.right,
    ...sides.bilateral,
    ...words.morphine,
    ...words.morphineDoubtful,
    ...words.motions,
    ...instruments.flatMap((instrument) => instrument.words),
  ].map((phrase) => tokenize(normalise(phrase))[0]!.text),
);
const marks = new Set(['#', '+', ...change.arrows.map((arrow) => arrow[0]!), '½', '¼', '¾', '⅓', '⅔']);
const compound = /^(?:[xq]\d|[ctls]\d)/;

/** False where no measure can begin at a token, as at most words. */
export function mayBegin({ kind, text }: Token): boolean {
  if (kind === 'number') return true;
  return kind === 'mark' ? marks.has(text) : begins.has(text) || compound.test(text);
}
