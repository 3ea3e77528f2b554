import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonNotChecked } from '../service.js';

/** What stops a file from being checked; the message names the file and the reason. */
export class InputError extends Error {}

/** Names that `check FOLDER` picks up. */
export const draftName = /\.(rfa|imr|rfa\.md|rfa\.txt|imr\.md|appeal\.md)$/i;

/** The drafts that paths stand for: files as they are, folders searched for draft names. Throws InputError. */
export function filesOf(path: string): string[] {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(path);
  } catch {
    throw new InputError(`${path}: no such file or folder`);
  }
  if (!stats.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => draftName.test(name) && !name.split(/[\\/]/).includes('node_modules'))
    .sort()
    .map((name) => join(path, name));
}

/** A file's text. Throws InputError where it is not UTF-8, binary, or too long. */
export function readDraftFile(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  return decode(bytes, path);
}

/** Bytes → text, or InputError with what is wrong. A byte-order mark is dropped. */
export function decode(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name}: not UTF-8 text, so it was not checked`);
  }
  const reason = reasonNotChecked(text);
  if (reason) throw new InputError(`${name}: ${reason}`);
  return text;
}
