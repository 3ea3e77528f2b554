import type { Label } from './headings.js';
import { type Paragraph, subLabel } from './paragraphs.js';
import { recogniseTreatments } from './treatments.js';

/** Labels whose value is a treatment asked for. */
const valued =
  /^(?:(?:requested |new |recommended |disputed |contested |appealed )?(?:service|services|good|goods|item|items|treatment|treatments|procedure|procedures|medications?|meds|drugs?|rx|dme|equipment|therapy|therapies|injections?|stud(?:y|ies)|imaging|diagnostics|diagnostic testing|labs|referrals?|consults?|consultations?|surgery|request|requests|refills?|orders?|prescriptions?|device|test|testing|interventions?|interventional|pharmacy|pharmacological|supplies|other|re|subject)(?: requested| request| needed)?(?:(?: no| number)? \d{1,2}| #\d)?|(?:item|request|treatment|service|line) ?#? ?\d{1,2}|\d{1,2})$/;
/** Labels whose value never is one. */
const skipped =
  /(?:^not\b|^operation|^surgery|^procedures? (?:done|performed)|^otc\b|^d \/ c\b|^off\b|^stopped|^labs?\b|^urine|^uds\b|^udt\b|^tox|^therapist|^prepared|^cc$|^from$|^to$|^sent$|^(?:ee|er|clm|md|do|dc|np|pa|pt|wcab|adj|ptp|ssn|mrn|re claim)$|^employee|^patient|^injured|^claimant|^applicant|^worker|^requesting|^treating|^specialt|^e-?mail|insur|carrier|adjuster|administrator|attorney|^body part|^gender|^sex\b|^age\b|^occupation|^language|^interpreter|^case\b|^file\b|^rtc\b|^f ?\/? ?u\b|^signed|^risk|^scores?\b|^program|^dos\b|^visits attended|diagnos|^dx\b|icd|reason|rationale|indication|goal|allerg|current med|tried|failed|prior|previous|past|last|history|response|outcome|side effect|adverse|function|adl|status|restriction|date|dob|doi|name|claim|employer|phone|fax|npi|address|signature|physician|provider|findings?|exam|impression|pain|vas|complaint|discontinu|stopped|denied|denial|reviewer|guideline|mtus|acoem|odg|necessity|follow ?up|return|next|medications? (?:list|taken|reviewed)|currently taking|enclos|attach|records|cures|uds result|completed|received|education|counsel|work|expected|alternative|justification)/;

/** What a label makes of the words after it: its value may be a treatment, the whole line may be one, or none of it. */
export function valueLabel(label: Label, namesTreatment: boolean): 'value' | 'whole' | 'skip' {
  if (label.kind === 'request' || label.kind === 'plan') return 'value';
  if (label.words === 're' || label.words === 'subject') return 'value';
  if (skipped.test(label.words)) return 'skip';
  if (valued.test(label.words) || label.words === 'rf') return 'value';
  if (namesTreatment) return 'whole';
  if (subLabel.test(label.words)) return 'skip';
  return label.kind === null || label.kind === 'rationale' ? 'value' : 'skip';
}

const notTreatment =
  /^(?:what\b|peer|appeal|reconsideration|pt (?:w\/|with|c\/o|has|is|states|reports|presents|had|failed|s\/p|f\/u|seen|was|complains)|diagnos|dx\b|icd|date\b|name\b|patient|employee|claim|dob\b|doi\b|physician|provider|dr\.? |signature|phone|fax|address|note\b|see\b|please (?:see|find|refer|note|call|contact|fax)|attach|page\b|new request|resubmission|expedited|check|yes\b|no\b|none|n\/a|rationale|reason|goal|these|the (?:patient|injured|applicant|claimant|above|following|request|reviewer|treatment)|he\b|she\b|it\b|this\b|i\b|we\b|they\b|thank|sincerely|if\b|as\b|due\b|because|return\b|rtc\b|follow|f\/u|work\b|off work|off\b|modified duty|full duty|approved|denied|delay|authorization number|requested by|prior\b|previous|failed|pain\b|vas\b|page|re:|cc:|tel\b|www\.|http|sig:|written confirmation|for\b|and\b|with\b|without\b|at\b|in\b|on\b|to\b|from\b|ttd\b|tpd\b|p&s|mmi\b|s:|o:|a:|p:|state of|division|form\b|total\b|next\b|discussed|counsel|educat|risks|benefits|patient|continue (?:current|same|all|with (?:current|same|home)|home|hep|activity|as|working|modified)|avoid|stop\b|discontinue|d\/c|hold\b|wean|monitor|await|obtain (?:records|report|previous|prior)|requested treatment|dwc|rfa form)/;
const finite =
  /\b(?:is|are|was|were|has|have|had|reports?|states?|denies|complains|shows?|showed|notes?|presents|remains?|feels?|continues to|agrees?|understands?|will (?:be|follow|return))\b/;

/**
 * Whether a paragraph stands as a line that names a treatment, rather than as prose. `request`: in a list of requests,
 * where a line may also name something unknown; `plan`: in a plan; `bare`: where no heading says what it is.
 */
export function isTreatmentLine(
  text: string,
  plain: string,
  paragraph: Paragraph,
  where: 'request' | 'plan' | 'bare',
): boolean {
  const words = plain.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 500));
  const count = words.split(/ +/).length;
  if (paragraph.type === 'item') return where !== 'bare' || (count <= 30 && names(text, paragraph) && detailed(words));
  const first = words.slice(0, 140);
  const stopped = /[.?!]["')]*$/.test(words) && !/(?:mg|\d|tabs?|caps?|[bt]id|qd|qhs|prn|refills?)\.$/.test(words);
  if (where === 'bare') {
    return (
      count <= 40 &&
      !finite.test(words) &&
      !notTreatment.test(first) &&
      !practice.test(first) &&
      names(text, paragraph) &&
      (detailed(words) || count <= 8)
    );
  }
  // "Norco 10/325 mg #120: he reports relief." is a line by how it begins.
  const head = words.split(/[:;] | - |\. /)[0]!;
  if (count > 60 || (stopped && finite.test(head) && count > 8)) return false;
  return !(stopped && count > 25 && head.split(/ +/).length > 14);
}

function names(text: string, paragraph: Paragraph): boolean {
  return recogniseTreatments(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400))).length > 0;
}

