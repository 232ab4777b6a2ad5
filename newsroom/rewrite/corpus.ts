/** The corpus that a command is going to rewrite: its files as text, what their slugs name, and a trial of a change. */
import {
  a,
  type EntityType,
  type Examination,
  examineFiles,
  NAMED_TYPES,
  type NamedType,
  nearest,
  openCache,
  type Problem,
  Refusal,
  type RetiredSlug,
  readCorpus,
  type Slug,
} from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { corpusFile, RETIRED_FILE, shownPath } from '../corpus-path.ts';

export interface CorpusTexts {
  readonly folder: string;
  /** The content of each file, by its path in the corpus. */
  readonly texts: ReadonlyMap<string, string>;
  readonly examination: Examination;
  readonly retired: ReadonlyMap<Slug, RetiredSlug>;
  typeOf(slug: Slug): EntityType | null;
  /**
   * The problems that the corpus would have after the change and does not have now.
   *
   * @param same what a path or a message says now, in the words of after the change.
   */
  faultsOf(change: FileChange, same?: (text: string) => string): Problem[];
}

/** Reads the whole corpus. */
export function openTexts(folder: string): CorpusTexts {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const cache = openCache(folder, { readsAgain: true });
  const files = readCorpus(folder, report, cache.files);
  const examination = examineFiles(files, undefined, cache);
  const { authored } = examination;
  const types = new Map(authored.introductions.map(({ slug, type }) => [slug, type]));
  const prefix = shownPath(folder, 'x').slice(0, -1);
  const pathOf = (path: string) => path.slice(prefix.length);
  const sources = [...files.files.map(({ file }) => file), ...(files.retired === null ? [] : [files.retired])];

  return {
    folder,
    texts: new Map(sources.map(({ path, text }) => [pathOf(path), text])),
    examination,
    retired: new Map(authored.retired.map((entry) => [entry.slug, entry])),
    typeOf: (slug) => types.get(slug) ?? null,
    faultsOf(change, same = (text) => text) {
      const kept = files.files.filter(({ file }) => !change.has(pathOf(file.path)));
      const changed = [...change].flatMap(([file, text]) =>
        text === null || file === RETIRED_FILE ? [] : [corpusFile(file, text, folder)],
      );
      const text = change.get(RETIRED_FILE) ?? null;
      const retired = text === null ? files.retired : { path: shownPath(folder, RETIRED_FILE), text };
      const after = [...kept, ...changed].sort((one, other) => (one.file.path < other.file.path ? -1 : 1));
      const found = examineFiles({ ...files, files: after, retired }, undefined, cache).problems;
      const known = new Set(examination.problems.map((problem) => same(nameOf(problem))));
      return found.filter((problem) => !known.has(same(nameOf(problem))));
    },
  };
}

/** Without its line, which an edit above it moves. */
function nameOf({ code, says, at }: Problem): string {
  return [at.file.path, code, says, at.file.text.slice(at.start, at.end)].join('\n');
}

/** The type of what the slug names. @throws Refusal, with the nearest slug, if it names nothing. */
export function typeNamed(slug: Slug, corpus: CorpusTexts): EntityType {
  const type = corpus.typeOf(slug);
  if (type !== null) return type;
  const retired = corpus.retired.get(slug);
  if (retired !== undefined) {
    const now = retired.replacedBy === null ? '' : ` It is "${retired.replacedBy}" now.`;
    throw new Refusal(`"${slug}" is retired: ${retired.reason}${now}`);
  }
  const near = nearest(
    slug,
    corpus.examination.authored.introductions.map((one) => one.slug),
  );
  throw new Refusal(`The corpus has nothing called "${slug}".${near === null ? '' : ` Did you mean "${near}"?`}`);
}

/** @throws Refusal if the slug cannot be given to a new thing: it is taken, or was once. */
export function refuseTaken(slug: Slug, hint: string, corpus: CorpusTexts): void {
  const type = corpus.typeOf(slug);
  if (type !== null) throw new Refusal(`"${slug}" is taken by ${a(type)}. ${hint}`);
  if (corpus.retired.has(slug)) {
    throw new Refusal(
      `"${slug}" is retired: readers may hold links to what it named. Choose a slug that was never used.`,
    );
  }
}

/** Whether things of the type have files of their own, and names. */
export function isNamedType(type: EntityType): type is NamedType {
  return NAMED_TYPES.some((one) => one === type);
}
