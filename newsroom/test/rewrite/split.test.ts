import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Outcome, run } from '../../../test/compile/run.ts';
import { outcomeOf } from '../review/draft.ts';
import { contentOf, filesOf, TOWN, townFolder } from './town.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');

/** Runs `split` with these answers, a line each. */
async function split(folder: string, args: readonly string[], answers: readonly string[] = []): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, 'split', ...args, '--on', '2026-03-09', '--corpus', 'corpus'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '' },
  });
  const ended = outcomeOf(child);
  child.stdin.end(answers.map((line) => `${line}\n`).join(''));
  return await ended;
}

/** An article more that names Bob Roe. */
const OTHER = {
  'articles/other.md': (TOWN['articles/mill.md'] ?? '').replace('language: en # as printed', 'language: en'),
  'articles/other.yaml': `${/digest: .*\n/.exec(TOWN['articles/mill.yaml'] ?? '')?.[0]}mentions: { bob-roe: Bob Roe }\n`,
};

describe.concurrent('split', () => {
  it('asks for each article with its words, and retires the slug for both', async () => {
    const folder = townFolder(OTHER);
    const { stdout, status } = await split(folder, ['bob-roe', 'bob-roe-1', 'bob-roe-2'], ['x', 'b', 'a']);
    expect(stdout).toContain(`
articles/mill.yaml
  [Bob Roe] denied it.
  a for bob-roe-1, b for bob-roe-2, q to stop: x
  a for bob-roe-1, b for bob-roe-2, q to stop: b
`);
    expect(stdout).toContain('"bob-roe", a person, is "bob-roe-1" and "bob-roe-2" now.');
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.yaml')).toBe(
      TOWN['articles/mill.yaml']?.replaceAll('bob-roe', 'bob-roe-2'),
    );
    expect(contentOf(folder, 'articles/other.yaml')).toBe(OTHER['articles/other.yaml'].replace('bob-roe', 'bob-roe-1'));
    expect(contentOf(folder, 'people/bob-roe.yaml')).toBeNull();
    expect(contentOf(folder, 'people/bob-roe-1.yaml')).toBe('name: Bob Roe\n');
    expect(contentOf(folder, 'people/bob-roe-2.yaml')).toBe('name: Bob Roe\n');
    expect(contentOf(folder, 'retired.yaml')).toMatch(
      /slug: bob-roe\n.*Person\n.*\n {2}how: SPLIT\n.*\n {2}splitInto: \["?bob-roe-1"?, "?bob-roe-2"?\]\n$/,
    );
    expect(await run(folder, 'check', '--corpus', 'corpus')).toMatchObject({ status: 0 });
  });

  it('asks nothing that is given, and keeps the slug for the first if it is named so', async () => {
    const folder = townFolder(OTHER);
    const args = ['bob-roe', 'bob-roe', 'robert-roe', '--a', 'other', '--b', 'mill'];
    expect(await split(folder, args)).toMatchObject({ status: 0 });
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('robert-roe: Bob Roe');
    expect(contentOf(folder, 'articles/other.yaml')).toBe(OTHER['articles/other.yaml']);
    expect(contentOf(folder, 'retired.yaml')).toBe(TOWN['retired.yaml']);
  });

  it('splits a place, and asks for the places in it', async () => {
    const folder = townFolder();
    const { stdout, status } = await split(folder, ['shire', 'east', 'west', '--b', 'elm']);
    expect(stdout).toContain('"shire", a place, is "east" and "west" now.');
    expect(status).toBe(0);
    expect(contentOf(folder, 'places/elm.yaml')).toContain('containedIn: west');
    expect(contentOf(folder, 'places/west.yaml')).toBe('name: Shire\nkind: REGION\n');
  });

  it.each([
    ['what nobody answers', ['bob-roe', 'b-1', 'b-2'], /^Nothing was changed: "mill" was given to neither\./],
    [
      'an article given twice',
      ['bob-roe', 'b-1', 'b-2', '--a', 'mill', '--b', 'mill'],
      /^"mill" is given with --a and with --b/,
    ],
    [
      'an article that does not name it',
      ['bob-roe', 'b-1', 'b-2', '--a', 'again'],
      /^"again" does not name "bob-roe"\. What does: mill\.$/m,
    ],
    ['an event', ['fire', 'b-1', 'b-2'], /^"fire" is an event; only people/],
    ['into one', ['bob-roe', 'b', 'b'], /^NEW-A and NEW-B are two slugs/],
    ['into what is taken', ['bob-roe', 'b', 'echo'], /^"echo" is taken by an organization/],
  ])('refuses %s', async (_, args, says) => {
    const folder = townFolder();
    const { stderr, status } = await split(folder, args);
    expect(stderr).toMatch(says);
    expect(status).toBeGreaterThan(0);
    expect(filesOf(folder)).toEqual({ ...TOWN });
  });
});
