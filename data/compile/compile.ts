/** The compiler: turns a folder of authored files into the corpus, or lists everything that is wrong with them. */
import type { Corpus, Slug } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type Cache, emptyCache } from './cache.ts';
import { type Authored, checkFiles } from './check.ts';
import { deriveCorpus } from './derive.ts';
import { gatherSlugs, type Link, PLACE, refer, reportCycles, type Slugs } from './link.ts';
import type { Problem, Report } from './problem.ts';
import { reportLost } from './published.ts';
import { type CorpusFiles, readCorpus } from './read.ts';
import { linkRetired } from './retired.ts';
import type { Assertion } from './stored.ts';
import { listDrafts } from './unconfirmed.ts';
import { isWithheld, reportBoth, slugsForShown, type Withholding, withhold } from './withhold.ts';

/** The corpus, or null and the problems. */
interface Compilation {
  readonly corpus: Corpus | null;
  readonly problems: readonly Problem[];
}

/** What was read from a corpus, and everything that is wrong with it. */
export interface Examination {
  readonly authored: Authored;
  /** One for each article of `authored`, in their order: of those that readers do not see, too. */
  readonly asserted: readonly AssertedArticle[];
  readonly withheld: Withholding;
  readonly problems: readonly Problem[];
  /** One for each file with unconfirmed proposals. */
  readonly drafts: readonly Problem[];
}

/** Receives the progress of reading. */
export type OnRead = (done: number, total: number) => void;

/** Compiles the corpus in `folder`. Unconfirmed proposals count as problems. What `cache` knows is not read again. */
export function compile(folder: string, onRead?: OnRead, cache?: Cache): Compilation {
  const { entities, retired, withdrawn, asserted, refused } = gather(folder, onRead, cache);
  const corpus = refused.length === 0 ? deriveCorpus(entities, retired, withdrawn, asserted) : null;
  return { corpus, problems: refused };
}

// A function of its own, so that what only the checks need is freed before the rest is derived.
function gather(folder: string, onRead?: OnRead, cache?: Cache) {
  const { authored, asserted, withheld, problems, drafts } = examine(folder, onRead, cache);
  const isShown = (slug: Slug) => !withheld.slugs.has(slug);
  return {
    entities: authored.entities.filter(({ slug }) => isShown(slug)),
    retired: authored.retired,
    withdrawn: withheld.retired,
    asserted: asserted.filter(({ article }) => isShown(article.slug)),
    refused: [...problems, ...drafts],
  };
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
  const slugsOfShown = slugsForShown(authored, slugs);
  const references: Assertion['references'][] = [];
  const asserted = authored.articles.map((article, index) => {
    onRead(checks + index, total);
    const assertion = cache.assert(article, isWithheld(article) ? slugs : slugsOfShown);
    for (const problem of assertion.problems) report(problem);
    if (isWithheld(article)) reportBoth(article, report);
    references.push(assertion.references);
    return assertion.asserted;
  });
  cache.settle();
  linkPlaces(authored, slugs, report);
  linkRetired(authored.retired, slugs, report);
  if (files.published !== null) reportLost(files.published, slugs, report);
  linkAccounts(asserted, report);
  return { authored, asserted, withheld: withhold(authored, references), problems, drafts: listDrafts(authored) };
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
    asserted
      .flatMap((article) => [article, ...article.earlier])
      .flatMap(({ events, statements }) => [...events, ...statements].flatMap(({ links }) => links)),
    report,
  );
}
