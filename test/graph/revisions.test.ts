// What a publisher changed or removed, over both stores. "boiler-bursts-at-the-bakery" has three texts.
import { expect, test } from 'vitest';
import { ask, request } from '../harness.ts';

const SLUG = 'boiler-bursts-at-the-bakery';
const REMOVED = 'baker-nobody-looked-at-that-boiler';

test('an article has its texts, the newest first, each with its reason and the words of the publisher', async () => {
  const query = `query ($slug: Slug!) {
    article(slug: $slug) {
      published { edtf }
      modified { edtf }
      digest
      revisions { number date { edtf } reason digest wordCount correction { exact revision { number } } article { slug } }
    }
  }`;
  const { article } = await ask(query, { slug: SLUG }, 'gazette');
  expect(article).toEqual({
    published: { edtf: '2026-06-02' },
    modified: { edtf: '2026-06-09' },
    digest: article.revisions[0].digest,
    revisions: [
      {
        number: 3,
        date: { edtf: '2026-06-09' },
        reason: 'The baker withdrew what he had told us about the inspection.',
        digest: 'sha256:054b58083eee95ad4028786a05c5b661c1876bb01b516d002806269a37418177',
        wordCount: 86,
        correction: {
          exact: 'On 9 June we removed a remark of the baker about the inspection, which he says he did not make.',
          revision: { number: 3 },
        },
        article: { slug: SLUG },
      },
      {
        number: 2,
        date: { edtf: '2026-06-03' },
        reason: 'The hospital counted five.',
        digest: 'sha256:e913c9b4f562a53d69733572ab22a1b2b8885f3c27b39a10c65dae842cbf0b33',
        wordCount: 75,
        correction: {
          exact: 'Correction: An earlier version of this article said that three people were hurt.',
          revision: { number: 2 },
        },
        article: { slug: SLUG },
      },
      {
        number: 1,
        date: { edtf: '2026-06-02' },
        reason: null,
        digest: 'sha256:76b5ed92eb09b862dba3bc8404d344de8e5917710581f38915eb0728bd4821d6',
        wordCount: 62,
        correction: null,
        article: { slug: SLUG },
      },
    ],
  });
});

test('an article that never changed has one text and no day of a change', async () => {
  const query = `query ($slug: Slug!) {
    article(slug: $slug) {
      text digest entered modified { edtf } published { edtf }
      revisions { number date { edtf } reason correction { exact } text digest changes { kind } }
      diff(from: 1) { kind text }
    }
  }`;
  const { article } = await ask(query, { slug: 'two-die-at-harrow-mill' }, 'gazette');
  const { text, digest, published } = article;
  expect(article).toMatchObject({ entered: null, modified: null, diff: [{ kind: 'KEPT', text }] });
  expect(article.revisions).toEqual([
    { number: 1, date: published, reason: null, correction: null, text, digest, changes: [] },
  ]);
});

test.each([
  [1, 3],
  [3, 1],
  [2, 3],
  [1, 2],
  [2, 2],
])('the difference from text %i to text %i has both texts in it', async (from, to) => {
  const query = `query ($slug: Slug!, $from: Int!, $to: Int) {
    article(slug: $slug) { revisions { number text } diff(from: $from, to: $to) { kind text } }
  }`;
  const { article } = await ask(query, { slug: SLUG, from, to }, 'gazette');
  const textOf = (number: number) => article.revisions.find((one: { number: number }) => one.number === number).text;
  const without = (kind: string) =>
    article.diff
      .filter((change: { kind: string }) => change.kind !== kind)
      .map(({ text }: { text: string }) => text)
      .join('');
  expect(without('ADDED')).toBe(textOf(from));
  expect(without('REMOVED')).toBe(textOf(to));
});

test('a difference goes to the newest text if no other is given, and back again', async () => {
  const query = `query ($slug: Slug!) {
    article(slug: $slug) { there: diff(from: 2) { kind text } back: diff(from: 3, to: 2) { kind text } }
  }`;
  const { article } = await ask(query, { slug: SLUG }, 'gazette');
  const remark = 'Nobody ever looked at that boiler,” said the baker.\n\n“';
  expect(article.there).toContainEqual({ kind: 'REMOVED', text: remark });
  expect(article.back).toContainEqual({ kind: 'ADDED', text: remark });
});

test.each([
  ['from: 0', '"from" is 0, and the article has revisions 1 to 3. Give one of these.'],
  ['from: 4', '"from" is 4, and the article has revisions 1 to 3. Give one of these.'],
  ['from: 1, to: 4', '"to" is 4, and the article has revisions 1 to 3. Give one of these.'],
])('no difference of a text that there is not: %s', async (args, message) => {
  const answer = await request(`{ article(slug: "${SLUG}") { diff(${args}) { kind } } }`, {}, 'gazette');
  expect(answer.errors).toMatchObject([{ message, extensions: { code: 'INVALID_ARGUMENT', limit: 3 } }]);
});

const STANDING = `since { number } until { number } removedBy { number date { edtf } reason correction { exact } }`;
const BY_THE_THIRD = {
  since: { number: 1 },
  until: { number: 2 },
  removedBy: {
    number: 3,
    date: { edtf: '2026-06-09' },
    reason: 'The baker withdrew what he had told us about the inspection.',
    correction: {
      exact: 'On 9 June we removed a remark of the baker about the inspection, which he says he did not make.',
    },
  },
};

