import type { Reading, Request } from '../../draft/types.js';
import type { Criterion } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { judgeEvidence } from './evidence.js';

/** A criterion that a slot of the request line decides; statements elsewhere only where the criterion names patterns. */
export function judgeRequest(criterion: Criterion, one: Case): Judgement {
  const readings = criterion.slots.flatMap((slot) => readingsOf(one.item.request, slot));
  const sure = readings.find((reading) => reading.value !== null && !reading.vague);
  if (sure) return { status: 'met', evidence: [spanned(sure, one)], why: `"${spanned(sure, one).text}"` };
  const elsewhere = criterion.accept.length > 0 ? judgeEvidence(criterion, one) : null;
  if (elsewhere?.status === 'met') return elsewhere;
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
  return elsewhere ?? { status: 'missing', evidence: [], why: 'The request line does not say.' };
}

function readingsOf(request: Request, slot: string): Reading<unknown>[] {
  const value = (
    request as unknown as Record<string, Reading<unknown> | readonly Reading<unknown>[] | null | undefined>
  )[slot];
  return value == null ? [] : Array.isArray(value) ? [...value] : [value as Reading<unknown>];
}

function spanned(reading: Reading<unknown>, one: Case) {
  return { start: reading.start, end: reading.end, text: one.draft.text.slice(reading.start, reading.end) };
}
