// Filters, on root lists and on nested ones. What each should find is written out, not computed.
import { describe, expect, test } from 'vitest';
import { ask, type CorpusName, OF_THE_NINE, request } from '../harness.ts';

async function slugs(query: string, corpus: CorpusName = 'gazette'): Promise<string[]> {
  const data = await ask(`{ ${query} }`, {}, corpus);
  const list = Object.values<{ nodes: { slug: string }[] }>(data)[0];
  return (list?.nodes ?? []).map(({ slug }) => slug);
}

/** The filter, in the Gazette among what its first nine articles report. */
const narrowed = (filter: string, corpus: CorpusName = 'gazette') =>
  corpus === 'gazette' ? `{ ${filter} and: [${OF_THE_NINE}] }` : `{ ${filter} }`;
const events = (filter: string, corpus?: CorpusName) =>
  slugs(`events(first: 100, filter: ${narrowed(filter, corpus)}) { nodes { slug } }`, corpus);
const statements = (filter: string, corpus?: CorpusName) =>
  slugs(`statements(first: 100, filter: ${narrowed(filter, corpus)}) { nodes { slug } }`, corpus);

describe('dates', () => {
  test('within is certain: every day that the date can stand for', async () => {
    expect(await events('date: { within: "2025-06" }')).toEqual([
      'grounding-of-the-saint-orla',
      'search-for-the-sailor',
    ]);
    expect(await events('date: { within: "2025-03-03" }')).toEqual(['harrow-mill-fire', 'death-of-josef-lindqvarn']);
  });

  test('overlaps is possible: at least one day', async () => {
    expect(await events('date: { overlaps: "2025-06" }')).toEqual([
      'closure-of-the-tern-footbridge',
      'closure-of-harrow-mill',
      'lantern-festival-2025',
      'death-of-agnes-tallow',
      'grounding-of-the-saint-orla',
      'search-for-the-sailor',
    ]);
  });

  test('an open end reaches as far as one likes', async () => {
    expect(await events('date: { within: "../1999" }')).toEqual([
      'great-flood-of-larkbridge',
      'building-of-lantern-house',
    ]);
    expect(await events('date: { overlaps: "2030/.." }')).toEqual(['closure-of-the-tern-footbridge']);
  });

  test('what has no date passes neither', async () => {
    const dated = await events('date: { overlaps: "0000/9999" }');
    expect(dated).not.toContain('protest-at-the-corn-exchange');
    expect(dated).toContain('harrow-mill-fire');
  });

  test.each([
    ['2025-13', 'A DateRange is an EDTF date or interval such as "2025-06" or "2025-06-27/2025-06-30".'],
    ['June', 'A DateRange is an EDTF date or interval such as "2025-06" or "2025-06-27/2025-06-30".'],
    ['2025-06-30/2025-06-27', 'This DateRange ends before it starts. Give the earlier date first.'],
  ])('%s is refused, in the document and in a variable', async (range, message) => {
    const inline = await request(`{ events(filter: { date: { within: "${range}" } }) { totalCount } }`);
    expect(inline.errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    const variable = await request(
      'query ($range: DateRange) { events(filter: { date: { within: $range } }) { totalCount } }',
      { range },
    );
    expect(variable.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(variable.errors?.[0]?.message).not.toContain(range);
  });
});

describe('events', () => {
  test('by an agent, in a role', async () => {
    expect(await events('participant: { agents: "tobias-wren" }')).toEqual([
      'harrow-mill-fire',
      'locking-of-the-fire-doors',
    ]);
    expect(await events('participant: { agents: "tobias-wren", roles: WITNESS }')).toEqual(['harrow-mill-fire']);
    expect(await events('participant: { agents: "tobias-wren", roles: VICTIM }')).toEqual([]);
  });

  test('by a place and all that lies in it', async () => {
    expect(await events('places: "administrative-building-in-yekaterinburg"', 'seed')).toEqual([
      'death-of-huseyn-safarov',
    ]);
    expect(await events('places: "yekaterinburg", kinds: [DEATH, OPERATION]', 'seed')).toEqual([
      'joint-operation-in-yekaterinburg',
      'death-of-huseyn-safarov',
    ]);
  });

  test('by speaker, denials included', async () => {
    expect(await events('speakers: "hugo-cask"')).toEqual(['locking-of-the-fire-doors']);
    expect(await events('speakers: "nemat-avazov", kinds: [VIOLENCE]', 'seed')).toEqual([
      'excessive-force-against-the-detainees',
      'torture-of-the-detainees',
    ]);
  });

  test('by voice', async () => {
    expect(await events('voices: CARRIED_OVER')).toEqual([
      'complaints-about-the-fire-doors',
      'teal-cask-telephone-conversation',
      'parents-learn-from-the-newspaper',
    ]);
  });

  test('by article and kind, together', async () => {
    expect(await events('articles: "owner-denies-locked-doors", kinds: [DETENTION, CRIME]')).toEqual([
      'detention-after-the-mill-fire',
      'lighting-of-the-mill-fire',
    ]);
  });

  test('by the whole they are part of', async () => {
    expect(await events('partOf: "joint-operation-in-yekaterinburg"', 'seed')).toEqual([
      'detention-of-azerbaijani-citizens',
    ]);
  });

  test('of nobody there are none', async () => {
    expect(await events('speakers: "nobody"')).toEqual([]);
    expect(await events('kinds: []')).toEqual([]);
  });

  test('null asks for nothing', async () => {
    const all = await events('');
    expect(await events('articles: null, date: null')).toEqual(all);
    expect(await events('date: {}')).toEqual(all);
    expect(await events('date: { within: null, overlaps: null }')).toEqual(all);
  });
});

describe('statements', () => {
  test('by speaker and addressee', async () => {
    expect(await statements('speakers: "mikhail-shvydkoy", addressees: "ria-novosti"', 'seed')).toEqual([
      'shvydkoy-equally-ready',
    ]);
  });

  test('by kind', async () => {
    expect(await statements('kinds: [NO_COMMENT]')).toEqual([
      'cask-and-harrow-declines-to-comment',
      'rufet-declines-to-comment',
    ]);
  });

  test('by what they are about, sources of an account included', async () => {
    expect(await statements('about: "locking-of-the-fire-doors"')).toEqual(
      expect.arrayContaining(['teal-fire-doors-locked', 'wren-turned-the-key-himself', 'hugo-cask-no-door-was-locked']),
    );
  });

  test('by voice: those inside another statement', async () => {
    expect(await statements('voices: SPEAKER')).toEqual(['wren-turned-the-key-himself']);
  });

  test('by date', async () => {
    expect(await statements('date: { within: "2025-06" }', 'seed')).toEqual([
      'ministry-of-culture-announces-cancellation',
    ]);
  });
});

describe('articles, agents and places', () => {
  test('articles by publication, language, publisher, author and what they name', async () => {
    const articles = (filter: string) => slugs(`articles(filter: { ${filter} }) { nodes { slug } }`);
    expect(await articles('published: { within: "2025-08" }')).toEqual([
      'hearing-finds-two-lamps-and-no-oil',
      'cinarlida-fener-bayrami-legv-edildi',
      'prazdnik-fonarey-v-larkbridge',
      'first-lanterns-reach-larkbridge',
    ]);
    expect(await articles('languages: "AZ"')).toEqual([
      'cinarlida-fener-bayrami-legv-edildi',
      'larkbricde-fener-gecesi',
      'medeniyyet-sobesinin-yeni-mudiri',
    ]);
    expect(
      await articles('publishers: "tern-valley-courier", authors: "owen-sallow", published: { within: "2025-03" }'),
    ).toEqual(['council-hears-the-millhands']);
    expect(await articles('mentions: "harrow-mill-fire"')).toEqual(
      expect.arrayContaining(['two-die-at-harrow-mill', 'at-least-three-dead-as-mill-burns']),
    );
  });

  test('people by the beginning of a name, whatever its spelling', async () => {
    const people = (name: string) => slugs(`people(filter: { name: "${name}" }) { nodes { slug } }`);
    expect(await people('qaracay')).toEqual(['elnare-qaracayli', 'sevil-qaracayli']);
    expect(await people('гарачайлы ЭЛЬ')).toEqual(['elnare-qaracayli']);
    expect(await people('zoe')).toEqual(['zoe-achterbergh']);
    expect(await people('aracayli')).toEqual([]);
  });

  test('places inside a place, and people at an event', async () => {
    expect(await slugs('places(filter: { containedIn: "yekaterinburg" }) { nodes { slug } }', 'seed')).toEqual([
      'administrative-building-in-yekaterinburg',
    ]);
    expect(
      await slugs('people(filter: { events: "putin-aliyev-telephone-conversation" }) { nodes { slug } }', 'seed'),
    ).toEqual(['ilham-aliyev', 'vladimir-putin']);
  });
});

test('a nested list is filtered by its place and by what is asked, both', async () => {
  const data = await ask(
    `{ person(slug: "maren-oakes") { statements(filter: { kinds: [DIRECT_QUOTE], and: [${OF_THE_NINE}] }) { totalCount nodes { slug } } }
       other: person(slug: "hugo-cask") { statements(filter: { speakers: "maren-oakes" }) { totalCount } } }`,
    {},
    'gazette',
  );
  expect(data.person.statements).toEqual({ totalCount: 1, nodes: [{ slug: 'oakes-we-did-what-we-could' }] });
  expect(data.other.statements).toEqual({ totalCount: 0 });
});
