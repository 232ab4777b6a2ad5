// What machines ask a site for, over HTTP: feeds, sitemaps, robots.txt, llms.txt, oEmbed, other forms of pages.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES } from '../../data/model.ts';
import { PAGE_FOLDERS } from '../../schema/node.ts';
import { addressOf, ask, askEvery, CORPORA, send } from '../harness.ts';
import { linksOf, open, textOf } from './browse.ts';

const STATEMENT = '/statements/shvydkoy-no-deep-reasons';

/** Each with its media type, and whether it depends on the corpus. */
const ADDRESSES = [
  ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/changes.atom', 'application/atom+xml; charset=utf-8'],
  ['/changes.json', 'application/feed+json; charset=utf-8'],
  ['/people/mikhail-shvydkoy/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/people/mikhail-shvydkoy/feed.json', 'application/feed+json; charset=utf-8'],
  ['/search/feed.atom?q=cultural', 'application/atom+xml; charset=utf-8'],
  ['/search/feed.json?q=cultural', 'application/feed+json; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/sitemaps/statements-1.xml', 'application/xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/llms.txt', 'text/markdown; charset=utf-8'],
  [`/oembed?url=ORIGIN${STATEMENT}`, 'application/json; charset=utf-8'],
  [`/oembed?format=xml&url=ORIGIN${STATEMENT}`, 'text/xml; charset=utf-8'],
  [`/embed${STATEMENT}`, 'text/html; charset=UTF-8'],
] as const;