/** A number that a request carries: strength, quantity, visits, level. */
function detailed(words: string): boolean {
  return /\d|\b(?:left|right|bilateral|lumbar|cervical|thoracic|knee|shoulder|once|twice|times|weekly|visits|sessions|refills?)\b/.test(
    words,
  );
}

/** The letterhead of a practice. */
const practice =
  /\b(?:inc|llc|llp|apc|group|clinics?|cent(?:er|re)s?|associates|institute|hospital|corporation|corp|medical group|physicians|specialists)\b\.?,?(?: *$|,)/;

/** Whether a line of a request that names nothing known still looks like a treatment. */
export function looksLikeTreatment(plain: string): boolean {
  const words = plain.trim();
  const count = words.split(/ +/).length;
  if (count > 25 || !/[a-z]{3}/.test(words) || notTreatment.test(words) || finite.test(words)) return false;
  if (/^[\d/.\- ]+$/.test(words) || /:$/.test(words)) return false;
  return !/\b(?:street|suite|ave|avenue|blvd|ca \d{5}|m\.?d\.?$|d\.?o\.?$|pa-c$|np$|dc$|lic(?:ense)?\b)/.test(words);
}

const directions =
  /^(?:[([]?(?:take|sig|use|apply|inject|one|two|three|1|2|3|1-2|½|half|qty|quantity|disp|dispense|#|refills?|rf|no refills?|x ?\d|\d+ ?x|\d+ (?:tabs?|tablets?|caps?|capsules?|patch(?:es)?|visits?|sessions?|refills?|units?|days?|weeks?)|once|twice|q\d|qd|qhs|bid|tid|qid|prn|po\b|by mouth|every|daily|nightly|for \d|with (?:fluoro|ultra|iv|mod|con|sed|epidur)|under |cpt|hcpcs|icd|dx|diagnos|frequency|duration|level|body part|side|left|right|bilateral))/;

/** Whether a paragraph hangs on the request line `head`: directions, quantities and codes on a line of their own. */
export function isSubLine(text: string, plain: string, head: Paragraph, next: Paragraph, prior: Paragraph): boolean {
  if (
    next.gap > 0 ||
    next.type === 'row' ||
    next.type === 'heading' ||
    head.type === 'heading' ||
    next.quote !== head.quote
  )
    return false;
  const words = plain.slice(next.start, Math.min(next.end, next.start + 200));
  const filled = next.label && /^(?:rf|refills?)$/.test(next.label.words) && names(text, next);
  if (next.label && subLabel.test(next.label.words)) return !filled;
  if (next.label?.kind && next.label.kind !== 'diagnoses') return false;
  const deeper = next.indent > head.indent;
  if (next.marker && (!deeper || (!head.marker && prior === head && head.label?.alone))) return false;
  const directed = directions.test(words);
  if (!deeper && !directed) return false;
  const named = recogniseTreatments(text.slice(next.start, Math.min(next.end, next.start + 300)));
  if (next.marker && named.length > 0) return false;
  if (directed && (named.length === 0 || /^(?:sig|take|with|under)\b/.test(words))) return true;
  return deeper && named.length === 0;
}