test('a statement that the publisher removed is found by its slug, and says when and why it was removed', async () => {
  const query = `query ($slug: Slug!) {
    statement(slug: $slug) {
      id url text kind published { edtf } ${STANDING}
      speakers { agent { slug } } about { ... on Node { slug } } articles { totalCount }
      quotes {
        totalCount
        nodes {
          words ${STANDING} article { slug }
          evidence { exact quoted revision { number } article { slug } paragraph { number text } }
        }
      }
      formerQuotes { text ${STANDING} }
    }
  }`;
  const { statement } = await ask(query, { slug: REMOVED }, 'gazette');
  const sentence = '“Nobody ever looked at that boiler,” said the baker.';
  const words = { revision: { number: 2 }, article: { slug: SLUG }, paragraph: { number: 3, text: sentence } };
  expect(statement).toEqual({
    id: btoa(`Statement:${REMOVED}`),
    url: `/statements/${REMOVED}`,
    text: 'Nobody ever looked at that boiler',
    kind: 'DIRECT_QUOTE',
    published: { edtf: '2026-06-02' },
    ...BY_THE_THIRD,
    speakers: [{ agent: { slug: 'baker-of-fennel-street' } }],
    about: [{ slug: 'boiler-bursts-on-fennel-street' }],
    // No article quotes it now.
    articles: { totalCount: 0 },
    quotes: {
      totalCount: 1,
      nodes: [
        {
          words: '“Nobody ever looked at that boiler,” said the baker',
          ...BY_THE_THIRD,
          article: { slug: SLUG },
          evidence: [
            { exact: 'Nobody ever looked at that boiler', quoted: true, ...words },
            { exact: 'said', quoted: false, ...words },
            { exact: 'the baker', quoted: false, ...words },
          ],
        },
      ],
    },
    formerQuotes: [{ text: 'Nobody ever looked at that boiler', ...BY_THE_THIRD }],
  });
  const byId = await ask('query ($id: ID!) { node(id: $id) { slug } }', { id: statement.id }, 'gazette');
  expect(byId).toEqual({ node: { slug: REMOVED } });
});

test('a removed statement is in no list and no search', async () => {
  const query = `query ($article: [Slug!], $speaker: Slug!) {
    search(query: "nobody ever looked at that boiler", types: [STATEMENT], first: 50) { nodes { node { slug } } }
    statements(first: 50, filter: { articles: $article }) { nodes { slug } }
    group(slug: $speaker) { statements { nodes { slug } } }
    event(slug: "boiler-bursts-on-fennel-street") { statements { nodes { slug } } }
    article(slug: "${SLUG}") { text statements { nodes { slug } } assertions { nodes { words } } }
  }`;
  const data = await ask(query, { article: [SLUG], speaker: 'baker-of-fennel-street' }, 'gazette');
  expect(data.statements.nodes).toEqual([{ slug: 'oakes-fennel-street-stays-shut' }, { slug: 'pym-heard-it-in-bed' }]);
  expect(JSON.stringify(data)).not.toContain(REMOVED);
  expect(JSON.stringify(data)).not.toContain('Nobody ever looked');
});

test('a corrected report stands beside the present one, and in no plain field', async () => {
  const query = `{
    event(slug: "boiler-bursts-on-fennel-street") {
      figures { minValue }
      disagreements { property }
      reports { nodes { words ${STANDING} } }
      formerReports { words figures { minValue evidence { revision { number } } } ${STANDING} }
    }
  }`;
  expect(await ask(query, {}, 'gazette')).toEqual({
    event: {
      figures: [{ minValue: 5 }],
      disagreements: [],
      reports: {
        nodes: [
          {
            words: 'Five people were hurt on Monday when a boiler burst at the bakery on Fennel Street.',
            since: { number: 2 },
            until: null,
            removedBy: null,
          },
        ],
      },
      formerReports: [
        {
          words: 'Three people were hurt on Monday when a boiler burst at the bakery on Fennel Street.',
          figures: [{ minValue: 3, evidence: { revision: { number: 1 } } }],
          since: { number: 1 },
          until: { number: 1 },
          removedBy: {
            number: 2,
            date: { edtf: '2026-06-03' },
            reason: 'The hospital counted five.',
            correction: { exact: 'Correction: An earlier version of this article said that three people were hurt.' },
          },
        },
      ],
    },
  });
});

test('what stands in every text has no end and nothing former', async () => {
  const query = `{
    statement(slug: "pym-heard-it-in-bed") { ${STANDING} formerQuotes { text } content { revision { number } } }
    event(slug: "harrow-mill-fire") { formerReports { words } }
  }`;
  expect(await ask(query, {}, 'gazette')).toEqual({
    statement: {
      since: { number: 1 },
      until: null,
      removedBy: null,
      formerQuotes: [],
      content: [{ revision: { number: 3 } }],
    },
    event: { formerReports: [] },
  });
});

test('as of an earlier day only what had happened by then is known', async () => {
  const query = `query ($asOf: Date!) {
    article(slug: "${SLUG}", asOf: $asOf) { modified { edtf } revisions { number } diff(from: 1) { kind } }
    statement(slug: "${REMOVED}", asOf: $asOf) { ${STANDING} formerQuotes { text } content { revision { number } } }
    event(slug: "boiler-bursts-on-fennel-street", asOf: $asOf) { formerReports { until { number } } }
  }`;
  const stands = { until: null, removedBy: null, since: { number: 1 }, formerQuotes: [] };
  expect(await ask(query, { asOf: '2026-06-02' }, 'gazette')).toEqual({
    article: { modified: null, revisions: [{ number: 1 }], diff: [{ kind: 'KEPT' }] },
    statement: { ...stands, content: [{ revision: { number: 1 } }] },
    event: { formerReports: [] },
  });
  expect(await ask(query, { asOf: '2026-06-08' }, 'gazette')).toMatchObject({
    article: { modified: { edtf: '2026-06-03' }, revisions: [{ number: 2 }, { number: 1 }] },
    statement: { ...stands, content: [{ revision: { number: 2 } }] },
    event: { formerReports: [{ until: { number: 1 } }] },
  });
});
