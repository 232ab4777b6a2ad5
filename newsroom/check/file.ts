/** The files that a check is restricted to, given as paths, folders and patterns. */
import { existsSync, globSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { Refusal } from '../../data/compile/index.ts';

/**
 * A function that says whether a file, by its path relative to the working directory, is one of those given. If none are
 * given, every file is.
 *
 * @throws Refusal if one does not exist or is outside the corpus.
 */
export function openSelection(given: readonly string[], corpus: string): (path: string) => boolean {
  if (given.length === 0) return () => true;
  const files = new Set<string>();
  const folders: string[] = [];
  for (const path of given.flatMap(expand)) {
    const inside = relative(resolve(corpus), resolve(path));
    if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
      throw new Refusal(`"${path}" is outside the corpus "${corpus}". Give a file in it, or another --corpus DIR.`, 2);
    }
    const shown = relative(process.cwd(), resolve(path)).split(sep).join('/');
    if (statSync(path).isDirectory()) folders.push(shown === '' ? '' : `${shown}/`);
    else files.add(shown);
  }
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** Expands a pattern, which some shells pass on. The name of an existing file is never taken as a pattern. */
function expand(given: string): string[] {
  if (existsSync(given)) return [given];
  const found = globSync(given);
  if (found.length === 0) throw new Refusal(`There is no file "${given}".`, 2);
  return found.sort();
}
