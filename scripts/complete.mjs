/**
 * Composes the complete drafts: test/corpus/complete/<family>.yaml lists a draft's elements, <family>.rfa.md is their text put together.
 * `node scripts/complete.mjs` writes the drafts anew.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/corpus/complete');

/** The drafts by family, in alphabetical order; each element with its text and the criteria that it documents. Throws with the file's name on a fault. */
export function readComplete() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const { family, elements } = parse(readFileSync(join(folder, name), 'utf8')) ?? {};
      if (`${family}.yaml` !== name || !Array.isArray(elements))
        throw new Error(`${name}: wants family: ${name.replace('.yaml', '')} and elements`);
      const read = elements.map(({ text, criterion }, index) => {
        if (typeof text !== 'string' || text === '') throw new Error(`${name}: element ${index + 1} has no text`);
        return { text, criteria: criterion === undefined ? [] : [criterion].flat() };
      });
      return { family, elements: read, file: join(folder, `${family}.rfa.md`) };
    });
}

/** The draft's text, without the element of the index where one is given. */
export function compose({ elements }, without = -1) {
  return elements
    .filter((_element, index) => index !== without)
    .map((element) => element.text)
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const draft of readComplete()) {
    const text = compose(draft);
    if (!existsSync(draft.file) || readFileSync(draft.file, 'utf8') !== text) writeFileSync(draft.file, text);
  }
}
