// What the pages of a frontend ask for: an article, its text in parts, dates for readers, and addresses to link to.
import { describe, expect, it, test } from 'vitest';
import { addressOf, ask, askEvery, CORPORA, request, send } from '../harness.ts';

const ARTICLE = { slug: 'council-shuts-harrow-mill' };

describe('an article', () => {
  it('begins with the sentences of its body that fit', async () => {
    const { article } = await ask(
      `query ($slug: Slug!) { article(slug: $slug) {
        excerpt(length: 160) short: excerpt(length: 40) usual: excerpt wordCount text
      } }`,
      ARTICLE,
      'gazette',
    );
    expect(article.excerpt).toBe(
      'Meeting the Millhands’ Union at the Town Hall on Monday evening, the town council decided to keep Harrow Mill shut from March to June 2025.',
    );
    expect(article.short).toBe('Meeting the Millhands’ Union at the…');
    expect(article.usual).toMatch(/Edmund Rook did not attend\./);
    expect(article.usual.length).toBeLessThanOrEqual(300);
    expect(article.wordCount).toBe(article.text.split(/\s+/).length);
  });

  it.each(CORPORA)('of %s has no byline and no headline in its excerpt', async (corpus) => {
    const { articles } = await ask('{ articles { nodes { headline excerpt bylines { words } } } }', {}, corpus);
    for (const { headline, excerpt, bylines } of articles.nodes) {
      expect(excerpt).not.toBe('');
      for (const words of [headline, ...bylines.map((byline: { words: string }) => byline.words)]) {
        expect(excerpt).not.toContain(words);
      }
    }
  });

  it.each([0, -1, 5001])('refuses an excerpt of %d characters', async (length) => {
    const { errors } = await request('query ($length: Int!) { articles { nodes { excerpt(length: $length) } } }', {
      length,
    });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
  });

  it('has as many paragraphs as asked', async () => {
    const { article } = await ask(
      `query ($slug: Slug!) { article(slug: $slug) {
        headline paragraphs { number text } first: paragraphs(first: 2) { number text } none: paragraphs(first: 0) { text }
      } }`,
      ARTICLE,
      'gazette',
    );
    expect(article.first).toEqual(article.paragraphs.slice(0, 2));
    expect(article.first[0]).toEqual({ number: 1, text: article.headline });
    expect(article.none).toEqual([]);
    const { errors } = await request('{ articles { nodes { paragraphs(first: 101) { text } } } }');
    expect(errors?.[0]?.extensions.code).toBe('INVALID_PAGE_SIZE');
  });

  it.each(CORPORA)('of %s has in its paragraphs the segments that it has itself', async (corpus) => {
    const SEGMENT = '{ start end text paragraph marks { layer target { slug } } }';
    const articles = await askEvery('articles', 'slug', corpus);
    type Stretch = { readonly start: number; readonly end: number; readonly text: string };
    for (const { slug } of articles) {
      const { article } = await ask(
        `query ($slug: Slug!) { article(slug: $slug) {
          segments(layers: [STATEMENT, AGENT]) ${SEGMENT} paragraphs { start end text segments(layers: [STATEMENT, AGENT]) ${SEGMENT} }
        } }`,
        { slug },
        corpus,
      );
      const { segments, paragraphs } = article;
      for (const { start, end, text, ...paragraph } of paragraphs) {
        expect(paragraph.segments).toEqual(segments.filter((one: Stretch) => one.start >= start && one.end <= end));
        expect(paragraph.segments.map((one: Stretch) => one.text).join('')).toBe(text);
      }
    }
  });

  describe('by the address of its original', () => {
    const BY_URL = 'query ($url: String) { article(url: $url) { slug } }';

    it.each([
      'https://gazette.example/2025/council-shuts-harrow-mill',
      'https://Gazette.Example/2025/council-shuts-harrow-mill/#comments',
    ])('is found: %s', async (url) => {
      expect(await ask(BY_URL, { url }, 'gazette')).toEqual({ article: ARTICLE });
    });

    it.each(['https://gazette.example/2025/Council-Shuts-Harrow-Mill', 'https://gazette.example/'])(
      'is null where none is: %s',
      async (url) => {
        expect(await ask(BY_URL, { url }, 'gazette')).toEqual({ article: null });
      },
    );

    it.each([
      ['no address', BY_URL, { url: 'gazette.example/2025' }],
      ['an address too long', BY_URL, { url: `https://gazette.example/${'x'.repeat(2000)}` }],
      ['neither', '{ article { slug } }', {}],
      ['nulls', BY_URL, { url: null }],
      ['both', 'query ($url: String) { article(url: $url, slug: "a") { slug } }', { url: 'https://gazette.example/' }],
    ])('refuses %s', async (_, query, variables) => {
      const { errors } = await request(query, variables, 'gazette');
      expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
    });
  });
});

