import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Assessment, DraftFinding, ItemAssessment, Verdict } from '../../server/src/assessment/types.js';
import { emptyRequest } from '../../server/src/draft/request/index.js';
import type { Draft, Item, Request, Section, SectionKind, Sentence } from '../../server/src/draft/types.js';
import { draftBlanks } from '../../server/src/features/blanks.js';
import { type Checked, type ClientAbilities, fullAbilities } from '../../server/src/features/checked.js';
import { plainText } from '../../server/src/features/snippet.js';
import { maskSuppressions, readSuppressions } from '../../server/src/features/suppression.js';
import type { Guidelines } from '../../server/src/guidelines/index.js';
import { type DraftSettings, defaultSettings } from '../../server/src/settings.js';

/** A draft made by hand: headings are `## name` or `NAME:`, each other line is a sentence. */
const kinds: Readonly<Record<string, SectionKind>> = {
  request: 'request',
  function: 'function',
  objective: 'objective',
  plan: 'plan',
  subjective: 'subjective',
  signature: 'signature',
  'past treatment': 'past-treatment',
};

export const editions: Guidelines['editions'] = [
  edition('cpmtg-2009', 'Chronic Pain Medical Treatment Guidelines (2009)', 'CPMTG 2009'),
  edition('acoem-opioids-2017', 'ACOEM Opioids Guideline (2017)', 'ACOEM Opioids 2017'),
];

function edition(id: string, title: string, short: string): Guidelines['editions'][number] {
  const year = Number(id.slice(-4));
  return {
    id,
    title,
    short,
    year,
    from: `${year}-01-01`,
    partOf: 'mtus',
    cited: [],
    replacedBy: [],
    confidence: 'knowledge',
  };
}

export const guidelines: Guidelines = {
  packs: new Map(),
  editions,
  draftChecks: [],
  denialReasons: new Map() as never,
  stages: {},
  patterns: [],
  problems: [],
};

export function verdict(criterion: string, given: Partial<Verdict> = {}): Verdict {
  const title = criterion.replaceAll('-', ' ');
  return {
    criterion,
    code: `opioid/${criterion}`,
    status: 'missing',
    title: title.charAt(0).toUpperCase() + title.slice(1),
    wants: `The guideline wants ${title}.`,
    why: `nothing says ${title}`,
    message: `No ${title}.`,
    severity: 'warning',
    evidence: [],
    citations: [{ guideline: 'cpmtg-2009', section: 'Opioids', pages: '78', confidence: 'seed' }],
    confidence: 'seed',
    fix: null,
    sum: '',
    ...given,
  };
}

export interface HandItem {
  readonly text: string;
  readonly verdicts?: readonly Verdict[];
  readonly request?: Partial<Request>;
  readonly sums?: ItemAssessment['sums'];
}

export interface HandMade {
  readonly items?: readonly HandItem[];
  readonly findings?: readonly Partial<DraftFinding>[];
  readonly uri?: string;
  readonly language?: string;
  readonly client?: Partial<ClientAbilities>;
  readonly settings?: Partial<DraftSettings>;
  readonly labels?: readonly string[];
}

export function handMade(text: string, made: HandMade = {}): Checked {
  const document = TextDocument.create(made.uri ?? 'file:///norco.rfa.md', made.language ?? 'mtus-request', 7, text);
  const suppressions = readSuppressions(text);
  const draft = handDraft(maskSuppressions(text, suppressions), made.items ?? []);
  const items = (made.items ?? []).map(
    (item, index): ItemAssessment => ({
      item: draft.items[index]!,
      title: 'Opioids',
      status: '',
      verdicts: item.verdicts ?? [],
      sums: item.sums ?? [],
    }),
  );
  const findings = (made.findings ?? []).map(
    (finding): DraftFinding => ({
      criterion: 'physician-signature',
      code: 'draft/physician-signature',
      severity: 'error',
      message: 'The request is not signed.',
      at: { start: 0, end: 0 },
      citations: [],
      fix: null,
      evidence: [],
      ...finding,
    }),
  );
  const assessment: Assessment = { draft, items, findings };
  return {
    document,
    assessment,
    suppressions,
    blanks: draftBlanks(draft.text, new Set(made.labels ?? ['activity', 'hours'])),
    guidelines,
    settings: { ...defaultSettings, ...made.settings },
    client: { ...fullAbilities, rulePages: 'file:///extension/docs/rules', ...made.client },
  };
}

export function at(text: string, words: string): { start: number; end: number; text: string } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the draft has no "${words}"`);
  return { start, end: start + words.length, text: words };
}

function handDraft(text: string, items: readonly HandItem[]): Draft {
  const sections: (Section & { end: number; sentences: Sentence[] })[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const written = line.replace(/\r$/, '');
    const title = /^##\s+(.*)$/.exec(written)?.[1] ?? /^(\p{L}[\p{L} ]*):$/u.exec(written)?.[1];
    if (title || sections.length === 0) {
      const heading = title
        ? { start: start + written.indexOf(title), end: start + written.indexOf(title) + title.length }
        : null;
      const kind = kinds[title?.toLowerCase() ?? ''] ?? 'other';
      sections.push({ kind, title: title ?? '', heading, start, end: start, sentences: [] });
    }
    const section = sections.at(-1)!;
    if (!title && written.trim()) {
      section.sentences.push({
        start,
        end: start + written.length,
        text: written,
        tokens: [],
        section,
        paragraph: 0,
        index: 0,
      });
    }
    start += line.length + 1;
    section.end = Math.min(start, text.length);
  }
  return {
    kind: 'request',
    text,
    sections,
    sentences: sections.flatMap((section) => section.sentences),
    items: items.map((item, index): Item => handItem(text, item, index)),
    date: null,
  };
}

function handItem(text: string, item: HandItem, index: number): Item {
  const span = at(text, item.text);
  return {
    ...span,
    key: `opioid:${index}`,
    kind: 'drug',
    family: 'opioid',
    treatment: null,
    drug: null,
    block: span,
    stage: null,
    request: { ...emptyRequest, ...item.request },
  };
}

/** The text after an edit, snippets with their blanks as an editor shows them before anything is typed. */
export function applied(checked: Pick<Checked, 'document'>, edit: WorkspaceEdit | undefined): string {
  const edits = edit?.documentChanges
    ? edit.documentChanges.flatMap((change) => ('edits' in change ? change.edits : []))
    : Object.values(edit?.changes ?? {}).flat();
  const plain = edits.map((one): TextEdit => {
    if ('snippet' in one) return { range: one.range, newText: plainText(one.snippet.value) };
    return one;
  });
  return TextDocument.applyEdits(checked.document, plain);
}
