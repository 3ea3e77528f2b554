import type { Reading } from '../../draft/types.js';
import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { readingsOf } from '../slots.js';
import { judgeEvidence } from './evidence.js';

/** A criterion that a slot of the request line decides; statements only where the criterion names patterns. */
export function judgeRequest(criterion: Criterion, one: Case): Judgement {
  const readings = criterion.slots.flatMap((slot) => readingsOf(one.item.request, slot));
  const sure = readings.find((reading) => reading.value !== null && !reading.vague);
  if (sure) return { status: 'met', evidence: [spanned(sure, one)], why: `"${spanned(sure, one).text}"` };
  const said = judgeEvidence(criterion, one);
  if (said.status === 'met') return said;
  const loose = readings[0];
  if (loose) {
    const evidence = spanned(loose, one);
    const lacks = loose.vague ?? 'a definite value';
    return {
      status: 'vague',
      evidence: [evidence],
      why: `"${evidence.text}": ${lacks}.`,
      fill: { evidence: evidence.text, lacks },
    };
  }
  return criterion.accept.length > 0 || said.status !== 'missing'
    ? said
    : { ...said, why: 'The request line does not say.' };
}

function spanned(reading: Reading<unknown>, one: Case) {
  return { start: reading.start, end: reading.end, text: one.draft.text.slice(reading.start, reading.end) };
}
