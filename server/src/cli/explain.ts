import { loadGuidelines } from '../guidelines/index.js';
import { rulePage } from '../guidelines/rule-page.js';
import { UsageError } from './arguments.js';
import type { Streams } from './streams.js';

/** `mtus-draft explain FAMILY/CRITERION`: prints the rule's page. Throws UsageError where there is none. */
export function explain(args: readonly string[], streams: Streams): number {
  const [code, ...more] = args;
  if (!code || more.length > 0) throw new UsageError('explain: name one rule, as in "explain opioid/pain-relief"');
  const guidelines = loadGuidelines();
  const [family = '', id = ''] = code.split('/');
  const found = guidelines.packs.get(family);
  const criterion = found?.criteria.find((one) => one.id === id);
  if (found && criterion) {
    streams.out(rulePage(criterion, found, guidelines));
    return 0;
  }
  const families = [...guidelines.packs.keys()].join(', ');
  const known = found ? `${family} has ${found.criteria.map((one) => one.id).join(', ')}` : `families are ${families}`;
  throw new UsageError(`explain: there is no rule "${code}"; ${known}`);
}
