/** New files, all or none: written beside their destinations first, then linked into place. */
import { existsSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { besideOf, Refusal } from '../data/compile/index.ts';

/**
 * Creates all of the files, in their order, or none. It never overwrites a file.
 *
 * @throws Refusal if one of them exists; the operating system's error if one cannot be written.
 */
export function createFiles(files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const file of files.keys()) {
    if (existsSync(file)) throw alreadyThere(file);
    if (isLink(dirname(file)))
      throw new Refusal(
        `"${dirname(file)}" is a symbolic link that leads out of the corpus. Replace it with a folder.`,
      );
  }
  const put: string[] = [];
  const beside = [...files.keys()].map(besideOf);
  try {
    for (const [index, [file, content]] of [...files].entries()) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(beside[index] ?? '', content);
    }
    for (const [index, file] of [...files.keys()].entries()) {
      // Not a rename: that would replace a file that another program has put there meanwhile.
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

function alreadyThere(file: string): Refusal {
  return new Refusal(`"${file}" exists already and was left as it is.`);
}

function isExisting(error: unknown): error is NodeJS.ErrnoException & { dest?: string } {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
