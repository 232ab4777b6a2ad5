// What readers and programs are told of texts that a publisher changed, over HTTP.
import { describe, expect, test } from 'vitest';
import type { TextChange } from '../../src/pages/reader/revisions-answer.ts';
import { paragraphsOf } from '../../src/pages/reader/revisions-page.tsx';
import { addressOf, send } from '../harness.ts';
import { expectPage, linksOf, open, textOf } from './browse.ts';

const ARTICLE = '/articles/boiler-bursts-at-the-bakery';
const STATEMENT = '/statements/baker-nobody-looked-at-that-boiler';
const EVENT = '/events/boiler-bursts-on-fennel-street';
const REASON = 'The baker withdrew what he had told us about the inspection.';
const CORRECTION = 'On 9 June we removed a remark of the baker about the inspection, which he says he did not make.';

async function page(path: string) {
  return await open(addressOf(path, 'gazette'));
}

async function dataOf(path: string): Promise<readonly Record<string, unknown>[]> {
  const response = await send(path, { headers: { Accept: 'application/ld+json' } }, 'gazette');
  return ((await response.json()) as { '@graph': Record<string, unknown>[] })['@graph'];
}

async function markdownOf(path: string): Promise<string> {
  return await (await send(path, { headers: { Accept: 'text/markdown' } }, 'gazette')).text();
}

describe('an article that changed', () => {
  test('says when and why, in whose words, and where to see what', async () => {
    const { html } = await page(ARTICLE);
    const [, notice = ''] = /<aside class="notice"[^>]*>(.*?)<\/aside>/s.exec(html) ?? [];
    expect(textOf(notice)).toBe(
      `Changed on 9 June 2026 All 2 changes${REASON}${CORRECTION}The Larkbridge Gazette (invented)`,
    );
    expect(linksOf(notice)).toEqual([`${ARTICLE}/revisions`]);
  });

  test('says so in JSON-LD with the terms of schema.org', async () => {
    const [article] = await dataOf(ARTICLE);
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2026-06-02',
      dateModified: '2026-06-09',
      correction: [
        { '@type': 'CorrectionComment', text: CORRECTION, datePublished: '2026-06-09' },
        {
          '@type': 'CorrectionComment',
          text: 'Correction: An earlier version of this article said that three people were hurt.',
          datePublished: '2026-06-03',
        },
      ],
    });
  });

  test('is new again in the feed, and in the sitemap', async () => {
    const feed = await (await send('/feed.json', {}, 'gazette')).json();
    expect((feed as { items: object[] }).items).toContainEqual(
      expect.objectContaining({
        url: addressOf(ARTICLE, 'gazette'),
        date_published: '2026-06-02T00:00:00Z',
        date_modified: '2026-06-09T00:00:00Z',
      }),
    );
    const sitemap = await (await send('/sitemaps/articles-1.xml', {}, 'gazette')).text();
    expect(sitemap).toContain(`<loc>${addressOf(ARTICLE, 'gazette')}</loc><lastmod>2026-06-09</lastmod>`);
  });

  test('that never changed says nothing of it', async () => {
    const { html } = await page('/articles/two-die-at-harrow-mill');
    expect(html).not.toContain('class="notice"');
    expect(linksOf(html)).not.toContain('/articles/two-die-at-harrow-mill/revisions');
    expect((await dataOf('/articles/two-die-at-harrow-mill'))[0]).not.toHaveProperty('dateModified');
  });
});

describe('the page of its changes', () => {
  test('has each text, the newest first, with what it added and removed', async () => {
    const { status, headers, html } = await page(`${ARTICLE}/revisions`);
    expect(status).toBe(200);
    expectPage(headers, html);
    expect([...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Text 3, the present one',
      'Text 2',
      'Text 1, the first',
      'This page as data',
    ]);
    expect(textOf(html)).toContain(REASON);
    expect(textOf(html)).toContain(CORRECTION);
    expect(html).toContain('<del>Nobody ever looked at that boiler,” said the baker.</del>');
    expect(html).toContain('<del>Three</del><ins>Five</ins> people were hurt on Monday');
    // A paragraph that did not change is left out.
    const [, second = ''] = /id="revision-2"(.*?)id="revision-1"/s.exec(html) ?? [];
    expect(textOf(second)).not.toContain('I heard it in bed');
  });

  test('is the same over D1, and can be had as JSON and Markdown', async () => {
    const d1 = addressOf('', 'gazette', 'd1');
    const { html } = await page(`${ARTICLE}/revisions`);
    const stored = await open(`${d1}${ARTICLE}/revisions`);
    expect(stored.html.replaceAll(d1, '')).toBe(html.replaceAll(addressOf('', 'gazette'), ''));
    const markdown = await markdownOf(`${ARTICLE}/revisions`);
    expect(markdown).toContain('~~Three~~<ins>Five</ins> people were hurt on Monday');
    expect(markdown).toContain(`> ${CORRECTION}`);
    const json = await send(`${ARTICLE}/revisions`, { headers: { Accept: 'application/json' } }, 'gazette');
    expect(await json.json()).toMatchObject({ data: { article: { revisions: [{ number: 3 }, {}, {}] } } });
  });

  test('of an article with one text has that', async () => {
    const { status, html } = await page('/articles/two-die-at-harrow-mill/revisions');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Text 1, the present one');
    expect(html).not.toMatch(/<ins>|<del>/);
  });

  test.each([
    [`${ARTICLE}/revisions/`, 301],
    ['/articles/nothing-of-the-kind/revisions', 404],
    ['/articles/larkbridge-herald/revisions', 410],
  ])('%s: %d', async (path, status) => {
    expect((await page(path)).status).toBe(status);
  });
});

