/** Targets: the files of the corpus that a review is asked for. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal, SLUG } from '../../data/compile/index.ts';
import { readPath } from '../corpus-path.ts';

/**
 * The paths in the corpus of the file asked for; of an article both of its files. It may be given from the working
 * directory or from the corpus folder on.
 *
 * @throws Refusal where it is no file of this corpus.
 */
export function findTarget(asked: string, folder: string): string[] {
  if (asked.includes('\0') || asked.split(/[\\/]/).includes('..')) {
    throw new Refusal(`${shown(asked)} has ".." in it. Give the path of a file in ${shown(folder)} as it is.`, 2);
  }
  const path = [resolve(asked), join(resolve(folder), asked)].find((one) => existsSync(one));
  if (path === undefined) throw new Refusal(`There is no file ${shown(asked)}.`, 2);
  const within = relative(realpathSync(folder), realpathSync(path)).split(sep).join('/');
  if (within.startsWith('../') || isAbsolute(within)) {
    throw new Refusal(`${shown(asked)} is not in the corpus ${shown(folder)}. Give its folder: --corpus DIR.`, 2);
  }
  const parts = readPath(within);
  if (!statSync(path).isFile() || parts === null || !SLUG.test(parts.slug)) {
    throw new Refusal(
      `${shown(asked)} is no file of a corpus. Give articles/<slug>.md or .yaml, or the file of a person, organization, group or place.`,
      2,
    );
  }
  if (parts.type !== 'Article') return [within];
  return ['md', 'yaml'].map((kind) => `articles/${parts.slug}.${kind}`);
}

function shown(path: string): string {
  return JSON.stringify(path);
}
