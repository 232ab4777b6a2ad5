/** Targets: the files that a review is asked for. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal, SLUG, textName } from '../../data/compile/index.ts';
import { readPath } from '../corpus-path.ts';

/**
 * The path in the corpus of the file asked for, or if it is an article's, those of all its texts and their annotations.
 * The file may be given relative to the working directory or to the corpus folder.
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
  // Of an article that has had several texts, the items of all are anchored in the earlier ones.
  const names = new Set([parts.slug, ...earlierTexts(parts.slug, folder)]);
  return [...names].flatMap((name) => ['md', 'yaml'].map((kind) => `articles/${name}.${kind}`));
}

/** The names of the earlier texts of an article, as their files are called: `mill@1`. */
function earlierTexts(slug: string, folder: string): string[] {
  return readdirSync(join(folder, 'articles')).flatMap((file) => {
    const path = readPath(`articles/${file}`);
    return path?.slug === slug && path.revision !== null ? [textName(slug, path.revision)] : [];
  });
}

function shown(path: string): string {
  return JSON.stringify(path);
}
