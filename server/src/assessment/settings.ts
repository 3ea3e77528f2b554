/** What the user can choose about how drafts are judged. */
export interface AssessSettings {
  /** The table of morphine factors by which opioids are added up. */
  readonly morphineFactors: 'cdc-2022' | 'cdc-2016' | 'cpmtg-2009';
  /** Days since 1970-01-01 on which an undated draft is read; the machine's own day where left out. */
  readonly today?: number;
}

export const defaultSettings: AssessSettings = { morphineFactors: 'cdc-2022' };
