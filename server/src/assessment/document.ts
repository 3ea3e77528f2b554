import { readIdentity, toDayNumber, type Identity } from '../draft/index.js';
import type { Span } from '../draft/types.js';
import type { DraftCheck } from '../guidelines/index.js';
import type { DraftCase } from './case.js';
import { mismatched, misspelt, unmarketed } from './drug-lines.js';
import { foreignCodes } from './procedure-codes.js';
import { governing, isoDay } from './editions.js';
import type { DraftFinding, Evidence } from './types.js';

/** One place where a check of the whole draft fails. */
interface Gap {
  readonly at?: Span;
  readonly fill?: Readonly<Record<string, string>>;
  readonly evidence?: readonly Evidence[];
  readonly replacement?: string;
}

type Finder = (whole: DraftCase, identity: Identity, check: DraftCheck) => readonly Gap[];

const gap: readonly Gap[] = [{}];
const none: readonly Gap[] = [];

/** What each check looks for; its words, severity and dates are data (server/guidelines/draft.yaml). */
const finders: Readonly<Record<string, Finder>> = {
  date: (whole) => (whole.draft.date ? none : [{ fill: { current: currentEditions(whole) } }]),
  'employee-identification': (_whole, identity) => {
    if (!isForm(identity)) return none;
    const lacks = [
      !identity.employee && 'the employee',
      !identity.claimNumber && !identity.dateOfInjury && 'the claim number or date of injury',
    ].filter((part) => part !== false);
    return lacks.length > 0 ? [{ fill: { lacks: lacks.join(' nor ') } }] : none;
  },
  'provider-identification': (_whole, identity) =>
    isForm(identity) && !identity.provider && !identity.npi ? gap : none,
  'physician-signature': (_whole, identity) => (isForm(identity) && !identity.signature ? gap : none),
  'rfa-form': (_whole, identity) => (isForm(identity) && !identity.rfaForm ? gap : none),
  'supporting-document': (whole, identity, check) => {
    const { date } = whole.draft;
    if (!date || identity.documents.length === 0) return none;
    const newest = identity.documents.reduce((a, b) => (toDayNumber(b.value) > toDayNumber(a.value) ? b : a));
    const days = toDayNumber(date.value) - toDayNumber(newest.value);
    return days > (check.mostDays ?? Infinity) && newest.value.precision === 'day'
      ? [{ at: newest, fill: { value: String(days) } }]
      : none;
  },
  'one-item-a-line': ({ draft }) => {
    const byLine = new Map<number, (typeof draft.items)[number][]>();
    for (const item of draft.items) {
      const line = draft.text.lastIndexOf('\n', item.start - 1);
      byLine.set(line, [...(byLine.get(line) ?? []), item]);
    }
    return [...byLine.values()]
      .filter((items) => items.length > 1)
      .map((items) => ({
        at: { start: items[0]!.start, end: items.at(-1)!.end },
        fill: { value: String(items.length) },
      }));
  },
  'drug-name': ({ draft }) => draft.items.flatMap(misspelt),
  'drug-strength': ({ draft }) => draft.items.flatMap(unmarketed),
  'procedure-code': ({ draft }) => draft.items.flatMap(foreignCodes),
  'drug-supply': ({ draft }) => draft.items.flatMap(mismatched),
  'rebuttal-statement': (whole, _identity, check) => (packsRestOutside(whole) ? none : said(check, whole)),
  'ur-decision-attached': (_whole, identity) => (identity.urDecision ? none : gap),
  'imr-deadline': ({ draft }, identity, check) => {
    if (!draft.date || !identity.urDecision) return none;
    const days = toDayNumber(draft.date.value) - toDayNumber(identity.urDecision.value);
    return days > (check.mostDays ?? Infinity) ? [{ at: identity.urDecision, fill: { value: String(days) } }] : none;
  },
};

/** Checks of the draft as a whole. A draft that asks for nothing has none. */
export function checkDraft(whole: DraftCase): DraftFinding[] {
  const { draft, guidelines } = whole;
  if (draft.items.length === 0 || draft.kind === 'determination') return [];
  const identity = readIdentity(draft);
  return guidelines.draftChecks
    .filter((check) => check.kinds.includes(draft.kind) && within(check, whole))
    .flatMap((check) =>
      (finders[check.criterion] ?? byWords)(whole, identity, check).map((found) => finding(check, found, whole)),
    );
}

const byWords: Finder = (whole, _identity, check) => said(check, whole);

/** Editions outside the MTUS that the packs of the draft's own items rest on: there the MTUS is silent anyway. */
function packsRestOutside({ draft, guidelines, editions }: DraftCase): boolean {
  const packs = draft.items.flatMap((item) => guidelines.packs.get(item.family) ?? []);
  return packs.some((pack) =>
    pack.criteria.some((criterion) =>
      criterion.citations.some(
        (one) => editions.get(one.guideline)?.partOf === 'outside' && /^odg/.test(one.guideline),
      ),
    ),
  );
}

/** What the writer says without what should go with it; a reviewer's words are not the writer's. */
function said(check: DraftCheck, { reading }: DraftCase): readonly Gap[] {
  const own = (patterns: readonly string[]) =>
    patterns.flatMap((pattern) =>
      (reading.mentions.get(pattern) ?? []).filter(
        ({ axes, sentence }) => !axes.has('reviewer') && sentence.section.kind !== 'denial',
      ),
    );
  const [first] = own(check.mentions).sort((one, other) => one.start - other.start);
  return first && own(check.notMentions).length === 0 ? [{ at: first }] : none;
}

/** Two facts of a form make a draft one that has to be complete; fewer may be a note on its way. */
function isForm(identity: Identity): boolean {
  const { employee, claimNumber, dateOfBirth, dateOfInjury, employer, claimsAdministrator, npi, rfaForm } = identity;
  return (
    [employee, claimNumber, dateOfBirth, dateOfInjury, employer, claimsAdministrator, npi, rfaForm].filter(
      (fact) => fact !== null,
    ).length >= 2
  );
}

function within(check: DraftCheck, { draft }: DraftCase): boolean {
  if (!check.from && !check.until) return true;
  if (!draft.date) return false;
  const day = toDayNumber(draft.date.value);
  return (!check.from || day >= isoDay(check.from)) && (!check.until || day <= isoDay(check.until));
}

/** The editions of the MTUS without an end: what rules today. */
function currentEditions({ guidelines }: DraftCase): string {
  const names = guidelines.editions
    .filter((edition) => edition.partOf === 'mtus' && !edition.until && /^acoem/.test(edition.id))
    .map((edition) => edition.short);
  return names.slice(0, 2).join(' and ') || 'later editions';
}

function finding(check: DraftCheck, found: Gap, { draft, inForce }: DraftCase): DraftFinding {
  const message = check.message.replace(/\{(\w+)\}/g, (whole, name: string) => found.fill?.[name] ?? whole);
  const first = draft.items[0]!;
  return {
    criterion: check.criterion,
    code: `draft/${check.criterion}`,
    severity: check.severity,
    message,
    at: found.at ?? first,
    citations: governing(check.citations, inForce),
    fix: check.fix,
    evidence: found.evidence ?? [],
    replacement: found.replacement ?? null,
  };
}
