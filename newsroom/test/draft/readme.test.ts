// The way from a text file to a query that docs/editing.md shows, walked as it stands there.
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { packBundle } from '../../../data/bundled/pack.ts';
import { openBundledSource } from '../../../data/bundled/source.ts';
import { indexCorpus } from '../../../data/engine/build.ts';
import { openStore } from '../../../data/engine/store.ts';
import { schema } from '../../../schema/index.ts';
import { folderOf, run } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { fenced, readPage } from '../../../test/documentation.ts';

const PAGE = readPage('docs/editing.md');

function only(language: string): string {
  const [content = '', ...others] = fenced(PAGE, language);
  expect(others).toEqual([]);
  return content;
}

test('a new text file becomes an answer with its evidence', async () => {
  const folder = folderOf({});
  cpSync('data/corpus', join(folder, 'data/corpus'), { recursive: true });
  writeFileSync(join(folder, 'bridge.txt'), only('text'));
  const commands = Array.from(only('sh').matchAll(/^npm run data -- ([^#\n]*)/gm), ([, command = '']) =>
    command.trim().split(/\s+/),
  );
  expect(commands.map(([name]) => name)).toEqual(['draft', 'review', 'check']);
  const [draft = [], review = [], check = []] = commands;

  expect(await run(folder, ...draft)).toMatchObject({ status: 0, stderr: '' });
  expect(await run(folder, ...check)).toMatchObject({ status: 1 });
  const main = join(import.meta.dirname, '../../main.ts');
  const reviewed = spawnSync(process.execPath, [main, ...review], {
    cwd: folder,
    input: 'a\n'.repeat(50),
    encoding: 'utf8',
  });
  expect(reviewed).toMatchObject({ status: 0, stdout: expect.stringContaining(' 0 left open.') });
  expect(await run(folder, ...check)).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing to fix') });

  const source = openBundledSource(packBundle(indexCorpus(compileFolder(join(folder, 'data/corpus')))));
  const answer = execute({ schema, document: parse(only('gql')), contextValue: { store: openStore(source) } });
  expect(answer).toEqual(JSON.parse(only('json')));
});

test('the README has the same commands', () => {
  expect(fenced(readPage('README.md'), 'sh')).toContain(only('sh'));
});
