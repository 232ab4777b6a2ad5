// Pages of a Worker whose operator has switched off all that can be, or allows requests little.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorker } from '../worker.ts';
import { brokenLinks, linksOf, open, textOf } from './browse.ts';

describe('INTROSPECTION = false, GRAPHIQL = false, DOCUMENTS = "trusted"', () => {
  const worker = openWorker('seed', { INTROSPECTION: 'false', GRAPHIQL: 'false', DOCUMENTS: 'trusted' });
  let origin: string;
  beforeAll(async () => {
    origin = (await worker.listen()).url.origin;
  });
  afterAll(() => worker.close());

  test.each(['/docs', '/docs/Event', '/schema.graphql', '/openapi.json'])('%s is not there', async (path) => {
    expect((await open(origin + path)).status).toBe(404);
  });

  test('no page links to them, and every link works', async () => {
    const front = await open(`${origin}/`);
    expect(front.status).toBe(200);
    expect(textOf(front.html)).toContain('Quotation of the day');
    expect(linksOf(front.html).filter((link) => /^\/(docs|graphql|schema|openapi)/.test(link))).toEqual([]);
    const { seen, broken } = await brokenLinks(origin);
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(5);
    expect((await brokenLinks(origin, '/api/front-page')).broken).toEqual([]);
  });
});

test('the front page counts against the limits as any query does, and says so', async () => {
  const worker = openWorker('seed', { MAX_COST: '10' });
  const { origin } = (await worker.listen()).url;
  const { status, headers, html } = await open(`${origin}/`);
  await worker.close();
  expect([status, headers.get('Cache-Control')]).toEqual([400, 'no-store']);
  expect(textOf(html)).toMatch(/The query .*10/);
  expect(html).toContain('href="/docs"');
});
