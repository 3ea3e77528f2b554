import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

const sentences = (text: string) =>
  readDraft(text).sentences.map((each) => text.slice(each.start, each.end).replace(/\s+/g, ' '));

describe('ends of sentences', () => {
  const whole = [
    'Dr. Vale saw him on 3/1/16.',
    'He takes Norco 10/325 mg. one tab p.o. q.i.d. for pain.',
    'Zanaflex 4 mg b.i.d. as needed.',
    'Pain is 7.5 of 10 vs. 4.5 with medication.',
    'He walked approx. 20 min. and sat 30 min. at a time.',
    'See p. 46 and pp. 74-78 of the guideline.',
    'L. knee pain is worse than R. knee pain.',
    'Claim No. 5512 belongs to J. Q. Doe of St. Louis.',
    'Left facet block at L2-3. L3-4.',
    'Naproxen, e.g. Anaprox, i.e. an anti-inflammatory.',
    'He said "it hurts." and left.',
  ];
  for (const text of whole) it(text, () => expect(sentences(text)).toEqual([text]));

  const two: [string, string][] = [
    ['He takes Norco t.i.d.', 'She takes none.'],
    ['He lifts 10 lb.', 'He sits 45 min.'],
    ['Surgery was on 2/17/2014.', 'There were trigger points.'],
    ['Does it help?', 'It does.'],
    ['Reflexes at L5.', 'Sensation is intact.'],
    ['It was given at 9 a.m.', 'Pain fell.'],
    ['(He agreed.)', 'She did not.'],
  ];
  for (const [first, second] of two) {
    it(`${first} | ${second}`, () => expect(sentences(`${first} ${second}`)).toEqual([first, second]));
  }

  it('a stop without the blank after it', () => {
    expect(sentences('Hardware was removed on 02/17/2014.There were numerous points.')).toHaveLength(2);
  });
});

describe('wrapped text', () => {
  const prose =
    'The patient hurt her low back while lifting a heavy box at work in the spring of 2013 and was taken to Mercy Hospital. She has tried ibuprofen, physical therapy and acupuncture without lasting relief. Walking is limited to ten minutes.';
  const expected = prose.split(/(?<=\.) (?=[A-Z])/);
  const wrap = (width: number) => {
    const lines: string[] = [];
    let line = '';
    for (const word of prose.split(' ')) {
      if (line && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    return [...lines, line];
  };
  for (const width of [60, 72, 80, 100]) {
    it(`at ${width}`, () => expect(sentences(wrap(width).join('\n'))).toEqual(expected));
    it(`at ${width}, every line followed by a blank one`, () =>
      expect(sentences(wrap(width).join(' \n\n'))).toEqual(expected));
    it(`at ${width}, Windows line ends`, () => expect(sentences(wrap(width).join('\r\n'))).toEqual(expected));
  }

  it('lines of a list are not joined though they have no marks', () => {
    expect(
      sentences(
        'PLAN\nNorco 10/325 mg #120\nFlexeril 7.5 mg #30\nPhysical therapy 2x6 to the lumbar spine for the back\nMRI\n',
      ),
    ).toHaveLength(4);
  });

  it('a paragraph ends at a blank line', () => {
    const draft = readDraft('Pain is worse\n\nThe gait is normal\n');
    expect(new Set(draft.sentences.map((each) => each.paragraph)).size).toBe(2);
  });

  it('list items, rows and labelled lines are paragraphs of their own', () => {
    const draft = readDraft(
      'Plan:\n- one thing\n- another thing\n\n| a | b |\n| c | d |\n\nSide effects: none\nSleep: fair\n',
    );
    const paragraphs = draft.sentences.map((each) => each.paragraph);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    expect(paragraphs).toHaveLength(6);
  });

  it('a list written on in one line is a list', () => {
    expect(sentences('Plan: 1. Norco #90 2. Flexeril #30 3. MRI of the knee')).toContain('Flexeril #30');
  });
});

describe('text of a sentence', () => {
  it("has the span's length, plain quotes and blanks for breaks", () => {
    const text =
      'She \u201cfeels\u201d better\u00a0now and walks for quite some time every single morning\r\nwith her dog.';
    const [only] = readDraft(text).sentences;
    expect(only!.text).toHaveLength(text.length);
    expect(only!.text).toContain('"feels" better now');
    expect(only!.text).not.toMatch(/[\r\n]/);
  });

  it('tokens are relative to it', () => {
    const text = 'First one. Second thing here.';
    const second = readDraft(text).sentences[1]!;
    const word = second.tokens[1]!;
    expect(text.slice(second.start + word.start, second.start + word.end)).toBe('thing');
    expect(second.tokens).toBe(second.tokens);
  });

  it('leaves out Markdown marks of emphasis', () => {
    expect(readDraft('Pain is **much** better.').sentences[0]!.tokens.map((token) => token.text)).not.toContain('*');
  });
});
