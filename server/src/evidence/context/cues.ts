import { normalise, tokenize } from '../../patterns/index.js';
import { type CueEntry, vocabulary } from '../../vocabulary/index.js';
import type { Axis } from '../types.js';
import { expand } from './expand.js';
import { type Guard, guards } from './guards.js';
import { roleBit } from './roles.js';

/** Axes in the order of their bits. */
export const axes: readonly Axis[] = [
  'negated',
  'possible',
  'hypothetical',
  'planned',
  'historical',
  'other-person',
  'reviewer',
  'guideline',
];

/** One use of a phrase. */
export interface Cue {
  readonly direction: 'forward' | 'back' | 'both' | 'adjective' | 'stop' | 'pseudo';
  /** The bit of its axis; for stops the bits of all axes it cuts. */
  readonly axis: number;
  readonly window: number;
  /** Bits of further axes whose cues end its reach. */
  readonly stops: number;
  readonly guard: Guard | null;
  /** The reach ends before a verb or a number. */
  readonly untilVerb: boolean;
  /** Words of the phrase that are the cue itself, null for all. */
  readonly core: ReadonlySet<string> | null;
}

export interface Node {
  readonly next: Map<string, Node>;
  cues: Cue[] | null;
  /** Roles of the word that leads here from the root. */
  roles: number;
}

const all = (1 << axes.length) - 1;

function axisBits(name: string): number {
  if (name === 'any') return all;
  const index = axes.indexOf(name as Axis);
  if (index < 0) throw new Error(`unknown axis "${name}"`);
  return 1 << index;
}

const newNode = (): Node => ({ next: new Map(), cues: null, roles: 0 });

/** The node that a phrase's tokens lead to, made where it is not. */
function reach(root: Node, phrase: string): Node {
  let node = root;
  for (const token of tokenize(normalise(phrase))) {
    let next = node.next.get(token.text);
    if (!next) {
      next = newNode();
      node.next.set(token.text, next);
    }
    node = next;
  }
  return node;
}

/** All cues as one trie over tokens. Throws on an unknown axis, guard or role, naming it. */
export function compileCues(entries: readonly CueEntry[]): Node {
  const root = newNode();
  for (const entry of entries) {
    if (entry.axis === 'subject') continue;
    if (entry.direction === 'word') {
      const bit = roleBit(entry.role ?? '');
      for (const phrase of entry.words.flatMap(expand)) reach(root, phrase).roles |= bit;
      continue;
    }
    const guard = entry.guard ? guards[entry.guard] : null;
    if (guard === undefined) throw new Error(`unknown guard "${entry.guard}"`);
    const cue: Cue = {
      direction: entry.direction,
      axis: axisBits(entry.axis),
      window: entry.window ?? Number.POSITIVE_INFINITY,
      stops: (entry.stops ?? []).reduce((bits, name) => bits | axisBits(name), 0),
      guard,
      untilVerb: entry.until === 'verb',
      core: entry.core ? new Set(entry.core) : null,
    };
    for (const phrase of entry.words.flatMap(expand)) {
      const node = reach(root, phrase);
      if (node.cues) node.cues.push(cue);
      else node.cues = [cue];
    }
  }
  return root;
}

/** "but", "however": ends the reach of every cue. */
export const cutsEverything = (cue: Cue): boolean => cue.direction === 'stop' && cue.axis === all;

let compiled: Node | null = null;

/** The trie of server/vocabulary/cues.yaml, made at the first use. */
export function cueTrie(): Node {
  compiled ??= compileCues(vocabulary.cues);
  return compiled;
}
