/** The files that a check is restricted to: paths, folders and patterns, as they were given. */
import { existsSync, globSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { Refusal } from '../../data/compile/index.ts';

/**
 * Whether a file, by its path from the working directory on, is one of those given; each is, where none is given.
 *
 * @throws Refusal where one is not there or lies outside the corpus.
 */
export function openSelection(given: readonly string[], corpus: string): (path: string) => boolean {
  if (given.length === 0) return () => true;
  const files = new Set<string>();
  const folders: string[] = [];
  for (const path of given.flatMap(expand)) {
    const inside = relative(resolve(corpus), resolve(path));
    if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
      throw new Refusal(
        `"${path}" lies outside the corpus "${corpus}". Give a file of it, or another --corpus DIR.`,
        2,
      );
    }
    const shown = relative(process.cwd(), resolve(path)).split(sep).join('/');
    if (statSync(path).isDirectory()) folders.push(shown === '' ? '' : `${shown}/`);
    else files.add(shown);
  }
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** A shell that expands no patterns hands them on; a name that is there is no pattern. */
function expand(given: string): string[] {
  if (existsSync(given)) return [given];
  const found = globSync(given);
  if (found.length === 0) throw new Refusal(`There is no file "${given}".`, 2);
  return found.sort();
}
