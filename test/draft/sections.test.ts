import { describe, expect, it } from 'vitest';
import { readDraft } from '../../server/src/draft/index.js';

/** Kind of the section in which a phrase stands. */
function kindOf(text: string, phrase: string): string | undefined {
  const at = text.indexOf(phrase);
  return readDraft(text).sections.find((section) => section.start <= at && at < section.end)?.kind;
}

describe('how headings are written', () => {
  const written: Record<string, string> = {
    'a label on its own line': 'Treatment Plan:\nZebra.\n',
    'a label with text after it': 'Plan: Zebra.\n',
    capitals: 'TREATMENT PLAN\nZebra.\n',
    'capitals with a number': '4. TREATMENT PLAN\nZebra.\n',
    'a Roman number': 'IV. Treatment Plan\nZebra.\n',
    'title case alone': 'Notes of today.\n\nTreatment Plan\n\nZebra.\n',
    Markdown: '## Treatment plan\n\nZebra.\n',
    'closed Markdown': '## Treatment plan ##\n\nZebra.\n',
    'underlined with equals signs': 'Treatment Plan\n==============\nZebra.\n',
    'underlined with dashes': 'Treatment Plan\n--------------\n\nZebra.\n',
    bold: '**Treatment plan**\n\nZebra.\n',
    'a bold label': '**Treatment plan:** Zebra.\n',
    'a bold label, colon outside': '**Treatment plan**: Zebra.\n',
    'a dash after it': 'PLAN - Zebra.\n',
    'a tab after it': 'Plan\tZebra.\n',
    'a slash': 'TREATMENT PLAN / RECOMMENDATIONS\nZebra.\n',
    'words around it': 'CURRENT TREATMENT PLAN FOR THE LUMBAR SPINE\nZebra.\n',
    'assessment and plan': 'Assessment & Plan:\nZebra.\n',
    "a scanner's slip": 'TREATRNENT PLAN:\nZebra.\n',
  };
  for (const [name, text] of Object.entries(written)) {
    it(name, () => expect(kindOf(text, 'Zebra')).toBe('plan'));
  }

  const kinds: Record<string, string> = {
    'HISTORY OF PRESENT ILLNESS': 'subjective',
    'Interval History': 'subjective',
    'Current Medications': 'medications',
    'Past Medical History': 'history',
    'Family History': 'family-history',
    'Functional Status': 'function',
    'Activities of Daily Living': 'function',
    'Work Status': 'work-status',
    'Physical Examination': 'objective',
    'Diagnostic Studies': 'studies',
    'Diagnoses / Impression': 'diagnoses',
    'Medical Necessity': 'rationale',
    'Prior Treatment': 'past-treatment',
    'Medications Tried and Failed': 'past-treatment',
    'UR Denial Rationale': 'denial',
    'Guideline Criteria': 'guideline',
    'Requested Treatment': 'request',
    'Request for Authorization': 'request',
    'Disputed Treatment': 'request',
    'Previous Treatment Requests': 'past-treatment',
    Enclosures: 'records',
  };
  for (const [heading, kind] of Object.entries(kinds)) {
    it(`${heading} is ${kind}`, () => {
      expect(kindOf(`Note.\n\n${heading}:\nZebra.\n`, 'Zebra')).toBe(kind);
      expect(kindOf(`## ${heading}\n\nZebra.\n`, 'Zebra')).toBe(kind);
      expect(kindOf(`${heading.toUpperCase()}\nZebra.\n`, 'Zebra')).toBe(kind);
    });
  }
});

describe('labels that are fields', () => {
  for (const label of [
    'Date of injury: 10/22/12',
    'Lumbar spine: tenderness',
    'VAS: 7/10',
    'Norco: helps',
    'Request date: 9/2/14',
    'Side: left',
  ]) {
    it(`${label} opens no section`, () => {
      const text = `SUBJECTIVE:\nPain.\n${label}\nZebra.\n`;
      expect(kindOf(text, 'Zebra')).toBe('subjective');
      expect(readDraft(text).sections).toHaveLength(1);
    });
  }

  it('a colon in wrapped prose is no label', () => {
    const text =
      'SUBJECTIVE:\nThe patient was seen today in the office for her low back and she reports the\nfollowing plan: rest. Zebra.\n';
    expect(kindOf(text, 'Zebra')).toBe('subjective');
  });

  it('a line such as "Work status: …" inside a plan is only that line', () => {
    const text = 'PLAN\n1. Norco 10/325 #90\nWork status: modified duty.\n2. Zebra.\n';
    expect(kindOf(text, 'modified')).toBe('work-status');
    expect(kindOf(text, 'Zebra')).toBe('plan');
  });

  it('"Medications:" inside a plan stays the plan', () => {
    expect(kindOf('PLAN\nMedications: Norco 10/325 #90\n', 'Norco')).toBe('plan');
    expect(kindOf('SUBJECTIVE\nPain.\nMedications: Norco 10/325 #90\n', 'Norco')).toBe('medications');
  });

  it('a note after "Request: …" is not the request', () => {
    const text = 'Request: Norco 10/325 mg #180\n\nThe patient has had low back pain since 2012. Zebra helps.\n';
    expect(kindOf(text, 'Norco')).toBe('request');
    expect(kindOf(text, 'Zebra')).toBe('other');
  });
});

