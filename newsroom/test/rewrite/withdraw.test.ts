import { describe, expect, it } from 'vitest';
import { run } from '../../../test/compile/run.ts';
import { contentOf, filesOf, rewritten, TOWN, townFolder } from './town.ts';

const WITHOUT_DENIAL = { 'articles/mill.yaml': TOWN['articles/mill.yaml'] ?? '' };

describe('withdraw', () => {
  it('lets another article introduce what it reports too', async () => {
    const folder = townFolder(WITHOUT_DENIAL);
    const { status, stdout, problems } = await rewritten(folder, 'withdraw', 'mill', '--reason', 'It was invented.');
    expect(problems).toEqual([]);
    expect(stdout).toBe(`"mill" is withdrawn.
  articles/again.yaml: introduces "lee-hot" now; introduces "fire" now
  articles/mill.md: withdrawn on 2026-03-09
  articles/mill.yaml: reports "lee-hot"; reports "fire"
With it goes what no other article reports: roe-denies, walk.
3 files changed.
`);
    expect(status).toBe(0);
    expect(contentOf(folder, 'articles/mill.md')).toContain(
      '  edtf: 2026-03-01\nwithdrawn:\n  on: "2026-03-09"\n  reason: "It was invented."\n---\n',
    );
    expect(contentOf(folder, 'articles/again.yaml')).toContain(
      '  - event: fire\n    name: Fire in the mill\n    kind: FIRE\n    date: { edtf',
    );
    expect(contentOf(folder, 'articles/again.yaml')).toContain('  - statement: lee-hot\n    kind: DIRECT_QUOTE\n');
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('  - of: fire\n    places: &where [elm]\n');
  });

  it('refuses where another article needs what only this one introduces', async () => {
    const folder = townFolder({
      'articles/again.yaml':
        TOWN['articles/again.yaml']?.replace('kind: OTHER', 'kind: OTHER\n    partOf: walk') ?? null,
    });
    const before = filesOf(folder);
    const { status, stderr } = await rewritten(folder, 'withdraw', 'mill', '--reason', 'x');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Other files name what only this article introduces, and it would be gone: "walk" in articles/again.yaml (events.1.partOf). Remove these references first, or introduce the thing in another article.\n',
    );
    expect(filesOf(folder)).toEqual(before);
  });

  it.each([
    ['without a reason', ['mill'], 2, /^A withdrawal has a reason/],
    ['what is no article', ['fire', '--reason', 'x'], 1, /^"fire" is not an article, but an event\./],
  ])('refuses %s', async (_, args, status, says) => {
    const outcome = await run(townFolder(), 'withdraw', ...args, '--corpus', 'corpus');
    expect(outcome).toMatchObject({ status, stderr: expect.stringMatching(says) });
  });

  it('refuses an article that is withdrawn already', async () => {
    const folder = townFolder();
    await rewritten(folder, 'withdraw', 'again', '--reason', 'x');
    expect(await rewritten(folder, 'withdraw', 'again', '--reason', 'x')).toMatchObject({
      status: 1,
      stderr: '"again" is withdrawn already.\n',
    });
  });
});
