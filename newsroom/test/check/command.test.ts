import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, run } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { ANN, article } from './corpus.ts';

const WARNING = article('mill', 'en', 'Mill news\nIt was Cem Tan.');
const PROBLEM = { 'people/bob,ray.yaml': 'name: Bob\n' };
const DRAFT = {
  ...ANN,
  ...article('draft', 'en', 'Ann Lee', 'mentions:\n  ann-lee: { names: Ann Lee, draft: names }\n'),
};

describe('check', () => {
  it('ends with 1 where the compiler finds a problem, shown beside the warnings', async () => {
    const { status, stdout, stderr } = await run(folderOf({ ...WARNING, ...PROBLEM }), 'check', '--corpus', '.');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.match(/^\S+:\d+:\d+ .*$/gm)).toEqual([
      'articles/mill.md:6:8 warning: unlinked-name',
      'people/bob,ray.yaml:1:1 bad-slug',
      'people/bob,ray.yaml:1:7 warning: unused-entity',
    ]);
    expect(stdout).toMatch(/\n1 problem, 2 warnings in 2 files; 1 article and 1 entity checked\.\n$/);
  });

  it('ends with 1 where there are drafts', async () => {
    const { status, stdout } = await runInProcess(folderOf(DRAFT), 'check', '--corpus', '.');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^articles\/draft\.yaml:3:37 unconfirmed-draft$/m);
  });

  it('prints one JSON document', async () => {
    const { status, stdout } = await runInProcess(
      folderOf({ ...WARNING, ...PROBLEM }),
      'check',
      '--corpus',
      '.',
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      problems: [
        {
          file: 'people/bob,ray.yaml',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          severity: 'error',
          code: 'bad-slug',
          message: '"bob,ray" is not a valid slug, and a file is named by its slug.',
          expected: 'lower-case letters a to z and digits, in words joined by single hyphens.',
          fix: 'Rename the file.',
        },
      ],
      warnings: [
        {
          file: 'articles/mill.md',
          line: 6,
          column: 8,
          endLine: 6,
          endColumn: 15,
          severity: 'warning',
          rule: 'unlinked-name',
          message: 'Nothing links the name “Cem Tan”.',
          expected: 'an entity for each name in the text.',
          fix: 'Add the name to "mentions" in the annotation, and a file for the entity if there is none.',
        },
        expect.objectContaining({
          file: 'people/bob,ray.yaml',
          rule: 'unused-entity',
          line: 1,
          column: 7,
          endColumn: 10,
        }),
      ],
      counts: { problems: 1, warnings: 2, articles: 1, entities: 1 },
    });
  });

  it('prints the commands of a workflow, escaped', async () => {
    const files = { ...PROBLEM, ...article('mill', 'en', 'Mill news\n“We lost 50% of it all,” she said.') };
    const { stdout } = await runInProcess(
      folderOf(files),
      'check',
      '--corpus',
      '.',
      '--format',
      'github',
      '--rules',
      'uncovered-quotation',
    );
    expect(stdout).toBe(
      '::warning file=articles/mill.md,line=6,endLine=6,col=2,endColumn=24,title=uncovered-quotation::No statement covers the quotation “We lost 50%25 of it all,”.%0AExpected: a statement for each quotation of somebody.%0AFix: Add a statement with these words as its content; if nobody says them, silence this warning.\n' +
        '::error file=people/bob%2Cray.yaml,line=1,endLine=1,col=1,endColumn=1,title=bad-slug::"bob,ray" is not a valid slug, and a file is named by its slug.%0AExpected: lower-case letters a to z and digits, in words joined by single hyphens.%0AFix: Rename the file.\n',
    );
  });

  it.for([
    ['a file', 'articles/mill.md', 0, ['articles/mill.md']],
    ['a pattern', 'peop*/*.yaml', 1, ['people/bob,ray.yaml', 'people/bob,ray.yaml']],
    ['a folder', 'people', 1, ['people/bob,ray.yaml', 'people/bob,ray.yaml']],
    ['another file', 'articles/mill.yaml', 0, []],
  ] as const)('shows only what is found in %s', async ([, file, status, files]) => {
    const outcome = await runInProcess(folderOf({ ...WARNING, ...PROBLEM }), 'check', '--corpus', '.', file);
    expect(outcome.status).toBe(status);
    expect(outcome.stdout.match(/^\S+(?=:\d+:\d+ )/gm) ?? []).toEqual(files);
  });

  it.for<[args: string[], says: string]>([
    [['--format', 'xml'], '--format is "xml"; it must be one of pretty, json, github.\n'],
    [['--corpus', 'nowhere'], 'There is no folder "nowhere". Give the folder of the corpus: --corpus DIR.\n'],
    [['nothing-*.yaml'], 'There is no file "nothing-*.yaml".\n'],
    [
      [join(import.meta.dirname, 'corpus.ts')],
      `"${join(import.meta.dirname, 'corpus.ts')}" is outside the corpus ".". Give a file in it, or another --corpus DIR.\n`,
    ],
    [['..'], '".." is outside the corpus ".". Give a file in it, or another --corpus DIR.\n'],
    [['--watch', '--format', 'json'], '--watch works only with --format pretty, not json. Leave out one of them.\n'],
  ])('refuses %j', async ([args, says]) => {
    const folder = folderOf(WARNING);
    expect(await runInProcess(folder, 'check', '--corpus', '.', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: says,
    });
  });

  it('refuses an unknown rule, and lists the known ones', async () => {
    const { status, stderr } = await run(folderOf(WARNING), 'check', '--corpus', '.', '--rules', 'spelling');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^--rules has "spelling"; the rules are uncovered-quotation, [a-z, -]+\.\n$/);
  });

  it('says how it is used', async () => {
    const { status, stdout } = await runInProcess(folderOf({}), 'check', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: npm run data -- check [FILE…] [--corpus DIR] [--rules NAME,…]');
    expect(stdout).toContain('# dateline-ignore RULE');
  });

  it('says that an empty corpus is in order', async () => {
    const folder = folderOf({ 'a/b': '' });
    rmSync(join(folder, 'a'), { recursive: true });
    const outcome = await runInProcess(folder, 'check', '--corpus', '.');
    expect(outcome).toEqual({ status: 0, stdout: 'Nothing to fix: 0 articles and 0 entities checked.\n', stderr: '' });
  });
});
