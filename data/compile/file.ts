/** A file, whole or not at all: written beside its place first, then put there. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Puts the content in the file's place, whatever was there. False, and nothing done, where it is there already. */
export function replaceFile(file: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(dirname(file), { recursive: true });
  const beside = besideOf(file);
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return true;
}

/**
 * Where a file is written first: hidden, so that no reader of the folder takes it for a file of its own, also where a
 * killed run leaves it.
 */
export function besideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}
