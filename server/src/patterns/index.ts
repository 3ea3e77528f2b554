export type * from './types.js';
export { type CompileOptions, compilePatterns } from './compile.js';
export { type Join, type JoinMatch, joinMatches, type JoinPart } from './joins.js';
export { inflections } from './inflect.js';
export { measureKinds } from './measures.js';
export { normalise } from './normalise.js';
export { PatternSet, type PatternReading } from './set.js';
export { tokenize } from './tokenize.js';
