import { describe, expect, it } from 'vitest';
import { contentOf, filesOf, rewritten, TOWN, townFolder } from './town.ts';

describe('merge', () => {
  it('makes the names and addresses of one person those of the other', async () => {
    const folder = townFolder();
    const { stdout, problems } = await rewritten(folder, 'merge', 'a-lee', 'ann-lee');
    expect(problems).toEqual([]);
    expect(stdout).toContain(
      'people/ann-lee.yaml: otherNames “A. Lee”, “Annie”; sameAs “https://lee.example/a”\n  retired.yaml: "a-lee" is retired\n',
    );
    expect(contentOf(folder, 'people/ann-lee.yaml')).toBe(
      'name: Ann Lee # the mayor\notherNames:\n  - Lee of Elm\n  - "A. Lee"\n  - Annie\nsameAs: ["https://lee.example/a"]\n',
    );
    expect(contentOf(folder, 'people/a-lee.yaml')).toBeNull();
    expect(contentOf(folder, 'articles/again.yaml')).toBe(TOWN['articles/again.yaml']?.replaceAll('a-lee', 'ann-lee'));
    expect(contentOf(folder, 'retired.yaml')).toMatch(
      /slug: a-lee\n {2}type: Person\n.*\n {2}how: MERGED\n.*\n {2}replacedBy: ann-lee\n$/,
    );
  });

  it('joins what one article says of both, and names neither twice', async () => {
    const folder = townFolder();
    const { problems } = await rewritten(folder, 'merge', 'bob-roe', 'ann-lee');
    expect(problems).toEqual([]);
    const mill = contentOf(folder, 'articles/mill.yaml');
    expect(mill).toContain("about: [fire, ann-lee, 'elm']");
    expect(mill).toContain('mentions:\n  ann-lee: [Ann Lee, Ms Lee, Bob Roe]\n  "elm"');
    expect(mill).not.toContain('bob-roe');
  });

  it('makes the introduction of an event a report of the other, and tells what was dropped', async () => {
    const folder = townFolder();
    const { stdout, problems } = await rewritten(folder, 'merge', 'blaze', 'fire', '--reason', 'One fire.');
    expect(problems).toEqual([]);
    expect(stdout).toContain('"fire" keeps its own: dropped the name “Blaze” and the kind OTHER of "blaze".');
    expect(contentOf(folder, 'articles/again.yaml')).toContain('  - of: fire\n    evidence: The fire\n');
    expect(contentOf(folder, 'retired.yaml')).toContain('reason: "One fire."');
  });

  it('hands the larger event on', async () => {
    const folder = townFolder();
    const { stdout } = await rewritten(folder, 'merge', 'walk', 'blaze');
    expect(stdout).toContain('articles/again.yaml: "blaze" is part of "fire"');
    expect(contentOf(folder, 'articles/again.yaml')).toContain('evidence: The fire\n    partOf: fire\n');
    expect(contentOf(folder, 'articles/mill.yaml')).toContain('  - of: blaze\n    places: *where\n');
  });

  it('makes two statements one', async () => {
    const said = `${TOWN['articles/again.yaml']}`.replace('of: lee-hot', 'statement: friend-hot');
    const folder = townFolder({ 'articles/again.yaml': said });
    const { problems } = await rewritten(folder, 'merge', 'friend-hot', 'lee-hot');
    expect(problems).toEqual([]);
    expect(contentOf(folder, 'articles/again.yaml')).toBe(TOWN['articles/again.yaml']);
  });

  it('shows the comments that go with a file', async () => {
    const folder = townFolder({ 'people/bob-roe.yaml': '# asked him on 3 May\nname: Bob Roe\n' });
    const { stdout } = await rewritten(folder, 'merge', 'bob-roe', 'a-lee');
    expect(stdout).toContain('A comment went with people/bob-roe.yaml: # asked him on 3 May');
  });

  it.each([
    [
      'two types',
      ['ann-lee', 'echo'],
      {},
      /^"ann-lee" is a person and "echo" an organization; only two things of one type/,
    ],
    ['two articles', ['mill', 'again'], {}, /^Two articles are never merged: .* withdraw mill/],
    ['one thing with itself', ['echo', 'echo'], {}, /^"echo" is one thing already/],
    ['places of two kinds', ['elm', 'shire'], {}, /^"elm" is a place of kind CITY, "shire" of kind REGION\./],
    [
      'places in two places',
      ['elm', 'oak'],
      {
        'places/oak.yaml': 'name: Oak\nkind: CITY\ncontainedIn: wood\n',
        'places/wood.yaml': 'name: Wood\nkind: REGION\n',
      },
      /^"elm" lies in "shire", "oak" in "wood"\./,
    ],
    ['an event and its part', ['walk', 'fire'], {}, /^"walk" is part of "fire", so it is not the same/],
    ['an event with its part', ['fire', 'walk'], {}, /cycle/],
    ['a statement with its denial', ['lee-hot', 'roe-denies'], {}, /refers-to-itself/],
  ] as const)('refuses %s, and writes nothing', async (_, args, others, says) => {
    const folder = townFolder(others);
    const { stderr, stdout, status } = await rewritten(folder, 'merge', ...args);
    expect(stderr).toMatch(says);
    expect({ stdout, ok: status > 0 }).toEqual({ stdout: '', ok: true });
    expect(filesOf(folder)).toEqual({ ...TOWN, ...others });
  });
});
