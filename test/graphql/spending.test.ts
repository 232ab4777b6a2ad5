// Lists that turn out longer than their price says: the answer is stopped, whole and with the code of its price.
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Store } from '../../data/store.ts';
import { createApp } from '../../src/app.ts';
import { SIZES } from '../../src/graphql/price.ts';
import { readSettings } from '../../src/settings.ts';
import { compileFolder } from '../corpus.ts';

const QUERY = `query ($slug: String!) { event(slug: $slug) {
  name participants { role agent { name slug id } evidence { exact prefix suffix start end } }
} }`;
const WHOLE = { limit: 100, fromEnd: false } as const;
let store: Store;
/** Of the event of the first article with the most participants: five, where three are usual. */
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

test('what costs half as much again as it may is stopped, and nothing of it is answered', async () => {
  const { data, extensions } = await answerWithin(10_000);
  expect(data.event.participants.length).toBeGreaterThan(1.5 * SIZES.participants!);

  const { points } = extensions.cost;
  expect(await answerWithin(points)).toEqual({
    status: 400,
    errors: [
      {
        message: `The answer turned out to cost more than ${1.5 * points} points. Ask for smaller pages ("first"), fewer lists inside each other, or by shorter filters.`,
        extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 1.5 * points },
      },
    ],
    extensions: { cost: { points, limit: points } },
  });
});

test('what only costs a little more than its price is answered', async () => {
  const { extensions, data } = await answerWithin(10_000);
  // Of so small an answer the names and fields weigh more than of a page.
  const answer = await answerWithin(Math.ceil(1.6 * extensions.cost.points));
  expect(answer).toMatchObject({ status: 200, data });
});

test('each request pays for itself', async () => {
  const { extensions } = await answerWithin(10_000);
  const points = 2 * extensions.cost.points;
  const app = appWithin(points);
  for (let time = 0; time < 20; time++) expect((await answerWithin(points, app)).status).toBe(200);
});
