// What a slug names, and what may have been meant by one that names nothing, or something else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../data/engine/slugs.ts';
import { AGENT_TYPES, ENTITY_TYPES, type EntityType, type Ref, type Slug } from '../../data/model.ts';
import { UNMETERED } from '../../data/store.ts';
import { compileFolder } from '../corpus.ts';
import { openBundled } from '../store/opened.ts';

const GAZETTE = compileFolder('test/corpora/gazette');
const store = openBundled(GAZETTE);
const nearestOf = (types: readonly EntityType[], slug: Slug, limit = 3) =>
  (store.nearest(slug, types, limit) as readonly Ref[]).map((near) => near.slug);
const nearest = (slug: Slug, limit?: number) => nearestOf(ENTITY_TYPES, slug, limit);
const NAMED = [...GAZETTE.entities.Person, ...GAZETTE.entities.Organization, ...GAZETTE.entities.Place];

describe('typeOf', () => {
  const things = Object.values(GAZETTE.entities).flat();

  it('tells every slug of the corpus, and no end, beginning or neighbour of one', () => {
    // A retired slug has the type of what has replaced it.
    const all = new Set([...things, ...GAZETTE.retired].map(({ slug }) => slug));
    for (const { type, slug } of things) {
      const others = [slug.slice(0, -1), `${slug}-x`, slug.slice(slug.indexOf('-') + 1)].filter((one) => !all.has(one));
      expect([slug, store.typeOf(slug), ...others.map((other) => store.typeOf(other))]).toEqual([
        slug,
        type,
        ...others.map(() => null),
      ]);
    }
  });
});

describe('nearest', () => {
  it.each<readonly [string, Slug, readonly Slug[]]>([
    ['a letter is another', 'hugo-kask', ['hugo-cask', 'hugo-cask-no-door-was-locked']],
    ['only the surname is given', 'tallow', ['agnes-tallow', 'silas-tallow']],
    ['a surname is mistyped', 'lindquarn', ['ada-lindqvarn', 'josef-lindqvarn', 'petra-lindqvarn']],
    [
      'a sentence is not ended',
      'death-of-agnes',
      ['death-of-agnes-tallow', 'agnes-tallow', 'death-of-josef-lindqvarn'],
    ],
    [
      'the last word is another',
      'larkbridge-police',
      ['larkbridge-gazette', 'ternshire-police', 'guests-from-larkbridge'],
    ],
    ['nothing is like it', 'zzz', []],
    ['it is too short to tell', 'a', []],
  ])('%s: %s', (_, slug, expected) => {
    expect(nearest(slug)).toEqual(expected);
  });

  it.each<readonly [string, readonly EntityType[], Slug, readonly Slug[]]>([
    ['those of the wanted types come first', ['Statement'], 'hugo-kask', ['hugo-cask-no-door-was-locked', 'hugo-cask']],
    ['one that names another thing is near itself', ['Place'], 'agnes-tallow', ['agnes-tallow', 'silas-tallow']],
  ])('%s', (_, types, slug, expected) => {
    expect(nearestOf(types, slug)).toEqual(expected);
  });

  it('says of which type each is, and has the wanted before the others', () => {
    const types = new Map(
      [GAZETTE.entities, GAZETTE.removed]
        .flatMap((kinds) => Object.values(kinds).flat())
        .map(({ slug, type }) => [slug, type]),
    );
    for (const slug of types.keys()) {
      const near = store.nearest(slug, AGENT_TYPES, 5) as readonly Ref[];
      expect(near.map(({ type }) => type)).toEqual(near.map((one) => types.get(one.slug)));
      const isAgent = near.map(({ type }) => AGENT_TYPES.some((agent) => agent === type));
      expect(isAgent).toEqual(isAgent.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it('finds a name in whose second half one letter was mistyped', () => {
    const mistyped = fc
      .constantFrom(...NAMED.map(({ slug }) => slug).filter((slug) => slug.length > 5))
      .chain((slug) =>
        fc.tuple(fc.constant(slug), fc.integer({ min: Math.ceil(slug.length / 2), max: slug.length - 1 })),
      )
      .filter(([slug, at]) => slug[at] !== '-');
    fc.assert(
      fc.property(mistyped, ([slug, at]) => {
        const typed = `${slug.slice(0, at)}9${slug.slice(at + 1)}`;
        expect(nearest(typed, 5)).toContain(slug);
      }),
    );
  });

  it('answers no more than are asked for, each of them of the corpus', () => {
    const all = new Set(Object.values(GAZETTE.entities).flatMap((things) => things.map(({ slug }) => slug)));
    const slugs = fc.stringMatching(/^[a-f]{1,5}(-[a-z]{1,8}){0,4}$/);
    fc.assert(
      fc.property(slugs, fc.nat(4), (slug, limit) => {
        const found = nearest(slug, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        for (const one of found) expect(all).toContain(one);
      }),
    );
  });

  it('has nothing to say over a corpus without a thing', () => {
    const { summary } = GAZETTE;
    const none = { Article: [], Event: [], Statement: [], Person: [], Organization: [], Group: [], Place: [] };
    const empty = openBundled({
      summary,
      entities: none,
      texts: [],
      dossiers: [],
      removed: { Event: [], Statement: [] },
      past: none,
      histories: [],
      retired: [],
      changes: [],
    });
    expect(empty.nearest('hugo-kask', ENTITY_TYPES, 3)).toEqual([]);
    expect(empty.typeOf('hugo-cask')).toBeNull();
  });

  it('pays for what it looks at, and more for a longer one', () => {
    const costOf = (slug: Slug) => {
      let spent = 0;
      store.meteredBy({ spend: (microseconds) => (spent += microseconds) }).nearest(slug, ENTITY_TYPES, 3);
      return spent;
    };
    expect(costOf('hugo-kask')).toBeGreaterThan(10);
    expect(costOf('hugo-kask-of-the-harbour-board')).toBeGreaterThan(costOf('hugo-kask'));
    expect(costOf(Array(50).fill('a').join('-'))).toBeLessThan(500);
  });
});

describe('distance', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/);

  it('is that of Levenshtein as far as is asked', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, most) => {
        expect(distance(a, b, most, UNMETERED)).toBe(Math.min(most + 1, levenshtein(a, b)));
      }),
    );
  });
});

/** By its definition. */
function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return levenshtein(restA, restB);
  return 1 + Math.min(levenshtein(restA, b), levenshtein(a, restB), levenshtein(restA, restB));
}
