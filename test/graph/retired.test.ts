// What an old link may still ask for.
import { describe, expect, test } from 'vitest';
import { ask, request } from '../harness.ts';

const QUERY = `query ($slug: Slug!) {
  retired(slug: $slug) {
    slug type on how reason
    replacedBy { __typename slug url ... on Event { name } }
    splitInto { __typename slug }
  }
}`;

const MILL_FIRE = { __typename: 'Event', slug: 'harrow-mill-fire', url: '/events/harrow-mill-fire' };

test.each<readonly [string, object]>([
  [
    'mill-fire',
    {
      type: 'EVENT',
      on: null,
      how: 'RENAMED',
      reason: 'A mill in the next valley burned as well; the name had become ambiguous.',
      replacedBy: { ...MILL_FIRE, name: expect.any(String) },
    },
  ],
  [
    'harrow-street-blaze',
    {
      type: 'EVENT',
      on: '2025-03-10',
      how: 'RENAMED',
      reason: 'The mill is not in Harrow Street.',
      replacedBy: { ...MILL_FIRE, name: expect.any(String) },
    },
  ],
  [
    'h-cask',
    {
      type: 'PERSON',
      on: '2025-04-02',
      how: 'MERGED',
      reason: 'The Courier\'s "H. Cask" is the owner of the mill.',
      replacedBy: { __typename: 'Person', slug: 'hugo-cask', url: '/people/hugo-cask' },
    },
  ],
  ['larkbridge-herald', { type: null, on: null, how: 'REMOVED', reason: 'A paper that was entered by mistake.' }],
  [
    'tern-valley-papers',
    {
      type: 'ORGANIZATION',
      on: '2025-05-20',
      how: 'SPLIT',
      reason: 'The two papers had been entered as one.',
      splitInto: [
        { __typename: 'Organization', slug: 'larkbridge-gazette' },
        { __typename: 'Organization', slug: 'tern-valley-courier' },
      ],
    },
  ],
  [
    's-tallow',
    {
      type: 'PERSON',
      on: '2025-06-10',
      how: 'SPLIT',
      reason: 'Brother and sister had been taken for one person.',
      splitInto: [
        { __typename: 'Person', slug: 'silas-tallow' },
        { __typename: 'Person', slug: 'agnes-tallow' },
      ],
    },
  ],
])('"%s" says what became of it, when and why', async (slug, expected) => {
  const gone = { slug, replacedBy: null, splitInto: [] };
  expect(await ask(QUERY, { slug }, 'gazette')).toEqual({ retired: { ...gone, ...expected } });
});

test.each(['never-published', 'harrow-mill-fire'])('"%s" was never retired, and asking is no mistake', async (slug) => {
  expect(await request(QUERY, { slug }, 'gazette')).toEqual({ data: { retired: null } });
});

test('a corpus without retired slugs has none', async () => {
  expect(await ask(QUERY, { slug: 'mill-fire' })).toEqual({ retired: null });
});

/** Old slugs of the Gazette, and what has replaced each. */
const REPLACED = {
  event: ['mill-fire', 'harrow-mill-fire'],
  chain: ['harrow-street-blaze', 'harrow-mill-fire'],
  person: ['inspector-marsh', 'lena-marsh'],
  merged: ['h-cask', 'hugo-cask'],
} as const;

const VOICES = 'voices: [ARTICLE, SPEAKER, CARRIED_OVER]';

