// Corpora as the compiler hands them over.
import type { Corpus } from '../data/model.ts';
import { compile } from '../data/tools/compile/index.ts';
import { printProblems } from '../data/tools/compile/problem.ts';

/** The corpus of a folder that has no mistake. */
export function compileFolder(folder: string): Corpus {
  const { corpus, problems } = compile(folder);
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}
