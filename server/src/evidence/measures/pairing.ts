import { type Line, phrases } from './line.js';
import { type Operand, scaledLike, sharedUnit } from './operands.js';
import { instrumentBefore } from './score.js';
import { words } from './words.js';

const motions = phrases(words.motions);
const painWords = new Set(words.change.painWords);

/** A before and an after, whatever their order in the text. */
export interface Pair {
  readonly before: Operand;
  readonly after: Operand;
  readonly unit: string;
}

/** Two numbers as a pair, or null where they measure different things. */
export function paired(line: Line, before: Operand | null, after: Operand | null): Pair | null {
  if (!before || !after || (before.first <= after.last && after.first <= before.last)) return null;
  const shared = sharedUnit(before, after);
  if (shared === null) return null;
  const unit = shared || unitFromWords(line, before, after);
  return { before: scaledLike(before, after), after: scaledLike(after, before), unit };
}

/** The unit that two bare numbers have from the words about them: an instrument, a movement's degrees, pain of ten. */
function unitFromWords(line: Line, before: Operand, after: Operand): string {
  const first = Math.min(before.first, after.first);
  const instrument = instrumentBefore(line, first);
  if (instrument) return instrument;
  if (motions.before(line, first)) return 'deg';
  if (before.value > 10 || after.value > 10) return '';
  const last = Math.max(before.last, after.last);
  for (let i = first - 8; i <= last + 3; i++) if (painWords.has(line.word(i))) return 'vas';
  return '';
}
