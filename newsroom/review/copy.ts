/** The files under review: what was read of them, changed as a whole, and only where nobody else has changed them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../data/compile/index.ts';

/** The new content of each file, by its path in the corpus; null takes the file away. */
export type Change = ReadonlyMap<string, string | null>;

export interface Copy {
  readonly folder: string;
  /** The content as it was read last; null where there is no such file. */
  read(file: string): string | null;
  /** The files whose content on the disk is another one by now; they are read again. */
  refresh(): string[];
  /** Writes the files, each at once and whole. */
  write(change: Change): void;
  /** Takes back the last change. Null where there is none; else the files that it wrote. */
  undo(): string[] | null;
}

/** Opens the corpus folder; a file is read when it is first asked for. */
export function openCopy(folder: string): Copy {
  const known = new Map<string, string | null>();
  const done: Change[] = [];

  const load = (file: string): string | null => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const read = (file: string): string | null => {
    if (!known.has(file)) known.set(file, load(file));
    return known.get(file) ?? null;
  };
  const put = (change: Change): void => {
    // What is new first and what goes last: a run killed between two files leaves no reference to nothing.
    const rank = ([file, content]: readonly [string, string | null]) =>
      content === null ? 2 : read(file) === null ? 0 : 1;
    for (const [file, content] of [...change].sort((a, b) => rank(a) - rank(b))) {
      const path = join(folder, file);
      if (content === null) rmSync(path, { force: true });
      else replaceFile(path, content);
      known.set(file, content);
    }
  };

  return {
    folder,
    read,
    refresh() {
      const changed = [...known.keys()].filter((file) => load(file) !== known.get(file));
      for (const file of changed) known.set(file, load(file));
      // What was done before does not fit the new content any more.
      if (changed.length > 0) done.length = 0;
      return changed;
    },
    write(change) {
      done.push(new Map([...change.keys()].map((file) => [file, read(file)])));
      put(change);
    },
    undo() {
      const before = done.pop();
      if (before === undefined) return null;
      put(before);
      return [...before.keys()];
    },
  };
}

/** The YAML of a file: of an article's text what stands before the text, else all of it. */
export function yamlOf(file: string, content: string): { yaml: string; from: number; to: number } {
  if (!file.endsWith('.md')) return { yaml: content, from: 0, to: content.length };
  const end = content.startsWith('---\n') ? content.indexOf('\n---\n', 3) + 1 : 0;
  const from = end === 0 ? 0 : 4;
  return { yaml: content.slice(from, end), from, to: end };
}

/** The file with its YAML changed; the text of an article stays as it is. */
export function editYaml(file: string, content: string, edit: (yaml: string) => string): string {
  const { yaml, from, to } = yamlOf(file, content);
  return content.slice(0, from) + edit(yaml) + content.slice(to);
}