describe('an old slug is as good as the new one', () => {
  test.each<readonly [string, keyof typeof REPLACED, (slug: string) => string]>([
    ['of an event', 'event', (slug) => `{ event(slug: "${slug}") { slug name } }`],
    ['at the start of a chain', 'chain', (slug) => `{ event(slug: "${slug}") { slug name } }`],
    ['of a person', 'person', (slug) => `{ person(slug: "${slug}") { slug name } }`],
    ['of an agent', 'person', (slug) => `{ agent(slug: "${slug}") { slug } }`],
    ['in an id', 'person', (slug) => `{ node(id: "${btoa(`Person:${slug}`)}") { id } }`],
    ['in ids', 'chain', (slug) => `{ nodes(ids: ["${btoa(`Event:${slug}`)}"]) { id } }`],
    ['of speakers', 'merged', (slug) => listed(`statements(filter: { speakers: ["${slug}"] })`)],
    [
      'of speakers, beside the new one',
      'merged',
      (slug) => listed(`statements(filter: { speakers: ["${slug}", "hugo-cask"] })`),
    ],
    ['of subjects', 'chain', (slug) => listed(`statements(filter: { about: ["${slug}"] })`)],
    ['of somebody involved', 'person', (slug) => listed(`statements(filter: { involves: ["${slug}"] })`)],
    ['refused', 'merged', (slug) => listed(`statements(filter: { not: { speakers: ["${slug}"] } })`)],
    ['of participants', 'merged', (slug) => listed(`events(filter: { participant: { agents: ["${slug}"] } })`)],
    [
      'of participants with a role',
      'merged',
      (slug) =>
        listed(
          `events(filter: { participant: { agents: ["${slug}"], roles: [DETAINEE, SUSPECT, PARTICIPANT, ACTOR] } })`,
        ),
    ],
    ['of mentions', 'event', (slug) => listed(`articles(filter: { mentions: ["${slug}"] })`)],
    ['of events', 'chain', (slug) => listed(`people(filter: { events: ["${slug}"] })`)],
    ['of who affirms it', 'person', (slug) => listed(`events(filter: { affirmedBy: { speakers: ["${slug}"] } })`)],
    [
      'in facets',
      'merged',
      (slug) =>
        `{ statements(filter: { speakers: ["${slug}"] }) { totalCount facets(by: [SPEAKER, PLACE]) { dimension values { value count } } } }`,
    ],
    [
      'in a search',
      'merged',
      (slug) =>
        `{ search(query: "mill", filter: { speakers: ["${slug}"] }) { totalCount nodes { node { slug } } facets(by: [SPEAKER]) { values { value count } } } }`,
    ],
    [
      'in a timeline',
      'merged',
      (slug) =>
        `{ timeline(granularity: YEAR, filter: { involves: ["${slug}"] }) { totalCount nodes { eventCount statementCount } } }`,
    ],
    [
      'at the start of paths',
      'merged',
      (slug) =>
        `{ paths(from: "${slug}", to: "maren-oakes", ${VOICES}) { nodes { length hops { from { slug } to { slug } } } } }`,
    ],
    [
      'at the end of paths',
      'person',
      (slug) => `{ paths(from: "maren-oakes", to: "${slug}", ${VOICES}) { nodes { length } } }`,
    ],
  ])('%s', async (_, kind, query) => {
    const [old, now] = REPLACED[kind];
    const expected = await request(query(now), {}, 'gazette');
    expect(JSON.stringify(expected)).not.toMatch(/"errors"|"totalCount":0|null|"nodes":\[\]/);
    expect(withoutCost(await request(query(old), {}, 'gazette'))).toEqual(withoutCost(expected));
  });
});

test('somebody and an old slug of the same are not connected to each other', async () => {
  const query = '{ paths(from: "h-cask", to: "hugo-cask") { nodes { length } isComplete } }';
  expect(await ask(query, {}, 'gazette')).toEqual({ paths: { nodes: [], isComplete: true } });
});

test('a lookup of another type finds nothing, and says which type it is', async () => {
  const { data, extensions } = (await request('{ place(slug: "h-cask") { name } }', {}, 'gazette')) as Warned;
  expect(data).toEqual({ place: null });
  expect(extensions.warnings).toMatchObject([{ code: 'WRONG_TYPE_SLUG', value: 'h-cask' }]);
});

test('what is gone finds nothing, and a warning says why and what there is instead', async () => {
  const query = `{
    organization(slug: "larkbridge-herald") { name }
    articles(filter: { publishers: ["tern-valley-papers"] }) { totalCount }
  }`;
  const { data, extensions } = (await request(query, {}, 'gazette')) as Warned;
  expect(data).toEqual({ organization: null, articles: { totalCount: 0 } });
  expect(extensions.warnings).toEqual([
    {
      code: 'RETIRED_SLUG',
      message:
        '"organization.slug" is "larkbridge-herald", which was removed, so it finds nothing: A paper that was entered by mistake.',
      argument: 'organization.slug',
      value: 'larkbridge-herald',
      nearest: [],
    },
    {
      code: 'RETIRED_SLUG',
      message:
        '"articles.filter.publishers.0" is "tern-valley-papers", which was split on 2025-05-20, so it finds nothing: The two papers had been entered as one. Ask for "larkbridge-gazette" or "tern-valley-courier".',
      argument: 'articles.filter.publishers.0',
      value: 'tern-valley-papers',
      nearest: ['larkbridge-gazette', 'tern-valley-courier'],
    },
  ]);
});

interface Warned {
  readonly data: object;
  readonly extensions: { readonly warnings: readonly object[] };
}

function listed(list: string): string {
  return `{ ${list} { totalCount nodes { slug } } }`;
}

/** An answer without its cost: looking up a replacement costs a little. */
function withoutCost(answer: Awaited<ReturnType<typeof request>>) {
  const { extensions, ...rest } = answer as Partial<Warned>;
  return { ...rest, warnings: extensions?.warnings };
}
