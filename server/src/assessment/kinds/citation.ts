import type { Mention } from '../../evidence/index.js';
import type { Criterion, Edition } from '../../guidelines/index.js';
import type { Case, Judgement } from '../case.js';
import { evidenceOf, statementsOn } from '../statements.js';

/** Whether the draft cites a guideline, with section or page, of an edition that governs on its date. */
export function judgeCitation(criterion: Criterion, one: Case): Judgement {
  const cited = one.guidelines.editions
    .flatMap((edition) =>
      edition.cited.flatMap((pattern) =>
        (one.reading.mentions.get(pattern) ?? []).map((mention) => ({ edition, mention })),
      ),
    )
    .filter(({ mention }) => !mention.axes.has('reviewer'));
  const evidence = (found: { edition: Edition; mention: Mention }) => ({
    start: found.mention.start,
    end: found.mention.end,
    text: found.mention.text,
  });
  const { accepted, vague } = statementsOn(criterion, one);
  const current = cited.find(({ edition }) => one.inForce.has(edition.id));
  const stale = cited.find(({ edition }) => !one.inForce.has(edition.id));
  if (stale && !current) {
    const why = `${stale.edition.short} does not govern on the draft's date.`;
    return { status: 'contradicted', evidence: [evidence(stale)], why, fill: { evidence: stale.mention.text } };
  }
  if (accepted.length > 0)
    return { status: 'met', evidence: evidenceOf(accepted), why: `"${evidenceOf(accepted)[0]!.text}"` };
  const loose = current ? [evidence(current)] : evidenceOf(vague);
  if (loose.length > 0) {
    const lacks = vague[0]?.entry.lacks ?? 'the section and page';
    return {
      status: 'vague',
      evidence: loose,
      why: `"${loose[0]!.text}" does not say ${lacks}.`,
      fill: { evidence: loose[0]!.text, lacks },
    };
  }
  return { status: 'missing', evidence: [], why: 'No guideline is cited.' };
}
