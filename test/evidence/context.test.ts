import { describe, expect, it } from 'vitest';
import type { SectionKind } from '../../server/src/draft/types.js';
import { axesOf, clauseStarts, readScopes } from '../../server/src/evidence/context.js';
import { compileCues, type Node } from '../../server/src/evidence/context/cues.js';
import { lead } from '../../server/src/evidence/context/words.js';
import type { Axis } from '../../server/src/evidence/types.js';
import { normalise, type Token, tokenize } from '../../server/src/patterns/index.js';
import { type CueEntry, vocabulary } from '../../server/src/vocabulary/index.js';

const tokensOf = (text: string) => tokenize(normalise(text));
const textOf = (tokens: readonly Token[], first: number, last: number) =>
  tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ');

/** `axis: words` of each scope. */
function scopesOf(text: string, section: SectionKind = 'other'): string[] {
  const tokens = tokensOf(text);
  return readScopes(tokens, section).map((scope) => `${scope.axis}: ${textOf(tokens, scope.first, scope.last)}`);
}

/** The contexts of a pattern that consumed these words of the sentence. */
function axesOfWords(text: string, words: string, section: SectionKind = 'other'): Axis[] {
  const tokens = tokensOf(text);
  const wanted = words.split(' ');
  const consumed = tokens.flatMap((token, at) => (wanted.includes(token.text) ? [at] : []));
  expect(consumed).toHaveLength(wanted.length);
  return [...axesOf(readScopes(tokens, section), consumed)];
}

describe('scopes', () => {
  it('are none in a sentence without cues and in no sentence', () => {
    expect(scopesOf('Pain is 4/10 with Norco.')).toEqual([]);
    expect(readScopes([], 'denial')).toEqual([]);
  });

  it('run over a list and end where a clause begins', () => {
    expect(scopesOf('No sedation, nausea, or constipation and pain is reduced.')).toEqual([
      'negated: sedation , nausea , or constipation',
    ]);
  });

  it('keep the list where its verb only says that it was seen', () => {
    expect(scopesOf('No spasm, bands and nodules are noted.')).toEqual([
      'negated: spasm , bands and nodules are noted',
    ]);
  });

  it('end at a semicolon, at "but", and at the bracket that closes round their cue', () => {
    expect(scopesOf('No edema; gait antalgic')).toEqual(['negated: edema']);
    expect(scopesOf('No edema but gait antalgic')).toEqual(['negated: edema']);
    expect(scopesOf('Norco (no edema) relief')).toEqual(['negated: edema']);
  });

  it('go on behind a bracket that opened inside them', () => {
    expect(scopesOf('No fever (nor chills) cough')).toContain('negated: fever ( nor chills ) cough');
  });

  it('end before the label of the next value', () => {
    expect(scopesOf('No cough or fever or chills neuro: tingling')).toEqual(['negated: cough or fever or chills']);
  });

  it('leave a full stop within a number or an abbreviation alone, and end at one between sentences', () => {
    expect(scopesOf('No edema per Dr. Hale on exam')[0]).toBe('negated: edema per dr . hale on exam');
    expect(scopesOf('No edema. Gait antalgic')).toEqual(['negated: edema']);
    expect(scopesOf('MTUS 9792.24.2 states that relief counts')).toEqual(['guideline: relief counts']);
  });

  it('go back from an adjective behind its noun and forward from one before it', () => {
    expect(scopesOf('SLR is negative on the left')).toEqual(['negated: slr']);
    expect(scopesOf('Negative SLR on the left')).toEqual(['negated: slr on the left']);
  });

  it('give way to a longer phrase that means something else', () => {
    expect(scopesOf('There is no doubt about radiculopathy.')).toEqual([]);
    expect(scopesOf('No more than four tablets.')).toEqual([]);
  });

  it('take a shorter phrase where the longer one does not fit', () => {
    expect(scopesOf('Authorization was denied for therapy')).toContain('reviewer: therapy');
    expect(scopesOf('He denied pain for therapy')).toEqual(['negated: pain for therapy']);
  });
});

describe('the context that a section gives', () => {
  it.each([
    ['family-history', 'other-person'],
    ['denial', 'reviewer'],
    ['guideline', 'guideline'],
  ] as const)('%s makes all of it %s', (section, axis) => {
    expect(axesOfWords('Six visits helped.', 'visits', section)).toEqual([axis]);
  });

  it.each(['plan', 'request', 'rationale', 'past-treatment', 'history'] as const)('%s alone makes none', (section) => {
    expect(axesOfWords('Norco lets her walk 30 minutes.', 'walk', section)).toEqual([]);
  });

  it('makes an order planned in a plan, and a report of the same words not', () => {
    expect(axesOfWords('1. Repeat urine drug screen', 'drug', 'plan')).toEqual(['planned']);
    expect(axesOfWords('1. Repeat urine drug screen', 'drug', 'studies')).toEqual([]);
    expect(axesOfWords('Start of pain was in May', 'pain', 'plan')).toEqual([]);
  });
});

