/**
 * Changes of several files that belong together: all of them are made or none, even if the process is killed in the
 * middle. What is to be done is written first, whole, to one hidden file in the corpus; whoever finds it finishes it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal, replaceFile, UNFINISHED_CHANGE } from '../data/compile/index.ts';

/** The new content of each file, by its path in the corpus; null deletes the file. */
export type FileChange = ReadonlyMap<string, string | null>;

/** A change that was written down: what each file held before, and what it is to hold. */
interface Journal {
  /** What the editor did: `rename ann-lee ann-leigh`. */
  readonly what: string;
  readonly files: readonly (readonly [file: string, before: string | null, after: string | null])[];
}

/**
 * Makes the change. The caller holds the lock of the folder.
 *
 * @param before what each file held when the change was planned; null if there was no such file.
 * @throws Refusal if a file holds something else by now; the operating system's error if a file cannot be written, after
 *   all that was written has been put back.
 */
export function changeFiles(folder: string, what: string, change: FileChange, before: FileChange): void {
  const files = [...change].map(([file, after]) => [file, before.get(file) ?? null, after] as const);
  for (const [file, content] of files) {
    if (read(folder, file) !== content) throw new Refusal(`"${join(folder, file)}" has changed meanwhile. Try again.`);
  }
  const journal = join(folder, UNFINISHED_CHANGE);
  replaceFile(journal, JSON.stringify({ what, files } satisfies Journal));
  try {
    for (const [file, , after] of files) put(folder, file, after);
  } catch (error) {
    // If this fails too, what is to be done stays written down.
    for (const [file, content] of files) if (read(folder, file) !== content) put(folder, file, content);
    rmSync(journal);
    throw error;
  }
  rmSync(journal);
}

/**
 * Finishes a change that was stopped in the middle, and returns what it was; null if there is none. The caller holds the
 * lock of the folder.
 *
 * @throws Refusal if somebody has written to one of its files since.
 */
export function finishChange(folder: string): string | null {
  const journal = join(folder, UNFINISHED_CHANGE);
  if (!existsSync(journal)) return null;
  const { what, files }: Journal = JSON.parse(readFileSync(journal, 'utf8'));
  const strange = files.filter(([file, before, after]) => ![before, after].includes(read(folder, file)));
  if (strange.length > 0) {
    const paths = strange.map(([file]) => `"${join(folder, file)}"`).join(', ');
    throw new Refusal(
      `"${what}" was stopped in the middle, and ${paths} has been changed since. Bring all files of the corpus to where they were before or after it, with git for example, and delete "${journal}".`,
    );
  }
  for (const [file, , after] of files) put(folder, file, after);
  rmSync(journal);
  return what;
}

function read(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function put(folder: string, file: string, content: string | null): void {
  const path = join(folder, file);
  if (content === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, content);
}
