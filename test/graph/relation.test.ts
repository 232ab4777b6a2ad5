// How statements stand to each other, who said nothing, and how many sources an event has.
import { describe, expect, test } from 'vitest';
import { fenced, readPage } from '../documentation.ts';
import { ask } from '../harness.ts';

const gazette = (query: string, variables: object = {}) => ask(query, variables, 'gazette');

describe('a statement', () => {
  test('is corrected, taken back, answered and said again, and each of these shows the other', async () => {
    const { statements } = await gazette(`{
      statements(first: 20, filter: { articles: "harbour-board-counts-its-ropes", kinds: [INDIRECT, DIRECT_QUOTE] }) {
        nodes {
          slug
          corrects { slug correctedBy { slug } }
          retracts { slug retractedBy { slug } }
          answers { slug answeredBy { slug } }
          repeats { slug repeatedBy { slug } }
        }
      }
    }`);
    const none = { corrects: [], retracts: [], answers: [], repeats: [] };
    const both = (slug: string, to: string, by: string, field: string) => {
      return { ...none, slug, [field]: [{ slug: to, [by]: [{ slug }] }] };
    };
    expect(statements.nodes).toHaveLength(5);
    expect(statements.nodes).toEqual(
      expect.arrayContaining([
        both('holm-two-ropes', 'holm-four-ropes', 'correctedBy', 'corrects'),
        both('anselm-it-was-a-mooring-post', 'anselm-saw-a-man-with-a-knife', 'retractedBy', 'retracts'),
        both('silas-the-owner-will-pay', 'rook-who-will-pay-for-the-pillar', 'answeredBy', 'answers'),
        both('silas-no-money-again', 'silas-no-money-for-bridges', 'repeatedBy', 'repeats'),
        both('rook-a-bridge-that-is-shut-again', 'rook-a-bridge-that-is-shut', 'repeatedBy', 'repeats'),
      ]),
    );
  });

  test('has the words that say so, and the article; what only follows from its words says that', async () => {
    const query = `query ($slug: Slug!, $kinds: [StatementRelationKind!]) { statement(slug: $slug) {
      relations(kinds: $kinds) { kind isDerived from { slug } to { slug } article { slug } evidence { exact article { slug } } }
    } }`;
    const article = { slug: 'harbour-board-counts-its-ropes' };
    const { statement: linked } = await gazette(query, { slug: 'silas-no-money-for-bridges', kinds: null });
    expect(linked.relations).toEqual([
      {
        kind: 'REPEATS',
        isDerived: false,
        from: { slug: 'silas-no-money-again' },
        to: { slug: 'silas-no-money-for-bridges' },
        article,
        evidence: [{ exact: 'repeated that', article }],
      },
    ]);
    const { statement: derived } = await gazette(query, { slug: 'rook-a-bridge-that-is-shut', kinds: ['REPEATS'] });
    expect(derived.relations).toEqual([
      {
        kind: 'REPEATS',
        isDerived: true,
        from: { slug: 'rook-a-bridge-that-is-shut-again' },
        to: { slug: 'rook-a-bridge-that-is-shut' },
        article: null,
        evidence: [{ exact: 'A bridge that is shut can still fall on somebody', article }],
      },
    ]);
    const { statement: others } = await gazette(query, {
      slug: 'rook-a-bridge-that-is-shut',
      kinds: ['DENIES', 'ANSWERS'],
    });
    expect(others.relations).toEqual([]);
  });

  test('is found by what became of it', async () => {
    const { corrected, retracted, neither, all } = await gazette(`{
      corrected: statements(filter: { isCorrected: true }) { nodes { slug } }
      retracted: statements(filter: { isRetracted: true }) { nodes { slug } }
      neither: statements(filter: { isCorrected: false, isRetracted: false }) { totalCount }
      all: statements { totalCount }
    }`);
    expect(corrected.nodes).toEqual([{ slug: 'holm-four-ropes' }]);
    expect(retracted.nodes).toEqual([{ slug: 'anselm-saw-a-man-with-a-knife' }]);
    expect(neither.totalCount).toBe(all.totalCount - 2);
  });

  test('denied by several is related to each of them', async () => {
    const { statement } = await gazette(
      '{ statement(slug: "oyle-reported-the-light") { deniedBy { slug } relations(kinds: DENIES) { from { slug } to { slug } isDerived } } }',
    );
    expect(statement.deniedBy.length).toBeGreaterThan(1);
    expect(statement.relations).toEqual(
      statement.deniedBy.map((from: object) => ({ from, to: { slug: 'oyle-reported-the-light' }, isDerived: false })),
    );
  });
});

