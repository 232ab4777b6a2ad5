/** The files under review as they were read; a change is written whole, and one can be undone. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';

export interface Copy {
  readonly folder: string;
  /** The content as it was last read; null if there is no such file. */
  read(file: string): string | null;
  /** Reads again the files whose content on the disk has changed, and returns their paths. */
  refresh(): string[];
  /** Writes the files, each atomically. */
  write(change: FileChange): void;
  /** Undoes the last change and returns the files that it wrote; null if there is none. */
  undo(): string[] | null;
}

/** Opens the corpus folder; a file is read when it is first asked for. */
export function openCopy(folder: string): Copy {
  const known = new Map<string, string | null>();
  const done: FileChange[] = [];

  const load = (file: string): string | null => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const read = (file: string): string | null => {
    if (!known.has(file)) known.set(file, load(file));
    return known.get(file) ?? null;
  };
  const put = (change: FileChange): void => {
    // New files first and deletions last: a run killed between two files then leaves no dangling reference.
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
      // Earlier changes no longer fit the new content.
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

/** The YAML of a file: the front matter of an article's text, or all of any other file. */
export function yamlOf(file: string, content: string): { yaml: string; from: number; to: number } {
  if (!file.endsWith('.md')) return { yaml: content, from: 0, to: content.length };
  const end = content.startsWith('---\n') ? content.indexOf('\n---\n', 3) + 1 : 0;
  const from = end === 0 ? 0 : 4;
  return { yaml: content.slice(from, end), from, to: end };
}

/** The file with its YAML edited; the text of an article is unchanged. */
export function editYaml(file: string, content: string, edit: (yaml: string) => string): string {
  const { yaml, from, to } = yamlOf(file, content);
  return content.slice(0, from) + edit(yaml) + content.slice(to);
}
