import type { Mention } from '../../evidence/index.js';
import { speaksOf } from '../../evidence/index.js';
import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { evidenceOf, statementsOn } from '../statements.js';
import type { Verdict } from '../types.js';

/**
 * For an appeal: each reason that the denial names, against the verdict on what it found wanting. A reason counts as
 * answered once the draft itself documents that criterion outside the reviewer's words; one that is only argued with,
 * or spoken to without the datum, is answered vaguely.
 */
export function judgeAnswers(criterion: Criterion, one: Case, verdicts: readonly Verdict[]): Judgement {
  const reasons = verdicts.flatMap((verdict) =>
    (one.guidelines.denialReasons.get(verdict.criterion) ?? [])
      .flatMap((pattern) => one.reading.mentions.get(pattern) ?? [])
      .filter((mention) => inDenial(mention) && concerns(mention, one))
      .map((mention) => ({ mention, verdict })),
  );
  if (reasons.length === 0)
    return { status: 'not-applicable', evidence: [], why: 'The draft quotes no reason of a denial for it.' };
  const open = reasons.filter(({ verdict }) => verdict.status !== 'met' && verdict.status !== 'not-applicable');
  if (open.length === 0) return { status: 'met', evidence: [], why: 'Each reason that the denial names is answered.' };
  const evidence = unique(open.map(({ mention }) => mention));
  const first = open[0]!;
  const lacks = first.verdict.title.charAt(0).toLowerCase() + first.verdict.title.slice(1);
  const argued = statementsOn(criterion, one).vague.filter(({ mention }) => !inDenial(mention));
  const [words] =
    argued.length > 0 ? evidenceOf(argued) : first.verdict.status === 'vague' ? first.verdict.evidence : [];
  const fill = { evidence: evidence[0]!.text, lacks, answer: words?.text ?? '' };
  return words
    ? { status: 'vague', evidence, why: `"${words.text}" does not answer "${evidence[0]!.text}" with a fact.`, fill }
    : { status: 'missing', evidence, why: `"${evidence[0]!.text}" is not answered.`, fill };
}

const inDenial = (mention: Mention): boolean =>
  mention.sentence.section.kind === 'denial' || mention.axes.has('reviewer');

function concerns(mention: Mention, one: Case): boolean {
  const { drug, family, treatment } = one.item;
  return speaksOf(one.reading.subjectOf(mention), { drug, family, treatment, classes: one.classes }) !== 'no';
}

function unique(mentions: readonly Mention[]) {
  const seen = new Set<number>();
  return mentions
    .filter(({ sentence }) => !seen.has(sentence.index) && seen.add(sentence.index))
    .slice(0, 3)
    .map(({ start, end, text }) => ({ start, end, text }));
}
