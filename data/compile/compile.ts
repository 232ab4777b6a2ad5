/** The compiler: turns a folder of authored files into the corpus, or lists everything that is wrong with them. */
import type { Corpus, Slug } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type Cache, emptyCache } from './cache.ts';
import { type Authored, checkFiles } from './check.ts';
import { deriveCorpus } from './derive.ts';
import { type LeftOut, leaveOutDrafts } from './leave-out.ts';
import { gatherSlugs, type Link, PLACE, refer, reportCycles, type Slugs } from './link.ts';
import type { Problem, Report } from './problem.ts';
import { type CorpusFiles, readCorpus } from './read.ts';
import { listDrafts } from './unconfirmed.ts';

/** The corpus, or null and the problems. */
interface Compilation {
  readonly corpus: Corpus | null;
  readonly problems: readonly Problem[];
  /** The files with unconfirmed proposals, which are not in the corpus. */
  readonly leftOut: readonly LeftOut[];
}

/** What was read from a corpus, and everything that is wrong with it. */
export interface Examination {
  readonly authored: Authored;
  readonly asserted: readonly AssertedArticle[];
  readonly problems: readonly Problem[];
  /** One for each file with unconfirmed proposals. */
  readonly drafts: readonly Problem[];
}

/** Receives the progress of reading. */
export type OnRead = (done: number, total: number) => void;

/** Compiles the corpus in `folder`, without what nobody has confirmed. What `cache` knows is not read again. */
export function compile(folder: string, onRead: OnRead = () => {}, cache = emptyCache()): Compilation {
  const { published, asserted, problems, leftOut } = gather(folder, onRead, cache);
  const { entities, retired } = published;
  return { corpus: problems.length === 0 ? deriveCorpus(entities, retired, asserted) : null, problems, leftOut };
}

// A function of its own, so that what only the checks need is freed before the rest is derived.
function gather(folder: string, onRead: OnRead, cache: Cache) {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const files = readCorpus(folder, report, cache.files);
  const found: Problem[] = [];
  const { authored, onLinked } = checkWithProgress(files, (problem) => found.push(problem), onRead, cache);
  const { published, leftOut, paths, drafted, needed } = leaveOutDrafts(authored);
  // A mistake in a draft is for its review.
  for (const problem of found) if (!paths.has(problem.at.file.path)) report(problem);
  for (const problem of needed) report(problem);
  const asserted = link(published, drafted, onLinked, report, cache);
  return { published: { entities: published.entities, retired: published.retired }, asserted, problems, leftOut };
}

/** Reads, checks and links the corpus in `folder`. Each step reports what is wrong and passes on what is right. */
export function examine(folder: string, onRead?: OnRead, cache = emptyCache()): Examination {
  const problems: Problem[] = [];
  const files = readCorpus(folder, (problem) => problems.push(problem), cache.files);
  const examination = examineFiles(files, onRead, cache);
  return { ...examination, problems: [...problems, ...examination.problems] };
}

/** Checks and links files that have been read. */
export function examineFiles(files: CorpusFiles, onRead: OnRead = () => {}, cache = emptyCache()): Examination {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { authored, onLinked } = checkWithProgress(files, report, onRead, cache);
  const asserted = link(authored, new Map(), onLinked, report, cache);
  return { authored, asserted, problems, drafts: listDrafts(authored) };
}

/** Checks each file. Each article is anchored after that, which `onLinked` reports as progress of the same work. */
function checkWithProgress(files: CorpusFiles, report: Report, onRead: OnRead, cache: Cache) {
  const checks = files.files.length;
  const total = checks + files.files.filter(({ kind }) => kind === 'md').length;
  const authored = checkFiles(files, report, (done) => onRead(done, total), cache);
  return { authored, onLinked: (articles: number) => onRead(checks + articles, total) };
}

/** Anchors and links what was checked. `drafted` has the slugs of what is left out, and the file of each. */
function link(
  authored: Authored,
  drafted: ReadonlyMap<Slug, string>,
  onLinked: (articles: number) => void,
  report: Report,
  cache: Cache,
): AssertedArticle[] {
  const slugs = gatherSlugs(authored, report, drafted);
  const asserted = authored.articles.map((article, index) => {
    onLinked(index);
    const { asserted: read, problems: found } = cache.assert(article, slugs);
    for (const problem of found) report(problem);
    return read;
  });
  cache.settle();
  linkPlaces(authored, slugs, report);
  linkAccounts(asserted, report);
  return asserted;
}

function linkPlaces({ entities }: Authored, slugs: Slugs, report: Report): void {
  const links = entities.flatMap((entity): Link[] => {
    if (entity.type !== 'Place' || entity.value.containedIn === undefined) return [];
    const at = entity.yaml.at(['containedIn']);
    return [{ kind: 'CONTAINED_IN', from: entity.slug, to: entity.value.containedIn, at }];
  });
  for (const { to, at } of links) refer(to, PLACE, slugs, at, report);
  reportCycles(links, report);
}

function linkAccounts(asserted: readonly AssertedArticle[], report: Report): void {
  reportCycles(
    asserted.flatMap(({ events, statements }) => [...events, ...statements].flatMap(({ links }) => links)),
    report,
  );
}
