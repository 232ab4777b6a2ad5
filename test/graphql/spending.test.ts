// What a request turns out to cost: beyond the limit it is stopped, whole, and told where the cost lies.
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Store } from '../../data/store.ts';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/environment.ts';
import { compileFolder } from '../corpus.ts';

const QUERY = `query ($slug: Slug!) { event(slug: $slug) {
  name participants { role agent { name slug id } evidence { exact prefix suffix start end } }
} }`;
const WHOLE = { limit: 100, fromEnd: false } as const;
let store: Store;
/** Of the event with the most participants. */
let slug: string;

beforeAll(() => {
  store = openStore(openBundledSource(packBundle(indexCorpus(compileFolder('data/corpus')))));
  const events = store.list('Event', { filters: [], order: { field: 'NAME', direction: 'ASC' }, window: WHOLE });
  if (events instanceof Promise) throw new Error('A bundle answers at once.');
  const [most] = events.items
    .map(({ item }) => item)
    .sort((a, b) => (b.participants?.length ?? 0) - (a.participants?.length ?? 0));
  slug = most!.slug;
});
// The line of each request.
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

/** The real app, where a request may cost so many points. */
function appWithin(points: number) {
  return createApp({
    openStore: () => store,
    settings: readSettings({ RATE_LIMIT: 'off', MAX_COST: points }),
    rateLimiter: null,
    deployment: null,
  });
}

async function answerWithin(points: number, app = appWithin(points)) {
  const response = await app.request('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: QUERY, variables: { slug }, extensions: { cost: true } }),
  });
  return { status: response.status, ...(await response.json()) };
}

test('what turns out to cost more than it may is stopped, and nothing of it is answered', async () => {
  const { data, extensions } = await answerWithin(10_000);
  expect(data.event.participants.length).toBeGreaterThan(2);
  const { spent, estimate } = extensions.cost;
  expect(extensions).toEqual({ cost: { estimate, spent, limit: 10_000 } });

  const limit = spent - 10;
  const stopped = await answerWithin(limit);
  const [{ actual, points }] = stopped.errors.map((error: { extensions: object }) => error.extensions);
  expect(stopped).toEqual({
    status: 400,
    errors: [
      {
        message: `The answer turned out to cost more than ${limit} points, ${points} of them in "event.participants". Ask for smaller pages ("first") or fewer nested lists.`,
        extensions: { code: 'QUERY_TOO_EXPENSIVE', actual, limit, path: 'event.participants', points },
      },
    ],
    extensions: { cost: { estimate, spent: actual, limit } },
  });
  expect(actual).toBeGreaterThan(limit);
  expect(actual).toBeLessThanOrEqual(spent);
});

test('what costs just what it may is answered', async () => {
  const { extensions, data } = await answerWithin(10_000);
  expect(await answerWithin(extensions.cost.spent)).toMatchObject({ status: 200, data });
});

test('what would cost ten times what it may is not tried', async () => {
  const { extensions } = await answerWithin(10_000);
  const { status, errors } = await answerWithin(Math.floor(extensions.cost.estimate / 10) - 1);
  expect(status).toBe(400);
  expect(errors[0].message).toMatch(/^The query would cost about \d+ points, \d+ of them in "event.participants/);
});

test('each request pays for itself', async () => {
  const { extensions } = await answerWithin(10_000);
  const app = appWithin(extensions.cost.spent);
  for (let time = 0; time < 20; time++) expect((await answerWithin(0, app)).status).toBe(200);
});

test('an error costs too', async () => {
  const ask = async (query: string) => {
    const response = await appWithin(10_000).request('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, extensions: { cost: true } }),
    });
    return (await response.json()).extensions.cost.spent;
  };
  expect(await ask('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBeGreaterThan(
    100 + (await ask('{ nodes(ids: []) { id } }')),
  );
});
