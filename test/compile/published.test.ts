// No slug that readers may hold a link to vanishes without a word.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../data/compile/compile.ts';
import { runInProcess } from '../run-commands.ts';
import { articleOf, folderOf } from './run.ts';

const TEXT = 'Mill burns\nThe mill burned, Ann Lee said.';
const FILES = {
  ...articleOf('mill', TEXT, 'events:\n  - { event: fire, name: Fire, kind: FIRE, evidence: The mill burned }\n'),
  'people/ann.yaml': 'name: Ann Lee\n',
  'retired.yaml': '- { slug: ann-lee, reason: x, replacedBy: ann }\n- { slug: a-ghost, reason: x }\n',
};
const PUBLISHED = 'Article mill\nEvent fire\nPerson ann\nPerson ann-lee\n';

const slugs = (folder: string) => runInProcess(folder, 'slugs', '--corpus', '.');
const published = (folder: string) => readFileSync(join(folder, 'published.txt'), 'utf8');
const codesOf = (folder: string) => compile(folder).problems.map(({ code }) => code);

describe('slugs', () => {
  it('records every slug with its type, sorted, and those that were retired', async () => {
    const folder = folderOf(FILES);
    expect(await slugs(folder)).toEqual({
      status: 0,
      stdout: '4 slugs in published.txt, 4 of them new\n',
      stderr: '',
    });
    expect(published(folder)).toBe(PUBLISHED);
    expect((await slugs(folder)).stdout).toBe('4 slugs in published.txt, 0 of them new\n');
    expect(codesOf(folder)).toEqual([]);
  });

  it('keeps what was recorded before, and nothing that was not', async () => {
    const folder = folderOf({ ...FILES, 'published.txt': 'Place a-ghost\n' });
    await slugs(folder);
    expect(published(folder)).toBe(`${PUBLISHED}Place a-ghost\n`);
  });

  it('records nothing of a corpus with a problem, such as a slug that has vanished', async () => {
    const folder = folderOf({ ...FILES, 'published.txt': 'Person bob\n' });
    const { status, stdout, stderr } = await slugs(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('published.txt:1:1 lost-slug');
    expect(stderr).toContain('- { slug: bob, type: Person, on: YYYY-MM-DD, reason: "…" }');
    expect(published(folder)).toBe('Person bob\n');
  });

  it('leaves nothing half written where it may not write', async () => {
    const folder = folderOf({ ...FILES, 'published.txt': 'Person ann\n' });
    // Who runs tests as root may write everywhere, but not over a folder.
    rmSync(join(folder, 'published.txt'));
    chmodSync(folder, 0o500);
    const { status } = await slugs(folder);
    chmodSync(folder, 0o700);
    if (process.getuid?.() !== 0) expect([status, existsSync(join(folder, 'published.txt'))]).toEqual([1, false]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a published slug', () => {
  const folderWithout = (...gone: string[]) => {
    const folder = folderOf({ ...FILES, 'published.txt': PUBLISHED });
    for (const file of gone) rmSync(join(folder, file));
    return folder;
  };

  it.each<readonly [string, readonly string[]]>([
    ['people/ann.yaml', ['unknown-reference', 'lost-slug']],
    ['retired.yaml', ['lost-slug']],
    ['published.txt', []],
  ])('%s cannot be deleted without a word', (file, codes) => {
    expect(codesOf(folderWithout(file))).toEqual(codes);
  });

  it('of a thing that only a deleted article introduced is lost with it', () => {
    expect(codesOf(folderWithout('articles/mill.md', 'articles/mill.yaml'))).toEqual(['lost-slug', 'lost-slug']);
  });

  it.each(['hidden: embargo', 'withdrawn: { on: 2025-01-01, reason: untrue }'])('is not lost with "%s"', (front) => {
    const folder = folderWithout();
    const file = join(folder, 'articles/mill.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('language: en\n', `language: en\n${front}\n`));
    expect(codesOf(folder)).toEqual([]);
  });

  it('is looked up in a set: a hundred thousand take no longer than reading them', () => {
    const folder = folderWithout();
    const many = Array.from({ length: 100_000 }, (_, number) => `Person person-${number}\n`).join('');
    writeFileSync(join(folder, 'published.txt'), many);
    expect(compile(folder).problems).toHaveLength(100_000);
  });
});
