// Pages over unlikely corpora: one with markup in every text, and an empty one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileFolder } from '../corpus.ts';
import { openD1Worker } from '../worker.ts';
import { brokenLinks, expectPage, linksOf, open, textOf, withoutData } from './browse.ts';
import { MARKUP, openCorpus } from './hostile.ts';

const THINGS = [
  '/articles/hostile',
  '/articles/turned',
  '/statements/it-is-so',
  '/statements/never-closed',
  '/events/alert',
  '/events/endless',
  '/people/ann',
  '/people/ann-turned',
  '/places/endless-mill',
];

describe.each(['markup', 'nothing'] as const)('a corpus with %s in it', (name) => {
  let worker: Awaited<ReturnType<typeof openD1Worker>>;
  beforeAll(async () => {
    worker = await openD1Worker(openCorpus(name));
  });
  afterAll(() => worker.worker.close());

  test.each(['/', '/readyz', '/timeline', '/search?q=alert', '/paths', ...(name === 'markup' ? THINGS : [])])(
    '%s is a page without markup of others',
    async (path) => {
      const { status, headers, html } = await open(worker.origin + path);
      expect(status).toBe(200);
      if (path !== '/readyz') expectPage(headers, html);
      // Drawings have titles of their own.
      expect(withoutData(html)).not.toMatch(/<img|onerror="|<\/title>.*<\/title>.*<body/s);
      expect(linksOf(html).filter((link) => link.startsWith('javascript:'))).toEqual([]);
      expect(html.split(MARKUP)).toHaveLength(1);
    },
  );

  test('every link of every page leads somewhere', async () => {
    expect((await brokenLinks(worker.origin)).broken).toEqual([]);
  }, 120_000);
});

test('markup is shown as the text that it is', async () => {
  const worker = await openD1Worker(openCorpus('markup'));
  for (const path of ['/articles/hostile', '/statements/it-is-so', '/events/alert', '/people/ann']) {
    expect(textOf((await open(worker.origin + path)).html), path).toContain(MARKUP);
  }
  await worker.worker.close();
});

test('where the corpus cannot be read, the front page says so and leads on', async () => {
  const worker = await openD1Worker(compileFolder('data/corpus'));
  await worker.database.batch([worker.database.prepare('delete from pointer')]);
  const { status, headers, html } = await open(`${worker.origin}/`);
  await worker.worker.close();
  expect([status, headers.get('Cache-Control'), headers.get('Retry-After')]).toEqual([503, 'no-store', '2']);
  expect(textOf(html)).toContain('There is no corpus here yet.');
  expect(html).toContain('href="/docs"');
});
