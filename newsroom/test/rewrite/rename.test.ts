import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { annotation, frontMatter, placeFile, readYaml, retiredFile, SLUG } from '../../../data/compile/index.ts';
import { run } from '../../../test/compile/run.ts';
import { placesOf, replaceSlugs } from '../../rewrite/slug-place.ts';
import { filesOf, rewritten, TOWN, townFolder } from './town.ts';

describe('rename', () => {
  it('changes every reference of a person, and not one other byte', async () => {
    const folder = townFolder();
    const { status, stdout, problems } = await rewritten(
      folder,
      'rename',
      'ann-lee',
      'ann-leigh',
      '--reason',
      'A typo.',
    );
    expect(problems).toEqual([]);
    expect(stdout).toBe(`"ann-lee", a person, is "ann-leigh" now.
  articles/mill.yaml: 4 references, 1 mention
  people/ann-lee.yaml → people/ann-leigh.yaml
  retired.yaml: 1 reference; "ann-lee" is retired
A comment still says "ann-lee": articles/mill.yaml:2
3 files changed.
`);
    expect(status).toBe(0);
    const { 'people/ann-lee.yaml': file, 'retired.yaml': retired, 'articles/mill.yaml': mill = '', ...rest } = TOWN;
    expect(filesOf(folder)).toEqual({
      ...rest,
      'people/ann-leigh.yaml': file,
      'articles/mill.yaml': mill.replace(/(?<!is )ann-lee/g, 'ann-leigh'),
      'retired.yaml': `${retired?.replace('ann-lee', 'ann-leigh')}- slug: ann-lee\n  type: Person\n  on: "2026-03-09"\n  how: RENAMED\n  reason: "A typo."\n  replacedBy: ann-leigh\n`,
    });
  });

  it.each([
    ['lee-hot', 'lee-heat'],
    ['fire', 'great-fire'],
    ['elm', 'elm-town'],
    ['shire', 'true'],
    ['echo', '2026'],
    ['a-lee', '1e5'],
  ])('changes %s to %s, and the corpus has no problem', async (old, to) => {
    const folder = townFolder();
    const { status, problems } = await rewritten(folder, 'rename', old, to);
    expect({ status, problems }).toEqual({ status: 0, problems: [] });
    const { 'retired.yaml': retired, ...rest } = filesOf(folder);
    expect(retired).toContain(`slug: ${old}\n`);
    const inYaml = Object.entries(rest).filter(([path]) => path.endsWith('.yaml'));
    for (const [path, text] of inYaml) expect(placesOf(old, path, text)).toEqual([]);
    expect(Object.keys(rest).join(' ')).not.toMatch(new RegExp(`/${old}\\.`));
  });

  it('moves both files of an article', async () => {
    const folder = townFolder();
    const { problems } = await rewritten(folder, 'rename', 'mill', 'mill-burns');
    expect(problems).toEqual([]);
    const files = filesOf(folder);
    expect(files['articles/mill-burns.md']).toBe(TOWN['articles/mill.md']);
    expect(files['articles/mill-burns.yaml']).toBe(TOWN['articles/mill.yaml']);
    expect(files).not.toHaveProperty(['articles/mill.md']);
    expect(files['retired.yaml']).toContain('type: Article');
  });

  it('writes nothing with --dry-run', async () => {
    const folder = townFolder();
    const { stdout } = await rewritten(folder, 'rename', 'ann-lee', 'ann-leigh', '--dry-run');
    expect(stdout).toContain('3 files would change. Nothing was written: --dry-run.');
    expect(filesOf(folder)).toEqual({ ...TOWN });
  });

  it('makes the list of retired slugs if there is none', async () => {
    const folder = townFolder({ 'retired.yaml': null });
    await rewritten(folder, 'rename', 'echo', 'the-echo');
    expect(filesOf(folder)['retired.yaml']).toMatch(/^- slug: echo\n/);
  });

  it.each([
    ['a slug of nothing', ['ann-le', 'x'], 1, 'The corpus has nothing called "ann-le". Did you mean "ann-lee"?'],
    ['a retired slug', ['lee', 'x'], 1, '"lee" is retired: Too short. It is "ann-lee" now.'],
    [
      'to a slug that is taken',
      ['ann-lee', 'bob-roe'],
      1,
      '"bob-roe" is taken by a person. To make the two one: npm run data -- merge ann-lee bob-roe',
    ],
    ['to one that another type has', ['ann-lee', 'fire'], 1, '"fire" is taken by an event. Choose another.'],
    [
      'to a retired slug',
      ['ann-lee', 'lee'],
      1,
      '"lee" is retired: readers may hold links to what it named. Choose a slug that was never used.',
    ],
    ['to what is no slug', ['ann-lee', 'Ann'], 2, '"Ann" is not a slug: '],
    ['one slug', ['ann-lee'], 2, 'It takes OLD and NEW, and was given "ann-lee". Usage: '],
    ['a day that does not exist', ['ann-lee', 'x', '--on', '2026-02-30'], 2, '--on is "2026-02-30"'],
  ])('refuses %s', async (_, args, status, says) => {
    const folder = townFolder();
    const outcome = await run(folder, 'rename', ...args, '--corpus', 'corpus');
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(says)).toBe(true);
    expect(filesOf(folder)).toEqual({ ...TOWN });
  });

  it('is not kept from its work by a problem that the corpus has already', async () => {
    const folder = townFolder({ 'people/bob-roe.yaml': 'nam: Bob Roe\n' });
    expect(await rewritten(folder, 'rename', 'ann-lee', 'ann-leigh')).toMatchObject({ status: 0 });
  });
});

