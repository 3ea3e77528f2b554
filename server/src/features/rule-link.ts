/** Where the pages of the rules are published; every finding's code links there. */
export const rulePages = 'https://github.com/mtus-draft/mtus-draft/blob/main/docs/rules';

/** The page of a code `<family>/<criterion>`. */
export const ruleLink = (code: string): string => `${rulePages}/${code}.md`;
