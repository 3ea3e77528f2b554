import type { Slot } from '../../patterns/types.js';
import type { Line } from './line.js';

export function readPairs(_line: Line, _slots: readonly Slot[]): Slot[] {
  return [];
}
