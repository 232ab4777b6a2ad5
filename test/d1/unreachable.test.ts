import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { RemoteCorpus } from '../../data/chunks/corpus.ts';
import { StoreUnavailableError } from '../../data/chunks/failure.ts';
import { type CorpusWatch, openD1 } from '../../data/d1/corpus.ts';
import type { Binding } from '../../data/d1/database.ts';
import { type CutOff, openCutOff } from '../worker/outage/cut-off.ts';
import { inventCorpus, markOf } from './corpus.ts';
import { openEmpty, publishTo } from './database.ts';

let database: Binding;
let close: () => Promise<void>;
let cutOff: CutOff;
let corpus: RemoteCorpus;
let told: string[];

/** Three brief pauses between them. */
const USUAL_TRIES = 4;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
  await publishTo(database, inventCorpus({ mark: 'one' }));
}, 60_000);
beforeEach(async () => {
  told = [];
  cutOff = openCutOff(database);
  // It keeps nothing of what it reads, so that each request has to ask.
  corpus = openD1(cutOff.database, watchInto(told), 0);
  await (await corpus.openRequest()).pieces(['mark']);
  cutOff.tries = 0;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => close());

test.each([
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: database is locked: SQLITE_BUSY',
  'D1_ERROR: Failed to get session commit token: internal error; reference = 90u7cb4hf2e89u2mpaq974th',
])('"%s", again and again, is a database that does not answer', async (message) => {
  Object.assign(cutOff, { state: 'down', reason: new Error(message) });

  const error = await withFastClock(failure(lookUp));

  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error).toMatchObject({ message: `The database does not answer: ${message}`, cause: { message } });
  expect(cutOff.tries).toBe(USUAL_TRIES);
});

test.each([
  {
    what: 'no such table',
    spoil: 'alter table chunk rename to away',
    repair: 'alter table away rename to chunk',
  },
  {
    what: 'no such column',
    spoil: 'alter table chunk rename column body to away',
    repair: 'alter table chunk rename column away to body',
  },
])('$what: a wrong statement is a fault, not an outage', async ({ what, spoil, repair }) => {
  await database.prepare(spoil).all();
  const request = await corpus.openRequest();

  const error = await failure(async () => request.bySlug(['person']))();
  await database.prepare(repair).all();

  expect(error).not.toBeInstanceOf(StoreUnavailableError);
  expect(error).toMatchObject({ message: expect.stringContaining(what) });
  expect(told).toEqual([]);
  expect(await request.bySlug(['person'])).toMatchObject([{ entity: { name: 'one' } }]);
});

test('what fails at first and not again is answered', async () => {
  cutOff.state = 'shaky';
  expect(await lookUp()).toBe('one');
  expect(told).toEqual([]);
});

test('the rest of the request fails at once, but for what it has read; the next request is answered again', async () => {
  const request = await corpus.openRequest();
  await request.bySlug(['person']);
  cutOff.state = 'down';
  const error = await withFastClock(failure(() => request.bySlug(['place'])));
  Object.assign(cutOff, { state: 'up', tries: 0 });

  expect(await failure(() => request.bySlug(['group']))()).toBe(error);
  expect(await failure(() => request.texts(['article']))()).toBe(error);
  expect(request.bySlug(['person'])).toMatchObject([{ entity: { name: 'one' } }]);
  expect(cutOff.tries).toBe(0);

  expect(await lookUp()).toBe('one');
});

test('an isolate answers without the database what it holds', async () => {
  const holding = openD1(cutOff.database, watchInto(told));
  await (await holding.openRequest()).pieces(['mark']);
  Object.assign(cutOff, { state: 'down', tries: 0 });
  const request = await holding.openRequest();
  expect(request.summary.version).toBe('one');
  expect(markOf((request.pieces(['mark']) as readonly Uint8Array[])[0])).toBe('one');
  expect(cutOff.tries).toBe(0);
});

test('an isolate goes on with the corpus that it knows, and asks once in two seconds whether there is another', async () => {
  const holding = openD1(cutOff.database, watchInto(told));
  await (await holding.openRequest()).pieces(['mark']);
  Object.assign(cutOff, { state: 'down', tries: 0 });
  await withFastClock(async () => {
    vi.setSystemTime(Date.now() + 2000);
    for (let request = 0; request < 3; request++) expect((await holding.openRequest()).summary.version).toBe('one');
    expect(await failure(() => holding.openRequest(0))()).toBeInstanceOf(StoreUnavailableError);
  });
  expect(cutOff.tries).toBe(USUAL_TRIES + 1);
});

