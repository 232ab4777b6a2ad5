// The pages of a real frontend, each one operation: what a reader would see, asked of the Gazette.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { postJson, send, THE_NINE } from '../harness.ts';

const PAGES = new URL('pages/', import.meta.url);

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test says by its query what it gets
  readonly data: any;
  readonly errors?: readonly unknown[];
  readonly extensions: {
    readonly cost: { readonly estimate: number; readonly spent: number; readonly limit: number };
    readonly warnings?: readonly unknown[];
  };
}

const opened = new Set<string>();

/** The data of a page, which is answered without an error or a warning, within what a request may cost. */
async function open(page: string, variables: object) {
  opened.add(`${page}.graphql`);
  const query = readFileSync(new URL(`${page}.graphql`, PAGES), 'utf8');
  const response = await send('/graphql', postJson({ query, variables, extensions: { cost: true } }), 'gazette');
  const { data, errors, extensions } = (await response.json()) as Answer;
  expect(errors).toBeUndefined();
  expect(extensions.warnings).toBeUndefined();
  const { estimate, spent, limit } = extensions.cost;
  expect(spent).toBeLessThanOrEqual(limit);
  expect(estimate).toBeLessThanOrEqual(limit);
  return data;
}

const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name);

test('front: the newest articles, who is quoted most, and a quotation that stays all day', async () => {
  const { articles, mostQuoted, randomStatement } = await open('front', { day: '2025-07-01' });
  const [newest] = articles.nodes;
  expect(articles.totalCount).toBe(49);
  expect(newest.excerpt.length).toBeLessThanOrEqual(161);
  expect(newest.url).toMatch(/^\/articles\//);
  const dates = articles.nodes.map(({ published }: { published: { edtf: string } }) => published.edtf);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(mostQuoted[0]).toMatchObject({ statementCount: 32, agent: { name: 'Edmund Rook' } });

  const again = await open('front', { day: '2025-07-01' });
  expect(again.randomStatement).toEqual(randomStatement);
  expect(randomStatement.text).not.toBe('');
});

describe('article', () => {
  test('its paragraphs are its text, cut for highlights, each with an address', async () => {
    const { article } = await open('article', { slug: 'owner-denies-locked-doors' });
    expect(article).toMatchObject({
      headline: 'Owner denies that doors were locked',
      published: { display: '6 March 2025' },
      publisher: { name: 'The Larkbridge Gazette (invented)' },
      bylines: [{ words: 'By Nell Farrow', person: { url: '/people/nell-farrow' } }],
    });
    const [, second] = article.paragraphs;
    const lines = second.segments.map(render).join('');
    expect(lines).toBe(
      'The owner of Harrow Mill, [Cask & Harrow Ltd](/organizations/cask-and-harrow), denied on Wednesday that ' +
        '[the fire doors had been locked on the night of the fire](/events/locking-of-the-fire-doors /statements/cask-and-harrow-denies-locked-doors). “' +
        '[No door was locked](/events/locking-of-the-fire-doors /statements/hugo-cask-no-door-was-locked)' +
        '[, and no worker was shut in](/statements/hugo-cask-no-door-was-locked),” its director, ' +
        '[Hugo Cask](/people/hugo-cask), wrote to [this paper](/organizations/larkbridge-gazette).',
    );
    expect(names(article.people.nodes)).toContain('Hugo Cask');
  });

  test('each of its statements has the place of its words in this article', async () => {
    const { article } = await open('article', { slug: 'owner-denies-locked-doors' });
    const { text } = (await askText('owner-denies-locked-doors')) as { text: string };
    const characters = [...text];
    for (const { quotes } of article.statements.nodes) {
      for (const { exact, start, end } of quotes.nodes[0].content) {
        expect(characters.slice(start, end).join('')).toBe(exact);
      }
    }
    expect(article.statements.nodes).toHaveLength(7);
  });

  interface Segment {
    readonly text: string;
    readonly marks: readonly { readonly target: { readonly url: string } }[];
  }

  function render({ text, marks }: Segment): string {
    const addresses = [...new Set(marks.map(({ target }) => target.url))].sort();
    return addresses.length === 0 ? text : `[${text}](${addresses.join(' ')})`;
  }

  async function askText(slug: string): Promise<unknown> {
    const response = await send('/graphql', postJson({ query: `{ article(slug: "${slug}") { text } }` }), 'gazette');
    return ((await response.json()) as Answer).data.article;
  }
});

describe('who said what', () => {
  test('each statement with who says it in which office, to whom, and in which paper', async () => {
    const { statements } = await open('who-said-what', { filter: { speakers: ['hugo-cask'], articles: THE_NINE } });
    expect(statements.totalCount).toBe(1);
    expect(statements.nodes[0]).toMatchObject({
      text: 'No door was locked, and no worker was shut in',
      kind: 'DIRECT_QUOTE',
      speakers: [
        {
          agent: { name: 'Hugo Cask' },
          positions: [{ title: 'director', organization: { name: 'Cask & Harrow Ltd' } }],
        },
      ],
      addressees: [{ agent: { name: 'The Larkbridge Gazette (invented)' } }],
      quotes: { nodes: [{ article: { headline: 'Owner denies that doors were locked' } }] },
    });
  });

  test('what is printed as "speaker: text" is true of what is denied, too', async () => {
    const { statements } = await open('who-said-what', {
      filter: { speakers: ['cask-and-harrow'], articles: THE_NINE },
    });
    const lines = statements.nodes.map(
      ({ speakers, text }: { speakers: { agent: { name: string } }[]; text: string }) =>
        `${speakers.map(({ agent }) => agent.name).join(', ')}: ${text}`,
    );
    expect(lines).toEqual([
      'Cask & Harrow Ltd: declined to comment on the cause',
      'Cask & Harrow Ltd: denied on Wednesday that the fire doors had been locked on the night of the fire',
    ]);
    expect(statements.nodes[1]).toMatchObject({
      date: { display: '5 March 2025' },
      published: { display: '6 March 2025' },
    });
  });

  test('its pages make up the whole list', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { statements }: { statements: StatementPage } = await open('who-said-what', { first: 10, after });
      ids.push(...statements.nodes.map(({ id }) => id));
      after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
      if (after === null) expect(ids).toHaveLength(statements.totalCount);
    } while (after !== null);
    expect(new Set(ids).size).toBe(ids.length);
  });

  interface StatementPage {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
});