describe('a pattern that consumes a cue', () => {
  it('is exempt from that cue and from no other', () => {
    expect(axesOfWords('Absent left Achilles reflex', 'reflex')).toEqual(['negated']);
    expect(axesOfWords('Absent left Achilles reflex', 'absent reflex')).toEqual([]);
    expect(axesOfWords('The reviewer noted absent left reflex', 'absent reflex')).toEqual(['reviewer']);
  });

  it('is not exempt by the words that merely stand with the cue', () => {
    expect(axesOfWords('The urine screen was not performed', 'screen performed')).toEqual(['negated']);
    expect(axesOfWords('There is no evidence of radiculopathy', 'evidence radiculopathy')).toEqual(['negated']);
    expect(axesOfWords('Radiculopathy must be documented', 'radiculopathy documented')).toEqual(['guideline']);
    expect(axesOfWords('Therapy to increase flexion', 'increase flexion')).toEqual(['planned']);
  });

  it('is exempt from a section by nothing', () => {
    expect(axesOfWords('No side effects', 'no side effects', 'denial')).toEqual(['reviewer']);
  });

  it('has no context without tokens', () => {
    expect([...axesOf(readScopes(tokensOf('no pain'), 'denial'), [])]).toEqual([]);
  });
});

describe('clauses', () => {
  const clausesOf = (text: string) => {
    const tokens = tokensOf(text);
    const starts = [0, ...clauseStarts(tokens).starts];
    return starts.map((start, at) => textOf(tokens, start, (starts[at + 1] ?? tokens.length) - 1));
  };

  it('begin at a new subject with its verb', () => {
    expect(clausesOf('Norco helps, Flexeril makes him drowsy')).toEqual(['norco helps', ', flexeril makes him drowsy']);
    expect(clausesOf('It helps but Flexeril does not')).toEqual(['it helps', 'but flexeril does not']);
  });

  it('do not begin within a list', () => {
    expect(clausesOf('He takes Norco, Flexeril and naproxen')).toHaveLength(1);
  });
});

describe('the cue list', () => {
  const phrasesOf = (words: string) =>
    [...lead(words, '', (phrase, token) => `${phrase} ${token}`)].map((phrase) => phrase.trim()).sort();

  it('reads choices, groups in groups, what may be absent, and marks', () => {
    expect(phrasesOf('(no | not (a | any)) sign of?')).toEqual([
      'no sign',
      'no sign of',
      'not a sign',
      'not a sign of',
      'not any sign',
      'not any sign of',
    ]);
    expect(phrasesOf('r/o x?')).toEqual(['r / o', 'r / o x']);
    expect(phrasesOf('?')).toEqual(['?']);
    expect(phrasesOf('(a)?')).toEqual(['a']);
  });

  it('is compiled whole', () => {
    const trie: Node = compileCues(vocabulary.cues);
    expect(trie.next!.get('no')!.cues!.length).toBeGreaterThan(0);
    expect(vocabulary.cues.length).toBeGreaterThan(80);
  });

  it.each([
    [{ axis: 'negatd', direction: 'forward', words: ['no'] }, /axis "negatd"/],
    [{ axis: 'negated', direction: 'forward', guard: 'moon', words: ['no'] }, /guard "moon"/],
    [{ axis: 'grammar', direction: 'word', role: 'star', words: ['no'] }, /role "star"/],
    [{ axis: 'negated', direction: 'forward', words: ['(no'] }, /without "\)"/],
    [{ axis: 'negated', direction: 'forward', words: ['no)'] }, /without "\("/],
  ] as const)('names a fault: %j', (entry, fault) => {
    expect(() => compileCues([entry as unknown as CueEntry])).toThrow(fault);
  });

  it('has no phrase twice in an axis and direction', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const entry of vocabulary.cues) {
      if (entry.axis === 'grammar' || entry.axis === 'subject') continue;
      for (const words of entry.words) {
        const key = `${entry.axis} ${entry.direction} ${entry.guard ?? ''} ${words}`;
        if (seen.has(key)) twice.push(key);
        seen.set(key, words);
      }
    }
    expect(twice).toEqual([]);
  });
});

describe('odd input', () => {
  it.each([
    'no '.repeat(300),
    '((((',
    ')))) no',
    '; ; ;',
    ': : no :',
    'and and and he',
    'not',
    'denied',
    '\u0000 no \ud800 pain',
    'NO!!! NO??? no...',
    '1 2 3 - - -',
  ])('does not throw on %j', (text) => {
    for (const scope of readScopes(tokensOf(text), 'plan')) {
      expect(scope.first).toBeLessThanOrEqual(scope.last);
      expect(scope.last).toBeLessThan(tokensOf(text).length);
    }
  });

  it.each([
    'no pain ',
    'he is ',
    'UDS not done, ',
    'if he ',
    'mtus states ',
    'reviewer ',
    'denied ',
    'no ( ',
    'it , has resolved ',
    'per ur , ',
  ])('does not look at each token for each other: %j', (piece) => {
    const tokens = tokensOf(piece.repeat(20_000));
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      readScopes(tokens, 'other');
      best = Math.min(best, performance.now() - start);
    }
    // Some 60 ms; each token looking at each other would take over a second.
    expect(best).toBeLessThan(600);
  });
});
