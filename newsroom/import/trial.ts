/** Trying files before they are written: the problems that the compiler would report. */
import { examineFiles, type Problem, readCorpus } from '../../data/compile/index.ts';
import { corpusFile, RETIRED_FILE, shownPath } from '../corpus-path.ts';

/** The problems that these files add to the corpus, apart from their draft marks. */
export function tryFiles(corpus: string, files: ReadonlyMap<string, string>): Problem[] {
  // Problems of reading a file are ignored: they are the same with and without these files.
  const before = readCorpus(corpus, () => {});
  const added = [...files].flatMap(([path, text]) => (path === RETIRED_FILE ? [] : [corpusFile(path, text, corpus)]));
  const list = files.get(RETIRED_FILE);
  const retired = list === undefined ? before.retired : { path: shownPath(corpus, RETIRED_FILE), text: list };
  const known = new Set(examineFiles(before).problems.map(nameOf));
  const after = examineFiles({ ...before, files: [...before.files, ...added], retired });
  return after.problems.filter((problem) => !known.has(nameOf(problem)));
}

function nameOf({ code, at, says }: Problem): string {
  return `${code} ${at.file.path} ${at.start} ${says}`;
}
