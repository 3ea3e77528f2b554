import type { ConceptSource } from '../patterns/index.js';
import { namesOf } from './drugs.js';
import { vocabulary } from './index.js';

/** A name as a pattern: quoted where it holds what the pattern language would read as a sign. */
function asPattern(name: string): string {
  return /[()|&<"?*~!]|\.\./.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}

/** Drugs (`<drug>`), treatments (`<treatment>`) and words for classes (`<class>`) as concepts of the pattern language. */
export function lexicon(): ConceptSource[] {
  const out: ConceptSource[] = [];
  for (const drug of vocabulary.drugs) {
    const classes = [...new Set([drug.family, ...drug.classes])].filter((each) => each !== 'unknown');
    for (const name of namesOf(drug)) out.push({ id: 'drug', source: asPattern(name), name: drug.name, classes });
  }
  for (const treatment of vocabulary.treatments) {
    const classes = [...new Set([treatment.family, ...(treatment.classes ?? [])])].filter((each) => each !== 'unknown');
    for (const source of treatment.names) out.push({ id: 'treatment', source, name: treatment.name, classes });
  }
  for (const words of vocabulary.classes) {
    for (const source of words.names) out.push({ id: 'class', source, name: words.class, classes: [words.class] });
  }
  return out;
}
