import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { RemoteCorpus } from '../../data/chunks/corpus.ts';
import { openD1 } from '../../data/d1/corpus.ts';
import type { Binding } from '../../data/d1/database.ts';
import { rollBack } from '../../data/publish/publish.ts';
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
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => close());

function passSeconds(seconds: number): void {
  vi.setSystemTime(Date.now() + 1000 * seconds);
}

test('a request that began before a publication ends on its corpus; two seconds later all read the new one', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  expect(await nameOf(request, 'person')).toBe('one');
  await publishTo(database, inventCorpus({ mark: 'two' }));

  expect(await nameOf(request, 'place')).toBe('one');
  expect(markOf((await request.pieces(['mark']))[0])).toBe('one');
  passSeconds(1.9);
  expect((await corpus.openRequest()).summary.version).toBe('one');
  passSeconds(0.1);
  const next = await corpus.openRequest();
  expect([next.summary.version, await nameOf(next, 'place')]).toEqual(['two', 'two']);
  expect(await nameOf(request, 'group')).toBe('one');
});

test('so after going back', async () => {
  const corpus = openD1(database);
  await publishTo(database, inventCorpus({ mark: 'two' }));
  expect((await corpus.openRequest()).summary.version).toBe('two');
  await rollBack(database, { force: false });
  passSeconds(2);
  expect((await corpus.openRequest()).summary.version).toBe('one');
});

test('an isolate looks once in two seconds what is published, with one statement', async () => {
  const { database: observed, log } = logged(database);
  const corpus = openD1(observed);
  for (let request = 0; request < 3; request++) await corpus.openRequest();
  expect(log.statements).toBe(1);
  passSeconds(2);
  for (let request = 0; request < 3; request++) await corpus.openRequest();
  expect(log).toMatchObject({ statements: 2 });
});

test('a request whose corpus was taken away fails, and goes on failing; the next one reads the new corpus', async () => {
  const corpus = openD1(database);
  const request = await corpus.openRequest();
  expect(await nameOf(request, 'person')).toBe('one');
  // As after two publications and a minute; here chunks of the first would stay, of which the others are differences.
  await database.prepare('delete from chunk').all();
  await publishTo(database, inventCorpus({ mark: 'four' }));

  await expect(nameOf(request, 'place')).rejects.toMatchObject({ name: 'CorpusMovedError' });
  await expect(request.pieces(['mark'])).rejects.toMatchObject({ name: 'CorpusMovedError' });
  expect(await nameOf(request, 'person')).toBe('one');
  expect(await nameOf(await corpus.openRequest(), 'place')).toBe('four');
});

test('what was published a minute ago can still be read', async () => {
  const request = await openD1(database).openRequest();
  for (const mark of ['two', 'three', 'four']) await publishTo(database, inventCorpus({ mark }));
  expect(await nameOf(request, 'place')).toBe('one');
});

async function nameOf(source: Awaited<ReturnType<RemoteCorpus['openRequest']>>, slug: string) {
  const [found] = await source.bySlug([slug]);
  return found !== null && found !== undefined && 'name' in found.entity ? found.entity.name : null;
}
