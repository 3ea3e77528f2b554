import { expect, it } from 'vitest';
import { vocabulary } from '../../server/src/vocabulary/index.js';

it('a concept has one home: two files of one name would be read as one concept', () => {
  const homes = new Map<string, string[]>();
  for (const file of vocabulary.conceptFiles)
    for (const id of Object.keys(file.data)) homes.set(id, [...(homes.get(id) ?? []), file.name]);
  expect(homes.size).toBeGreaterThan(100);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});
