import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Binding } from '../../data/d1/database.ts';
import { startSide } from '../../data/d1/fill.ts';
import { openD1 } from '../../data/d1/source.ts';
import { inventCorpus, markOf } from './corpus.ts';
import { empty, logged, openEmpty, publishTo } from './database.ts';

let database: Binding;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
}, 60_000);
beforeEach(async () => {
  await empty(database);
  await publishTo(database, inventCorpus({ mark: 'one' }));
});
afterAll(() => close());

test('a request that began before a switch ends on its corpus; the one after its next read is on the new one', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  expect(await nameOf(request, 'person')).toBe('one');
  await publishTo(database, inventCorpus({ mark: 'two' }));

  expect(await nameOf(request, 'place')).toBe('one');
  expect(await nameOf(request, 'group')).toBe('one');
  expect(markOf((await request.pieces(['mark']))[0])).toBe('one');

  const next = await corpus.openRequest();
  expect([next.summary.version, await nameOf(next, 'place')]).toEqual(['two', 'two']);
});

test('a request whose corpus is replaced while it reads fails, and goes on failing; the next one reads the new corpus', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  expect(await nameOf(request, 'person')).toBe('one');
  await publishTo(database, inventCorpus({ mark: 'two' }));
  await publishTo(database, inventCorpus({ mark: 'three' }));

  await expect(nameOf(request, 'place')).rejects.toMatchObject({ name: 'CorpusMovedError' });
  await expect(request.pieces(['mark'])).rejects.toMatchObject({ name: 'CorpusMovedError' });
  expect(await nameOf(request, 'person')).toBe('one');

  const next = await corpus.openRequest();
  expect([next.summary.version, await nameOf(next, 'place')]).toEqual(['three', 'three']);
});

test('a request on a side that is being filled fails, and the next one reads what is live', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  await publishTo(database, inventCorpus({ mark: 'two' }));
  await database.batch(startSide(database, 'a'));

  await expect(nameOf(request, 'person')).rejects.toMatchObject({ name: 'CorpusMovedError' });
  expect(await nameOf(await corpus.openRequest(), 'person')).toBe('two');
});

test('an isolate that missed two publishes finds out with its first read', async () => {
  const { database: observed, log } = logged(database);
  const corpus = openD1(observed);
  await nameOf(await corpus.openRequest(), 'person');
  await publishTo(database, inventCorpus({ mark: 'two' }));
  await publishTo(database, inventCorpus({ mark: 'three' }));
  log.statements = 0;

  await expect(nameOf(await corpus.openRequest(), 'person')).rejects.toMatchObject({ name: 'CorpusMovedError' });
  expect(await nameOf(await corpus.openRequest(), 'person')).toBe('three');
  expect(log.statements).toBe(3);
});

test('a side that holds the same corpus again is as good as before', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  await publishTo(database, inventCorpus({ mark: 'two' }));
  await database.batch(startSide(database, 'a'));
  await publishTo(database, inventCorpus({ mark: 'one' }));

  expect(await nameOf(request, 'person')).toBe('one');
});

async function nameOf(source: Awaited<ReturnType<ReturnType<typeof openD1>['openRequest']>>, slug: string) {
  const [found] = await source.bySlug([slug]);
  return found !== null && found !== undefined && 'name' in found.entity ? found.entity.name : null;
}
