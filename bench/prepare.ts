/**
 * Prepare: compiles a folder, packs it and draws the variables, in a separate process because of the memory it needs.
 *
 * Usage: node bench/prepare.ts FOLDER OUT
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packBundle } from '../data/bundled/pack.ts';
import { indexCorpus } from '../data/engine/build.ts';
import { compileFolder } from '../test/corpus.ts';
import { openAsk } from './ask.ts';
import type { PreparedFacts } from './corpus.ts';
import { countFiltered, drawVariables } from './draw.ts';

prepare(process.argv[2] ?? '', process.argv[3] ?? '');

/** Not by the compile command, which refuses a bundle that leaves too little room for the Worker. */
function prepare(folder: string, out: string): void {
  const corpus = compileFolder(folder);
  const bundle = packBundle(indexCorpus(corpus));
  const ask = openAsk(bundle);
  const draws = drawVariables(corpus, ask);
  const facts: PreparedFacts = {
    statements: corpus.entities.Statement.length,
    articles: corpus.entities.Article.length,
    filtered: countFiltered(draws, ask),
    draws,
  };
  const beside = `${out}.${process.pid}.new`;
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, 'corpus.bin'), bundle);
  writeFileSync(join(beside, 'facts.json'), JSON.stringify(facts));
  renameSync(beside, out);
}