describe('quotations', () => {
  it("are the guideline's or the denial's by the words that lead to them", () => {
    const text = [
      '## Rationale',
      '',
      'The MTUS states:',
      '',
      '> Injections are an option for radicular pain.',
      '',
      'The utilization review physician wrote:',
      '',
      '> There is no documentation of improvement.',
      '',
      'Zebra walks.',
      '',
    ].join('\n');
    expect(kindOf(text, 'Injections')).toBe('guideline');
    expect(kindOf(text, 'no documentation')).toBe('denial');
    expect(kindOf(text, 'Zebra')).toBe('rationale');
  });

  it('a quoted paragraph after a lead-in', () => {
    const text = 'RATIONALE\nThe reviewer stated:\n"There was no evidence of radiculopathy."\n\nZebra walks on.\n';
    expect(kindOf(text, 'no evidence')).toBe('denial');
    expect(kindOf(text, 'Zebra')).toBe('rationale');
  });

  it("an answer after the denial's section is not the denial's", () => {
    const text = '## UR denial rationale\n\nNot documented.\n\n## Response\n\nZebra.\n';
    expect(kindOf(text, 'Not documented')).toBe('denial');
    expect(kindOf(text, 'Zebra')).toBe('rationale');
  });
});

describe('letters and forms', () => {
  it('the letterhead is a header, the body is not', () => {
    const text =
      'March 4, 2016\n\nRE: Nora Feld\nClaim No: 55-88120\n\nDear Adjuster:\n\nI am writing about her low back. Zebra walks.\n\nSincerely,\n\nE. Brandt\n';
    expect(kindOf(text, 'Claim No')).toBe('header');
    expect(kindOf(text, 'Zebra')).toBe('other');
    expect(kindOf(text, 'E. Brandt')).toBe('signature');
  });

  it('deeper Markdown headings stay in the part they divide', () => {
    const text = '# Objective\n\n### Lumbar spine\n\nZebra.\n\n# Something else\n\nYak.\n';
    expect(kindOf(text, 'Zebra')).toBe('objective');
    expect(kindOf(text, 'Yak')).toBe('other');
  });

  it('the title keeps the words as written', () => {
    const [section] = readDraft('**Treatment Plan:** Zebra.\n').sections;
    expect(section!.title).toBe('Treatment Plan');
  });
});

describe('a heading in running case', () => {
  const prose = 'He drives fifteen minutes at a time and does not drive alone, and his wife ties his boots.';

  it('stands by itself over a paragraph', () => {
    const text = `Background\nA fall from a bucket in April left this climber with months of low back pain.\n\nWhat he cannot do\n${prose}\n`;
    expect(kindOf(text, 'A fall')).toBe('history');
    expect(kindOf(text, 'He drives')).toBe('other');
  });

  it('is no line of an address, of a list, or in the midst of prose', () => {
    const sections = (text: string) => readDraft(text).sections.length;
    expect(sections(`Valley Clinic\n12 Alder Court\n\n${prose}\n`)).toBe(1);
    expect(sections(`${prose}\nWhat he cannot do\n${prose}\n`)).toBe(1);
  });
});

describe('boxes', () => {
  it('that are not ticked say nothing', () => {
    const words = (text: string) =>
      readDraft(text)
        .sentences.map((sentence) => sentence.text)
        .join(' ');
    expect(words('Work: [x] modified [ ] full duty')).toContain('modified');
    expect(words('Work: [x] modified [ ] full duty')).not.toContain('full duty');
    expect(words('[ ] Norco 10/325 mg')).toContain('norco');
  });
});
