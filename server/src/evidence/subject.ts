import type { Sentence } from '../draft/types.js';
import { findDrug } from '../vocabulary/drugs.js';
import { vocabulary } from '../vocabulary/index.js';
import { type Clause, readClauses } from './subject/clauses.js';
import { both, everyDrug, isNobody, Memory, nobody, subjectOf } from './subject/memory.js';
import type { SentenceReading, Subject } from './types.js';

/** A treatment that is asked about. */
export interface Target {
  readonly drug?: string | null;
  readonly classes?: readonly string[];
  readonly family: string;
  readonly treatment: string | null;
}

/** Whom the draft's statements are about. */
export interface Subjects {
  /** Of a phrase that stands on the tokens `consumed` of the sentence with that index. */
  at(sentence: number, consumed: readonly number[]): Subject;
  /** Whether the treatment named at token `at` was had and is past: "naproxen was stopped". */
  isPast(sentence: number, at: number): boolean;
}

/** What a sentence's words alone say; remembered with its reading, which lives as long as the words stand. */
const remembered = new WeakMap<SentenceReading, readonly Clause[]>();

function clausesOf(sentence: Sentence, reading: SentenceReading): readonly Clause[] {
  const known = remembered.get(reading);
  if (known) return known;
  const clauses = readClauses(sentence, reading.slots);
  remembered.set(reading, clauses);
  return clauses;
}

const titles = new Map<string, Subject>();

/** The drug or treatment that a heading names: "Norco", "Physical therapy:". */
function subjectOfTitle(title: string): Subject {
  if (title === '') return nobody;
  const known = titles.get(title);
  if (known) return known;
  if (titles.size > 500) titles.clear();
  const words = title.replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();
  const drug = words.split(' ').length <= 5 ? (findDrug(words) ?? findDrug(words.split(' ')[0] ?? '')) : null;
  const treatment = vocabulary.treatments.find((each) => each.name === words.toLowerCase());
  const names = drug ? [drug.name] : treatment ? [treatment.name, treatment.family] : [];
  const subject = names.length > 0 ? { ...nobody, names } : nobody;
  titles.set(title, subject);
  return subject;
}

interface ReadClause extends Clause {
  readonly subject: Subject;
}

/** Whom a clause speaks of by its own words; null where they do not say. */
function ownSubject(clause: Clause, memory: Memory): Subject | null {
  let subject = subjectOf(clause.agents);
  if (clause.allDrugs) subject = both(subject, everyDrug);
  if (!isNobody(subject)) return subject;
  const pointed = clause.pointers
    .filter((word) => word !== 'that-one' && word !== 'those')
    .map((word) => memory.resolve(word));
  if (pointed.length > 0) return pointed.reduce(both);
  if (clause.spent.length > 0) return null;
  const loose = clause.pointers.map((word) => memory.resolve(word)).find((each) => !isNobody(each));
  return loose ?? null;
}

function readSentence(clauses: readonly Clause[], memory: Memory): ReadClause[] {
  // Most sentences name nobody and go on with whom the one before spoke of.
  if (clauses.every((clause) => clause.silent))
    return clauses.map((clause) => ({ ...clause, subject: memory.current }));
  const own = clauses.map((clause) => {
    const subject = ownSubject(clause, memory);
    memory.learn(clause);
    return subject;
  });
  const first = own.find((subject, index) => subject !== null && (index === 0 || clauses[index]!.led)) ?? null;
  // A clause that names nobody goes with the one before, at the sentence's head with the first that names somebody.
  let current = first ?? memory.current;
  return clauses.map((clause, index) => {
    const subject = own[index];
    if (subject) current = subject;
    // Where nobody else is named, what is said behind a treatment that is past is said of that one.
    else if (first === null && clause.spent.length > 0) current = subjectOf(clause.spent);
    // A clause about what is past speaks of that; what somebody takes less of also speaks of what made it so.
    const mine = subject ?? (clause.spent.length > 0 ? subjectOf(clause.spent) : current);
    return { ...clause, subject: mine };
  });
}

