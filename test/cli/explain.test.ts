import { describe, expect, it } from 'vitest';
import { UsageError } from '../../server/src/cli/arguments.js';
import { explain } from '../../server/src/cli/explain.js';
import { record } from './streams.js';

describe('explain', () => {
  it('prints the rule’s page with what is wanted, examples and source', () => {
    const streams = record();
    expect(explain(['opioid/pain-relief'], streams)).toBe(0);
    const page = streams.stdout();
    expect(page).toMatch(/^# opioid\/pain-relief\n/);
    for (const heading of ['What is wanted', 'How to mend it', 'Source']) expect(page).toContain(`## ${heading}`);
    expect(page).toContain('p. 78');
    expect(page).not.toMatch(/\$\{\d/);
  });

  it.each([[[]], [['opioid']], [['opioid/no-such']], [['nothing/pain-relief']], [['opioid/pain-relief', 'more']]])(
    'says what there is for %j',
    (args) => {
      expect(() => explain(args, record())).toThrow(UsageError);
    },
  );

  it('lists the criteria of a family where the criterion is unknown', () => {
    expect(() => explain(['opioid/no-such'], record())).toThrow(/pain-relief/);
  });
});
