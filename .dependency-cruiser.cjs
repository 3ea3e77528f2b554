/** The walls of docs/architecture.md. `npm run walls` checks them; each rule's name says which one was crossed. */

const rooms = 'patterns vocabulary draft evidence guidelines assessment features'.split(' ');

/** A room → the rooms it may read, itself apart. Arrows only point up the table of docs/architecture.md. */
const mayRead = {
  patterns: [],
  vocabulary: ['patterns'],
  draft: ['patterns', 'vocabulary'],
  evidence: ['patterns', 'vocabulary', 'draft'],
  guidelines: ['patterns', 'vocabulary', 'draft', 'evidence'],
  assessment: ['patterns', 'vocabulary', 'draft', 'evidence', 'guidelines'],
  features: ['patterns', 'vocabulary', 'draft', 'evidence', 'guidelines', 'assessment'],
};

const roomRules = rooms.map((room) => ({
  name: `${room}-reads-only-its-own`,
  comment: `${room} may read: ${mayRead[room].join(', ') || 'nothing but itself'} (docs/architecture.md)`,
  severity: 'error',
  from: { path: `^server/src/${room}/` },
  to: {
    path: '^server/src/',
    pathNot: `^server/src/(${[room, ...mayRead[room], 'generated'].join('|')})/|^server/src/settings\\.ts$`,
  },
}));

const fronts = '^server/src/(main-[^/]+\\.ts$|cli/)';

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'service-knows-no-front',
      severity: 'error',
      from: { path: '^server/src/(service|settings)\\.ts$' },
      to: { path: `^server/src/connection|${fronts}` },
    },
    {
      name: 'only-fronts-use-node',
      comment: 'The server runs in a browser too: only main-* and cli may read files or start processes.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: fronts },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-no-editor',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(vscode$|client/)' },
    },
    { name: 'client-knows-no-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|test/output)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['types', 'import', 'node', 'browser', 'default'],
    },
  },
};
