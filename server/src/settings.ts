import type { SeverityName } from './guidelines/index.js';

export type MorphineTable = 'cdc-2022' | 'cdc-2016' | 'cpmtg-2009';

/** The user's settings under `mtusDraft`, per document. */
export interface DraftSettings {
  /** Severity by code (`opioid/frequency`) or by criterion (`frequency`); `off` hides the finding. */
  readonly severity: Readonly<Record<string, SeverityName | 'off'>>;
  /** Findings below it are not shown. */
  readonly minimumSeverity: SeverityName;
  /** The table from which morphine equivalents are worked out. */
  readonly morphineFactors: MorphineTable;
  /** Folders with packs, relative to the workspace folder. */
  readonly packs: readonly string[];
}

export const defaultSettings: DraftSettings = {
  severity: {},
  minimumSeverity: 'hint',
  morphineFactors: 'cdc-2022',
  packs: ['.mtus-draft/packs'],
};

const severities: readonly string[] = ['hint', 'information', 'warning', 'error'];
const tables: readonly string[] = ['cdc-2022', 'cdc-2016', 'cpmtg-2009'];

/** Higher is graver; `hint` is 0. */
export const gravity = (severity: SeverityName): number => severities.indexOf(severity);

/** Reads what a client sent as `mtusDraft`; whatever is not a valid value is replaced by its default. */
export function readSettings(value: unknown): DraftSettings {
  if (typeof value !== 'object' || value === null) return defaultSettings;
  const given = value as Record<string, unknown>;
  const severity = Object.entries(isRecord(given.severity) ? given.severity : {}).filter(
    ([, level]) => typeof level === 'string' && (level === 'off' || severities.includes(level)),
  );
  const packs = Array.isArray(given.packs)
    ? given.packs.filter((folder) => typeof folder === 'string' && folder)
    : null;
  return {
    severity: Object.fromEntries(severity) as DraftSettings['severity'],
    minimumSeverity: oneOf(severities, given.minimumSeverity, defaultSettings.minimumSeverity),
    morphineFactors: oneOf(tables, given.morphineFactors, defaultSettings.morphineFactors),
    packs: packs ?? defaultSettings.packs,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function oneOf<T extends string>(allowed: readonly string[], value: unknown, otherwise: T): T {
  return typeof value === 'string' && allowed.includes(value) ? (value as T) : otherwise;
}