test('an isolate that begins in an outage reads the corpus as soon as there is one', async () => {
  cutOff.state = 'down';
  const begun = openD1(cutOff.database);
  expect(await withFastClock(failure(() => begun.openRequest()))).toBeInstanceOf(StoreUnavailableError);
  cutOff.state = 'up';
  expect((await begun.openRequest()).summary.version).toBe('one');
});

test('in an outage a read is tried once, and one a second as usual; the first answer ends that', async () => {
  cutOff.state = 'down';
  const triesOf = async (count: number) => {
    cutOff.tries = 0;
    await Promise.all(Array.from({ length: count }, failure(lookUp)));
    return cutOff.tries;
  };

  await withFastClock(async () => {
    expect(await triesOf(1)).toBe(USUAL_TRIES);
    expect(await triesOf(10)).toBe(10);
    vi.setSystemTime(Date.now() + 1000);
    expect(await triesOf(10)).toBe(USUAL_TRIES + 9);
    expect(await triesOf(10)).toBe(10);
  });

  cutOff.state = 'up';
  expect(await lookUp()).toBe('one');
  cutOff.state = 'down';
  expect(await withFastClock(() => triesOf(1))).toBe(USUAL_TRIES);
});

test('a read that hangs ends after five seconds, in an outage after two, and is not tried again', async () => {
  cutOff.state = 'hung';
  const secondsOf = async (work: () => Promise<unknown>) => {
    const start = Date.now();
    await work();
    return (Date.now() - start) / 1000;
  };

  await withFastClock(async () => {
    expect(await secondsOf(failure(lookUp))).toBeCloseTo(5, 1);
    expect(await secondsOf(failure(lookUp))).toBeCloseTo(2, 1);
    expect(await secondsOf(failure(lookUp))).toBeCloseTo(5, 1);
    cutOff.state = 'down';
    await vi.advanceTimersByTimeAsync(1000);
  });
  expect(cutOff.tries).toBe(3);
  expect(told).toEqual(['outage: The database does not answer: no answer in 5000 ms']);

  cutOff.state = 'up';
  expect(await lookUp()).toBe('one');
});

test('a read that hangs for a moment is answered', async () => {
  cutOff.state = 'hung';
  const answered = lookUp();
  await new Promise((resolve) => setTimeout(resolve, 50));
  cutOff.state = 'up';
  expect(await answered).toBe('one');
});

test('an outage is told once, and its end once, after a second without a failure', async () => {
  cutOff.state = 'down';
  for (let request = 0; request < 3; request++) await withFastClock(failure(lookUp));
  vi.useFakeTimers({ toFake: ['Date'] });
  cutOff.state = 'up';
  await lookUp();
  expect(told).toEqual(['outage: The database does not answer: D1_ERROR: Network connection lost.']);

  vi.setSystemTime(Date.now() + 1000);
  for (let request = 0; request < 3; request++) await lookUp();
  expect(told.slice(1)).toEqual(['recovery']);

  cutOff.state = 'down';
  await withFastClock(failure(lookUp));
  expect(told).toHaveLength(3);
});

/** A new request of the isolate, which has to ask the database. */
async function lookUp(): Promise<string | null> {
  // Without asking whether another corpus is published.
  const [found] = await (await corpus.openRequest(Infinity)).bySlug(['person']);
  return found?.entity.type === 'Person' ? found.entity.name : null;
}

/** The same work, which gives what it fails with; null where it does not. */
function failure(work: () => unknown): () => Promise<unknown> {
  return async () => {
    try {
      await work();
      return null;
    } catch (error) {
      return error;
    }
  };
}

/** Does work that reaches no database by a clock that runs as fast as it can. */
async function withFastClock<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(10);
  vi.useRealTimers();
  return done;
}

function watchInto(lines: string[]): CorpusWatch {
  return {
    onOutage: ({ message }) => lines.push(`outage: ${message}`),
    onRecovery: () => lines.push('recovery'),
    onDamage: ({ message }) => lines.push(`damage: ${message}`),
  };
}
