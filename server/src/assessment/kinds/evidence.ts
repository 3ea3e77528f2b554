import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { evidenceOf, statementsOn } from '../statements.js';

const contexts: Readonly<Record<string, string>> = {
  negated: 'it is denied',
  possible: 'it is only possible',
  hypothetical: 'it is only a condition',
  planned: 'it is only planned',
  historical: 'it is of the past',
  'other-person': 'it is about someone else',
  reviewer: "they are the reviewer's words",
  guideline: "they are the guideline's words",
};

/** A criterion that the draft's statements decide. */
export function judgeEvidence(criterion: Criterion, one: Case): Judgement {
  const { accepted, contradicting, vague, discounted } = statementsOn(criterion, one);
  const contradicted = (): Judgement => {
    const evidence = evidenceOf(contradicting);
    return {
      status: 'contradicted',
      evidence,
      why: `The draft says the opposite: "${evidence[0]!.text}".`,
      fill: { evidence: evidence[0]!.text },
    };
  };
  if (criterion.strict && contradicting.length > 0) return contradicted();
  if (accepted.length > 0) {
    const evidence = evidenceOf(accepted);
    return { status: 'met', evidence, why: `"${evidence[0]!.text}"` };
  }
  if (contradicting.length > 0) return contradicted();
  const possible = discounted.filter((statement) => statement.axis === 'possible');
  const loose = [...vague, ...possible];
  if (loose.length > 0) {
    const best = vague.find((statement) => statement.entry.lacks !== null) ?? loose[0]!;
    const evidence = evidenceOf([best, ...loose.filter((statement) => statement !== best)]);
    const text = best.mention.text;
    const lacks = best.entry.lacks ?? (vague.length > 0 ? criterion.wants : 'it for certain');
    return { status: 'vague', evidence, why: `"${text}" does not say ${lacks}.`, fill: { evidence: text, lacks } };
  }
  const nearest = discounted[0];
  const why = nearest
    ? `"${nearest.mention.text}" does not count: ${contexts[nearest.axis]}.`
    : 'The draft does not say.';
  return { status: 'missing', evidence: [], why };
}
