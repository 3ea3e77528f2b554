import type { Judged } from './items-clause.js';
import type { Stretch } from './items-governing.js';
import type { Span } from './types.js';

const articles = new Set([
  'a',
  'an',
  'the',
  'his',
  'her',
  "patient's",
  'patients',
  'their',
  'this',
  ':',
  '-',
  ',',
  'following',
  'of',
  'both',
  'and',
  'also',
  'for',
]);
const joiners = new Set([',', 'and', '+', '&', 'plus', ';', '|', 'then', 'also', 'as', 'well', '-', '.', '/']);
const purposes = new Set(
  'reduce decrease allow help improve treat address facilitate avoid prevent manage control rule assess evaluate maintain restore increase determine see better further confirm identify enable provide assist relieve alleviate'.split(
    ' ',
  ),
);

/** Directions and particulars go on behind a semicolon; anything else there is another matter. */
const directions =
  /^(?:take|sig|use|apply|disp|dispense|qty|quantity|#|refills?|rf|no|one|two|i+|icd|cpt|dx|for|x|q\w*|bid|tid|qid|prn|\d.*)$/;

/**
 * Where the words of each asked-for treatment begin and end, relative to the stretch: from the asking word (or the joining
 * one) before it to the joining word before the next, or to where reasons begin.
 */
export function extents(stretch: Stretch, judged: readonly Judged[], wanted: readonly Judged[]): Span[] {
  return wanted.map((each, index) => {
    const previous = wanted[index - 1];
    const next = wanted[index + 1];
    const from = beginning(stretch, judged, each, previous);
    const to = ending(stretch, each, next);
    return trim(stretch, from, to);
  });
}

function beginning(stretch: Stretch, judged: readonly Judged[], each: Judged, previous: Judged | undefined): number {
  const { tokens } = stretch;
  let from = 0;
  const cue = each.cue;
  if (cue && cue.last < each.first)
    from = cue.kinds.has('course') && !cue.kinds.has('prescribe') ? cue.first : cue.last + 1;
  if (cue?.kinds.has('course') && from === cue.first) from = leftOf(stretch, from, previous?.last ?? -1);
  const linked =
    each.named.kind === 'drug' && cue && cue.last < each.first ? joint(stretch, cue.last + 1, each.first) : from;
  if (linked < each.first && linked > from && tokens[linked - 1]!.text !== '-') from = linked;
  if (previous && from <= previous.last) from = joint(stretch, previous.last + 1, each.first);
  const at = judged.indexOf(each);
  const neighbour = judged[at - 1];
  if (neighbour && neighbour !== previous && neighbour.last >= from && neighbour.standing === 'told') {
    from = joint(stretch, neighbour.last + 1, each.first);
  }
  for (let i = each.first - 1; i >= from; i--) {
    if (tokens[i]!.text === ';') {
      from = i + 1;
      break;
    }
  }
  while (from < each.first && articles.has(tokens[from]!.text)) from++;
  return from;
}

/** "6 additional sessions": what stands before the describing word belongs to it. */
function leftOf(stretch: Stretch, from: number, floor: number): number {
  const { tokens, cues } = stretch;
  const taken = (at: number) => cues.some((cue) => cue.first <= at && at <= cue.last && !cue.kinds.has('course'));
  let at = from;
  while (
    at - 1 > floor &&
    !taken(at - 1) &&
    tokens[at - 1]!.text !== ':' &&
    !articles.has(tokens[at - 1]!.text) &&
    !joiners.has(tokens[at - 1]!.text)
  )
    at--;
  return from - at <= 4 ? at : from;
}

/** First token after the last joining word of a range. */
function joint(stretch: Stretch, from: number, to: number): number {
  const { tokens } = stretch;
  for (let i = to - 1; i >= from; i--) {
    const text = tokens[i]!.text;
    if (text === '-' && !(tokens[i - 1]!.end < tokens[i]!.start)) continue;
    if (text === '/' || (text === '.' && tokens[i + 1]?.start === tokens[i]!.end)) continue;
    const levels = /^[ctls]\d/.test(tokens[i + 1]?.text ?? '') && /^[ctls]?\d{1,2}$/.test(tokens[i - 1]?.text ?? '');
    if (joiners.has(text) && levels && i > from + 1) continue;
    if (joiners.has(text)) return i + 1;
    if (text === ')' && tokens[i - 1]?.kind === 'number' && tokens[i - 2]?.text === '(') return i + 1;
  }
  // "Norco 10/325 #120 Flexeril 10 mg": nothing joins them, so the name itself begins the next.
  return to;
}

function ending(stretch: Stretch, each: Judged, next: Judged | undefined): number {
  const { tokens, cues } = stretch;
  let to = tokens.length;
  if (next) {
    to = joint(stretch, each.last + 1, next.first);
    if (next.cue && next.cue.first > each.last) to = Math.min(to === next.first ? next.cue.first : to, next.cue.first);
  }
  for (const cue of cues) {
    if (cue.first <= each.last || cue.first >= to || cue.kinds.has('neutral')) continue;
    const stops = ['bar', 'asked', 'barred', 'told', 'later'].some((kind) => cue.kinds.has(kind));
    if (!stops || cue.words === 'off' || cue.words === 'last') continue;
    to = cue.first;
    break;
  }
  for (let i = each.last + 1; i < to; i++) {
    const { text } = tokens[i]!;
    if (
      (text === ';' && !directions.test(tokens[i + 1]?.text ?? '')) ||
      ((text === 'dated' || text === 'issued') && tokens[i + 1]?.kind === 'number')
    )
      to = i;
    else if (text === 'to' && purposes.has(tokens[i + 1]?.text ?? '')) to = i;
    else if (/^(?:that|he|she|because|patient|this|it|they|we)$/.test(text) && i > each.last + 1) to = i;
    else if (
      text === 'i' &&
      i > each.last + 1 &&
      !/^(?:-|i+|tabs?|tablets?|caps?|po|q\w*|\d.*)$/.test(tokens[i + 1]?.text ?? '')
    )
      to = i;
  }
  while (to > each.last + 1 && (joiners.has(tokens[to - 1]!.text) || articles.has(tokens[to - 1]!.text))) to--;
  return Math.max(to, each.last + 1);
}

function trim(stretch: Stretch, from: number, to: number): Span {
  const { tokens, text } = stretch;
  const start = tokens[from]?.start ?? 0;
  let end = tokens[to - 1]?.end ?? text.length;
  const opens = text.slice(start, end);
  const open = opens.split('(').length - opens.split(')').length;
  if (open > 0 && text.slice(end).trimStart().startsWith(')')) end = text.indexOf(')', end) + 1;
  return { start, end: Math.max(end, start) };
}
