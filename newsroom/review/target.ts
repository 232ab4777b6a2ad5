/** Targets: the files that a review is asked for. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal, SLUG } from '../../data/compile/index.ts';
import { readPath } from '../corpus-path.ts';

/**
 * The path in the corpus of the file asked for, or both paths if it is an article's. The file may be given relative to the
 * working directory or to the corpus folder.
 *
 * @throws Refusal if it is not a file of this corpus.
 */
export function findTarget(asked: string, folder: string): string[] {
  if (asked.includes('\0') || asked.split(/[\\/]/).includes('..')) {
    throw new Refusal(`${shown(asked)} contains "..". Give a direct path of a file in ${shown(folder)}.`, 2);
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
      `${shown(asked)} is not a file of a corpus. Give articles/<slug>.md or .yaml, or the file of a person, organization, group or place.`,
      2,
    );
  }
  if (parts.type !== 'Article') return [within];
  return ['md', 'yaml'].map((kind) => `articles/${parts.slug}.${kind}`);
}

function shown(path: string): string {
  return JSON.stringify(path);
}
