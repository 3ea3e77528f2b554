import { normalise } from '../../patterns/index.js';
import type { Reading, Request } from '../types.js';

type Value<K extends 'approach' | 'guidance' | 'tenure' | 'contrast'> = NonNullable<Request[K]>['value'];
type Rules<T> = readonly (readonly [T, RegExp])[];

/** The rule whose words stand in the text; of several, the first in the text unless the list puts one before. */
function first<T>(text: string, rules: Rules<T>): Reading<T> | null {
  const plain = normalise(text);
  let best: Reading<T> | null = null;
  for (const [value, pattern] of rules) {
    const found = pattern.exec(plain);
    if (found && (!best || found.index < best.start))
      best = { value, start: found.index, end: found.index + found[0].length };
  }
  return best;
}

const approaches: Rules<Value<'approach'>> = [
  [
    'transforaminal',
    /\btrans-?\s?foraminal\b|\btf-?esis?\b|\btfe\b|\btf (?:epidural|esi|lesi)\b|\bselective nerve root\b|\bsnrbs?\b/,
  ],
  ['interlaminar', /\b(?:inter|trans)-?\s?laminar\b|\bil-?esis?\b|\bil (?:epidural|esi|lesi|cesi)\b/],
  ['caudal', /\bcaudal\b/],
];
const guidances: Rules<Value<'guidance'>> = [
  ['fluoroscopy', /\bfluoro(?:scop\w{1,6})?\b|\bc-?\s?arm\b|\bx-?\s?ray guid\w{2,4}\b/],
  [
    'ultrasound',
    /\b(?:ultrasound|ultrasonic|ultrasonograph\w{1,3}|sonograph\w{1,4}|us|u\/s)[- ]?guid\w{1,4}\b|\b(?:under|with|using|via|by) (?:ultrasound|ultrasonograph\w{1,3}|u\/s)\b|\bguid\w{1,4}:? ?(?:ultrasound|us)\b/,
  ],
  ['ct', /\bct[- ]?(?:guid\w{1,4})\b|\bunder ct\b/],
];
const tenures: Rules<Value<'tenure'>> = [
  ['rental', /\brent(?:al|als|ed|ing)?\b|\blease[ds]?\b/],
  ['purchase', /\bpurchas(?:e|ed|ing)\b|\bbuy\b|\bfor (?:permanent )?ownership\b/],
];
const contrasts: Rules<Value<'contrast'>> = [
  [
    'with and without',
    /\b(?:w|with) ?(?:\/|and|&|or|\+|-) ?(?:w ?\/ ?o|wo|without)\b(?: (?:iv |intravenous )?(?:contrast|gad\w{0,10}|dye))?|\b(?:without|w\/o) (?:and|&|then) (?:with|w\/)/,
  ],
  [
    'without',
    /\b(?:without|w\/o|w\/out|wo|no|non|sans)[- ]?(?:iv |intravenous )?(?:contrast|gad\w{0,10}|dye)|\bnoncontrast\b|\bunenhanced\b/,
  ],
  [
    'with',
    /\b(?:with|w\/|plus|\+) ?(?:iv |intravenous )?(?:contrast|gad\w{0,10}|dye)|\bcontrast[- ]enhanced\b|\bpost-?contrast\b/,
  ],
];

/** The way into the epidural space. */
export function readApproach(text: string): Reading<Value<'approach'>> | null {
  return first(text, approaches);
}

/** The imaging that guides the needle. */
export function readGuidance(text: string): Reading<Value<'guidance'>> | null {
  return first(text, guidances);
}

/** Rental or purchase of a device; "pharmacy purchase" speaks of a drug, so drugs are not asked. */
export function readTenure(text: string): Reading<Value<'tenure'>> | null {
  return first(text, tenures);
}

/** Contrast of a scan. */
export function readContrast(text: string): Reading<Value<'contrast'>> | null {
  return contrasts.map((rule) => first(text, [rule])).find((found) => found !== null) ?? null;
}
