// The climber itself: it proves nothing unless its attempts can be read, are all different, and can be made again.
import { Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readSchema } from '../../test/fuzz/document.ts';
import { randomOf } from '../../test/fuzz/random.ts';
import { type Attempt, attemptOf, bodyOf, textOf } from '../attempt.ts';
import type { Names } from '../names.ts';
import { checkAttempt } from '../refusal.ts';
import { kinOf, renew } from '../renew.ts';
import { classOf } from './archive.ts';
import { isFinding } from './bound.ts';
import { breed, type Climb } from './breed.ts';
import { cross } from './cross.ts';
import { MUTATIONS, mutate } from './mutate.ts';
import { nodesOf } from './place.ts';
import { shrink } from './shrink.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

const PEOPLE = ['maren-oakes', 'rasmus-teal', 'ida-holm', 'jon-vale'];
const WORDS = ['fire', 'mill', 'inquiry', 'council'];
const names: Names = {
  people: PEOPLE,
  articles: ['a-fire', 'an-inquiry'],
  echoed: 'oakes-it-was-not-enough',
  beginnings: (length) => WORDS.map((word) => word.slice(0, length)),
  mistyped: ['fxre', 'mqll', 'inzuiry'],
  days: ['2025-03-03', '2025-03-04'],
  kin: kinOf([PEOPLE, WORDS]),
};
const world: World = {
  schema: readSchema(),
  names,
  harvest: {
    slugs: {
      Article: names.articles,
      Event: ['the-fire'],
      Statement: [names.echoed],
      Person: PEOPLE,
      Organization: ['fire-brigade'],
      Group: ['the-millhands'],
      Place: ['harrow-mill'],
    },
    ids: ['UGVyc29uOm1hcmVuLW9ha2Vz'],
    cursors: { 'Query.events': ['WyJFdmVudC5EQVRFLkFTQyIsIjIwMjUtMDMtMDMiLCJ0aGUtZmlyZSJd'] },
    words: WORDS,
    names: ['Maren Oakes'],
    days: names.days,
    languages: ['en'],
    tagged: [],
  },
};
const PARENT = attemptOf(
  `query ($first: Int) { statements(first: $first, filter: { speakers: "maren-oakes", kinds: [DENIAL] }) { nodes { ...S } }
   a: search(query: "fire mill") { nodes { score } } events(first: 2) { nodes { name } }
   people(first: 20) { nodes { name mentions(first: 20) { totalCount } } } }
   fragment S on Statement { slug text }`,
  { first: 10 },
);
const OTHER = attemptOf(
  'query ($slug: Slug!) { events(first: 5) { nodes { ...E } } person(slug: $slug) { name } } fragment E on Event { name }',
  { slug: 'ida-holm' },
);
const COUNT = 200;
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const chance = (number: number) => randomOf(7, number);

describe('an attempt', () => {
  test('is sent with what belongs to it and nothing else', () => {
    expect(JSON.parse(bodyOf(OTHER))).toEqual({
      query: 'query($slug:Slug!){events(first:5){nodes{...E}}person(slug:$slug){name}}fragment E on Event{name}',
      variables: { slug: 'ida-holm' },
    });
    expect(JSON.parse(bodyOf({ ...attemptOf('{ __typename }'), reportsCost: true }))).toEqual({
      query: '{__typename}',
      extensions: { cost: true },
    });
  });

  test('keeps what stands before its document', () => {
    expect(textOf(attemptOf('\n\n# why\n{ __typename }'))).toBe('\n\n# why\n{__typename}');
  });

  test('asks the first of several operations', () => {
    expect(attemptOf('query A { __typename } query B { __typename }').operationName).toBe('A');
  });
});

describe('renewed', () => {
  test('it is another document with other values, of the same size', () => {
    const renewed = numbers.map((number) => renew(PARENT, chance(number), names.kin));
    expect(new Set(renewed.map(bodyOf)).size).toBe(COUNT);
    for (const attempt of renewed) {
      expect(validate(world.schema, parse(textOf(attempt)))).toEqual([]);
      expect(nodesOf(attempt.document, Kind.FIELD).length).toBe(nodesOf(PARENT.document, Kind.FIELD).length);
    }
    const slugs = new Set(renewed.map((attempt) => /speakers:"([^"]*)"/.exec(textOf(attempt))?.[1]));
    expect(slugs).toEqual(new Set(PEOPLE));
  });

  test('different values stay different, days move and variables follow', () => {
    const attempt = attemptOf(
      '{ a: person(slug: "maren-oakes") { name } b: person(slug: "ida-holm") { name } events(filter: { date: { within: "2025-03-03/2025" } }) { totalCount } }',
      { slug: 'jon-vale' },
    );
    for (const number of numbers) {
      const { document, variables } = renew(attempt, chance(number), names.kin);
      const [a, b, date] = nodesOf(document, Kind.STRING).map(({ value }) => value);
      expect(a).not.toBe(b);
      expect(date).toMatch(/^2025-03-(0[4-9]|1\d)\/2025$/);
      expect(PEOPLE).toContain(variables.slug);
    }
  });
});

