// The corpora that stores are asked about: the invented paper, and a generated one of a thousand statements.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/index/build.ts';
import { openStore } from '../../data/index/store.ts';
import type { Corpus } from '../../data/model.ts';
import type { Store } from '../../data/store.ts';
import { compile } from '../../data/tools/compile/index.ts';
import { printProblems } from '../../data/tools/compile/problem.ts';
import { run } from '../compile/run.ts';

export function compileFolder(folder: string): Corpus {
  const { corpus, problems } = compile(folder);
  if (corpus === null) throw new Error(printProblems(problems, false));
  return corpus;
}

export async function generateCorpus(articles: number, seed: number): Promise<Corpus> {
  const folder = join(mkdtempSync(join(tmpdir(), 'dateline-')), 'corpus');
  const { status, stderr } = await run(
    '.',
    'generate',
    '--articles',
    `${articles}`,
    '--seed',
    `${seed}`,
    '--out',
    folder,
  );
  if (status !== 0) throw new Error(stderr);
  return compileFolder(folder);
}

export function openBundled(corpus: Corpus): Store {
  return openStore(openBundledSource(packBundle(indexCorpus(corpus))));
}
