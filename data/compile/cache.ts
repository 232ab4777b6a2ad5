/**
 * The cache: what was read, checked and anchored of each article and named thing is kept by the hash of its files, in
 * the memory of a process that reads a corpus again, and on disk for the next one. A full compile is the same code with
 * an empty cache.
 *
 * An article's assertions also depend on what it refers to. They count only as long as each slug that it refers to has
 * the type that it had. Whatever refers to an unknown slug is linked again, since the message may name any other slug.
 */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { EntityType, Slug } from '../model.ts';
import { assertArticle } from './annotated-article.ts';
import type { AuthoredArticle } from './authored-article.ts';
import type { Checked } from './check.ts';
import type { Slugs } from './link.ts';
import { openPacks, type Packs } from './packs.ts';
import type { Problem } from './problem.ts';
import type { CorpusFile, FileMemory } from './read.ts';
import { type Assertion, openArticle, openEntity, storeArticle, storeEntity } from './stored.ts';

export interface Cache {
  /** The files read before; null if this process reads the corpus only once. */
  readonly files: FileMemory | null;
  /** What the files of an article, or another file, say by themselves. */
  readonly check: (parts: readonly CorpusFile[], check: () => Checked) => Checked;
  /** What an article says, among these slugs. */
  readonly assert: (article: AuthoredArticle, slugs: Slugs) => Assertion;
  /** Ends a reading: forgets what it did not need, and writes what is new. */
  readonly settle: () => void;
}

export interface CacheOptions {
  /** Whether this process will read the corpus again. */
  readonly readsAgain?: boolean;
  /** The fewest new bytes for which a file is written. */
  readonly leastBytes?: number;
  /** The folder for the caches of all corpora. */
  readonly place?: string;
}

/** Below this, reading the articles again takes no longer than half a second. */
const LEAST_BYTES = 2 ** 19;

/** Opens the cache of the corpus in `folder`. */
export function openCache(
  folder: string,
  { readsAgain = false, leastBytes = LEAST_BYTES, place = '.generated/articles' }: CacheOptions = {},
): Cache {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  return cacheOver(openPacks(join(place, name), leastBytes), readsAgain);
}

/** A cache for one reading, with nothing in it. */
export function emptyCache(): Cache {
  return cacheOver(null, false);
}

function cacheOver(packs: Packs | null, readsAgain: boolean): Cache {
  const assertions = new WeakMap<AuthoredArticle, Assertion>();
  const origins = new WeakMap<AuthoredArticle, { readonly parts: readonly CorpusFile[]; readonly checked: Checked }>();
  let before = new Map<string, Checked>();
  let now = new Map<string, Checked>();

  const open = (parts: readonly CorpusFile[]): Checked | null => {
    const bytes = packs?.get(keyOf(parts)) ?? null;
    if (bytes === null) return null;
    if (parts[0]?.type !== 'Article') return openEntity(bytes, parts);
    const opened = openArticle(bytes, parts);
    if (opened?.article != null) assertions.set(opened.article, opened);
    return opened;
  };

  return {
    files: readsAgain ? new Map() : null,
    check(parts, check) {
      const known = (readsAgain ? before.get(keyOf(parts)) : undefined) ?? open(parts);
      const checked = known ?? check();
      if (readsAgain) now.set(keyOf(parts), checked);
      if (packs === null) return checked;
      if (checked.article !== null) origins.set(checked.article, { parts, checked });
      if (known === null && checked.entity !== null && checked.problems.length === 0) {
        packs.add(keyOf(parts), storeEntity(parts, checked));
      }
      return checked;
    },
    assert(article, slugs) {
      const known = assertions.get(article);
      if (known !== undefined && holds(known.references, slugs)) return known;
      const { assertion, isLinked } = link(article, slugs);
      if (!isLinked) return assertion;
      assertions.set(article, assertion);
      const origin = origins.get(article);
      if (origin !== undefined && origin.checked.problems.length + assertion.problems.length === 0) {
        packs?.add(keyOf(origin.parts), storeArticle(origin.parts, origin.checked, assertion));
      }
      return assertion;
    },
    settle() {
      before = now;
      now = new Map();
      packs?.settle();
    },
  };
}

/** The assertions of an article, and whether everything that it refers to exists. */
function link(article: AuthoredArticle, slugs: Slugs): { readonly assertion: Assertion; readonly isLinked: boolean } {
  const problems: Problem[] = [];
  const references = new Map<Slug, EntityType>();
  let isLinked = true;
  const typeOf = (slug: Slug) => {
    const type = slugs.typeOf(slug);
    if (type === undefined) isLinked = false;
    else references.set(slug, type);
    return type;
  };
  const asserted = assertArticle(article, { ...slugs, typeOf }, (problem) => problems.push(problem));
  return { assertion: { asserted, problems, references }, isLinked };
}

function holds(references: Assertion['references'], { typeOf }: Slugs): boolean {
  for (const [slug, type] of references) if (typeOf(slug) !== type) return false;
  return true;
}

const KEYS = new WeakMap<CorpusFile, string>();

/** The hash of files: of their contents, their names, and the paths that messages show. */
function keyOf(parts: readonly CorpusFile[]): string {
  return parts.map(hashOf).join(' ');
}

function hashOf(file: CorpusFile): string {
  const known = KEYS.get(file);
  if (known !== undefined) return known;
  const { type, slug, kind, revision, legible, file: source } = file;
  const head = JSON.stringify([type, slug, kind, revision, legible, source.path]);
  const hash = createHash('sha256').update(`${head}\n`).update(source.text).digest('hex');
  KEYS.set(file, hash);
  return hash;
}
