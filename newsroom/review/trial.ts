/** Trying a change before it is written: the problems that the compiler would report. */
import {
  assertArticle,
  checkFiles,
  gatherSlugs,
  type Introduction,
  PLACE,
  type Problem,
  type RetiredSlug,
  refer,
  type Slugs,
} from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { corpusFile, shownPath } from '../corpus-path.ts';
import type { Copy } from './copy.ts';

/** The slugs of the rest of the corpus, which a review never changes. */
export interface Rest {
  readonly introductions: readonly Introduction[];
  readonly retired: readonly RetiredSlug[];
}

export interface Trial {
  readonly problems: readonly Problem[];
  readonly slugs: Slugs;
}

/** Checks and links the files as they would be with the change. */
export function tryFiles(files: Iterable<string>, copy: Copy, change: FileChange, rest: Rest): Trial {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const all = new Set([...files, ...change.keys()]);
  const paths = new Set([...all].map((file) => shownPath(copy.folder, file)));
  const read = [...all].sort().flatMap((file) => {
    const text = change.has(file) ? change.get(file) : copy.read(file);
    return text == null ? [] : [corpusFile(file, text, copy.folder)];
  });
  const authored = checkFiles({ files: read, retired: null }, report);
  const others = rest.introductions.filter(({ at }) => !paths.has(at.file.path));
  const slugs = gatherSlugs(
    { ...authored, introductions: [...others, ...authored.introductions], retired: rest.retired },
    report,
  );
  for (const article of authored.articles) assertArticle(article, slugs, report);
  for (const entity of authored.entities) {
    if (entity.type !== 'Place' || entity.value.containedIn === undefined) continue;
    refer(entity.value.containedIn, PLACE, slugs, entity.yaml.at(['containedIn']), report);
  }
  return { problems: problems.filter(({ at }) => paths.has(at.file.path)), slugs };
}

/** The problems that the change adds. */
export function newProblems(before: Trial, after: Trial): Problem[] {
  const known = new Set(before.problems.map(nameProblem));
  return after.problems.filter((problem) => !known.has(nameProblem(problem)));
}

function nameProblem({ code, says, at }: Problem): string {
  return [at.file.path, code, says, at.file.text.slice(at.start, at.end)].join('\n');
}
