/** The few assertions that the editor tests need; node:assert is not there in a browser. */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what}: got ${got}, wanted ${wanted}`);
}

export function includes(text: string, part: string | RegExp, what = 'text'): void {
  const there = typeof part === 'string' ? text.includes(part) : part.test(text);
  if (!there) throw new Error(`${what} has no ${part}: ${text}`);
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
