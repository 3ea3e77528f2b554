/** Invented drafts of a given size for measuring: a request, then visit after visit with other numbers each time. */

const opening = `# Request for Authorization

**Employee:** A. Example **Date of injury:** 03/14/2013 **Claim:** 00-0000
**Date of request:** 05/02/2015

## Treatment requested
1. Norco 10/325 mg #180
2. Flexeril 7.5 mg #90, 1 tablet TID
3. Lumbar epidural steroid injection, L4-5 and L5-S1, left, under fluoroscopy
4. Physical therapy 2 times a week for 6 weeks, lumbar spine
5. Omeprazole 20 mg #60 BID
`;

function visit(number) {
  const pick = (low, span, step = 7) => low + ((number * step) % span);
  const month = 1 + (number % 12);
  return `
## Subjective
Visit ${number} on ${month}/${pick(1, 28)}/2014. Low back pain radiates down the left leg to the great toe, ${pick(5, 5)}/10 without medication and
${pick(2, 3)}/10 with it; relief comes within ${pick(20, 40)} minutes and lasts ${pick(3, 4)} hours. He denies bowel or bladder changes.
With Norco he can walk ${pick(15, 60)} minutes instead of ${pick(5, 9)} and lift ${pick(10, 25)} lb. He no longer takes ibuprofen, which upset his stomach.

## Objective
Lumbar flexion ${pick(30, 40)} degrees, extension ${pick(5, 15)} degrees. Straight leg raise positive on the left at ${pick(30, 30)} degrees.
Sensation decreased over the left L5 dermatome. Left extensor hallucis longus ${pick(3, 2)}/5. Ankle reflexes 1+ and symmetric.
Paraspinal spasm and a palpable taut band with twitch response in the left quadratus lumborum.

## Studies
MRI of the lumbar spine of ${month}/12/2013: ${pick(3, 5)} mm disc protrusion at L4-5 that touches the left L5 root.

## Plan
Urine drug test of ${month}/3/2014 consistent with prescriptions; CURES reviewed. Continue home exercise ${pick(2, 4)} times a week.
If pain does not improve, consider referral. Work status: modified duty, no lifting over ${pick(10, 20)} lb.
`;
}

/** A draft of about `bytes` characters; the same every time. */
export function draftOf(bytes) {
  let text = opening;
  for (let number = 1; text.length < bytes; number += 1) text += visit(number);
  return text.slice(0, Math.max(bytes, opening.length));
}