describe('who said nothing', () => {
  test('is asked of a person as docs/queries.md shows it', async () => {
    const shown = fenced(readPage('docs/queries.md'), 'gql').filter((block) => block.includes('NO_COMMENT'));
    expect(shown).toHaveLength(1);
    const { person } = await gazette(shown.join(''));
    const about = [{ name: 'Journey of the pupils from Çinarlı to Larkbridge' }];
    expect(person.statements.nodes).toEqual([
      { text: 'declined to say who had paid for the bus', about },
      { text: 'bu barədə danışmaqdan imtina etdi', about },
    ]);
  });

  test('is asked of the whole corpus, by speaker', async () => {
    const { statements } = await gazette(
      '{ statements(first: 100, filter: { kinds: [NO_COMMENT] }) { totalCount nodes { kind speakers { agent { slug } } } } }',
    );
    const kinds = statements.nodes.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['NO_COMMENT']));
    expect(kinds).toHaveLength(statements.totalCount);
    const speakers = statements.nodes.flatMap((one: { speakers: { agent: { slug: string } }[] }) =>
      one.speakers.map(({ agent }) => agent.slug),
    );
    expect(speakers).toEqual(expect.arrayContaining(['timur-lozhkin', 'joan-pellow', 'owner-of-the-barge']));
  });
});

describe('an agency', () => {
  test('is credited in words of the article, which name it', async () => {
    const { articles } = await gazette(`{ articles(filter: { agencies: "tern-wire" }) { nodes {
      slug publisher { slug } agency { organization { name } evidence { exact } } organizations { nodes { slug } }
    } } }`);
    expect(articles.nodes).toEqual([
      {
        slug: 'barge-strikes-the-footbridge',
        publisher: { slug: 'larkbridge-gazette' },
        agency: {
          organization: { name: 'Tern Wire (invented)' },
          evidence: { exact: 'With material from Tern Wire' },
        },
        organizations: { nodes: expect.arrayContaining([{ slug: 'tern-wire' }]) },
      },
      {
        slug: 'loose-barge-hits-the-bridge',
        publisher: { slug: 'tern-valley-courier' },
        agency: { organization: { name: 'Tern Wire (invented)' }, evidence: { exact: 'From Tern Wire' } },
        organizations: { nodes: [{ slug: 'tern-wire' }] },
      },
    ]);
  });

  test('is null for an article that credits none', async () => {
    expect(await gazette('{ article(slug: "barzha-i-most") { agency { evidence { exact } } } }')).toEqual({
      article: { agency: null },
    });
  });
});

test('three papers with the copy of one agency are one source, and a paper that was there is another', async () => {
  const { event } = await gazette(`{ event(slug: "barge-hits-the-tern-footbridge") {
    reports { totalCount }
    independentSources {
      organization { slug }
      reports { article { slug } }
      traces { basis echoOf { slug } report { article { slug publisher { slug } } } }
    }
  } }`);
  const [gazetteArticle, courier, advertiser, listok] = [
    { slug: 'barge-strikes-the-footbridge', publisher: { slug: 'larkbridge-gazette' } },
    { slug: 'loose-barge-hits-the-bridge', publisher: { slug: 'tern-valley-courier' } },
    { slug: 'pillar-of-the-footbridge-struck', publisher: { slug: 'wexcombe-advertiser' } },
    { slug: 'barzha-i-most', publisher: { slug: 'verbopolsky-listok' } },
  ];
  expect(event).toEqual({
    reports: { totalCount: 4 },
    independentSources: [
      {
        organization: { slug: 'tern-wire' },
        reports: [gazetteArticle, courier, advertiser].map((one) => ({ article: { slug: one?.slug } })),
        traces: [
          { basis: 'CREDITED', echoOf: null, report: { article: gazetteArticle } },
          { basis: 'CREDITED', echoOf: null, report: { article: courier } },
          { basis: 'ECHO', echoOf: { slug: gazetteArticle?.slug }, report: { article: advertiser } },
        ],
      },
      {
        organization: { slug: 'verbopolsky-listok' },
        reports: [{ article: { slug: listok?.slug } }],
        traces: [{ basis: 'OWN', echoOf: null, report: { article: listok } }],
      },
    ],
  });
});
