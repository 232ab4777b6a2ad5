import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBundledSource } from '../../data/bundled/source.ts';
import type { Source } from '../../data/source.ts';
import { runInProcess } from '../run-commands.ts';
import { articleOf, folderOf, run } from './run.ts';

const TEXT = "The mayor's day 🎈\nAnn Lee, the mayor, said: “It’s \\ over.”\u2028Nobody else spoke.";
const FILES = {
  ...articleOf('mayor', TEXT, "events:\n  - { event: day, name: A day, kind: OTHER, evidence: The mayor's day 🎈 }\n"),
  'people/ann-lee.yaml': 'name: Ann Lee\n',
};

/** The bundle that a compiled module hands to the Worker. */
function openCompiled(file: string): Source {
  const [, bundle] = /^import bytes from '\.\/(.+)';$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return openBundledSource(readFileSync(join(dirname(file), bundle ?? '')));
}

describe('compile', () => {
  it('writes a module and the bundle beside it, and says what they hold and weigh', async () => {
    const folder = folderOf(FILES);
    const { status, stdout, stderr } = await run(folder, 'compile', '--corpus', '.', '--out', 'new/corpus.ts');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^1 article, 1 event, 0 statements, 1 person, 0 organizations, 0 groups, 0 places; 1 span of evidence over 22\.1 % of the text; in new\/corpus\.ts\nThe bundle has \d\.\d kB, 0\.0 % of the 64 MiB of a Worker, and opens in \d+\.\d ms of CPU\.\n$/,
    );
    expect(openCompiled(join(folder, 'new/corpus.ts')).texts(['mayor'])).toMatchObject([{ text: TEXT }]);
    expect(readdirSync(join(folder, 'new'))).toEqual(['corpus.bin', 'corpus.ts']);
  });

  it('gives the same bytes for the same corpus, and leaves an unchanged file alone', async () => {
    const folder = folderOf(FILES);
    const [a, b] = [join(folder, '.out/a/corpus.ts'), join(folder, '.out/b/corpus.ts')];
    const [bundleA, bundleB] = [join(folder, '.out/a/corpus.bin'), join(folder, '.out/b/corpus.bin')];
    await runInProcess(folder, 'compile', '--corpus', '.', '--out', a);
    for (const file of [a, bundleA]) utimesSync(file, 1, 1);

    const [again, elsewhere] = await Promise.all([
      runInProcess(folder, 'compile', '--corpus', '.', '--out', a),
      runInProcess(tmpdir(), 'compile', '--corpus', folder, '--out', b),
    ]);

    expect(again.stdout).toMatch(/ in \S+corpus\.ts \(unchanged\)\n/);
    expect([a, bundleA].map((file) => statSync(file).mtimeMs)).toEqual([1000, 1000]);
    expect(elsewhere.status).toBe(0);
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'));
    expect(readFileSync(bundleB).equals(readFileSync(bundleA))).toBe(true);
  });

  it('compiles an empty folder to a corpus of nothing', async () => {
    const folder = folderOf({ 'README.md': 'Not read.', '.hidden': '' });
    const { status } = await runInProcess(folder, 'compile', '--corpus', '.', '--out', '.out/corpus.ts');

    expect(status).toBe(0);
    const { summary } = openCompiled(join(folder, '.out/corpus.ts'));
    expect(summary).toMatchObject({ evidenceCount: 0, coverage: 0, counts: { Article: 0, Place: 0 } });
  });

  it('says that a link or a folder is not a file', async () => {
    const folder = folderOf({ 'people/ann.yaml': 'name: Ann\n' });
    symlinkSync('ann.yaml', join(folder, 'people/bob.yaml'));
    mkdirSync(join(folder, 'people/cem.yaml'));

    const { status, stderr } = await runInProcess(folder, 'compile', '--corpus', '.', '--out', '.out/corpus.ts');

    expect(status).toBe(1);
    expect(stderr).toContain('people/bob.yaml:1:1 stray-file\n  This symbolic link does not belong in a corpus.');
    expect(stderr).toContain('people/cem.yaml:1:1 stray-file\n  This folder does not belong in a corpus.');
  });

  it('says in a sentence that it cannot write', async () => {
    const folder = folderOf({ 'corpus/README.md': '', 'out.ts/README.md': '' });
    const { status, stderr } = await run(folder, 'compile', '--corpus', 'corpus', '--out', 'out.ts');

    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no article in "corpus"\.\nEISDIR: [^\n]*\n$/);
  });

  it('takes no other file for the module than one', async () => {
    const folder = folderOf({ 'corpus/README.md': '', 'corpus.bin': 'the last bundle' });
    const { status, stderr } = await runInProcess(folder, 'compile', '--corpus', 'corpus', '--out', 'corpus.bin');

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: '--out is "corpus.bin"; it must be a TypeScript module, such as ".generated/corpus.ts".\n',
    });
    expect(readFileSync(join(folder, 'corpus.bin'), 'utf8')).toBe('the last bundle');
  });
});

describe.concurrent('the command line', () => {
  it.for([
    [['--help'], 0, /^Usage: npm run data -- COMMAND/],
    [['compile', '--help'], 0, /Usage: npm run data -- compile \[--corpus DIR\] \[--out FILE\]/],
    [[], 2, /^No command is given\.\n\nUsage: /],
    [['compil'], 2, /^There is no command "compil"\.\n\nUsage: /],
    [['compile', '--outt', 'x'], 2, /^Unknown option '--outt'.*\n"--help" lists the options\.\n$/],
    [['compile', 'data/corpus'], 2, /^Unexpected argument 'data\/corpus'/],
    [['compile', '--corpus', 'nowhere'], 2, /^There is no folder "nowhere"\./],
  ] as const)('answers %j with status %i', async ([args, status, says]) => {
    const outcome = await run(import.meta.dirname, ...args);

    expect(outcome.status).toBe(status);
    expect(status === 0 ? outcome.stdout : outcome.stderr).toMatch(says);
    expect(status === 0 ? outcome.stderr : outcome.stdout).toBe('');
  });
});