/** Reads whom each sentence speaks of; `readings` are the sentences' own, in the same order. Linear in the draft. */
export function readSubjects(sentences: readonly Sentence[], readings: readonly SentenceReading[]): Subjects {
  const read: ReadClause[][] = [];
  const memory = new Memory();
  let paragraph = -1;
  sentences.forEach((sentence, index) => {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      memory.paragraph(subjectOfTitle(sentence.section.title));
    }
    const reading = readings[index];
    const clauses = readSentence(reading ? clausesOf(sentence, reading) : [], memory);
    read.push(clauses);
    const said = clauses.filter((clause) => clause.agents.length > 0 || clause.allDrugs || clause.pointers.length > 0);
    const spoken = said.map((clause) => clause.subject).reduce(both, nobody);
    if (!isNobody(spoken)) memory.current = spoken;
  });
  return {
    isPast: (sentence, at) =>
      (read[sentence] ?? []).some((clause) => clause.spent.some((each) => each.first <= at && at <= each.last)),
    at(sentence, consumed) {
      const clauses = read[sentence] ?? [];
      const [only] = clauses;
      if (clauses.length === 1 && only!.agents.length + only!.spent.length + only!.objects.length === 0)
        return only!.subject;
      const touched = clauses.filter((clause) => consumed.some((at) => at >= clause.first && at <= clause.last));
      const named = touched.flatMap((clause) =>
        [...clause.agents, ...clause.spent, ...clause.objects].filter((each) =>
          consumed.some((at) => at >= each.first && at <= each.last),
        ),
      );
      const agents = named.filter((each) => touched.some((clause) => clause.agents.includes(each)));
      // A phrase that holds a name itself is about that one; an object shares it with what acted upon it.
      if (agents.length > 0) return subjectOf(named);
      const subject = touched.map((clause) => clause.subject).reduce(both, nobody);
      // "Ibuprofen halved" with nobody named who did it may be anybody's doing.
      return isNobody(subject) ? nobody : both(subject, subjectOf(named));
    },
  };
}

/** Whether a statement speaks of a treatment: `anybody` where it names nobody, so that it may. */
export function speaksOf(subject: Subject, target: Target): 'yes' | 'no' | 'anybody' {
  if (isNobody(subject)) return 'anybody';
  const isDrug = target.drug !== undefined && target.drug !== null;
  if (subject.allDrugs && isDrug) return 'yes';
  if (subject.names.some((name) => isSame(name, target))) return 'yes';
  // "One tablet before the MRI": a study does nothing that a drug could.
  if (isDrug && subject.classes.length + subject.kinds.length === 0 && subject.names.every(isStudy)) return 'anybody';
  const classes = [...(target.classes ?? []), target.family];
  if (subject.classes.some((each) => classes.includes(each))) return 'yes';
  if (subject.kinds.some((kind) => kindsOf(target).has(kind))) return 'yes';
  return 'no';
}

/** The same drug, be it a combination by its first part ("hydrocodone" for hydrocodone/acetaminophen), or treatment. */
function isSame(name: string, target: Target): boolean {
  if (target.drug) {
    if (name === target.drug || name === plain(target.drug) || plain(name) === target.drug) return true;
    const [one] = name.split('/');
    const [other] = target.drug.split('/');
    return one === other && (name === one || target.drug === other);
  }
  return name === target.treatment || name === target.family;
}

let studies: ReadonlySet<string> | null = null;

function isStudy(name: string): boolean {
  studies ??= new Set(
    vocabulary.treatments.filter((each) => each.kind === 'study').flatMap((each) => [each.name, each.family]),
  );
  return studies.has(name);
}

/** Who writes the plain name may mean the extended release: "Opana" beside "Opana ER". */
const plain = (name: string): string => name.replace(/ ER$/, '');

function kindsOf(target: Target): Set<string> {
  if (target.drug) return new Set();
  const treatment = vocabulary.treatments.find(
    (each) => each.name === target.treatment || each.family === target.family,
  );
  const kinds = new Set<string>(treatment?.classes ?? []);
  if (treatment) kinds.add(treatment.kind);
  return kinds;
}
