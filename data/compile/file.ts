/** Writes a file whole or not at all: to a temporary file first, which is then renamed. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * In a corpus folder, this hidden file has a change of several files that was not finished. As long as it is there, the
 * files may not belong together.
 */
export const UNFINISHED_CHANGE = '.unfinished-change.json';

/** Replaces the file's content. Returns false, and writes nothing, if it is the same already. */
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
 * The temporary file for a file. It is hidden, so that nothing that reads the folder takes it for a file of the folder,
 * even if a killed run leaves it there.
 */
export function besideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}
