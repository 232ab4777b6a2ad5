// The JSON-LD of pages: that it is some, and that nothing in it is said in our own voice that articles only attribute.
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES, type EntityType } from '../../data/model.ts';
import type { Store } from '../../data/store.ts';
import { VOCABULARY } from '../../newsroom/export/vocabulary.ts';
import { CONTEXT } from '../../src/pages/machine/json-ld.ts';
import { openFolder } from '../api/operations.ts';
import { articleOf, folderOf } from '../compile/run.ts';
import { htmlOf, ORIGIN, readPage, slugsOf } from './read-page.ts';

interface Node {
  readonly '@type': string;
  readonly '@id'?: string;
  readonly [name: string]: unknown;
}

const SEED = openFolder('data/corpus');
const GAZETTE = openFolder('test/corpora/gazette');
const STORES = { seed: SEED, gazette: GAZETTE };

describe('is JSON-LD of absolute addresses, and nothing in it is dropped', () => {
  const cases = Object.entries(STORES).flatMap(([name, store]) =>
    ENTITY_TYPES.map((type) => [name, type, store] as const),
  );
  test.each(cases)('%s: %s', async (_, type, store) => {
    for (const slug of slugsOf(store, type, 40)) {
      const graph = graphOf(store, type, slug);
      expect(graph[0]?.['@id'], slug).toMatch(new RegExp(`^${ORIGIN}/[a-z]+/${slug}$`));
      await expectAbsolute(dataOf(store, type, slug));
    }
  });

  test('in the vocabulary that exports have', () => {
    expect(CONTEXT.dateline).toBe(VOCABULARY);
  });
});

describe('how statements stand to each other', () => {
  test.each([
    ['holm-four-ropes', 'dateline:correctedBy', 'holm-two-ropes'],
    ['holm-two-ropes', 'dateline:corrects', 'holm-four-ropes'],
    ['silas-no-money-for-bridges', 'dateline:repeatedBy', 'silas-no-money-again'],
  ])('%s is %s', (slug, name, other) => {
    expect(graphOf(GAZETTE, 'Statement', slug)[0]?.[name]).toEqual({ '@id': `${ORIGIN}/statements/${other}` });
  });
});

describe('an article', () => {
  test('names the agency that it credits as its source', () => {
    const [article] = graphOf(GAZETTE, 'Article', 'loose-barge-hits-the-bridge');
    expect(article?.sourceOrganization).toEqual({
      '@type': 'Organization',
      '@id': `${ORIGIN}/organizations/tern-wire`,
      name: 'Tern Wire (invented)',
    });
  });

  test('in short', () => {
    expect(graphOf(SEED, 'Article', 'russia-ready-to-resume-ties-with-azerbaijan')[0]).toEqual({
      '@type': 'NewsArticle',
      '@id': `${ORIGIN}/articles/russia-ready-to-resume-ties-with-azerbaijan`,
      url: `${ORIGIN}/articles/russia-ready-to-resume-ties-with-azerbaijan`,
      headline: "Russia ready to resume humanitarian, cultural ties with Azerbaijan, says Putin's envoy",
      inLanguage: 'en',
      author: { '@type': 'Person', '@id': `${ORIGIN}/people/khagan-isayev`, name: 'Khagan Isayev' },
      wordCount: 454,
      mentions: expect.arrayContaining([
        { '@type': 'Place', '@id': `${ORIGIN}/places/baku`, name: 'Baku' },
        { '@type': 'Organization', '@id': `${ORIGIN}/organizations/fsb`, name: 'FSB' },
      ]),
    });
  });

  test.each(Object.entries(STORES))('has the exact words of each annotation: %s', (_, store) => {
    for (const slug of slugsOf(store, 'Article')) {
      const { text } = store.text(slug) as { text: string };
      const points = [...text];
      const spans = graphOf(store, 'Article', slug).filter((node) => node['@type'] === 'oa:Annotation');
      for (const { 'oa:hasTarget': target } of spans) {
        const { 'oa:hasSelector': selectors } = target as { 'oa:hasSelector': readonly object[] };
        const [quote, position] = selectors as [Record<string, string>, Record<string, number>];
        expect(points.slice(position['oa:start'], position['oa:end']).join('')).toBe(quote['oa:exact']);
      }
    }
  });

  test.each(Object.entries(STORES))('stays below 60 kB with its whole page: %s', (_, store) => {
    for (const slug of slugsOf(store, 'Article')) {
      expect(Buffer.byteLength(htmlOf(readPage(store, 'Article', slug))), slug).toBeLessThan(60_000);
    }
  });
});

