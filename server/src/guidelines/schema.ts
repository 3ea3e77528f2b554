import * as z from 'zod';

/**
 * The shape of the data under server/guidelines/ and of users' own packs. The same schema validates at build time,
 * validates a workspace's packs, and is published as JSON Schema for the editor.
 */

export const confidence = z.enum(['seed', 'public', 'knowledge', 'doubtful']);
export const severity = z.enum(['error', 'warning', 'information', 'hint']);
export const axis = z.enum([
  'negated',
  'possible',
  'hypothetical',
  'planned',
  'historical',
  'other-person',
  'reviewer',
  'guideline',
]);
export const stage = z.enum(['initial', 'continuing', 'repeat']);

/**
 * A pattern, or a pattern with what it lacks ("how long the relief lasted") or why it counts. With `line` it is looked for
 * in the item's own lines alone, whatever the context: "a few visits" is no number only where visits are asked for.
 */
const patternEntry = z.union([
  z.string(),
  z.strictObject({
    pattern: z.string(),
    lacks: z.string().optional(),
    note: z.string().optional(),
    line: z.boolean().optional(),
  }),
]);
const patterns = z.array(patternEntry).default([]);

const messages = z.strictObject({
  missing: z.string().optional(),
  vague: z.string().optional(),
  contradicted: z.string().optional(),
  exceeded: z.string().optional(),
});

const fix = z.strictObject({
  /** Where the sentence belongs: a section kind, or `request-line` for the item's own line. */
  section: z.string(),
  /** The sentence, with tab stops as in an editor snippet: `${1:activity}`. Blanks, never facts. */
  text: z.string(),
  /** Title of the quick fix. */
  title: z.string().optional(),
  /** A sum whose value, where the draft gives it, stands in the first blank, to be confirmed: `quantityFromUse`, `daysFromSupply`. */
  measure: z.string().optional(),
});

const example = z.union([
  z.string(),
  /** `item` where the default item of the family does not do; `note` is the draft's text. */
  z.strictObject({ note: z.string(), item: z.string().optional(), family: z.string().optional() }),
]);
const examples = z.strictObject({
  met: z.array(example).default([]),
  vague: z.array(example).default([]),
  missing: z.array(example).default([]),
  contradicted: z.array(example).default([]),
  exceeded: z.array(example).default([]),
});

export const citation = z.strictObject({
  guideline: z.string(), // an id of editions.yaml
  section: z.string(),
  pages: z.string().optional(),
  confidence,
  note: z.string().optional(),
});

/**
 * A number that a guideline caps (or wants at least). `measure` names a sum of assessment/measures:
 * daysSupply, courseDays, durationOfUseDays, visits, totalVisits, visitsPerWeek, weeks, count, levels, dailyMg, mme, acetaminophenMg,
 * quantity, refills, hoursPerWeek, patientAge, studyAgeDays.
 */
const limit = z.strictObject({
  measure: z.string(),
  max: z.number().optional(),
  min: z.number().optional(),
  unit: z.string().optional(),
  when: z.lazy(() => condition).optional(),
  /** `{value}`, `{max}`, `{item}`, `{sum}` are filled in. */
  message: z.string().optional(),
  citation: citation.optional(),
});

/** When a criterion applies. All named parts must hold; within a part, any of the list. */
export const condition = z.strictObject({
  stage: z.array(stage).optional(),
  /** Generic names or classes of the item's drug. */
  drugs: z.array(z.string()).optional(),
  notDrugs: z.array(z.string()).optional(),
  approach: z.array(z.string()).optional(),
  bodyParts: z.array(z.string()).optional(),
  /** Slots of the request line, one of which it gives. */
  gives: z.array(z.string()).optional(),
  /** A pattern somewhere in the draft, asserted. */
  mentions: z.array(z.string()).optional(),
  notMentions: z.array(z.string()).optional(),
  /** Guideline ids in force on the draft's date. */
  eras: z.array(z.string()).optional(),
  /** Drugs or classes elsewhere in the draft (items or current medications). */
  alongside: z.array(z.string()).optional(),
});

/** How a criterion is judged. A small closed set; everything else is data. */
export const kind = z.enum([
  'evidence', // patterns over the draft
  'request', // a slot of the request line
  'limit', // a number against a limit
  'together', // other drugs of the draft
  'recommendation', // recommended at all, or rebutted with a citation
  'citation', // a guideline citation of the right edition
  'answer', // (appeal) the denial's reasons against what the record documents
]);

