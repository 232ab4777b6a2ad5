// What is answered all the same, and hardly what was meant.
import { describe, expect, test } from 'vitest';
import { addressOf, postJson, request, send } from '../harness.ts';

async function warningsOf(query: string, variables: object = {}): Promise<readonly unknown[] | undefined> {
  const { data, errors, extensions } = (await request(query, variables, 'gazette')) as {
    data?: unknown;
    errors?: unknown;
    extensions?: { warnings?: readonly unknown[] };
  };
  expect(errors).toBeUndefined();
  expect(data).not.toBeNull();
  return extensions?.warnings;
}

const HUGO_KASK = {
  code: 'UNKNOWN_SLUG',
  value: 'hugo-kask',
  nearest: ['hugo-cask'],
};

describe('a slug that names nothing', () => {
  test('in a filter is told with its place and the nearest', async () => {
    expect(
      await warningsOf('{ statements(filter: { speakers: ["maren-oakes", "hugo-kask"] }) { totalCount } }'),
    ).toEqual([
      {
        ...HUGO_KASK,
        message:
          '"statements.filter.speakers.1" is "hugo-kask", which names nothing here, so it finds nothing. Did you mean "hugo-cask"?',
        argument: 'statements.filter.speakers.1',
      },
    ]);
  });

  test.each<readonly [string, string, object, readonly string[]]>([
    ['a list of one', '{ events(filter: { speakers: "hugo-kask" }) { totalCount } }', {}, ['events.filter.speakers']],
    ['an argument', '{ person(slug: "hugo-kask") { name } }', {}, ['person.slug']],
    ['under another name', '{ he: person(slug: "hugo-kask") { name } }', {}, ['he.slug']],
    [
      'a filter inside a filter',
      '{ events(filter: { not: { or: [{ participant: { agents: ["hugo-kask"] } }] } }) { totalCount } }',
      {},
      ['events.filter.not.or.0.participant.agents.0'],
    ],
    [
      'a list inside a thing',
      '{ person(slug: "maren-oakes") { ...Said } } fragment Said on Person { statements(filter: { about: ["hugo-kask"] }) { totalCount } }',
      {},
      ['person.statements.filter.about.0'],
    ],
    [
      'a variable',
      'query ($who: [Slug!]) { statements(filter: { speakers: $who }) { totalCount } }',
      { who: ['maren-oakes', 'hugo-kask'] },
      ['statements.filter.speakers.1'],
    ],
    [
      'a variable in a list',
      'query ($who: Slug!) { statements(filter: { speakers: ["maren-oakes", $who] }) { totalCount } }',
      { who: 'hugo-kask' },
      ['statements.filter.speakers.1'],
    ],
    [
      'a whole filter as a variable',
      'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }',
      { filter: { and: [{ speakers: ['hugo-kask'] }] } },
      ['statements.filter.and.0.speakers.0'],
    ],
    [
      'what a variable is where none is given',
      'query ($who: [Slug!] = ["hugo-kask"]) { statements(filter: { speakers: $who }) { totalCount } }',
      {},
      ['statements.filter.speakers.0'],
    ],
    [
      'what is included and not skipped',
      'query ($with: Boolean = false) { ... @include(if: $with) { person(slug: "hugo-kask") @skip(if: false) { name } } }',
      { with: true },
      ['person.slug'],
    ],
    [
      'two places',
      '{ statements(filter: { speakers: ["hugo-kask"] }) { totalCount } events(filter: { speakers: ["hugo-kask"] }) { totalCount } }',
      {},
      ['statements.filter.speakers.0', 'events.filter.speakers.0'],
    ],
  ])('is told in %s', async (_, query, variables, places) => {
    const warnings = await warningsOf(query, variables);
    expect(warnings).toEqual(
      places.map((argument) => ({ ...HUGO_KASK, message: expect.stringContaining(`"${argument}"`), argument })),
    );
  });

  test('is told with things of other types where nothing is near that can be named there', async () => {
    expect(await warningsOf('{ person(slug: "harow-mill") { name } }')).toEqual([
      {
        code: 'UNKNOWN_SLUG',
        message:
          '"person.slug" is "harow-mill", which names nothing here, so it finds nothing. Did you mean "harrow-mill" (a place) or "mill-sluice" (a place) or "cask-and-harrow" (an organization)?',
        argument: 'person.slug',
        value: 'harow-mill',
        nearest: ['harrow-mill', 'mill-sluice', 'cask-and-harrow'],
      },
    ]);
  });

  test('is told five times at most', async () => {
    const who = Array.from({ length: 20 }, (_, at) => `nobody-${at}`);
    const query = 'query ($who: [Slug!]) { statements(filter: { speakers: $who }) { totalCount } }';
    expect(await warningsOf(query, { who })).toHaveLength(5);
  });

  test.each([
    ['each slug names something', '{ statements(filter: { speakers: ["hugo-cask"] }) { totalCount } }', {}],
    ['no slug is given', '{ statements(filter: { kinds: [DENIAL] }) { totalCount } }', {}],
    [
      'a variable is null',
      'query ($who: [Slug!]) { statements(filter: { speakers: $who }) { totalCount } }',
      { who: null },
    ],
    ['the field is skipped', '{ __typename person(slug: "hugo-kask") @skip(if: true) { name } }', {}],
    [
      'it is not included, with all around it',
      `query ($with: Boolean = false) { __typename ... @include(if: $with) { ...Q } ...Q @include(if: false) }
       fragment Q on Query { person(slug: "hugo-kask") { name } }`,
      {},
    ],
    ['the slug need not name anything', '{ retired(slug: "hugo-kask") { reason } }', {}],
    ['nor where it is a variable', 'query ($old: Slug!) { retired(slug: $old) { reason } }', { old: 'hugo-kask' }],
    ['a text is no slug', '{ people(filter: { name: "hugo-kask" }) { totalCount } }', {}],
  ])('is not told where %s', async (_, query, variables) => {
    expect(await warningsOf(query, variables)).toBeUndefined();
  });
});

