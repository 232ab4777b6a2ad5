/** Trying files before they are written: the problems that the compiler would report. */
import { examineFiles, type Problem, readCorpus } from '../../data/compile/index.ts';
import { corpusFile } from '../corpus-path.ts';

/** The problems that these files add to the corpus, apart from their draft marks. */
export function tryFiles(corpus: string, files: ReadonlyMap<string, string>): Problem[] {
  // Problems of reading a file are ignored: they are the same with and without these files.
  const before = readCorpus(corpus, () => {});
  const added = [...files].map(([path, text]) => corpusFile(path, text, corpus));
  const known = new Set(examineFiles(before).problems.map(nameOf));
  const after = examineFiles({ ...before, files: [...before.files, ...added] });
  return after.problems.filter((problem) => !known.has(nameOf(problem)));
}

function nameOf({ code, at, says }: Problem): string {
  return `${code} ${at.file.path} ${at.start} ${says}`;
}
