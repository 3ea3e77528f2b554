import { writeData } from '../scripts/data.mjs';

/** The server reads generated JSON: make it anew from the YAML before any test. */
export default function setup(): void {
  writeData();
}
