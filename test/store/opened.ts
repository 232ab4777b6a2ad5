// The corpora that stores are asked about: the invented paper, and a generated one of a thousand statements.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { openD1 } from '../../data/d1/corpus.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Corpus } from '../../data/model.ts';
import type { Store } from '../../data/store.ts';
import { compileFolder } from '../corpus.ts';
import { openEmpty, publishTo } from '../d1/database.ts';
import { runInProcess } from '../run-commands.ts';

export async function generateCorpus(articles: number, seed: number): Promise<Corpus> {
  const folder = join(mkdtempSync(join(tmpdir(), 'dateline-')), 'corpus');
  const { status, stderr } = await runInProcess(
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

/** A D1 database with the corpus published into it; each store is that of a new request. */
export async function openPublished(corpus: Corpus) {
  const { database, close } = await openEmpty();
  await publishTo(database, indexCorpus(corpus));
  const d1 = openD1(database);
  return { openStore: async () => openStore(await d1.openRequest()), close };
}
