import type { Subject } from '../types.js';
import type { Clause } from './clauses.js';
import type { Named, Word } from './names.js';

export const nobody: Subject = { names: [], classes: [], kinds: [], allDrugs: false };
export const everyDrug: Subject = { ...nobody, allDrugs: true };

export const isNobody = (subject: Subject) =>
  subject.names.length + subject.classes.length + subject.kinds.length === 0 && !subject.allDrugs;

/** A subject of the treatments named. */
export function subjectOf(named: readonly Named[]): Subject {
  if (named.length === 0) return nobody;
  return {
    ...nobody,
    names: named.filter((each) => each.kind !== 'class').flatMap((each) => each.names),
    classes: named.filter((each) => each.kind === 'class').flatMap((each) => each.names),
  };
}

/** A subject that speaks of what either speaks of. */
export function both(one: Subject, other: Subject): Subject {
  if (isNobody(one)) return other;
  if (isNobody(other)) return one;
  return {
    names: [...new Set([...one.names, ...other.names])],
    classes: [...new Set([...one.classes, ...other.classes])],
    kinds: [...new Set([...one.kinds, ...other.kinds])],
    allDrugs: one.allDrugs || other.allDrugs,
  };
}

/** What was named so far, for the words that point back. */
export class Memory {
  /** Whom the sentence before spoke of, within the paragraph. */
  current = nobody;
  private drug: Subject | null = null;
  private injection: Subject | null = null;
  private therapy: Subject | null = null;
  private last = nobody;
  private lastAll = nobody;

  paragraph(subject: Subject): void {
    this.current = subject;
    this.last = subject;
    this.lastAll = subject;
    this.drug = null;
  }

  learn(clause: Clause): void {
    if (clause.agents.length + clause.spent.length + clause.objects.length === 0) {
      if (clause.allDrugs) this.last = this.lastAll = everyDrug;
      return;
    }
    const all = [...clause.spent, ...clause.objects, ...clause.agents].sort((one, other) => one.first - other.first);
    for (const named of all) {
      const subject = subjectOf([named]);
      if (named.kind === 'drug' || named.kind === 'class') this.drug = subject;
      else if (named.kind === 'injection') this.injection = subject;
      else if (named.kind === 'therapy') this.therapy = subject;
    }
    const acting = clause.agents.length > 0 ? clause.agents : all;
    if (acting.length === 0) return;
    this.last = subjectOf([acting.at(-1)!]);
    this.lastAll = subjectOf(acting);
  }

  resolve(word: Word): Subject {
    switch (word) {
      case 'this-drug':
        return this.drug ?? everyDrug;
      case 'injection':
        return this.injection ?? { ...nobody, kinds: ['injection'] };
      case 'therapy':
        return this.therapy ?? { ...nobody, kinds: ['therapy'] };
      case 'that-one':
        return this.last;
      default:
        return this.lastAll;
    }
  }
}
