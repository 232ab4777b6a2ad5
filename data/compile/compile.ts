/** The compiler: turns a folder of authored files into the corpus, or lists everything that is wrong with them. */
import type { Corpus, Slug } from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type Cache, emptyCache } from './cache.ts';
import { type Authored, checkFiles } from './check.ts';
import { deriveCorpus } from './derive.ts';
import { explainDrafted, type LeftOut, leaveOutDrafts } from './leave-out.ts';
import { gatherSlugs, type Link, PLACE, refer, reportCycles, type Slugs } from './link.ts';
import type { Problem, Report } from './problem.ts';
import { reportLost } from './published.ts';
import { type CorpusFiles, readCorpus } from './read.ts';
import { linkRetired } from './retired.ts';
import { allTexts } from './revision.ts';
import type { Assertion } from './stored.ts';
import { listDrafts } from './unconfirmed.ts';
import { isWithheld, reportBoth, slugsForShown, type Withholding, withhold } from './withhold.ts';

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
  /** One for each article of `authored`, in their order: of those that readers do not see, too. */
  readonly asserted: readonly AssertedArticle[];
  readonly withheld: Withholding;
  readonly problems: readonly Problem[];
  /** One for each file with unconfirmed proposals. */
  readonly drafts: readonly Problem[];
}

/** Receives the progress of reading. */
type OnRead = (done: number, total: number) => void;

/**
 * Compiles the corpus in `folder`, without what nobody has confirmed, and what was withdrawn or is hidden. What `cache`
 * knows is not read again.
 */
export function compile(folder: string, onRead: OnRead = () => {}, cache = emptyCache()): Compilation {
  const { entities, retired, withdrawn, asserted, problems, leftOut } = gather(folder, onRead, cache);
  const corpus = problems.length === 0 ? deriveCorpus(entities, retired, withdrawn, asserted) : null;
  return { corpus, problems, leftOut };
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
  const slugs = { ...gatherSlugs(published, report), explain: explainDrafted(drafted) };
  const { asserted, withheld } = link(published, slugs, files, onLinked, report, cache);
  const isShown = (slug: Slug) => !withheld.slugs.has(slug);
  return {
    entities: published.entities.filter(({ slug }) => isShown(slug)),
    retired: published.retired,
    withdrawn: withheld.retired,
    asserted: asserted.filter(({ article }) => isShown(article.slug)),
    problems,
    leftOut,
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
  const { authored, onLinked } = checkWithProgress(files, report, onRead, cache);
  const slugs = gatherSlugs(authored, report);
  const { asserted, withheld } = link(authored, slugs, files, onLinked, report, cache);
  return { authored, asserted, withheld, problems, drafts: listDrafts(authored) };
}

/** Checks each file. Each article is anchored after that, which `onLinked` reports as progress of the same work. */
function checkWithProgress(files: CorpusFiles, report: Report, onRead: OnRead, cache: Cache) {
  const checks = files.files.length;
  const total = checks + files.files.filter(({ kind }) => kind === 'md').length;
  const authored = checkFiles(files, report, (done) => onRead(done, total), cache);
  return { authored, onLinked: (articles: number) => onRead(checks + articles, total) };
}

/** Anchors and links what was checked, and decides what is withheld. */
function link(
  authored: Authored,
  slugs: Slugs,
  { published }: CorpusFiles,
  onLinked: (articles: number) => void,
  report: Report,
  cache: Cache,
): { readonly asserted: AssertedArticle[]; readonly withheld: Withholding } {
  const slugsOfShown = slugsForShown(authored, slugs);
  const references: Assertion['references'][] = [];
  const asserted = authored.articles.map((article, index) => {
    onLinked(index);
    const assertion = cache.assert(article, isWithheld(article) ? slugs : slugsOfShown);
    for (const problem of assertion.problems) report(problem);
    if (isWithheld(article)) reportBoth(article, report);
    references.push(assertion.references);
    return assertion.asserted;
  });
  cache.settle();
  linkPlaces(authored, slugs, report);
  linkRetired(authored.retired, slugs, report);
  if (published !== null) reportLost(published, slugs, report);
  linkAccounts(asserted, report);
  return { asserted, withheld: withhold(authored, references) };
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
      .flatMap(allTexts)
      .flatMap(({ events, statements }) => [...events, ...statements].flatMap(({ links }) => links)),
    report,
  );
}
