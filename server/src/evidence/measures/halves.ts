import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';
import { Operands, type Operand } from './operands.js';
import { pairSlot } from './pair.js';
import { marksTime, type Role, roleAhead, roleBehind, roleOfStretch } from './roles.js';

/** One half of a comparison whose other half may stand in a sentence nearby: "Without Norco she stands 10 minutes." */
export interface Half extends Operand {
  readonly role: Role;
  /** What is measured, by the word before the number ("stands"); empty where it begins the stretch. */
  readonly head: string;
}

/** Units that are compared from one sentence to the next. */
const comparable = new Set(['min', 'ft', 'lb', 'kg', 'deg', 'vas', 'tablet', 'time', 'day']);
const between = new Set([
  'about',
  'only',
  'just',
  'for',
  'up',
  'to',
  'around',
  'a',
  'an',
  'the',
  'some',
  'maybe',
  'at',
  'of',
  'is',
  'was',
  ':',
  '=',
  'floor',
  '-',
]);
const mostBack = 6;

/** The numbers of a sentence that its words mark as then or now. */
export function readHalves(line: Line, slots: readonly Slot[]): Half[] {
  if (!marksTime(line)) return [];
  const scores = new Set(slots.flatMap((slot) => (slot.kind === 'score' ? [slot.name] : [])));
  const operands = new Operands(line, slots).list.filter((each) => comparable.has(each.unit) || scores.has(each.unit));
  return operands.flatMap((each, index) => {
    const others = [operands[index - 1], operands[index + 1]].filter((other) => other !== undefined);
    const role = roleBehind(line, each, others) ?? roleAhead(line, each, others) ?? roleOfStretch(line, each);
    return role ? [{ ...each, role, head: headOf(line, each.first) }] : [];
  });
}

function headOf(line: Line, first: number): string {
  for (let at = first - 1; at >= Math.max(0, first - mostBack); at--) {
    const token = line.tokens[at]!;
    if (between.has(token.text)) continue;
    return token.kind === 'word' ? stem(token.text) : '';
  }
  return '';
}

/** "sits", "sitting", "sat" are told apart from "stands" by their beginning alone. */
const irregular: Readonly<Record<string, string>> = {
  sat: 'sit',
  stood: 'stan',
  drove: 'driv',
  slept: 'slee',
  held: 'hold',
};
const stem = (word: string): string => irregular[word] ?? word.slice(0, word.length > 4 ? 4 : 3);

/** Pairs of a sentence's halves with those of sentences before; the slot stands on this sentence's number. */
export function pairHalves(line: Line, here: readonly Half[], before: readonly Half[]): Slot[] {
  return here.flatMap((half) => {
    const others = before.filter((each) => each.unit === half.unit && each.role !== half.role);
    const sameHead = others.filter((each) => each.head === half.head);
    const alone = others.length === 1 && here.filter((each) => each.unit === half.unit).length === 1;
    const other = sameHead.at(-1) ?? (alone ? others[0] : undefined);
    if (!other) return [];
    const [then, now] = half.role === 'after' ? [other, half] : [half, other];
    return [pairSlot(line, { before: then, after: now, unit: half.unit }, half)];
  });
}
