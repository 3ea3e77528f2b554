export interface Element {
  readonly text: string;
  readonly criteria: readonly string[];
}
export interface CompleteDraft {
  readonly family: string;
  readonly elements: readonly Element[];
  /** Where the composed draft stands. */
  readonly file: string;
}
export const folder: string;
export function readComplete(): CompleteDraft[];
export function compose(draft: CompleteDraft, without?: number): string;
