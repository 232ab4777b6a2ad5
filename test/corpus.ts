// Corpora as the compiler returns them.

import { compile } from '../data/compile/compile.ts';
import { printProblems } from '../data/compile/problem.ts';
import type { Corpus } from '../data/model.ts';

/** Compiles the corpus of a folder, which must have no mistakes. */
export function compileFolder(folder: string): Corpus {
  const { corpus, problems } = compile(folder);
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}