describe('a slug in a file', () => {
  it.each([
    ['plain', 'publisher: a # b\n', 'publisher: new # b\n'],
    ['in double quotes', 'publisher: "a"\n', 'publisher: "new"\n'],
    ['in single quotes', "publisher: 'a'   # x\n", "publisher: 'new'   # x\n"],
    ['with an anchor', 'publisher: &p a\nother: *p\n', 'publisher: &p new\nother: *p\n'],
    ['in braces', 'agency: { organization: a, words: a }\n', 'agency: { organization: new, words: a }\n'],
    ['as a field', 'mentions: { a: a, "b": c }\n', 'mentions: { new: a, "b": c }\n'],
    ['in a folded block', 'publisher: >-\n  a\n', 'publisher: new\n'],
    [
      'after an alias of a list',
      'events:\n  - places: &p [a]\n  - places: *p\n',
      'events:\n  - places: &p [new]\n  - places: *p\n',
    ],
  ])('%s is replaced alone', (_, yaml, expected) => {
    const places = placesOf('a', 'x.yaml', parsed(yaml));
    expect(replaceSlugs('x.yaml', yaml, places, 'new')).toBe(expected);
  });

  it('is known wherever a definition has one', () => {
    for (const definition of [annotation, frontMatter, placeFile, retiredFile]) {
      const ways = waysOfSlugs(z.toJSONSchema(definition, { io: 'input', unrepresentable: 'any' }), []);
      expect(ways.length).toBeGreaterThan(0);
      // A retired slug itself is never given another name.
      for (const way of ways.filter((one) => one.join('.') !== '0.slug'))
        expect({ way, found: placesOf('x', 'f.yaml', valueWith(way)).length }).toEqual({ way, found: 1 });
    }
  });
});

function parsed(yaml: string): unknown {
  return readYaml({ path: 'x.yaml', text: yaml }, () => {})?.value;
}

type Way = readonly (string | number)[];

/** The ways to every value of a JSON Schema that has to have the form of a slug. */
function waysOfSlugs(schema: unknown, way: Way): Way[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { pattern, properties = {}, items, anyOf = [], propertyNames } = schema as Record<string, object | undefined>;
  if (String(pattern) === SLUG.source) return [way];
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => waysOfSlugs(inner, [...way, name])),
    ...Object.values(anyOf).flatMap((inner) => waysOfSlugs(inner, way)),
    ...waysOfSlugs(items, [...way, 0]),
    ...(propertyNames === undefined ? [] : [[...way, 'x']]),
  ];
}

/** A value with the slug "x" at the end of the way, or as the name of its last field. */
function valueWith(way: Way): unknown {
  return way.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), 'x');
}
