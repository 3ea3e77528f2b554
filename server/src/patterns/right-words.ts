/**
 * English words that are spelt right although one slip away from words that medical patterns name: "addition" is no
 * "addiction" and "deceased" not "decreased". Without them an unknown word would be read as the known one.
 */
export const rightWords: readonly string[] = `
addition additions additional aesthetic adaption adoption alteration alternation altercation alternate analyses
assented asserted assorted brachial branchial bronchial casually causally clamping collating competing
complaint complaints compliant complement complementary compliment complimentary completes compile compiles compiled
complies conforms conforming confirms confirming conservation conversation consumers consumed contact contacts
contacted contract contracts contracted contraction contrast contrasts councilor counselor cooperation corporation
deceased decreased defending depending deposition derivation deprivation descending diagnoses diffusion
dilated dilation dilution diluted dispatches disposition distension dragging employees employers enervation
excursion executive exertion expiration exploration faction fraction fractions friction funding
generic genetic greeting gripping griping heading healing imitation impatient inpatient impersonal incidence
incident incision excision infection infections inflection injection innovation inoculation insulation
inspiration intention intentions invasion irrigation irritation labeling latent literally laterally
literary machination manages matching mediation mediating meditation medication medicating
merging message messages messaging massage massages massaging militate mitigate monetary momentary
neurally neutrally ordinance ordnance painting pointing pasture posture patrol perfection perforation
perfusion profusion perineal peroneal perineum personal personnel perspective practises precede precedes
preceded proceed proceeds prescribe prescribed proscribe proscribed prescription proscription principal principle
producers prominent permanent prompting proposition preposition prospective prosecution persecution prostate
prostrate radially radically rational rationale recession receivers relation relations relative relayed
reparation reparations resignation resolves retention retired retried rotational scarring scraping
scripted seasonal secession secretion section sections sediment selection sensible shaping shipping shutting shopping
simulate simulated simulation simulator stimulate stimulated stimulation stimulator slapping slipping
slopping solution sparing staining straining starring stirring stacking stocking stationary
stationery stepping steppage stopping stoppage sticking strained stained strait stranger stronger
stretching scratching stricture structure strictures structures stripping striping studios stumping suppliers supplies
tampering tampered tapering tapered therefor therefore thorough thoroughly through throughout throughput
topical typical trailing training transmission transition trapping tripping
throwing thriving trusting twisting vacation vocation variation visitation vocational
`
  .trim()
  .split(/\s+/);
