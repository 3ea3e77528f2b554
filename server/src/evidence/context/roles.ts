/** What single words do in a clause; the words are in server/vocabulary/cues.yaml. One bit each. */
const names = [
  'pronoun',
  'patient',
  'anaphor',
  'copula',
  'verb',
  'participle',
  'predicative',
  'affirming',
  'observed',
  'determiner',
  'function',
  'adverb',
  'subordinator',
  'breaker',
  'modal',
  'opinion',
  'outcome',
  'tolerance',
  'helped',
  'yielded',
  'worthwhile',
  'source',
  'enabling',
  'overlooked',
  'reviewer',
  'decided',
  'guideline',
  'rule',
  'met',
  'symptom',
  'person-verb',
  'base',
] as const;

export type RoleName = (typeof names)[number];

/** The bit of a role. Throws on a name that is none. */
export function roleBit(name: string): number {
  const index = names.indexOf(name as RoleName);
  if (index < 0) throw new Error(`unknown role "${name}"`);
  return 1 << index;
}

export const Role = Object.fromEntries(names.map((name, index) => [name, 1 << index])) as Readonly<
  Record<RoleName, number>
>;
