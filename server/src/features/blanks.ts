import { readBlanks } from '../draft/blanks.js';
import type { Span } from '../draft/types.js';
import type { Guidelines } from '../guidelines/index.js';
import { stopLabels } from './snippet.js';

/** A place left to be filled in. `sure` where it is a label of ours or a form that nobody writes for another reason. */
export interface Blank extends Span {
  readonly sure: boolean;
}

/** Words between brackets or marks that stand for a blank, beside the labels of the packs' own sentences. */
const general = /^(?:insert|fill[ -]?in|enter|specify|complete)\b|^(?:to do|todo|tbd|reason)$/i;
/** Tab stops that an editor did not expand, rules to write on, and the usual letters. */
const marks = /^(?:\$\{.*\}|_{3,}.*|<.*>|TB[DA])$/;
/** A rule on such a line is there to be signed or dated by hand. */
const byHand = /\b(?:sign|signed|signature|date|dated|initials?)\b/i;

/** What stands between the brackets of every blank that a fix can insert, in lower case. */
export function blankLabels(guidelines: Guidelines): ReadonlySet<string> {
  const fixes = [
    ...[...guidelines.packs.values()].flatMap((pack) => pack.criteria.map((criterion) => criterion.fix)),
    ...guidelines.draftChecks.map((check) => check.fix),
  ];
  return new Set(fixes.flatMap((fix) => (fix ? stopLabels(fix.text).map((label) => label.toLowerCase()) : [])));
}

/** A draft's blanks, in order; give the text without its suppressions, whose blanks are theirs. */
export function draftBlanks(text: string, labels: ReadonlySet<string>): Blank[] {
  return readBlanks(text).flatMap((span): Blank[] => {
    const written = text.slice(span.start, span.end);
    if (written.startsWith('[')) {
      const label = written.slice(1, -1).trim().toLowerCase();
      return isLink(text, span) ? [] : [{ ...span, sure: labels.has(label) || general.test(label) }];
    }
    if (written.startsWith('_') && byHand.test(text.slice(Math.max(0, span.start - 40), span.start))) return [];
    return [{ ...span, sure: marks.test(written) }];
  });
}

function isLink(text: string, { start, end }: Span): boolean {
  return (
    text[end] === '(' || text[end] === '[' || text[start - 1] === ']' || text[start - 1] === '!' || text[end] === ':'
  );
}
