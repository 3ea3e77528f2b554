import { type CueEntry, vocabulary } from '../../vocabulary/index.js';
import type { Axis } from '../types.js';
import { type Guard, guards } from './guards.js';
import { roleBit } from './roles.js';
import { lead } from './words.js';

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
  /** Null while nothing follows, as for most. */
  next: Map<string, Node> | null;
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

const newNode = (): Node => ({ next: null, cues: null, roles: 0 });

/** The node that a token leads to, made where it is not. */
function step(node: Node, token: string): Node {
  node.next ??= new Map();
  const followers = node.next;
  let next = followers.get(token);
  if (!next) {
    next = newNode();
    followers.set(token, next);
  }
  return next;
}

/** All cues as one trie over tokens. Throws on an unknown axis, guard or role, naming it. */
export function compileCues(entries: readonly CueEntry[]): Node {
  const root = newNode();
  for (const entry of entries) {
    if (entry.axis === 'subject') continue;
    if (entry.direction === 'word') {
      const bit = roleBit(entry.role ?? '');
      for (const words of entry.words) for (const node of lead(words, root, step)) node.roles |= bit;
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
    const ends = entry.words.map((words) => lead(words, root, step));
    for (const node of new Set(ends.flatMap((nodes) => [...nodes]))) {
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
