/** The compiler: turns a folder of authored files into the corpus, or lists everything that is wrong with them. */
import type { Corpus } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type Cache, emptyCache } from './cache.ts';
import { type Authored, checkFiles } from './check.ts';
import { deriveCorpus } from './derive.ts';
import { gatherSlugs, type Link, PLACE, refer, reportCycles, type Slugs } from './link.ts';
import type { Problem, Report } from './problem.ts';
import { type CorpusFiles, readCorpus } from './read.ts';
import { listDrafts } from './unconfirmed.ts';

/** The corpus, or null and the problems. */
interface Compilation {
  readonly corpus: Corpus | null;
  readonly problems: readonly Problem[];
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

/** Compiles the corpus in `folder`. Unconfirmed proposals count as problems. What `cache` knows is not read again. */
export function compile(folder: string, onRead?: OnRead, cache?: Cache): Compilation {
  const { entities, retired, asserted, refused } = gather(folder, onRead, cache);
  return { corpus: refused.length === 0 ? deriveCorpus(entities, retired, asserted) : null, problems: refused };
}

// A function of its own, so that what only the checks need is freed before the rest is derived.
function gather(folder: string, onRead?: OnRead, cache?: Cache) {
  const { authored, asserted, problems, drafts } = examine(folder, onRead, cache);
  const { entities, retired } = authored;
  return { entities, retired, asserted, refused: [...problems, ...drafts] };
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

  // Each file is checked, and each article is anchored after that.
  const checks = files.files.length;
  const total = checks + files.files.filter(({ kind }) => kind === 'md').length;
  const authored = checkFiles(files, report, (done) => onRead(done, total), cache);
  const slugs = gatherSlugs(authored, report);
  const asserted = authored.articles.map((article, index) => {
    onRead(checks + index, total);
    const { asserted: read, problems: found } = cache.assert(article, slugs);
    for (const problem of found) report(problem);
    return read;
  });
  cache.settle();
  linkPlaces(authored, slugs, report);
  linkAccounts(asserted, report);
  return { authored, asserted, problems, drafts: listDrafts(authored) };
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