const judgement = {
  kind: kind.optional(),
  title: z.string().optional(),
  /** What the guideline wants, one sentence, for the checklist, the hover and the rule page. */
  wants: z.string().optional(),
  why: z.string().optional(),
  severity: severity.optional(),
  when: condition.optional(),
  /** `item`: only statements about this treatment count. `patient`: any statement about the patient. */
  about: z.enum(['item', 'patient']).optional(),
  /** Contexts that do not disqualify; by default only plain assertions and history count. */
  allow: z.array(axis).optional(),
  /** The statement must be of now: history does not count. */
  current: z.boolean().optional(),
  /** What a negated accepting statement does: nothing, contradicts, or documents as well ("denies sedation"). */
  negated: z.enum(['ignore', 'contradicts', 'documents']).optional(),
  /** A contradicting statement outweighs an accepting one. */
  strict: z.boolean().optional(),
  /** What an accepted statement must not name otherwise than the request line does. */
  agree: z.array(z.enum(['side', 'level'])).optional(),
  /** Sections whose statements are not looked at. */
  notIn: z.array(z.string()).optional(),
  /** request kind: the slot or slots, one of which must be there. */
  slots: z.array(z.string()).optional(),
  accept: patterns.optional(),
  vague: patterns.optional(),
  contradict: patterns.optional(),
  limits: z.array(limit).optional(),
  /** together kind: drug classes that must not be taken with the item unless the accept patterns speak to it. */
  with: z.array(z.string()).optional(),
  /** together kind: the status where no such drug is about, and where one is and nothing speaks to it. */
  absent: z.enum(['met', 'not-applicable']).optional(),
  found: z.enum(['contradicted', 'missing']).optional(),
  /** limit kind: the status where the draft gives neither the numbers nor a statement. */
  unknown: z.enum(['missing', 'not-applicable']).optional(),
  message: messages.optional(),
  fix: fix.optional(),
  examples: examples.optional(),
};

/** server/guidelines/criteria/<criterion>.yaml: what counts as evidence for a criterion, whatever the family. */
export const criterionFile = z.strictObject({
  criterion: z.string(),
  /** The request line of its examples where the packs' own names more than the examples speak of. */
  item: z.string().optional(),
  ...judgement,
  title: z.string(),
  wants: z.string(),
  kind,
  message: messages,
});

/** One criterion within a pack: what differs from, or adds to, the criterion's own file. Lists of patterns add. */
export const packCriterion = z.strictObject({
  ...judgement,
  citation: z.union([citation, z.array(citation)]).optional(),
  /** Users' packs only: switch a built-in criterion off; the reason is shown. */
  off: z.strictObject({ reason: z.string() }).optional(),
  /** Start from no patterns instead of the criterion's own. */
  replace: z.boolean().optional(),
});

/** server/guidelines/mtus/<family>.yaml, or a user's pack. */
export const packFile = z.strictObject({
  family: z.string(),
  title: z.string().optional(),
  /** One paragraph: what the guideline says of the treatment, own words. */
  status: z.string().optional(),
  /** A typical request line, used where an example names no item. */
  item: z.string().optional(),
  extends: z.literal('built-in').optional(),
  citation: z.union([citation, z.array(citation)]).optional(),
  criteria: z.record(z.string(), packCriterion),
  /** A whole draft of this family that must stay silent, by file name under test/corpus/complete. */
  complete: z.string().optional(),
});

export const editionsFile = z.strictObject({
  guidelines: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      short: z.string(),
      year: z.number(),
      from: z.string(), // ISO day it came into force
      until: z.string().optional(),
      partOf: z.enum(['mtus', 'outside']),
      /** Patterns by which a draft cites it. */
      cited: z.array(z.string()).default([]),
      replacedBy: z.array(z.string()).default([]),
      note: z.string().optional(),
      confidence,
    }),
  ),
});

/** server/guidelines/stages.yaml: words that show that an item is a first use, goes on, or is a repeat. */
export const stagesFile = z.partialRecord(stage, z.array(z.string()));

/** server/guidelines/denial-reasons.yaml: how a denial names each criterion. */
export const denialReasonsFile = z.record(z.string(), z.array(z.string()));

/** server/guidelines/draft.yaml: checks of the draft as a whole, by criterion. */
export const draftFile = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    wants: z.string(),
    severity,
    message: z.string(),
    citation: z.union([citation, z.array(citation)]).optional(),
    fix: fix.optional(),
    kinds: z.array(z.enum(['request', 'appeal'])).default(['request', 'appeal']),
    /** Patterns: found where the writer says one of these … */
    mentions: z.array(z.string()).default([]),
    /** … and none of these. */
    notMentions: z.array(z.string()).default([]),
    /** The most days that may lie between the two dates it compares. */
    mostDays: z.number().int().positive().optional(),
    from: z.string().optional(),
    until: z.string().optional(),
  }),
);

export type Confidence = z.infer<typeof confidence>;
export type SeverityName = z.infer<typeof severity>;
export type Citation = z.infer<typeof citation>;
export type Condition = z.infer<typeof condition>;
export type CriterionFile = z.infer<typeof criterionFile>;
export type PackCriterion = z.infer<typeof packCriterion>;
export type PackFile = z.infer<typeof packFile>;
export type Edition = z.infer<typeof editionsFile>['guidelines'][number];
export type Limit = z.infer<typeof limit>;
export type Stage = z.infer<typeof stage>;
export type Fix = z.infer<typeof fix>;
export type Examples = z.infer<typeof examples>;