test('person: what the articles agree on, and beside it what each says', async () => {
  const { person } = await open('person', { slug: 'josef-lindqvarn' });
  expect(person).toMatchObject({
    name: 'Josef Lindqvarn',
    birthDate: null,
    deathDate: { display: '3 March 2025' },
    positions: { nodes: [{ title: 'carder' }] },
    events: { totalCount: 3 },
    mentionedIn: { totalCount: 4 },
  });
  const births = person.lifeDates.nodes.filter(({ kind }: { kind: string }) => kind === 'BIRTH');
  expect(births.map(({ date }: { date: { display: string } }) => date.display)).toEqual(['1967', '1966']);
  expect(person.relatives.nodes.map(({ relative }: { relative: { name: string } }) => relative.name)).toEqual([
    'Ada Lindqvarn',
    'Ada Lindqvarn',
    'Ada Lindqvarn',
    'Petra Lindqvarn',
  ]);
});

test('event: what every account agrees on, and who tells the rest how', async () => {
  const { event } = await open('event', { slug: 'harrow-mill-fire' });
  expect(event).toMatchObject({ name: 'Fire at Harrow Mill', date: { display: '3 March 2025' }, time: null });
  expect(names(event.places)).toEqual(['Harrow Mill']);
  const versions = event.disagreements.map(({ property, versions }: { property: string; versions: Version[] }) => [
    property,
    versions.map(({ __typename, time, figures }) => time?.words ?? figures?.[0]?.minValue ?? __typename),
  ]);
  expect(versions).toEqual([
    ['TIME', ['at 9.20 p.m.', 'at 10.05 p.m.']],
    ['FIGURES', [2, 3]],
  ]);
  const papers = event.accounts.map(
    ({ article }: { article: { publisher: { name: string } } }) => article.publisher.name,
  );
  expect(papers).toEqual(['The Larkbridge Gazette (invented)', 'The Tern Valley Courier (invented)']);

  interface Version {
    readonly __typename: string;
    readonly time?: { readonly words: string };
    readonly figures?: readonly { readonly minValue: number }[];
  }
});

