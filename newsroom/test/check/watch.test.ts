import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { ANN } from './corpus.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');

/** A process that watches the corpus in the folder, and a wait for what it prints next. */
function watching(folder: string) {
  const child = spawn(process.execPath, [MAIN, 'check', '--corpus', 'corpus', '--watch'], { cwd: folder });
  let [printed, told] = ['', ''];
  child.stdout.on('data', (data) => {
    printed += data;
  });
  child.stderr.on('data', (data) => {
    told += data;
  });
  /** Waits until it has printed the words and, behind them, said that it looked; forgets both. */
  const report = async (words: string) => {
    while (!printed.includes(words) || !told.includes('Ctrl-C ends.\n')) {
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    }
    const before = told;
    [printed, told] = ['', ''];
    return before;
  };
  return { child, report };
}

it('checks again after a change, also of a folder that vanished, until it is interrupted', async () => {
  const folder = folderOf({ 'corpus/people/ann-lee.yaml': ANN['people/ann-lee.yaml'] });
  const file = join(folder, 'corpus/people/ann-lee.yaml');
  const { child, report } = watching(folder);
  expect(await report('corpus/people/ann-lee.yaml:1:7 warning: unused-entity')).toMatch(
    /^Checked at \d\d:\d\d:\d\d; waiting for changes in "corpus"\. Ctrl-C ends\.\n$/,
  );

  // As editors save: beside it first, then in its place.
  writeFileSync(join(folder, 'corpus/people/.ann-lee.tmp'), 'nom: Ann Lee\n');
  renameSync(join(folder, 'corpus/people/.ann-lee.tmp'), file);
  await report('corpus/people/ann-lee.yaml:1:1 unknown-field');

  rmSync(join(folder, 'corpus/people'), { recursive: true });
  await report('Nothing to fix: 0 articles and 0 entities checked.\n');

  rmSync(join(folder, 'corpus'), { recursive: true });
  expect(await report('')).toMatch(/^The folder "corpus" is gone\.\n/);

  mkdirSync(join(folder, 'corpus/people'), { recursive: true });
  writeFileSync(file, ANN['people/ann-lee.yaml']);
  await report('corpus/people/ann-lee.yaml:1:7 warning: unused-entity');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
});