describe('a slug that names a thing of another type', () => {
  test('is told with what it names, what is expected, and the nearest that can be named there', async () => {
    expect(await warningsOf('{ event(slug: "harrow-mill") { name } }')).toEqual([
      {
        code: 'WRONG_TYPE_SLUG',
        message:
          '"event.slug" is "harrow-mill", which is a place; an event is expected, so it finds nothing. Did you mean "harrow-mill-fire" or "harrow-mill-trial"?',
        argument: 'event.slug',
        value: 'harrow-mill',
        nearest: ['harrow-mill-fire', 'harrow-mill-trial'],
      },
    ]);
  });

  test.each<readonly [string, string, object, string, readonly string[]]>([
    [
      'an argument of several types',
      '{ agent(slug: "harrow-mill") { name } }',
      {},
      '"agent.slug" is "harrow-mill", which is a place; a person, organization or group is expected',
      ['harrow-mill-workers', 'cask-and-harrow', 'jury-in-the-mill-trial'],
    ],
    [
      'a filter',
      '{ events(filter: { places: ["larkbridge", "maren-oakes"] }) { totalCount } }',
      {},
      '"events.filter.places.1" is "maren-oakes", which is a person; a place is expected',
      [],
    ],
    [
      'a filter inside a filter, and a variable',
      'query ($who: Slug!) { events(filter: { not: { participant: { agents: [$who] } } }) { totalCount } }',
      { who: 'harrow-mill-fire' },
      '"events.filter.not.participant.agents.0" is "harrow-mill-fire", which is an event; a person, organization or group is expected',
      ['harrow-mill-workers', 'cask-and-harrow', 'jury-in-the-mill-trial'],
    ],
    [
      'a whole filter as a variable',
      'query ($filter: SearchFilter) { search(query: "mill", filter: $filter) { totalCount } }',
      { filter: { speakers: 'harrow-mill' } },
      '"search.filter.speakers" is "harrow-mill", which is a place; a person, organization or group is expected',
      ['harrow-mill-workers', 'cask-and-harrow', 'jury-in-the-mill-trial'],
    ],
    [
      'a list inside a thing',
      '{ event(slug: "harrow-mill-fire") { reports(articles: ["larkbridge-gazette"]) { totalCount } } }',
      {},
      '"event.reports.articles.0" is "larkbridge-gazette", which is an organization; an article is expected',
      ['larkbricde-fener-gecesi', 'larkbridge-buries-josef-lindqvarn'],
    ],
  ])('is told in %s', async (_, query, variables, start, nearest) => {
    const [warning, ...others] = (await warningsOf(query, variables)) ?? [];
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'WRONG_TYPE_SLUG', message: expect.stringContaining(start), nearest });
  });

  test('is told only where it cannot be named', async () => {
    const query = '{ place(slug: "harrow-mill") { name } person(slug: "harrow-mill") { name } }';
    expect(await warningsOf(query)).toMatchObject([{ argument: 'person.slug' }]);
  });
});

test('an answer that is asked for again has its warnings again, by POST and by GET', async () => {
  const query = '{ again: statements(filter: { speakers: ["hugo-kask"] }) { totalCount } }';
  const bodies = [];
  for (let time = 0; time < 2; time++) {
    const response = await send('/graphql', postJson({ query }), 'gazette');
    bodies.push(await response.text());
  }
  const address = `/graphql?query=${encodeURIComponent(query)}`;
  const byGet = await send(address, {}, 'gazette');
  bodies.push(await byGet.text());
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain('UNKNOWN_SLUG');

  const etag = byGet.headers.get('ETag')!;
  const known = await fetch(addressOf(address, 'gazette'), { headers: { 'If-None-Match': etag } });
  expect(known.status).toBe(304);
});

test('the work of looking is part of the cost', async () => {
  const costOf = async (slug: string) => {
    const query = `{ statements(filter: { speakers: ["${slug}"] }) { totalCount } }`;
    const response = await send('/graphql', postJson({ query, extensions: { cost: true } }), 'gazette');
    const { extensions } = (await response.json()) as { extensions: { cost: { spent: number } } };
    return extensions.cost.spent;
  };
  expect(await costOf('hugo-kask')).toBeGreaterThan(await costOf('hugo-cask'));
});
