import type { Criterion } from '../../guidelines/index.js';
import type { Case, CurrentDrug, Judgement } from '../case.js';
import { evidenceOf, type Statement, statementsOn } from '../statements.js';

/** A criterion about the other drugs of the draft: there is none, or the draft speaks to it. */
export function judgeTogether(criterion: Criterion, one: Case): Judgement {
  const others = one.currentDrugs.filter(
    (drug) =>
      drug.item !== one.item && drug.name !== one.item.drug && isWanted(criterion, one, drug.name, drug.classes),
  );
  const { accepted, vague } = statementsOn(criterion, one);
  const said = accepted.filter((statement) => speaksToIt(statement, criterion, one, others));
  if (said.length > 0) {
    const evidence = evidenceOf(said);
    return { status: 'met', evidence, why: `"${evidence[0]!.text}"` };
  }
  if (others.length === 0)
    return { status: criterion.absent, evidence: [], why: 'The draft shows no such other drug.' };
  const evidence = others.slice(0, 3).map((drug) => drug.evidence);
  const names = [...new Set(evidence.map((each) => each.text))].join(', ');
  const loose = vague.find((statement) => speaksToIt(statement, criterion, one, others));
  if (loose) {
    const [words] = evidenceOf([loose]);
    const lacks = loose.entry.lacks ?? criterion.wants;
    const fill = { evidence: words!.text, lacks, others: names };
    return { status: 'vague', evidence: [words!], why: `"${words!.text}" does not say ${lacks}.`, fill };
  }
  const why = `The draft also shows ${names}.`;
  return { status: criterion.found, evidence, why, fill: { evidence: names, others: names } };
}

/** Of a class that the criterion names; `same-class` stands for the item's own family. */
function isWanted(criterion: Criterion, one: Case, name: string, classes: readonly string[]): boolean {
  return criterion.with.some(
    (wanted) => wanted === name || classes.includes(wanted === 'same-class' ? one.item.family : wanted),
  );
}

/** A statement that names drugs is about those: "Flexeril was stopped" settles nothing between Soma and Norco. */
function speaksToIt({ mention }: Statement, criterion: Criterion, one: Case, others: readonly CurrentDrug[]): boolean {
  const named = mention.slots.filter((slot) => slot.kind === 'drug');
  if (named.length === 0) return true;
  return named.some(
    (slot) =>
      others.some((drug) => drug.name === slot.name) ||
      (slot.name !== one.item.drug && isWanted(criterion, one, slot.name ?? '', slot.classes ?? [])),
  );
}
