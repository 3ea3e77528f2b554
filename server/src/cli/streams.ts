/** Where the command line reads from and writes to; tests hand in their own. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  stdin(): Uint8Array;
  readonly colour: boolean;
  /** Address of the folder with the rules' pages. */
  readonly rulePages: string;
}
