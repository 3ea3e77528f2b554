import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { judgeEvidence } from './evidence.js';

/** Applies only where the guideline does not recommend the treatment: then a rebuttal with its citation is wanted. */
export function judgeRecommendation(criterion: Criterion, one: Case): Judgement {
  const rebuttal = judgeEvidence(criterion, one);
  if (rebuttal.status !== 'missing') return rebuttal;
  return { ...rebuttal, why: 'The guideline does not recommend it, and the draft does not rebut that.' };
}
