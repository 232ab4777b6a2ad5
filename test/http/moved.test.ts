// A corpus that is replaced while a request reads it: the answer, its version and its entity tag are of the same one.
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { CorpusMovedError } from '../../data/chunks/failure.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Store } from '../../data/store.ts';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/environment.ts';
import { compileFolder } from '../corpus.ts';
import { failingStore } from '../worker/failing-store.ts';

const PATH = '/graphql?query={articles{nodes{slug}}}';
let next: Store;
let moved: Store;

beforeAll(() => {
  next = openStore(openBundledSource(packBundle(indexCorpus(compileFolder('data/corpus')))));
  const failing = failingStore(() => {
    throw new CorpusMovedError();
  });
  moved = { ...failing, summary: () => ({ ...next.summary(), version: 'the one before' }) };
});
// The line of each request.
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

/** The real app, each request over the next of these stores. */
function appOver(...stores: readonly Store[]) {
  const left = [...stores];
  return createApp({
    openStore: () => left.shift() ?? next,
    settings: readSettings({ RATE_LIMIT: 'off' }),
    rateLimiter: null,
    deployment: null,
  });
}

test('the request is run again on the new corpus, and all that is said is of that one', async () => {
  const plain = await appOver(next).request(PATH);
  const response = await appOver(moved, next).request(PATH);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(await plain.json());
  for (const name of ['ETag', 'Dateline-Corpus-Version', 'Cache-Control']) {
    expect(response.headers.get(name)).toBe(plain.headers.get(name));
  }
});

test('who has the new answer already is told so', async () => {
  const tag = (await appOver(next).request(PATH)).headers.get('ETag')!;
  const response = await appOver(moved, next).request(PATH, { headers: { 'If-None-Match': tag } });
  expect(response.status).toBe(304);
  expect(response.headers.get('Dateline-Corpus-Version')).toBe(next.summary().version);
});

test('replaced again meanwhile it is a 503 that says when to come back', async () => {
  const response = await appOver(moved, moved).request(PATH);
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('2');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'The corpus was replaced while it was read. Send the request again.',
        extensions: { code: 'CORPUS_MOVED' },
      },
    ],
  });
});

test('so is /readyz', async () => {
  const response = await appOver(moved).request('/readyz');
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
});
