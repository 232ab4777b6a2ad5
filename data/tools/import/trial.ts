/** Trying files before they are written: what the compiler would say of the corpus with them. */
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { examine } from '../compile/index.ts';
import type { Problem } from '../compile/problem.ts';
import { createFiles } from '../file.ts';

/** The problems that only these files bring, drafts aside; their paths are those that the files are to have. */
export function tryFiles(corpus: string, files: ReadonlyMap<string, string>): Problem[] {
  const copy = mkdtempSync(join(tmpdir(), 'dateline-import-'));
  try {
    cpSync(corpus, copy, { recursive: true, filter: isCopied });
    createFiles(new Map([...files].map(([path, content]) => [join(copy, path), content])));
    const known = new Set(examine(corpus).problems.map(nameOf));
    return examine(copy)
      .problems.map((problem) => moved(problem, shown(copy), shown(corpus)))
      .filter((problem) => !known.has(nameOf(problem)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Nor what is neither file nor folder: reading from a pipe would wait for ever. */
function isCopied(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return (status?.isFile() === true || status?.isDirectory() === true) && !path.endsWith(`${sep}.lock`);
}

function shown(folder: string): string {
  return relative(process.cwd(), folder).split(sep).join('/');
}

function moved(problem: Problem, from: string, to: string): Problem {
  const { file } = problem.at;
  const inside = file.path.startsWith(from) ? `${to}${file.path.slice(from.length)}`.replace(/^\//, '') : file.path;
  return { ...problem, at: { ...problem.at, file: { ...file, path: inside } } };
}

function nameOf({ code, at, says }: Problem): string {
  return `${code} ${at.file.path} ${at.start} ${says}`;
}
