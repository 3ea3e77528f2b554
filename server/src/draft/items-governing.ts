import type { Token } from '../patterns/index.js';
import { type Cue, type CueKind, findCues } from './asking.js';
import type { Recognised } from './treatments.js';

/** How a stretch speaks of a treatment it names. */
export type Standing =
  | 'asked' // an asking word governs it
  | 'prescribed' // a plan's word governs it
  | 'disputed'
  | 'listed' // it heads the stretch, or stands in a list with one that does
  | 'part' // a part, means or purpose of another treatment
  | 'named' // named in passing
  | 'told'; // spoken about, stopped, past, or somebody else's

export interface Stretch {
  /** Offset in the draft. */
  readonly start: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly named: readonly Recognised[];
  readonly cues: readonly Cue[];
  readonly appeal: boolean;
}

const breaks = new Set(['however', 'but']);
const excuses = new Set(
  'approved authorized authorised possible needed necessary certified questions question allowed agreeable'.split(' '),
);

/** Reads the asking words and the treatments of a stretch. */
export function readStretch(
  start: number,
  text: string,
  tokens: readonly Token[],
  named: readonly Recognised[],
  appeal: boolean,
): Stretch {
  return { start, text, tokens, named, cues: findCues(tokens), appeal };
}

export interface Governed {
  cue: Cue;
  standing: Standing;
  /** A word that merely describes ("repeat"). */
  weak: boolean;
}

/** The nearest asking or barring word before a token, within the clause. */
export function governing(stretch: Stretch, cues: readonly Cue[], first: number, floor: number): Governed | null {
  const { tokens } = stretch;
  let course: Cue | null = null;
  let comma = false;
  let scanned = first;
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues[i]!;
    if (cue.last >= first) continue;
    for (let at = scanned - 1; at > cue.last; at--) {
      const text = tokens[at]!.text;
      if (text === ';' || breaks.has(text)) return course && finish(stretch, cues, course, 'prescribed', true);
      if (text === ',' && at > floor) comma = true;
    }
    scanned = cue.first;
    const has = (kind: CueKind) => cue.kinds.has(kind);
    if (stretch.appeal && has('dispute')) return { cue: course ?? cue, standing: 'disputed', weak: false };
    if (has('dispute') && !has('near')) return { cue, standing: 'told', weak: false };
    if (has('ask')) return finish(stretch, cues, course ?? cue, 'asked', false, cue);
    if (has('prescribe')) return finish(stretch, cues, course ?? cue, 'prescribed', false, cue);
    if (has('adjust')) {
      if (numbered(tokens, first)) return finish(stretch, cues, course ?? cue, 'prescribed', false, cue);
      return { cue, standing: 'told', weak: false };
    }
    if (has('course')) {
      course = cue;
      continue;
    }
    if (has('bar')) return { cue, standing: 'told', weak: false };
    if (has('near') && !comma && first - cue.last <= 7) return { cue, standing: 'told', weak: false };
  }
  return course && course.first > floor ? finish(stretch, cues, course, 'prescribed', true) : null;
}

/** An asking word asks only where nobody else says it and no condition stands before it. */
export function finish(
  stretch: Stretch,
  cues: readonly Cue[],
  cue: Cue,
  standing: Standing,
  weak: boolean,
  asking: Cue = cue,
): Governed {
  const { tokens } = stretch;
  for (const other of cues) {
    if (other.first >= asking.first) break;
    // "… at the next visit; please authorize": what stands before a semicolon is said of something else.
    if (tokens.slice(other.last + 1, asking.first).some((token) => token.text === ';')) continue;
    const next = tokens[other.last + 1]?.text ?? '';
    const after = tokens[other.last + 2]?.text ?? '';
    const conditional =
      other.kinds.has('barred') && /^(?:if|in|at|next|may|might|will be considered)\b/.test(other.words);
    if (
      (other.kinds.has('later') || conditional) &&
      !(other.words === 'if' && (excuses.has(next) || excuses.has(after)))
    ) {
      return { cue, standing: 'told', weak };
    }
    const willing = other.words === 'would' && /^(?:i|we)$/.test(tokens[other.first - 1]?.text ?? '');
    if (other.kinds.has('spoken') && !willing && asking.first - other.last <= 1 && !excused(tokens, other, asking)) {
      return { cue, standing: 'told', weak };
    }
  }
  const just = tokens[asking.first - 1]?.text;
  if (
    just === 'to' &&
    /^(?:allowed?|able|advised|ability|unable|continues|how)$/.test(tokens[asking.first - 2]?.text ?? '')
  ) {
    return { cue, standing: 'told', weak };
  }
  return { cue, standing, weak };
}

/** "Authorization was requested", "the patient was prescribed … today". */
function excused(tokens: readonly Token[], other: Cue, asking: Cue): boolean {
  const today = tokens.slice(asking.last + 1).some((token) => token.text === 'today');
  return today && /^(?:was|were|patient|he|she)/.test(other.words);
}

/** A number follows within the next words: the new dose. */
function numbered(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < Math.min(tokens.length, from + 9); i++) {
    if (tokens[i]!.text === ';' || tokens[i]!.text === ',') return false;
    if (tokens[i]!.kind === 'number' && tokens[i + 1]?.text !== '%') return true;
  }
  return false;
}