test('timeline: the months of a year, the empty ones among them', async () => {
  const { timeline } = await open('timeline', { filter: { date: { within: '2025' }, articles: THE_NINE } });
  const periods = timeline.nodes.map(({ period }: { period: string }) => period);
  expect(periods).toEqual(['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08']);
  const counts = timeline.nodes.map(
    ({ eventCount, statementCount }: { eventCount: number; statementCount: number }) => eventCount + statementCount,
  );
  expect(counts[1]).toBe(0);
  expect(counts[0]).toBeGreaterThan(3);
  const bases = timeline.nodes[0].items.nodes.map(
    ({ dateBasis, node }: { dateBasis: string; node: { __typename: string } }) => `${node.__typename} by ${dateBasis}`,
  );
  expect(bases).toEqual(['Event by DATE', 'Event by DATE', 'Statement by PUBLISHED']);
});

describe('search', () => {
  test('passages with the words found marked, and counts to narrow it by', async () => {
    const { search } = await open('search', { query: 'fire' });
    const marked = search.nodes.flatMap(({ snippets }: { snippets: Snippet[] }) =>
      snippets.flatMap(({ text, matches }) => matches.map((match) => text.slice(match.utf16Start, match.utf16End))),
    );
    expect(marked.length).toBeGreaterThan(3);
    for (const word of marked) expect(word.toLowerCase()).toMatch(/^fire/);
    const [types] = search.facets;
    const found = types.values.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(found).toBe(search.totalCount);
  });

  test('a box that is ticked narrows the list and not its own counts', async () => {
    const all = (await open('search', { query: 'fire' })).search;
    const english = (await open('search', { query: 'fire', filter: { languages: ['en'] } })).search;
    expect(english.totalCount).toBeLessThan(all.totalCount);
    const languages = ({ facets }: { facets: { dimension: string }[] }) =>
      facets.find(({ dimension }) => dimension === 'LANGUAGE');
    expect(languages(english)).toEqual(languages(all));
  });

  interface Snippet {
    readonly text: string;
    readonly matches: readonly { readonly utf16Start: number; readonly utf16End: number }[];
  }
});

test('facets: each dimension is counted as if none of its own boxes were ticked', async () => {
  const countsOf = async (filter: object) => {
    const { statements } = await open('facets', { filter });
    const facets = statements.facets as { dimension: string; values: { value: string; count: number }[] }[];
    const counts = Object.fromEntries(
      facets.map(({ dimension, values }) => [
        dimension,
        Object.fromEntries(values.map((one) => [one.value, one.count])),
      ]),
    );
    return { total: statements.totalCount as number, counts };
  };
  const all = await countsOf({});
  const ticked = await countsOf({ speakers: ['isolde-brand', 'rasmus-teal'] });
  expect(ticked.total).toBe(all.counts.SPEAKER!['isolde-brand']! + all.counts.SPEAKER!['rasmus-teal']!);
  expect(ticked.counts.SPEAKER).toEqual(all.counts.SPEAKER);
  expect(ticked.counts.KIND).not.toEqual(all.counts.KIND);
});

test('suggestions: from the first letter on', async () => {
  const { suggestions } = await open('suggestions', { for: 'c' });
  expect(suggestions.length).toBeGreaterThan(2);
  const { suggestions: two } = await open('suggestions', { for: 'hugo c' });
  expect(two).toEqual([
    { name: 'Hugo Cask', node: expect.objectContaining({ slug: 'hugo-cask', url: '/people/hugo-cask' }) },
  ]);
});

test('each page is one of these', () => {
  expect([...opened].sort()).toEqual(readdirSync(PAGES).sort());
});
