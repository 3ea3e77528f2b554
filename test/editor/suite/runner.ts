/** A test runner small enough to live in any extension host, browser included. */
export interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];
const LIMIT = 45_000;

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

function withLimit(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${LIMIT / 1000} s`)), LIMIT);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs every test in order, a line for each (`ok - name`, `not ok - name: why`); throws when any failed. */
export async function runTests(say: (line: string) => void): Promise<void> {
  let failed = 0;
  for (const { name, body } of tests) {
    const start = Date.now();
    try {
      await withLimit(body());
      say(`ok - ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      failed += 1;
      say(`not ok - ${name}: ${(error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ⏎ ')}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${tests.length} editor tests failed`);
}
