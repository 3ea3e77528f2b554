import type { Reading, Request } from '../draft/types.js';

/** What a request line gives for a slot, by the slot's name; empty where it does not say. */
export function readingsOf(request: Request, slot: string): Reading<unknown>[] {
  const value = (
    request as unknown as Record<string, Reading<unknown> | readonly Reading<unknown>[] | null | undefined>
  )[slot];
  return value == null ? [] : Array.isArray(value) ? [...value] : [value as Reading<unknown>];
}
