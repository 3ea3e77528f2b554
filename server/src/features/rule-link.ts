/**
 * The page of a code `<family>/<criterion>` below the address where the client keeps the rules' pages; null where it
 * has none. The pages ship with the extension and the package, so that a link leaves nobody's machine.
 */
export const ruleLink = (pages: string, code: string): string | null => (pages ? `${pages}/${code}.md` : null);
