import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Binding } from '../../data/d1/database.ts';
import { createApp } from '../../src/app.ts';
import { openDatabase } from '../../src/corpus.ts';
import { readSettings } from '../../src/environment.ts';
import { inventCorpus } from './corpus.ts';
import { empty, openEmpty, publishTo } from './database.ts';

let database: Binding;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
}, 60_000);
afterAll(() => close());

test('a database that nothing was published to is a 503 that says when to come back, until something is', async () => {
  await empty(database);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const settings = readSettings({ RATE_LIMIT: 'off' });
  const app = createApp({ openStore: openDatabase(database), settings, rateLimiter: null, deployment: null });

  for (const path of ['/graphql?query={corpus{version}}', '/api/corpus', '/readyz']) {
    const response = await app.request(path);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'There is no corpus here yet. Try again later; the log says what its operator can do.',
          extensions: { code: 'NO_CORPUS' },
        },
      ],
    });
  }
  expect((await app.request('/healthz')).status).toBe(200);
  const graphiql = await app.request('/graphql', { headers: { Accept: 'text/html' } });
  expect([graphiql.status, await graphiql.text()]).toEqual([200, expect.stringContaining('# Who said what?')]);
  expect(JSON.parse(logged.mock.calls[0]![0])).toMatchObject({ level: 'error', event: 'no corpus' });

  await publishTo(database, inventCorpus({ mark: 'one' }));
  const response = await app.request('/graphql?query={corpus{version}}');
  expect(await response.json()).toEqual({ data: { corpus: { version: 'one' } } });
});
