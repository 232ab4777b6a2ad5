// What the site says of itself follows its settings.
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/environment.ts';
import { type ExchangeEnvironment, openExchange } from '../../src/http/exchange.ts';
import { answerCrawler } from '../../src/pages/machine/for-crawlers.ts';
import { siteOf } from '../../src/pages/site.ts';

test('llms.txt names what an operator has switched on, and nothing else', async () => {
  const open = await written({});
  for (const part of ['/schema.graphql', '/docs', '/openapi.json', '"query"', 'an editor'])
    expect(open).toContain(part);
  const closed = await written({ GRAPHIQL: 'false', INTROSPECTION: 'false', DOCUMENTS: 'trusted' });
  for (const part of ['/schema.graphql', '/docs', '/openapi.json', '"query"', 'an editor']) {
    expect(closed).not.toContain(part);
  }
  expect(closed).toContain('/trusted-documents.json');
});

test('addresses are those of the site, if it is said, and otherwise of the request', async () => {
  expect(await written({})).toContain('https://news.example/graphql');
  const named = await written({ SITE_ORIGIN: 'https://paper.example' });
  expect(named).toContain('https://paper.example/graphql');
  expect(named).not.toContain('news.example');
});

async function written(environment: Record<string, string>): Promise<string> {
  const settings = readSettings(environment);
  const app = new Hono<ExchangeEnvironment>();
  app.use(openExchange({}, siteOf(settings)));
  app.get('/llms.txt', answerCrawler('/llms.txt', settings));
  return (await app.request('https://news.example/llms.txt')).text();
}