describe('a statement that the publisher removed', () => {
  test('says at its top that it was removed, when, why, and in whose words', async () => {
    const { status, html } = await page(STATEMENT);
    expect(status).toBe(200);
    const [, notice = '', rest = ''] = /<aside class="notice"[^>]*>(.*?)<\/aside>(.*)/s.exec(html) ?? [];
    expect(textOf(notice)).toMatch(
      /^Removed by the publisher on 9 June 2026: it is no longer in Boiler bursts at the bakery/,
    );
    expect(textOf(notice)).toContain(REASON);
    expect(textOf(notice)).toContain(CORRECTION);
    expect(linksOf(notice)).toEqual([ARTICLE, `${ARTICLE}/revisions#revision-3`]);
    // The words stand below it, and once.
    expect(rest.split('<figure class="quotation">')).toHaveLength(2);
  });

  test('is no part of the article in JSON-LD, and its words are those of the earlier text', async () => {
    const graph = await dataOf(STATEMENT);
    expect(graph[0]).toMatchObject({
      '@type': 'Quotation',
      'dateline:removed': '2026-06-09',
      'dateline:removedFrom': addressOf(ARTICLE, 'gazette'),
      correction: { '@type': 'CorrectionComment', text: CORRECTION },
    });
    expect(graph[0]).not.toHaveProperty('isPartOf');
    expect(JSON.stringify(graph)).toContain(
      `"oa:hasSource":"${addressOf(`${ARTICLE}/revisions#revision-2`, 'gazette')}"`,
    );
  });

  test('says so in Markdown, on its card and in the title of its frame', async () => {
    expect(await markdownOf(STATEMENT)).toMatch(/^\*\*Removed by the publisher\*\* on 9 June 2026/);
    const card = await page(`/embed${STATEMENT}`);
    expect(textOf(card.html)).toContain(`Removed by the publisher on 9 June 2026. ${REASON}`);
    const address = encodeURIComponent(addressOf(STATEMENT, 'gazette'));
    const oembed = await (await send(`/oembed?url=${address}`, {}, 'gazette')).json();
    expect(oembed).toMatchObject({ title: expect.stringMatching(/^Removed by the publisher: /) });
  });

  test('a statement that stands says nothing of the kind', async () => {
    const { html } = await page('/statements/pym-heard-it-in-bed');
    expect(html).not.toMatch(/class="notice"|id="formerly"/);
    expect((await dataOf('/statements/pym-heard-it-in-bed'))[0]).toHaveProperty('isPartOf');
  });
});

test('an event has what its article says no longer apart from its accounts', async () => {
  const { html } = await page(EVENT);
  const [accounts = '', former = ''] = html.split('id="formerly"');
  expect(textOf(accounts)).toContain('5 injuries');
  expect(textOf(accounts)).not.toContain('3 injuries');
  const text = textOf(former);
  for (const said of ['No longer in the article', '3 injuries', 'Three people were hurt', 'removed 3 June 2026']) {
    expect(text).toContain(said);
  }
  expect(text).toContain('The hospital counted five.');
});

test.each<[what: string, changes: readonly TextChange[], paragraphs: readonly (readonly TextChange[])[]]>([
  [
    'a paragraph that was removed',
    [
      { kind: 'KEPT', text: 'a\n\n' },
      { kind: 'REMOVED', text: 'b\n\n' },
      { kind: 'KEPT', text: 'c' },
    ],
    [[{ kind: 'KEPT', text: 'a' }], [{ kind: 'REMOVED', text: 'b' }], [{ kind: 'KEPT', text: 'c' }]],
  ],
  [
    'words within a line',
    [
      { kind: 'KEPT', text: 'a ' },
      { kind: 'ADDED', text: 'b' },
      { kind: 'KEPT', text: '\nc' },
    ],
    [
      [
        { kind: 'KEPT', text: 'a ' },
        { kind: 'ADDED', text: 'b' },
      ],
      [{ kind: 'KEPT', text: 'c' }],
    ],
  ],
])('%s', (_, changes, paragraphs) => {
  expect(paragraphsOf(changes)).toEqual(paragraphs);
});
