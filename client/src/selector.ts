/** The languages whose files are drafts. */
export const draftLanguages = ['mtus-request', 'mtus-appeal'] as const;

export type DraftLanguage = (typeof draftLanguages)[number];

/** Selects every draft, wherever it is stored: on disk, unsaved, or in a repository opened in the browser. */
export const draftSelector = draftLanguages.map((language) => ({ language }));

export function isDraftLanguage(language: string): language is DraftLanguage {
  return (draftLanguages as readonly string[]).includes(language);
}
