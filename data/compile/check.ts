/** Checks each file on its own, against the definition of its kind. */
import type { z } from 'zod';
import type { EntityType, NamedType, Slug } from '../model.ts';
import { type AuthoredArticle, checkArticle } from './authored-article.ts';
import { agentFile, placeFile } from './authored-file.ts';
import type { Cache } from './cache.ts';
import { checkAgainst } from './issue.ts';
import { type Place, type Problem, type Report, startOf } from './problem.ts';
import { type CorpusFile, type CorpusFiles, readYamlOf } from './read.ts';
import { checkRetired, type RetiredSlug } from './retired.ts';
import type { YamlSource } from './yaml.ts';

/** The definition of the files of each named type. */
const FILES = {
  Person: agentFile,
  Organization: agentFile,
  Group: agentFile,
  Place: placeFile,
} as const satisfies Record<NamedType, z.ZodType>;

interface EntityFile<T extends NamedType> {
  readonly type: T;
  readonly slug: Slug;
  readonly yaml: YamlSource;
  readonly value: z.infer<(typeof FILES)[T]>;
}

/** The file of a named thing. */
export type AuthoredEntity = { readonly [T in NamedType]: EntityFile<T> }[NamedType];

/** A slug in use: the type of the thing that has it, and where it is introduced. */
export interface Introduction {
  readonly type: EntityType;
  readonly slug: Slug;
  readonly at: Place;
}

/** All files of a corpus, as far as they fit their definitions. */
export interface Authored {
  readonly articles: readonly AuthoredArticle[];
  readonly entities: readonly AuthoredEntity[];
  /** Includes things that are otherwise malformed, so that one mistake does not look like many. */
  readonly introductions: readonly Introduction[];
  readonly retired: readonly RetiredSlug[];
}

/** What one article's files, or another file, say by themselves. */
export interface Checked {
  /** Null if it does not fit the definition. */
  readonly article: AuthoredArticle | null;
  readonly entity: AuthoredEntity | null;
  readonly introductions: readonly Introduction[];
  readonly problems: readonly Problem[];
}

/**
 * Parses and checks every file. Returns what fits the definitions and reports what does not. `onChecked` receives the
 * number of files done. What `cache` knows is not parsed again.
 */
export function checkFiles(
  { files, retired }: Pick<CorpusFiles, 'files' | 'retired'>,
  report: Report,
  onChecked: (done: number) => void = () => {},
  cache: Pick<Cache, 'check'> = NO_CACHE,
): Authored {
  const articles: AuthoredArticle[] = [];
  const entities: AuthoredEntity[] = [];
  const introductions: Introduction[] = [];
  let done = 0;
  for (const parts of partsOf(files)) {
    const checked = cache.check(parts, () => checkParts(parts));
    for (const problem of checked.problems) report(problem);
    for (const introduction of checked.introductions) introductions.push(introduction);
    if (checked.article !== null) articles.push(checked.article);
    if (checked.entity !== null) entities.push(checked.entity);
    done += parts.length;
    onChecked(done);
  }
  return { articles, entities, introductions, retired: retired === null ? [] : checkRetired(retired, report) };
}

const NO_CACHE: Pick<Cache, 'check'> = { check: (_, check) => check() };

/** The files of each article together, then every other file alone. */
function partsOf(files: readonly CorpusFile[]): (readonly CorpusFile[])[] {
  const articles = Map.groupBy(files.filter(isOfArticle), ({ slug }) => slug);
  return [...articles.values(), ...files.filter((file) => !isOfArticle(file)).map((file) => [file])];
}

function checkParts(parts: readonly CorpusFile[]): Checked {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const [first] = parts;
  const introductions = parts
    .slice(0, 1)
    .map(({ type, slug, file }): Introduction => ({ type, slug, at: startOf(file) }));
  if (first === undefined || isOfArticle(first)) {
    return { article: checkArticle(parts, introductions, report), entity: null, introductions, problems };
  }
  return { article: null, entity: checkEntity(first, report), introductions, problems };
}

function isOfArticle(file: CorpusFile): boolean {
  return file.type === 'Article';
}

function checkEntity(file: CorpusFile, report: Report): AuthoredEntity | null {
  const yaml = readYamlOf(file, report);
  const { slug, type } = file;
  const value = type === 'Article' || yaml === null ? null : checkAgainst(FILES[type], yaml, report);
  return value === null ? null : ({ type, slug, yaml, value } as AuthoredEntity);
}
