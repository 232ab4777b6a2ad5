/** Trying files before they are written: what the compiler would say of the corpus with them. */
import { examineFiles, type Problem, readCorpus } from '../../data/compile/index.ts';
import { corpusFile } from '../corpus-path.ts';

/** The problems that only these files bring, drafts aside. */
export function tryFiles(corpus: string, files: ReadonlyMap<string, string>): Problem[] {
  // What is wrong with a file as such, it is with and without these.
  const before = readCorpus(corpus, () => {});
  const added = [...files].map(([path, text]) => corpusFile(path, text, corpus));
  const known = new Set(examineFiles(before).problems.map(nameOf));
  const after = examineFiles({ ...before, files: [...before.files, ...added] });
  return after.problems.filter((problem) => !known.has(nameOf(problem)));
}

function nameOf({ code, at, says }: Problem): string {
  return `${code} ${at.file.path} ${at.start} ${says}`;
}
