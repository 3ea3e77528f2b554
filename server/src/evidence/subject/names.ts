import type { Slot, Token } from '../../patterns/types.js';
import { vocabulary } from '../../vocabulary/index.js';
import { type Phrase, PhraseTree } from '../context/phrases.js';

/** Roles of the entries with the axis `subject` in server/vocabulary/cues.yaml. */
export type Word =
  | 'all-drugs'
  | 'this-drug'
  | 'injection'
  | 'therapy'
  | 'that-one'
  | 'those'
  | 'marker'
  | 'spent-next'
  | 'spent-before'
  | 'less-next'
  | 'less-before'
  | 'less-end';

/** A treatment named in a sentence. */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly kind: 'drug' | 'class' | 'injection' | 'therapy' | 'treatment';
  /** What a subject speaks of through it: a drug's name, a class, a treatment's name and families. */
  readonly names: readonly string[];
}

let tree: PhraseTree<Word> | null = null;
let therapies: ReadonlySet<string> | null = null;

function words(): PhraseTree<Word> {
  if (tree) return tree;
  tree = new PhraseTree();
  for (const entry of vocabulary.cues) {
    if (entry.axis !== 'subject') continue;
    for (const each of entry.words) tree.add(each, entry.role as Word);
  }
  return tree;
}

let remedies: ReadonlySet<string> | null = null;

/** "Constipation is controlled with senna" speaks of the drug that constipates. */
function isRemedy(classes: readonly string[]): boolean {
  remedies ??= new Set(vocabulary.classes.filter((each) => each.remedy).map((each) => each.class));
  return classes.some((each) => remedies!.has(each));
}

function isTherapy(name: string): boolean {
  therapies ??= new Set(vocabulary.treatments.filter((each) => each.kind === 'therapy').map((each) => each.name));
  return therapies.has(name);
}

function named(slot: Slot): Named | null {
  const { first, last, name, classes = [] } = slot;
  if (name === undefined || ((slot.kind === 'drug' || slot.kind === 'class') && isRemedy(classes))) return null;
  if (slot.kind === 'drug' || slot.kind === 'class') return { first, last, kind: slot.kind, names: [name] };
  if (slot.kind !== 'treatment') return null;
  const kind = classes.includes('injection') ? 'injection' : isTherapy(name) ? 'therapy' : 'treatment';
  return { first, last, kind, names: [name, ...classes.filter((each) => each !== 'injection')] };
}

/** "20 mg morphine equivalents" names a unit, and "APAP" of "hydrocodone/APAP" a part of what stands before it. */
export function isNoDrug(tokens: readonly Token[], slots: readonly Slot[], slot: Slot): boolean {
  if (slot.kind !== 'drug' && slot.kind !== 'class') return false;
  if ([1, 2, 3].some((step) => /^equivalen/.test(tokens[slot.last + step]?.text ?? ''))) return true;
  const joint = tokens[slot.first - 1]?.text;
  if (joint !== '/' && joint !== '-') return false;
  const whole = slots.find((each) => each.kind === 'drug' && each.last === slot.first - 2);
  return (
    whole?.name
      ?.split('/')
      .slice(1)
      .includes(slot.name ?? '') === true
  );
}

/** The treatments that a sentence names, the longest where names overlap, and the words that say something about them. */
export function readNames(tokens: readonly Token[], slots: readonly Slot[]) {
  const all = slots.flatMap((slot) => (isNoDrug(tokens, slots, slot) ? [] : (named(slot) ?? [])));
  all.sort((one, other) => one.first - other.first || other.last - one.last);
  // "Walks 4 blocks" is no injection.
  const distances = slots.filter((slot) => slot.kind === 'distance');
  const phrases = words()
    .find(tokens)
    .filter((phrase) => !distances.some((slot) => phrase.first >= slot.first && phrase.last <= slot.last));
  const inside = (inner: Phrase<Word> | Named, outer: Phrase<Word> | Named) =>
    inner.first >= outer.first && inner.last <= outer.last;
  const names: Named[] = [];
  for (const each of all) {
    const before = names.at(-1);
    if (before && each.first <= before.last) {
      if (each.last - each.first > before.last - before.first) names[names.length - 1] = each;
      continue;
    }
    // "Pain medications" is no class of its own but speaks for every drug, "the injection" points back.
    const covered = phrases.some(
      (phrase) =>
        inside(each, phrase) &&
        (phrase.value === 'all-drugs' ? phrase.last - phrase.first > each.last - each.first : each.kind === 'class'),
    );
    if (!covered) names.push(each);
  }
  const said = phrases.filter((phrase) => !names.some((each) => inside(phrase, each)));
  return { names, said };
}
