// Corpora as the compiler hands them over.

import { compile } from '../data/compile/compile.ts';
import { printProblems } from '../data/compile/problem.ts';
import type { Corpus } from '../data/model.ts';

/** The corpus of a folder that has no mistake. */
export function compileFolder(folder: string): Corpus {
  const { corpus, problems } = compile(folder);
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}
