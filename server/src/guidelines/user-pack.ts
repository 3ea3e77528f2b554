import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { type PackFile, packFile } from './schema.js';
import type { Problem } from './types.js';

export interface UserPack {
  readonly pack: PackFile | null;
  readonly problems: readonly Problem[];
  /** Each string of the file → the line where it first stands. */
  readonly at: Readonly<Record<string, number>>;
}

/** Reads a pack's YAML. Faults come back with their line (1-based); nothing is thrown. */
export function readUserPack({ name, text }: { readonly name: string; readonly text: string }): UserPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file: name,
      line: lineAt(error.pos[0]),
      message: error.message.split('\n')[0]!,
    }));
    return { pack: null, problems, at: {} };
  }
  const at: Record<string, number> = {};
  visit(document, {
    Scalar(_key, node) {
      if (isScalar(node) && typeof node.value === 'string' && node.range)
        at[node.value] ??= lines.linePos(node.range[0]).line;
    },
  });
  // An alias bomb ("billion laughs") is refused by the library's own limit; it throws, so ask here.
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { pack: null, problems: [{ file: name, line: 1, message: String((error as Error).message) }], at };
  }
  const parsed = packFile.safeParse(data);
  if (parsed.success) return { pack: parsed.data, problems: [], at };
  const problems = parsed.error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    return {
      file: name,
      line: lineOf(document, keys, lineAt),
      message: `${issue.path.join('.') || 'pack'}: ${issue.message}`,
    };
  });
  return { pack: null, problems, at };
}

function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lineAt: (offset?: number) => number | null,
): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lineAt(node.range[0]);
  }
  return 1;
}
