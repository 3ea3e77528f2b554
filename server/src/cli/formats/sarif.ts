import type { FileReport } from '../report.js';

const levels = ['none', 'error', 'warning', 'note', 'note'];

/** SARIF 2.1.0, for tools that gather findings. */
export function sarif(reports: readonly FileReport[], version: string): string {
  const rules = new Map<string, { id: string; helpUri?: string }>();
  const results = reports.flatMap((report) =>
    report.diagnostics.map((diagnostic) => {
      const ruleId = String(diagnostic.code);
      rules.set(ruleId, { id: ruleId, helpUri: diagnostic.codeDescription?.href });
      const { start, end } = diagnostic.range;
      return {
        ruleId,
        level: levels[diagnostic.severity ?? 1],
        message: { text: diagnostic.message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: report.path.replaceAll('\\', '/') },
              region: {
                startLine: start.line + 1,
                startColumn: start.character + 1,
                endLine: end.line + 1,
                endColumn: end.character + 1,
              },
            },
          },
        ],
      };
    }),
  );
  const driver = { name: 'mtus-draft', version, rules: [...rules.values()] };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
