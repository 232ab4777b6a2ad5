// Sitemaps of a corpus with more things than a file has.
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { ENTITY_TYPES } from '../../data/model.ts';
import { PAGE_FOLDERS } from '../../schema/node.ts';
import { readSettings } from '../../src/environment.ts';
import { type ExchangeEnvironment, openExchange } from '../../src/http/exchange.ts';
import { openSitemaps } from '../../src/pages/machine/sitemap.ts';
import { siteOf } from '../../src/pages/site.ts';
import { openFolder } from '../api/operations.ts';
import { slugsOf } from './read-page.ts';

/** A real file has a thousand. */
const MOST = 20;
const ORIGIN = 'https://news.example';

test('the files of the index have every thing once, and the index no other files', async () => {
  const store = openFolder('test/corpora/gazette');
  const settings = readSettings({});
  const app = new Hono<ExchangeEnvironment>();
  app.use(openExchange({}, siteOf(settings)));
  const sitemaps = openSitemaps(() => store, settings, MOST);
  app.get('/sitemap.xml', sitemaps.answerIndex);
  app.get('/sitemaps/:file', sitemaps.answerFile);
  const locations = async (address: string) => {
    const response = await app.request(address);
    expect(response.status, address).toBe(200);
    return [...(await response.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location = '']) => location);
  };

  const { counts } = store.summary();
  expect(counts.Statement).toBeGreaterThan(3 * MOST);
  const files = await locations(`${ORIGIN}/sitemap.xml`);
  const found: string[] = [];
  for (const file of files) {
    const addresses = await locations(file);
    expect(addresses.length, file).toBeLessThanOrEqual(MOST);
    expect(addresses.length, file).toBeGreaterThan(0);
    found.push(...addresses);
  }
  const all = ENTITY_TYPES.flatMap((type) =>
    slugsOf(store, type, counts[type]).map((slug) => `${ORIGIN}/${PAGE_FOLDERS[type]}/${slug}`),
  );
  expect(found.toSorted()).toEqual(all.toSorted());
  expect(files).toHaveLength(ENTITY_TYPES.reduce((sum, type) => sum + Math.ceil(counts[type] / MOST), 0));

  for (const file of ['articles-0.xml', 'articles-9999.xml', 'articles-01.xml', 'things-1.xml', 'articles.xml']) {
    expect((await app.request(`${ORIGIN}/sitemaps/${file}`)).status, file).toBe(404);
  }
});
