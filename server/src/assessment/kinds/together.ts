import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { judgeEvidence } from './evidence.js';

/** A criterion about the other drugs of the draft: there is none, or the draft speaks to it. */
export function judgeTogether(criterion: Criterion, one: Case): Judgement {
  const others = one.currentDrugs.filter(
    (drug) =>
      drug.item !== one.item &&
      drug.name !== one.item.drug &&
      criterion.with.some(
        (name) =>
          name === drug.name ||
          drug.classes.includes(name) ||
          (name === 'same-class' && drug.classes.includes(one.item.family)),
      ),
  );
  const addressed = judgeEvidence(criterion, one);
  if (addressed.status === 'met') return addressed;
  if (others.length === 0)
    return { status: criterion.absent, evidence: [], why: 'The draft shows no such other drug.' };
  if (addressed.status === 'vague') return addressed;
  const evidence = others.slice(0, 3).map((drug) => drug.evidence);
  const names = [...new Set(evidence.map((one) => one.text))].join(', ');
  const why = `The draft also shows ${names}.`;
  return { status: criterion.found, evidence, why, fill: { evidence: names, others: names } };
}