describe('mutated', () => {
  test.each(MUTATIONS.map(([, mutation]) => [mutation.name, mutation] as const))(
    'by %s it can be read',
    (_, mutation) => {
      const mutated = numbers.flatMap((number) => mutation(PARENT, world, chance(number)) ?? []);
      expect(mutated.length).toBeGreaterThan(0);
      for (const attempt of mutated.slice(0, 50)) expect(() => parse(textOf(attempt))).not.toThrow();
      expect(mutated.some((attempt) => bodyOf(attempt) !== bodyOf(PARENT))).toBe(true);
    },
  );

  test('a document without a field of the schema stays one', () => {
    const nothing = attemptOf('{ nope { nope } }');
    for (const number of numbers) expect(() => mutate(nothing, world, chance(number))).not.toThrow();
  });

  test('it is mostly another one, and mostly valid', () => {
    const mutated = numbers.map((number) => mutate(PARENT, world, chance(number)));
    const changed = mutated.filter((attempt) => bodyOf(attempt) !== bodyOf(PARENT));
    const valid = mutated.filter((attempt) => validate(world.schema, attempt.document).length === 0);
    expect(changed.length).toBeGreaterThan(0.8 * COUNT);
    expect(valid.length).toBeGreaterThan(0.5 * COUNT);
  });

  test('the same chance gives the same one', () => {
    for (const number of numbers.slice(0, 30)) {
      expect(bodyOf(mutate(PARENT, world, chance(number)))).toBe(bodyOf(mutate(PARENT, world, chance(number))));
    }
  });
});

test('crossed, it asks what both ask, with fragments and variables of both', () => {
  const crossed = numbers.map((number) => cross(PARENT, OTHER, world, chance(number)));
  expect(crossed.some((attempt) => /events\(.*statements\(|statements\(.*events\(/.test(textOf(attempt)))).toBe(true);
  for (const attempt of crossed) {
    const messages = validate(world.schema, attempt.document).map(({ message }) => message);
    expect(messages.filter((message) => !message.includes('is never used'))).toEqual([]);
  }
});

describe('within the limits', () => {
  test('are most attempts that were beyond them', () => {
    const huge = attemptOf(
      `{ people(first: 100) { nodes { ${'name '.repeat(200)} statements(first: 100, filter: { or: [${'{ voices: ARTICLE } '.repeat(120)}] }) { nodes { text } } } } }`,
    );
    const fitting = numbers.slice(0, 30).flatMap((number) => within(huge, world, chance(number)) ?? []);
    expect(fitting.length).toBeGreaterThan(20);
    for (const attempt of fitting) {
      expect(checkAttempt(attempt, world.schema).codes).toEqual([]);
    }
  });

  test('an attempt stays as it is', () => {
    expect(within(PARENT, world, chance(1))).toBe(PARENT);
  });

  test.each([
    ['{ corpus { version } }', 3, []],
    ['{ people(first: 100) { nodes { statements(first: 100) { nodes { text } } } } }', 3510, []],
    [
      '{ people(first: 100) { nodes { statements(first: 100) { nodes { articles(first: 100) { nodes { statements(first: 100) { nodes { text } } } } } } } } }',
      35_101_010,
      ['QUERY_TOO_EXPENSIVE'],
    ],
    [
      `{ ${'__typename '.repeat(1200)} }`,
      expect.any(Number),
      expect.arrayContaining(['TOO_MANY_REPEATS', 'TOO_MANY_TOKENS']),
    ],
    [`${'\n'.repeat(1000)}{ __typename }`, 1, ['TOO_MANY_TOKENS']],
  ])('what the limits say of %.40s', (text, points, codes) => {
    expect(checkAttempt(attemptOf(text), world.schema)).toEqual({ points, codes });
  });
});

describe('a climb', () => {
  /** Dear is what has a long text. */
  const measure: Climb['measure'] = (attempt) =>
    Promise.resolve({ values: { CPU: bodyOf(attempt).length, bytes: 0 }, outcome: 'answered' });
  const climb = (seed: number) =>
    breed({
      seed,
      world,
      objectives: ['CPU', 'bytes'],
      population: [PARENT, OTHER],
      measure,
      isOver: (tries) => tries >= 60,
    });
  const bodies = async (seed: number) =>
    [...((await climb(seed)).archives.get('CPU')?.entries() ?? [])].map(([key, { attempt }]) => [key, bodyOf(attempt)]);

  test('of one seed is the same again, and of another one is another', async () => {
    expect(await bodies(1)).toEqual(await bodies(1));
    expect(await bodies(2)).not.toEqual(await bodies(1));
  });

  test('finds what is worse than what it began with', async () => {
    const lengths = (await bodies(1)).map(([, body]) => body?.length ?? 0);
    expect(Math.max(...lengths)).toBeGreaterThan(2 * bodyOf(PARENT).length);
  });
});

test('a class is what is asked for at the top and what came of it', () => {
  const keyOf = (text: string) => classOf(attemptOf(text), 'answered', world.schema);
  expect(keyOf('{ people { nodes { name } } }')).toBe(keyOf('{ people(first: 3) { nodes { slug } } }'));
  expect(keyOf('{ people { nodes { name } } }')).not.toBe(keyOf('{ events { nodes { name } } }'));
});

test('shrunk, an attempt has no more than what makes it bad', async () => {
  const isBad = (attempt: Attempt) => Promise.resolve(textOf(attempt).includes('mentions'));
  const least = await shrink({ ...PARENT, before: '\n\n', reportsCost: true }, isBad, () => false);
  expect(textOf(least)).toBe('query($first:Int){people{nodes{mentions{totalCount}}}}');
  expect(least.reportsCost).toBe(false);
});

test.each([
  ['a request of 11 ms', { values: { CPU: 11 }, outcome: 'answered' }, true],
  ['a request of 9 ms', { values: { CPU: 9 }, outcome: 'answered' }, false],
  ['a request without an answer', { values: { CPU: 0 }, outcome: 'no answer' }, true],
  ['a fault', { values: { CPU: 1 }, outcome: 'refused INTERNAL_SERVER_ERROR' }, true],
] as const)('%s', (_, score, expected) => {
  expect(isFinding(score, 'CPU')).toBe(expected);
});