describe('what is only attributed is no fact', () => {
  test('an event that only a statement tells of has no date, place or participants, but a claim with its author', () => {
    const [event] = graphOf(SEED, 'Event', 'excessive-force-against-the-detainees');
    expect(event).not.toHaveProperty('startDate');
    expect(event).not.toHaveProperty('location');
    expect(event).not.toHaveProperty('attendee');
    expect([event?.subjectOf].flat()[0]).toEqual({
      '@type': 'Claim',
      'dateline:voice': 'SPEAKER',
      author: { '@type': 'Person', '@id': `${ORIGIN}/people/nemat-avazov`, name: 'Nemat Avazov' },
      text: expect.stringContaining('physical force'),
      appearance: `${ORIGIN}/articles/russia-ready-to-resume-ties-with-azerbaijan`,
      'dateline:attributedTo': `${ORIGIN}/statements/avazov-excessive-force-and-torture`,
    });
  });

  test('nor what may be carried over: it has no author', () => {
    const [event] = graphOf(SEED, 'Event', 'death-of-huseyn-safarov');
    expect(event).not.toHaveProperty('startDate');
    const [claim] = [event?.subjectOf].flat() as Node[];
    expect(claim).toMatchObject({ '@type': 'Claim', 'dateline:voice': 'CARRIED_OVER' });
    expect(claim).not.toHaveProperty('author');
  });

  test('an event that the article tells itself has a date, and who took part', () => {
    expect(graphOf(SEED, 'Event', 'putin-aliyev-telephone-conversation')[0]).toMatchObject({
      startDate: '2025-10-24',
      endDate: '2025-10-24',
      attendee: [
        { '@type': 'Person', name: 'Vladimir Putin' },
        { '@type': 'Person', name: 'Ilham Aliyev' },
      ],
    });
  });

  const LIFE =
    'Fire\nAnn Lee, born on 3 May 1956, is mayor of Ash. “Bo Fay was born on 4 June 1960 and is the mayor,” she said.';

  test('a birth or an office that a speaker gives is not the person’s', () => {
    const [ann, bo] = ['ann', 'bo'].map((slug) => graphOf(storeOfLives(), 'Person', slug)[0]);
    expect(ann).toMatchObject({ birthDate: '1956-05-03', subjectOf: { '@type': 'Claim', text: 'mayor of Ash' } });
    expect(bo).not.toHaveProperty('birthDate');
    expect(bo).toMatchObject({ subjectOf: { '@type': 'Claim', text: 'the mayor', 'dateline:voice': 'SPEAKER' } });
    // An office is held on the day of the article, and nobody knows for how long.
    for (const person of [ann, bo]) expect(person).not.toHaveProperty('jobTitle');
  });

  function storeOfLives(): Store {
    const facts = `
statements: [{ statement: bo-is-mayor, kind: DIRECT_QUOTE, content: "Bo Fay was born on 4 June 1960 and is the mayor", speakers: [{ agent: ann, evidence: she }] }]
facts:
  - { person: ann, birth: { edtf: 1956-05-03, words: 3 May 1956 }, evidence: born on 3 May 1956 }
  - { person: bo, birth: { edtf: 1960-06-04, words: 4 June 1960 }, evidence: born on 4 June 1960, attributedTo: bo-is-mayor, voice: SPEAKER }
  - { person: ann, position: { title: mayor of Ash }, evidence: mayor of Ash }
  - { person: bo, position: { title: the mayor }, evidence: the mayor, attributedTo: bo-is-mayor, voice: SPEAKER }
`;
    return openFolder(
      folderOf({
        'people/ann.yaml': 'name: Ann Lee\n',
        'people/bo.yaml': 'name: Bo Fay\n',
        ...articleOf('a', LIFE, facts),
      }),
    );
  }

  test('a denial is a claim in the words that deny', async () => {
    const { items } = await GAZETTE.list('Statement', {
      filters: [{ kinds: ['DENIAL'] }],
      order: { field: 'PUBLISHED', direction: 'ASC' },
      window: { limit: 1, fromEnd: false },
    });
    expect(graphOf(GAZETTE, 'Statement', items[0]!.item.slug)[0]).toMatchInlineSnapshot(`
      {
        "@id": "https://news.example/statements/brand-denies-the-offer",
        "@type": "Claim",
        "about": {
          "@id": "https://news.example/events/offer-of-the-county",
          "@type": "Event",
          "name": "Alleged offer of the county to pay half of the footbridge",
        },
        "appearance": "https://news.example/articles/footbridge-stays-shut-another-year",
        "author": {
          "@id": "https://news.example/people/isolde-brand",
          "@type": "Person",
          "name": "Isolde Brand",
        },
        "datePublished": "2025-01-16",
        "dateline:denies": {
          "@id": "https://news.example/statements/rook-county-offered-half",
        },
        "dateline:kind": "DENIAL",
        "dateline:polarity": "DENIED",
        "inLanguage": "en",
        "text": "denied that there had been such an offer",
        "url": "https://news.example/statements/brand-denies-the-offer",
      }
    `);
  });
});

describe('a hostile name', () => {
  const NAME = '</script><script>alert(1)</script>\u202e';
  const store = openFolder(
    folderOf({
      'people/ann.yaml': `name: Ann Lee\notherNames: [${JSON.stringify(NAME)}]\nsameAs: ["https://a.example/x y", "https://b.example/ok"]\n`,
      ...articleOf('a', 'Fire\nAnn Lee came.', ''),
    }),
  );

  test('stays data, and does not end the element', () => {
    const html = htmlOf(readPage(store, 'Person', 'ann'));
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)['@graph'][0].alternateName).toBe(NAME);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test('an address is an IRI', async () => {
    expect(graphOf(store, 'Person', 'ann')[0]?.sameAs).toEqual(['https://a.example/x%20y', 'https://b.example/ok']);
    await expectAbsolute(dataOf(store, 'Person', 'ann'));
  });
});

function dataOf(store: Store, type: EntityType, slug: string): object {
  return JSON.parse(JSON.stringify(readPage(store, type, slug).linkedData));
}

function graphOf(store: Store, type: EntityType, slug: string): readonly Node[] {
  return (dataOf(store, type, slug) as { '@graph': Node[] })['@graph'];
}

/** Expands without loading anything; fails if a term is dropped or an address relative. */
async function expectAbsolute(data: object): Promise<void> {
  const documentLoader = (url: string) => {
    throw new Error(`It loads ${url}.`);
  };
  const expanded = await jsonld.expand(data, { safe: true, documentLoader });
  expect(expanded.length).toBeGreaterThan(0);
  const relative: unknown[] = [];
  const visit = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, name);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!key.startsWith('@') && !/^https?:/.test(key)) relative.push(key);
        visit(inner, key);
      }
    } else if ((name === '@id' || name === '@type') && !/^https?:\/\//.test(String(value))) relative.push(value);
  };
  visit(expanded, '');
  expect(relative).toEqual([]);
}
