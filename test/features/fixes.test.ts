import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { withoutBlankClauses } from '../../server/src/features/blanks.js';
import { createDraftService } from '../../server/src/service.js';
import { applied, at, handMade } from './hand-made.js';

const service = createDraftService();
const open = (text: string) => TextDocument.create('file:///a.rfa.md', 'mtus-request', 1, text);

describe('a sentence with a blank', () => {
  const text = 'Pain is [number]/10 without it; 3/10 with it.\nShe walks a mile.\nNorco #[number] x 30 days';
  const checked = handMade(text, { items: [{ text: 'Norco #[number] x 30 days' }], labels: ['number'] });
  const draft = withoutBlankClauses(checked.assessment.draft, checked.blanks);

  it('loses the clause with the blank, the others keep theirs and their places', () => {
    expect(draft.sentences.map((sentence) => sentence.text)).toEqual([
      `${' '.repeat(30)}; 3/10 with it.`,
      'She walks a mile.',
      'Norco #         x 30 days',
    ]);
    expect(draft.sections[0]!.sentences).toEqual(draft.sentences);
    expect(draft.sentences.map(({ start, end }) => [start, end])).toEqual(
      checked.assessment.draft.sentences.map(({ start, end }) => [start, end]),
    );
  });

  it('is left alone where nothing is blank for certain', () => {
    const other = handMade('The [right knee brace] was worn.');
    expect(withoutBlankClauses(other.assessment.draft, other.blanks)).toBe(other.assessment.draft);
    expect(at(other.document.getText(), '[right knee brace]').start).toBe(other.blanks[0]!.start);
  });
});

/** A request line of each family, cut down to its name, so that much is lacking. */
const lines = [...service.guidelines.packs.values()]
  .filter((pack) => pack.item)
  .map((pack) => [pack.family, pack.item.split(/[,;]/)[0]!] as const);

describe.each(lines)('the fixes for %s', (_family, line) => {
  const document = open(`## Treatment requested\n1. ${line}\n\n## Plan\nContinue.\n`);
  const before = service.assessment(document);
  const range = {
    start: document.positionAt(document.getText().indexOf(line)),
    end: document.positionAt(document.getText().indexOf(line) + 3),
  };
  const actions = service
    .codeActions(document, range, { diagnostics: [] })
    .filter((one) => !one.title.startsWith('Ignore'));

  it('claim nothing: what was open stays open until the blanks are filled in', () => {
    const statuses = new Map(before.items[0]?.verdicts.map((verdict) => [verdict.criterion, verdict.status]));
    for (const action of actions) {
      const after = open(applied({ document }, action.edit));
      const codes = service.diagnostics(after).map((one) => one.code);
      expect(codes, action.title).toContain('draft/blank');
      const claimed = service
        .assessment(after)
        .items[0]!.verdicts.filter(
          ({ criterion, status }) => status === 'met' && ['missing', 'vague'].includes(statuses.get(criterion) ?? ''),
        );
      expect(
        claimed.map((verdict) => verdict.criterion),
        action.title,
      ).toEqual([]);
    }
  });

  it('leave the request what it was: no item more, none less', () => {
    for (const action of actions) {
      const after = service.assessment(open(applied({ document }, action.edit)));
      expect(
        after.items.map((entry) => entry.item.family),
        action.title,
      ).toEqual(before.items.map((entry) => entry.item.family));
    }
  });
});