describe.each(ADDRESSES)('%s', (template, type) => {
  const path = () => template.replace('ORIGIN', encodeURIComponent(addressOf('')));

  test('is the same for everybody, may be kept, and is not sent again', async () => {
    const { status, headers, html } = await open(addressOf(path()));
    expect([status, headers.get('Content-Type')]).toEqual([200, type]);
    expect(headers.get('Cache-Control')).toMatch(/^public, max-age=\d+$/);
    const tag = headers.get('ETag')!;
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect((await open(addressOf(path()), { 'If-None-Match': tag })).status).toBe(304);
    expect(await (await send(path(), { headers: { Accept: '*/*' } })).text()).toBe(html);
  });

  test('HEAD has its headers, and no other method is answered', async () => {
    const [get, head] = [await send(path()), await send(path(), { method: 'HEAD' })];
    for (const name of ['Content-Type', 'Cache-Control', 'ETag', 'Vary']) {
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await send(path(), { method });
      expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('over D1 it is the same', async () => {
    const d1 = addressOf('', 'seed', 'd1');
    const stored = await open(d1 + template.replace('ORIGIN', encodeURIComponent(d1)));
    const { html } = await open(addressOf(path()));
    expect(stored.html.replaceAll(d1, '')).toBe(html.replaceAll(addressOf(''), ''));
  });
});

describe.each(CORPORA)('the feeds of the %s', (corpus) => {
  test('have the latest articles', async () => {
    const { articles } = await ask(
      '{ articles(first: 20, orderBy: { field: PUBLISHED, direction: DESC }) { nodes { url headline } } }',
      {},
      corpus,
    );
    const expected = articles.nodes.map(({ url, headline }: never) => [addressOf(url, corpus), headline]);
    const atom = parseAtomFeed(await (await send('/feed.atom', {}, corpus)).text());
    expect(atom.entries?.map(({ id, title }) => [id, title?.value])).toEqual(expected);
    const json = parseJsonFeed(await (await send('/feed.json', {}, corpus)).text());
    expect(json.items?.map(({ id, title }) => [id, title])).toEqual(expected);
  });
});

describe('the feed of what somebody said', () => {
  test('has the words, the speaker and the article', async () => {
    const { headers, html } = await open(addressOf('/people/edmund-rook/feed.atom', 'gazette'));
    expect(headers.get('Vary')).toBe('Accept');
    const { title, entries = [] } = parseAtomFeed(html);
    expect(title?.value).toBe('Edmund Rook – Dateline');
    expect(entries.length).toBeGreaterThan(5);
    const days = entries.map(({ updated }) => updated);
    expect(days).toEqual(days.toSorted().reverse());
    const { statements } = await ask(
      '{ statements(first: 1, filter: { speakers: ["edmund-rook"] }, orderBy: { field: PUBLISHED, direction: DESC }) { nodes { text quotes(first: 1) { nodes { article { url headline } } } } } }',
      {},
      'gazette',
    );
    const [{ text, quotes }] = statements.nodes;
    const [{ article }] = quotes.nodes;
    expect(entries[0]?.authors?.[0]?.name).toBe('Edmund Rook');
    expect(entries[0]?.content?.value).toMatch(
      new RegExp(`^Edmund Rook: ${text}\n\n${article.headline}.*\n${addressOf(article.url, 'gazette')}$`),
    );
  });

  test.each([
    ['/organizations/edmund-rook/feed.json', 301, '/people/edmund-rook/feed.json'],
    ['/people/nobody/feed.atom', 404, null],
    ['/people/No_Slug/feed.atom', 404, null],
    ['/organizations/larkbridge-herald/feed.atom', 410, null],
    // An event has taken its place.
    ['/people/mill-fire/feed.atom', 410, null],
    ['/embed/statements/mill-fire', 410, null],
    ['/search/feed.atom', 400, null],
    ['/search/feed.json?q=+', 400, null],
    ['/feed.rss', 404, null],
    ['/sitemaps/articles-2.xml', 404, null],
    ['/embed/statements/nothing', 404, null],
    ['/embed/articles/two-die-at-harrow-mill', 404, null],
  ])('%s: %d', async (path, status, location) => {
    const response = await send(path, {}, 'gazette');
    expect([response.status, response.headers.get('Location')]).toEqual([status, location]);
  });
});

test('a retired slug is gone, and says why', async () => {
  const response = await send('/organizations/larkbridge-herald/feed.json', {}, 'gazette');
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect(errors[0]?.extensions.code).toBe('GONE');
});

describe.each(CORPORA)('the sitemap of the %s', (corpus) => {
  test('has the address of every thing, and the first pages of it answer', async () => {
    const locations = async (address: string) =>
      [...(await (await fetch(address)).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location = '']) => location);
    const files = await locations(addressOf('/sitemap.xml', corpus));
    const pages = (await Promise.all(files.map(locations))).flat();
    const lists = ['articles', 'events', 'statements', 'people', 'organizations', 'groups', 'places'];
    const things: { url: string }[] = [];
    for (const list of lists) things.push(...(await askEvery(list, 'url', corpus)));
    expect(pages.toSorted()).toEqual(things.map(({ url }) => addressOf(url, corpus)).toSorted());
    for (const page of pages.slice(0, 10)) expect((await fetch(page)).status).toBe(200);
  });
});

test('an article has its day in the sitemap, if it is exact', async () => {
  const text = await (await send('/sitemaps/articles-1.xml', {}, 'gazette')).text();
  expect(text).toMatch(/<url><loc>[^<]+<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod><\/url>/);
  expect(await (await send('/sitemaps/articles-1.xml')).text()).not.toContain('<lastmod>');
});

test('robots.txt keeps crawlers from what has no end', async () => {
  expect(await (await send('/robots.txt')).text()).toBe(
    `User-agent: *\nDisallow: /api/\nDisallow: /graphql\nDisallow: /search\n\nSitemap: ${addressOf('/sitemap.xml')}\n`,
  );
});

test('every address in llms.txt answers', async () => {
  const text = await (await send('/llms.txt')).text();
  const addresses = [...text.matchAll(/\]\((http[^)]+)\)/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) {
    const { status } = await fetch(address, { headers: { Accept: 'text/html, */*' } });
    expect(status, address).toBe(200);
  }
});

describe('a page in other forms', () => {
  test.each(['/', '/search', '/timeline', '/paths'])('%s has no JSON-LD, and says what it has', async (path) => {
    const page = await send(path, { headers: { Accept: 'application/ld+json, text/html;q=0.9' } });
    expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await page.text()).not.toContain('application/ld+json');
    const refused = await send(path, { headers: { Accept: 'application/ld+json' } });
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect([refused.status, errors[0]?.extensions]).toEqual([406, { code: 'NOT_ACCEPTABLE' }]);
    expect(errors[0]?.message).toBe(
      'Accept allows none of text/html, text/markdown, application/json. Add one of them.',
    );
    for (const accept of ['text/markdown', 'application/json']) {
      expect((await send(path, { headers: { Accept: accept } })).headers.get('Content-Type')).toMatch(accept);
    }
  });

  test.each(ENTITY_TYPES.map((type) => PAGE_FOLDERS[type]))('%s have JSON-LD', async (folder) => {
    const [thing] = await askEvery(folder, 'url', 'gazette');
    const headers = { Accept: 'application/ld+json, text/html;q=0.9' };
    const response = await send(thing.url, { headers }, 'gazette');
    expect(response.headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8');
    const {
      '@graph': [node],
    } = (await response.json()) as { '@graph': { '@id': string }[] };
    expect(node?.['@id']).toBe(addressOf(thing.url, 'gazette'));
  });

  test.each([
    ['text/markdown', 'text/markdown; charset=utf-8', /^Direct quote\n\n# As I see it/],
    ['application/ld+json', 'application/ld+json; charset=utf-8', /"@context":/],
    ['application/json', 'application/json; charset=utf-8', /^\{"data":\{"statement":/],
  ])('%s', async (accept, type, content) => {
    const response = await send(STATEMENT, { headers: { Accept: accept } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
    expect(response.headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(await response.text()).toMatch(content);
  });
});

describe('a consumer of oEmbed', () => {
  test.each([
    ['application/json+oembed', 'json'],
    ['text/xml+oembed', 'xml'],
  ])('finds the document in the page (%s), and the frame in it', async (type, format) => {
    const { html } = await open(addressOf(STATEMENT));
    const [, href = ''] =
      new RegExp(`<link rel="alternate" type="${type.replace('+', '\\+')}" href="([^"]*)"`).exec(html) ?? [];
    const address = `${href.replaceAll('&amp;', '&')}&maxwidth=400&maxheight=5000`;
    const response = await fetch(address);
    expect(response.status).toBe(200);
    const text = await response.text();
    const document = format === 'json' ? JSON.parse(text) : fromXml(text);
    expect(document).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Dateline',
      author_name: 'Mikhail Shvydkoy',
    });
    expect([Number(document.width), Number(document.height)]).toEqual([400, 300]);

    const [, frame = ''] =
      /^<iframe src="([^"]+)" width="400" height="300" [^<>]*><\/iframe>$/.exec(document.html) ?? [];
    const card = await open(frame);
    expect(card.status).toBe(200);
    expect(card.html).toContain(
      '<mark>As I see it, there are no deep reasons not to fully restore all relations</mark>',
    );
    expect(Buffer.byteLength(card.html)).toBeLessThan(4_000);
  });

  test.each([
    ['format=yaml&url=ORIGIN/statements/shvydkoy-no-deep-reasons', 501, 'NOT_IMPLEMENTED'],
    ['', 400, 'BAD_REQUEST'],
    ['url=ORIGIN/statements/shvydkoy-no-deep-reasons&maxwidth=wide', 400, 'BAD_REQUEST'],
    ['url=ORIGIN/statements/nothing-like-it', 404, 'NOT_FOUND'],
    ['url=ORIGIN/people/mikhail-shvydkoy', 404, 'NOT_FOUND'],
    ['url=ORIGIN/', 404, 'NOT_FOUND'],
    ['url=https://evil.example/statements/shvydkoy-no-deep-reasons', 404, 'NOT_FOUND'],
    ['url=ORIGIN@evil.example/statements/shvydkoy-no-deep-reasons', 404, 'NOT_FOUND'],
    ['url=javascript:alert(1)//statements/a', 404, 'NOT_FOUND'],
    ['url=/statements/shvydkoy-no-deep-reasons', 404, 'NOT_FOUND'],
  ])('is refused: %s', async (search, status, code) => {
    const response = await send(`/oembed?${search.replace('ORIGIN', addressOf(''))}`);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  });

  function fromXml(text: string): Record<string, string> {
    const entities = (value: string) => value.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    return Object.fromEntries(
      [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value = '']) => [name, entities(value)]),
    );
  }
});

const FRAMED =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";

describe('the card', () => {
  test('may be framed by any page, loads one style sheet, and its links open in the window', async () => {
    const { headers, html } = await open(addressOf(`/embed${STATEMENT}`));
    expect(headers.get('Content-Security-Policy')).toBe(FRAMED);
    expect(headers.get('X-Frame-Options')).toBeNull();
    expect(headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=|<form/);
    expect(html).toContain('<base target="_top"/>');
    for (const link of linksOf(html)) {
      const { origin, pathname, search } = new URL(link, addressOf('/'));
      expect(origin).toBe(addressOf(''));
      expect((await open(addressOf(pathname + search))).status, link).toBe(200);
    }
  });

  test('where there is none, the frame says so', async () => {
    const { status, headers, html } = await open(addressOf('/embed/statements/nothing'));
    expect([status, headers.get('Content-Security-Policy'), headers.get('X-Frame-Options')]).toEqual([
      404,
      FRAMED,
      null,
    ]);
    expect(textOf(html)).toContain('No such page');
  });

  test.each(['/', STATEMENT, '/feed.atom', '/graphql'])('nothing else may: %s', async (path) => {
    const { headers } = await open(addressOf(path));
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('X-Frame-Options')).toBe('DENY');
  });
});
