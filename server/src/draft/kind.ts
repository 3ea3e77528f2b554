import type { DraftKind, Section } from './types.js';

const outcome = /:\s{0,4}(?:upheld|overturned|modified|partially overturned)\b/;
const imr =
  /\bimr final determination|final determination was based|decision rationale:|maximus (?:federal services|guideline)|independent medical review final determination|expert reviewer/;

/** A utilization review letter's own title. */
const decision =
  /\butilization review (?:determination|decision)\b|\bnotice of (?:ur |utilization review )?(?:denial|non-? ?certification|modification|adverse)|\b(?:adverse determination|non-? ?certification) (?:letter|notice)\b/;

/** Phrases that make a letter an appeal, with their weight; three points do. */
const appealing: readonly [RegExp, number][] = [
  [/\b(?:i am|we are|i'm|i) (?:hereby |now |formally |writing to |also )*appeal(?:ing)?\b/, 3],
  [/\b(?:i|we) (?:hereby |formally |respectfully )*(?:appeal|dispute|disagree|contest)\b/, 2],
  [
    /\b(?:this|the following|my) (?:letter|note|report|document)? ?(?:is|serves as|constitutes|is written as|is submitted as) (?:an? |my |our |a formal |a written )*(?:appeal|request for reconsideration|rebuttal)\b/,
    3,
  ],
  [/\bappeal(?:ing)? (?:of|to|from|for|the|this|your|letter)\b/, 2],
  [
    /\b(?:request(?:ing)?|ask(?:ing)?) (?:for )?(?:a |an |your |an? immediate |formal )*(?:reconsideration|independent medical review|imr|reversal)\b/,
    3,
  ],
  [/\breconsider(?:ation)?(?: of)? (?:the|this|your) (?:denial|decision|determination|non-?certification)\b/, 3],
  [
    /\b(?:overturn|reverse) (?:the|this|your) (?:denial|decision|ur|determination|utilization|non-?certification|adverse)/,
    3,
  ],
  [
    /\b(?:in response to|respond(?:ing)? to|with regard to|regarding|refut\w+|rebut\w*) (?:the |your |this )?(?:ur |utilization review )?(?:denial|non-?certification|adverse determination|ur determination)\b/,
    2,
  ],
  [/\bapplication for independent medical review\b|\bimr (?:application|appeal|case number|case no)\b/, 3],
  [
    /\b(?:disputed|items? in dispute|treatment in dispute|denied) (?:treatment|item|service|medication|medical treatment|because)s?\b/,
    1,
  ],
  [
    /\b(?:the )?(?:ur|utilization review) (?:reviewer|physician|doctor|denial|determination|decision) (?:stated|states|wrote|claimed|dated|argued|of)\b/,
    1,
  ],
];

/**
 * What the document is, from its own words: a determination has outcome lines or the review's phrases, an appeal says
 * that it is one; everything else is a request.
 */
export function readKind(text: string, plain: string, sections: readonly Section[]): DraftKind {
  const sample = plain.length > 200_000 ? plain.slice(0, 200_000) : plain;
  if (imr.test(sample) && outcome.test(sample)) return 'determination';
  if ((sample.match(/\bdecision rationale ?:/g)?.length ?? 0) > 0 && imr.test(sample)) return 'determination';
  let points = 0;
  for (const section of sections) {
    if (section.kind === 'denial' && section.heading) points += 2;
  }
  points = Math.min(points, 2);
  if (/(?:^|\n)[ \t#*>]*(?:re ?:.{0,80})?\bappeal\b[^.\n]{0,80}(?:\n|$)/i.test(text.slice(0, 4000))) points += 3;
  const from = firstPerson(sections, sample);
  for (const [phrase, weight] of appealing) if (phrase.test(from)) points += weight;
  if (points >= 3) return 'appeal';
  return decision.test(plain.slice(0, 600)) ? 'determination' : 'request';
}

/** The words that are the writer's own: quoted denials and guidelines left out. */
function firstPerson(sections: readonly Section[], plain: string): string {
  if (!sections.some((section) => section.kind === 'denial' || section.kind === 'guideline')) return plain;
  return sections
    .filter((section) => section.kind !== 'denial' && section.kind !== 'guideline')
    .map((section) => plain.slice(section.start, section.end))
    .join('\n');
}
