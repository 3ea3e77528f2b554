import { vocabulary } from '../../vocabulary/index.js';

const slips = ((vocabulary.sig.names ?? {}) as { slips?: Readonly<Record<string, string>> }).slips ?? {};

/** What a common slip in a short word means ("facett"); null for any other word. */
export function slipOf(word: string): string | null {
  return Object.hasOwn(slips, word) ? slips[word]! : null;
}

/**
 * Normalised text with the letters that a scan has put for digits put right, of the same length: "#9O" and "3OOMG" are 90 and
 * 300 mg, "#l20" is 120.
 */
export function unscanned(text: string): string {
  return text
    .replace(/(?<=\d)o+(?=\d|[^a-z]|$|(?:mg|mcg|ml|tabs?|caps?)\b)/g, (letters) => '0'.repeat(letters.length))
    .replace(/(?<=#)[li](?=\d)/g, '1');
}

const fewestLetters = 4;

/** Normalised text with the digits that a scan has put inside words put right: "gabapent1n", "tramad0l". */
export function unscannedWords(text: string): string {
  return text.replace(/(?<![\p{L}\d])[a-z]+[01][a-z]+(?:[01][a-z]+)?(?![\p{L}\d])/gu, (word) =>
    word.replace(/[01]/g, '').length < fewestLetters ? word : word.replaceAll('0', 'o').replaceAll('1', 'i'),
  );
}
