import type { Draft, Item } from '../draft/types.js';
import { createEvidence, type DraftReading } from '../evidence/index.js';
import { capped, type Criterion, type Guidelines, type Pack, type Problem } from '../guidelines/index.js';
import { findDrug } from '../vocabulary/drugs.js';
import type { Case, DraftCase, Judgement } from './case.js';
import { appliesBesidesStage } from './conditions.js';
import { currentDrugs } from './current-drugs.js';
import { latestDate } from './latest-date.js';
import { checkDraft } from './document.js';
import { editionsInForce, governing } from './editions.js';
import { judgeAnswers } from './kinds/answer.js';
import { judgeCitation } from './kinds/citation.js';
import { judgeEvidence } from './kinds/evidence.js';
import { judgeLimits } from './kinds/limit.js';
import { judgeRecommendation } from './kinds/recommendation.js';
import { judgeRequest } from './kinds/request.js';
import { judgeTogether } from './kinds/together.js';
import { fixOf, messageOf } from './message.js';
import { type AssessSettings, defaultSettings } from './settings.js';
import { stageOf } from './stage.js';
import { hintsOf } from './hints.js';
import { sumsOf } from './sums.js';
import type { Assessment, ItemAssessment, Verdict } from './types.js';

export type * from './types.js';
export { type AssessSettings, defaultSettings } from './settings.js';

export interface Assessor {
  /** Faults of the packs, patterns included: file, line where known, reason. */
  readonly problems: readonly Problem[];
  assess(draft: Draft, settings?: AssessSettings): Assessment;
}

/** Compiles the guidelines' patterns once; `assess` is then a pure function of the draft and the settings. */
export function createAssessor(guidelines: Guidelines): Assessor {
  const evidence = createEvidence(guidelines.patterns);
  const problems = [
    ...guidelines.problems,
    ...evidence.problems.map((problem) => {
      const [, file, line] = /^(.*):(\d+)$/.exec(problem.at ?? '') ?? [];
      return {
        file: file ?? problem.at ?? '',
        line: line ? Number(line) : null,
        message: `pattern "${problem.source}": ${problem.reason}`,
      };
    }),
  ];
  return {
    problems,
    assess(draft, settings = defaultSettings) {
      const reading = evidence.read(draft);
      const whole = wholeCase(draft, reading, guidelines, settings);
      const items = draft.items.map((item) => assessItem(item, whole));
      return { draft, items, findings: checkDraft(whole) };
    },
  };
}

function wholeCase(draft: Draft, reading: DraftReading, guidelines: Guidelines, settings: AssessSettings): DraftCase {
  return {
    draft,
    reading,
    guidelines,
    settings,
    inForce: editionsInForce(guidelines.editions, draft.date?.value ?? null),
    editions: new Map(guidelines.editions.map((edition) => [edition.id, edition])),
    currentDrugs: currentDrugs(draft, reading, guidelines),
    now: draft.date?.value ?? latestDate(reading),
  };
}

const noPack: Pack = {
  family: 'unknown',
  title: 'Unknown treatment',
  status: '',
  item: '',
  criteria: [],
  off: [],
  from: '',
};

function assessItem(item: Item, whole: DraftCase): ItemAssessment {
  const { packs } = whole.guidelines;
  const pack = packs.get(item.family) ?? packs.get('unknown') ?? noPack;
  const classes = [item.family, ...(item.drug ? (findDrug(item.drug)?.classes ?? []) : [])];
  const stage = stageOf(item, classes, pack, whole.reading, whole.guidelines);
  const started = { ...whole, item, pack, classes, stage };
  const one: Case = { ...started, sums: sumsOf(started) };
  return {
    item,
    title: pack.title,
    status: pack.status,
    verdicts: allVerdicts(one),
    sums: hintsOf(one),
  };
}

/** Answers to a denial come last: they rest on the other verdicts. */
function allVerdicts(one: Case): Verdict[] {
  const isAnswer = (criterion: Criterion) => criterion.kind === 'answer';
  const verdicts = one.pack.criteria
    .filter((each) => !isAnswer(each))
    .map((criterion) => verdictOn(criterion, one, judge(criterion, one)));
  if (one.draft.kind !== 'appeal') return verdicts;
  const answers = one.pack.criteria
    .filter(isAnswer)
    .map((criterion) => verdictOn(criterion, one, judgeAnswers(criterion, one, verdicts)));
  return [...verdicts, ...answers];
}

function verdictOn(criterion: Criterion, one: Case, judgement: Judgement): Verdict {
  const citations = governing(
    judgement.citation ? [judgement.citation, ...criterion.citations] : criterion.citations,
    one.inForce,
  );
  return {
    criterion: criterion.id,
    code: `${one.item.family}/${criterion.id}`,
    status: judgement.status,
    title: criterion.title,
    wants: criterion.wants,
    why: judgement.why,
    message: messageOf(criterion, judgement, one, citations),
    severity: capped(criterion.severity, citations[0]?.confidence ?? criterion.confidence),
    evidence: judgement.evidence,
    citations,
    confidence: criterion.confidence,
    fix: fixOf(criterion, one),
    sum: judgement.sum ?? '',
  };
}

const notApplicable = (why: string): Judgement => ({ status: 'not-applicable', why, evidence: [] });

function judge(criterion: Criterion, one: Case): Judgement {
  const holds = appliesBesidesStage(criterion.when, one);
  const stages = criterion.when?.stage;
  const inStage = !stages || stages.includes(one.stage);
  if (holds && inStage) return judgeByKind(criterion, one);
  // What is not asked for here is no gap, but where it stands it is good to see it.
  const judgement = criterion.kind === 'evidence' || criterion.kind === 'request' ? judgeByKind(criterion, one) : null;
  if (judgement?.status === 'met') return judgement;
  return notApplicable(holds ? `Asked of ${stages!.join(' or ')} use only.` : 'Its condition does not hold here.');
}

function judgeByKind(criterion: Criterion, one: Case): Judgement {
  const limits = judgeLimits(criterion, one);
  if (limits?.status === 'exceeded') return limits;
  switch (criterion.kind) {
    case 'evidence':
      return judgeEvidence(criterion, one);
    case 'request':
      return judgeRequest(criterion, one);
    case 'together':
      return judgeTogether(criterion, one);
    case 'recommendation':
      return judgeRecommendation(criterion, one);
    case 'citation':
      return judgeCitation(criterion, one);
    case 'answer':
      return notApplicable('Judged after the others.');
    case 'limit': {
      const said = judgeEvidence(criterion, one);
      if (limits) return said.status === 'contradicted' ? said : limits;
      if (said.status !== 'missing' || criterion.unknown === 'missing') return said;
      return notApplicable('The draft does not give the numbers.');
    }
  }
}
