const plain: Readonly<Record<string, string>> = {};

function mapTo(to: string, from: string): void {
  for (const unit of from) (plain as Record<string, string>)[unit] = to;
}

mapTo("'", '\u2018\u2019\u201a\u201b\u2032\u00b4`\u02bc');
mapTo('"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb');
mapTo('-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad');
mapTo('x', '\u00d7');
mapTo('\u00b0', '\u00ba\u02da');
mapTo(
  ' ',
  '\t\r\n\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff',
);

const odd = /[^\x20-\x5f\x61-\x7e]/;
const oddEach = /[^\x20-\x5f\x61-\x7e]/g;

function lowerKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!.toLowerCase();
    out += unit.length === 1 ? unit : text[i]!;
  }
  return out;
}

/**
 * The text that everything is matched on: of exactly the same length, UTF-16 unit for unit, in lower case, with plain
 * quotes and hyphens, and a blank for every tab, line break and odd space.
 */
export function normalise(text: string): string {
  const lower = lowerKeepingLength(text);
  return odd.test(lower) ? lower.replace(oddEach, (unit) => plain[unit] ?? unit) : lower;
}