describe('a date for readers', () => {
  const DATES = `query ($language: String) { events(first: 100) { nodes {
    reports { nodes { date { edtf display(language: $language) } } }
  } } }`;
  type Dated = { readonly date: { readonly edtf: string; readonly display: string } | null };
  const displayed = async (language: string | undefined) => {
    const { events } = await ask(DATES, { language }, 'gazette');
    const reports = events.nodes.flatMap((event: { reports: { nodes: Dated[] } }) => event.reports.nodes);
    return new Map(reports.flatMap(({ date }: Dated) => (date === null ? [] : [[date.edtf, date.display]])));
  };

  const EDTF = [
    '2025-05-12',
    '2025-06~',
    '2025-06-14/2025-06-16',
    '2025-03/2025-06',
    '2019/..',
    '2024-24',
    '201X',
    '2024?',
  ];

  // In workerd, whose Intl is not that of Node.
  test.each([
    [
      undefined,
      '12 May 2025 | around June 2025 | 14 – 16 June 2025 | March – June 2025 | since 2019 | winter 2024 | 2010s | 2024 (?)',
    ],
    [
      'az',
      '12 may 2025 | təxminən iyun 2025 | 14 – 16 iyun 2025 | mart – iyun 2025 | 2019-cu ildən bəri | 2024-cü ilin qışı | 2010-cu illər | 2024 (?)',
    ],
    [
      'ru',
      '12 мая 2025 г. | около июня 2025 г. | 14 – 16 июня 2025 г. | март – июнь 2025 г. | с 2019 г. | зима 2024 г. | 2010-е гг. | 2024 г. (?)',
    ],
    [
      'en-US',
      'May 12, 2025 | around June 2025 | June 14 – 16, 2025 | March – June 2025 | since 2019 | winter 2024 | 2010s | 2024 (?)',
    ],
    [
      'es',
      '12 de mayo de 2025 | junio de 2025 (~) | 14 de junio de 2025 – 16 de junio de 2025 | marzo de 2025 – junio de 2025 | 2019 – | 2024-24 | 201X | 2024 (?)',
    ],
    [
      'tlh',
      '2025-05-12 | 2025-06 (~) | 2025-06-14 – 2025-06-16 | 2025-03 – 2025-06 | 2019 – | 2024-24 | 201X | 2024 (?)',
    ],
  ])('in %s', async (language, expected) => {
    const found = await displayed(language);
    expect(EDTF.map((edtf) => found.get(edtf)).join(' | ')).toBe(expected);
  });

  it('refuses what is no language tag', async () => {
    const { errors } = await request(DATES, { language: 'English!' }, 'gazette');
    expect(errors?.[0]?.extensions.code).toBe('INVALID_ARGUMENT');
  });
});

describe('the address of a thing', () => {
  const FIRST = `{
    articles(first: 1) { nodes { ...Place } } events(first: 1) { nodes { ...Place } } statements(first: 1) { nodes { ...Place } }
    people(first: 1) { nodes { ...Place } } organizations(first: 1) { nodes { ...Place } }
    groups(first: 1) { nodes { ...Place } } places(first: 1) { nodes { ...Place } }
  } fragment Place on Node { slug url }`;

  it('leads to its page', async () => {
    const found = await ask(FIRST, {}, 'gazette');
    for (const [folder, { nodes }] of Object.entries<{ nodes: { slug: string; url: string }[] }>(found)) {
      const [{ slug, url }] = nodes as [{ slug: string; url: string }];
      expect(url).toBe(`/${folder}/${slug}`);
      const response = await send(url, {}, 'gazette');
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`<link rel="canonical" href="${addressOf(url, 'gazette')}"/>`);
    }
  });

  it('is of a type and a slug, or nothing is there', async () => {
    for (const path of [
      '/articles',
      '/articles/',
      '/articles/Not_a_slug',
      '/articles/a/b',
      '/topics/a',
      '/articles/a"b',
      `/people/${'a'.repeat(101)}`,
    ]) {
      expect((await send(path)).status, path).toBe(404);
    }
    const refused = await send('/people/ann', { method: 'POST' });
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    expect((await send('/people/nemat-avazov', { method: 'HEAD' })).status).toBe(200);
  });
});
