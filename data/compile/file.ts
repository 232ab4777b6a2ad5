/** Files, whole or not at all: written beside their place first, then put there. */
import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

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
 * Creates all of the files, in their order, or none: what is there already is never written over.
 *
 * @throws Refusal where one is there; what the operating system says where it cannot be written.
 */
export function createFiles(files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const file of files.keys()) {
    if (existsSync(file)) throw alreadyThere(file);
    if (isLink(dirname(file)))
      throw new Refusal(`"${dirname(file)}" is a symbolic link, and leads out of the corpus. Put a folder there.`);
  }
  const put: string[] = [];
  const beside = [...files.keys()].map(besideOf);
  try {
    for (const [index, [file, content]] of [...files].entries()) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(beside[index] ?? '', content);
    }
    for (const [index, file] of [...files.keys()].entries()) {
      // Not a rename: that would replace what another program put there meanwhile.
      linkSync(beside[index] ?? '', file);
      put.push(file);
    }
  } catch (error) {
    for (const file of put) rmSync(file, { force: true });
    throw isExisting(error) ? alreadyThere(error.dest ?? '') : error;
  } finally {
    for (const file of beside) rmSync(file, { force: true });
  }
}

function isLink(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Hidden, so that no reader of the folder takes it for a file of its own, also where a killed run leaves it. */
function besideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
}

function alreadyThere(file: string): Refusal {
  return new Refusal(`"${file}" is there already, and is left as it is.`);
}

function isExisting(error: unknown): error is NodeJS.ErrnoException & { dest?: string } {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
