import type { Expression } from './expression.js';
import { className, PatternError } from './parse.js';
import type { ConceptSource } from './types.js';

/** The kinds of slot that patterns may name, and the names and classes that each has. */
export class Kinds {
  private readonly measures: ReadonlySet<string>;
  /** Null for concepts whose slots may take their names from what they are built of. */
  private readonly names = new Map<string, Set<string> | null>();

  constructor(measures: readonly string[], concepts: readonly ConceptSource[]) {
    this.measures = new Set(measures);
    for (const concept of concepts) this.add(concept);
  }

  private add({ id, name, classes }: ConceptSource): void {
    const before = this.names.get(id);
    if (before === null) return;
    if (name === undefined && classes === undefined) {
      this.names.set(id, null);
      return;
    }
    const names = before ?? new Set<string>();
    for (const each of classes ?? []) names.add(className(each));
    if (name !== undefined) names.add(className(name));
    this.names.set(id, names);
  }

  /** Throws PatternError where the expression names a kind, or a class of a kind, that does not exist. */
  check(expression: Expression): void {
    if (expression.is === 'one') {
      for (const { kind, classes } of expression.tests) this.checkOne(kind, classes);
    } else if (expression.is === 'optional') {
      this.check(expression.of);
    } else if (expression.is !== 'gap') {
      for (const each of expression.of) this.check(each);
    }
  }

  private checkOne(kind: string, classes: readonly string[]): void {
    if (this.measures.has(kind)) return;
    const names = this.names.get(kind);
    if (names === undefined) throw new PatternError(`<${kind}> is no measure and no concept`);
    const unknown = names === null ? undefined : classes.find((each) => !names.has(each));
    if (unknown !== undefined) throw new PatternError(`no <${kind}> has the class or name "${unknown}"`);
  }
}
