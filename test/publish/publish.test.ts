import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { LAYOUT } from '../../data/chunks/manifest.ts';
import { openD1 } from '../../data/d1/corpus.ts';
import type { Binding, Database } from '../../data/d1/database.ts';
import { takeLock } from '../../data/d1/lock.ts';
import { packCorpus } from '../../data/publish/pack.ts';
import { publish, rollBack } from '../../data/publish/publish.ts';
import { readDigests } from '../../data/publish/stored.ts';
import { inventCorpus } from '../d1/corpus.ts';
import { changedBy, empty, logged, openEmpty, publishTo } from '../d1/database.ts';

let database: Binding;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
}, 60_000);
beforeEach(() => empty(database));
afterAll(() => close());

const ONE = inventCorpus({ mark: 'one' });
const TWO = inventCorpus({ mark: 'two' });
const THREE = inventCorpus({ mark: 'three' });
const GENTLY = { force: false };

test('publishes one corpus after the other', async () => {
  for (const [corpus, mark] of [
    [ONE, 'one'],
    [TWO, 'two'],
    [THREE, 'three'],
  ] as const) {
    expect(await publishTo(database, corpus)).toMatchObject({ outcome: 'PUBLISHED' });
    expect(await version()).toBe(mark);
  }
});

test('writes nothing where readers read the same corpus, and no chunk where the corpus before is published again', async () => {
  await publishTo(database, ONE);
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'UNCHANGED', written: 0, rowsWritten: 0 });
  await publishTo(database, TWO);
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'PUBLISHED', written: 0 });
  expect(await version()).toBe('one');
});

test('publishes again where the records are the same and the index is not', async () => {
  await publishTo(database, ONE);
  const reindexed = inventCorpus({ mark: 'one', pieces: new Map([['new', new Uint8Array([1])]]) });
  expect(await publishTo(database, reindexed)).toMatchObject({ outcome: 'PUBLISHED' });
});

test('writes at most as many rows as it says beforehand, one for a chunk', async () => {
  for (const mark of ['one', 'two', 'three']) {
    let said = 0;
    const { database: observed, log } = logged(database);
    const { rowsWritten, written } = await publish(observed, inventCorpus({ mark, statements: 2000, length: 2000 }), {
      force: false,
      onAnnounce: ({ rows }) => {
        said = rows;
      },
    });
    expect(log.rowsWritten).toBeGreaterThanOrEqual(rowsWritten);
    expect(log.rowsWritten).toBeLessThanOrEqual(said);
    expect(rowsWritten).toBeLessThan(written + 25);
  }
});

test('one more record in the middle changes the chunk that it falls into, as a difference', async () => {
  const corpus = inventCorpus({ mark: 'one', statements: 300, length: 500 });
  const [first, ...others] = corpus.entities.Statement;
  await publishTo(database, { ...corpus, entities: { ...corpus.entities, Statement: others } });
  const at = 150;
  const Statement = [...others.slice(0, at), { ...first!, slug: 'statement-new' }, ...others.slice(at)];

  // The chunk of the records, and the manifest.
  expect(await publishTo(database, { ...corpus, entities: { ...corpus.entities, Statement } })).toMatchObject({
    outcome: 'PUBLISHED',
    written: 2,
  });
  const stored = await database.prepare('select count(*) as n from chunk where base is not null').all();
  expect(stored.results).toEqual([{ n: 1 }]);
  const source = await openD1(database).openRequest();
  expect(await source.byNumber('Statement', [at, 299])).toEqual([Statement[at], Statement[299]]);
});

test('removes what nobody can read any more, a minute after it was replaced', async () => {
  for (const mark of ['one', 'two', 'three', 'four']) {
    await publishTo(database, inventCorpus({ mark, statements: 200, length: 1000 }));
    await database.prepare('update publication set superseded = superseded - 61').all();
  }
  const digests = async () => new Set((await readDigests(database)).all.keys());
  const before = await digests();
  const last = inventCorpus({ mark: 'five', statements: 200, length: 1000 });
  await publishTo(database, last);
  const [kept, count] = [await digests(), await database.prepare('select count(*) as n from publication').all()];
  expect(count.results).toEqual([{ n: 2 }]);
  expect([...before].filter((digest) => !kept.has(digest)).length).toBeGreaterThan(0);
  expect([...packCorpus(last, () => false).digests].filter((digest) => !kept.has(digest))).toEqual([]);
  expect(await rollBack(database, GENTLY)).toMatchObject({ version: 'four' });
  expect(await version()).toBe('four');
});

test('keeps what a release of another layout reads', async () => {
  await publishTo(database, ONE);
  await database.batch([
    database.prepare('update pointer set layout = 1'),
    database.prepare('update publication set layout = 1, superseded = null'),
  ]);
  for (const corpus of [TWO, THREE, ONE, TWO]) {
    await publishTo(database, corpus);
    await database.prepare('update publication set superseded = superseded - 61').all();
  }
  const { all: stored } = await readDigests(database);
  expect([...packCorpus(ONE, () => false).digests].filter((digest) => !stored.has(digest))).toEqual([]);
  await database.prepare(`update pointer set layout = -layout`).all();
  await database.prepare(`update pointer set layout = ${LAYOUT} where layout = -1`).all();
  expect(await version()).toBe('one');
});

const DAMAGES = [
  'delete from chunk',
  `delete from chunk where digest = (select min(digest) from chunk)`,
  'delete from publication',
  'delete from pointer',
  'update pointer set current = 99',
  `update publication set edition = 'x'`,
  `update publication set manifest = '[]'`,
];

test.each(DAMAGES)('publishes again what readers read already where something is lost: %s', async (spoil) => {
  await publishTo(database, ONE);
  await database.prepare(spoil).all();
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: expect.stringMatching(/PUBLISHED|REPAIRED/) });
  expect(await version()).toBe('one');
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'UNCHANGED' });
});

test.each([
  'update chunk set body = substr(body, 2)',
  `update chunk set body = '' where digest = (select max(digest) from chunk)`,
  `insert into chunk select digest, 1, base, 'AAAA' from chunk`,
])('asked to verify, it replaces what was altered: %s', async (spoil) => {
  await publishTo(database, ONE);
  await database.prepare(spoil).all();
  expect(await publish(database, ONE, { force: false, verify: true })).toMatchObject({ outcome: 'REPAIRED' });
  expect(await version()).toBe('one');
  expect(await publish(database, ONE, { force: false, verify: true })).toMatchObject({ outcome: 'UNCHANGED' });
});

test('goes back to the corpus before, and forth again', async () => {
  await publishTo(database, ONE);
  await publishTo(database, TWO);

  expect(await rollBack(database, GENTLY)).toMatchObject({ version: 'one' });
  expect(await version()).toBe('one');
  expect(await rollBack(database, GENTLY)).toMatchObject({ version: 'two' });
  expect(await version()).toBe('two');
});

test.each([
  { what: 'nothing was published', before: [] },
  { what: 'only one corpus was published', before: [ONE] },
])('refuses to go back where $what', async ({ before }) => {
  for (const corpus of before) await publishTo(database, corpus);
  await expect(rollBack(database, GENTLY)).rejects.toThrow('There is no corpus to go back to');
});

test.each(['delete from chunk', `update publication set manifest = '{'`])(
  'refuses to go back to a corpus that is not whole: %s',
  async (spoil) => {
    await publishTo(database, ONE);
    await publishTo(database, TWO);
    await database.prepare(spoil).all();
    await expect(rollBack(database, GENTLY)).rejects.toThrow(/The corpus of \S+ is not whole any more/);
  },
);

test('does not switch where something is stored other than as it was sent', async () => {
  await publishTo(database, ONE);
  const spoilt = changedBy(database, (sql, values) => {
    if (!sql.startsWith('insert into chunk')) return values;
    return values.map((value) => String(value).replace(/"([^"]{9})[^"]([^"]*)"\]/, '"$1A$2"]'));
  });

  await expect(publishTo(spoilt, TWO)).rejects.toThrow('are not stored as they were sent');
  expect(await version()).toBe('one');
  await publishTo(database, TWO);
  expect(await version()).toBe('two');
});

test('sends a batch again where the network fails', async () => {
  const failures = new Set([2, 4]);
  let batches = 0;
  const flaky: Database = {
    prepare: (sql) => database.prepare(sql),
    async batch(statements) {
      batches += 1;
      if (batches === 4) await database.batch(statements);
      if (failures.has(batches)) throw new Error('Network connection lost.');
      return database.batch(statements);
    },
  };
  expect(await publishTo(flaky, ONE)).toMatchObject({ outcome: 'PUBLISHED' });
  expect(await version()).toBe('one');
});

test('a database that is full keeps what it has, and says that nothing has changed', async () => {
  await publishTo(database, ONE);
  const full: Database = {
    prepare: (sql) => database.prepare(sql),
    batch: (statements) =>
      statements.length > 1
        ? Promise.reject(new Error('D1_ERROR: database or disk is full: SQLITE_FULL'))
        : database.batch(statements),
  };
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const failed = expect(publishTo(full, TWO)).rejects.toThrow('database or disk is full');
  await vi.advanceTimersByTimeAsync(10_000).finally(() => vi.useRealTimers());
  await failed;
  expect(await version()).toBe('one');
  expect(await publishTo(database, TWO)).toMatchObject({ outcome: 'PUBLISHED' });
});

test('a chunk of several parts that was half written is written again', async () => {
  const long = inventCorpus({ mark: 'one', pieces: new Map([['long', randomBytes(1_500_000)]]) });
  await publishTo(database, long);
  const { results } = await database.prepare('select count(*) as n from chunk where part > 0').all();
  expect(results).toEqual([{ n: 2 }]);
  await database
    .prepare('delete from chunk where part = 0 and digest in (select digest from chunk where part > 0)')
    .all();
  expect(await publishTo(database, long)).toMatchObject({ outcome: 'REPAIRED', written: 1 });
  expect((await (await openD1(database).openRequest()).pieces(['long']))[0]).toHaveLength(1_500_000);
});

test('a difference whose base is lost is written again', async () => {
  const large = (mark: string) => inventCorpus({ mark, statements: 200, length: 1000 });
  await publishTo(database, large('one'));
  await publishTo(database, large('two'));
  await database.prepare('delete from chunk where digest in (select base from chunk)').all();
  expect(await publishTo(database, large('two'))).toMatchObject({ outcome: 'REPAIRED' });
  expect(await version()).toBe('two');
  await expect(rollBack(database, GENTLY)).rejects.toThrow('is not whole any more');
});

test.each(['publish', 'go back'])('to %s is done once, also where its answer is lost', async (what) => {
  await publishTo(database, ONE);
  await publishTo(database, TWO);
  let lost = 0;
  const forgetful: Database = {
    prepare: (sql) => database.prepare(sql),
    async batch(statements) {
      const results = await database.batch(statements);
      // The batch of the switch has three statements beside the guard, or two.
      if (statements.length > 2 && lost++ === 0) throw new Error('Network connection lost.');
      return results;
    },
  };
  if (what === 'publish') await publishTo(forgetful, THREE);
  else await rollBack(forgetful, GENTLY);
  expect(lost).toBe(2);
  expect(await version()).toBe(what === 'publish' ? 'three' : 'one');
  expect(await rollBack(database, GENTLY)).toMatchObject({ version: 'two' });
});

test('a deleted row of the lock locks again', async () => {
  await database.prepare('delete from lock').all();
  await publishTo(database, ONE);
  await takeLock(database, { token: 'other', host: 'elsewhere', process: 42 }, null);
  await expect(publishTo(database, TWO)).rejects.toThrow('Another publish is running');
});

const OTHER = { token: 'other', host: 'elsewhere', process: 42 };

test('refuses while another publish is running, and says whose', async () => {
  await takeLock(database, OTHER, null);
  await expect(publishTo(database, ONE)).rejects.toThrow(
    /^Another publish is running: process 42 on elsewhere, for \d s,/,
  );
  await expect(rollBack(database, GENTLY)).rejects.toMatchObject({ status: 1 });
});

test.each([
  { what: 'it is forced to', holder: OTHER, silent: 0, force: true },
  { what: 'the other one has been silent for long', holder: OTHER, silent: 121, force: false },
  {
    what: 'the other one ran on this machine and is gone',
    holder: { ...OTHER, host: hostname(), process: 2 ** 22 + 1 },
    silent: 0,
    force: false,
  },
])('takes over where $what', async ({ holder, silent, force }) => {
  await takeLock(database, holder, null);
  await database.prepare('update lock set beat = beat - ?').bind(silent).all();
  await publishTo(database, ONE, force);
  expect(await version()).toBe('one');
});

test('of two publishes at once one is refused', async () => {
  const outcomes = await Promise.allSettled([publishTo(database, ONE), publishTo(database, TWO)]);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('Another publish is running')]);
});

test('a publish that was taken over writes nothing more', async () => {
  await publishTo(database, ONE);
  let over: Promise<unknown> | null = null;
  const overtaken = changedBy(database, (sql, values) => {
    if (sql.startsWith('insert into chunk')) over ??= publishTo(database, THREE, true);
    return values;
  });

  await expect(publishTo(overtaken, TWO)).rejects.toThrow('Another publish has taken over');
  await over;
  expect(await version()).toBe('three');
  const { all: stored } = await readDigests(database);
  expect([...packCorpus(TWO, () => false).digests].filter((digest) => stored.has(digest)).length).toBeLessThan(5);
});

/** What the next reader reads; asks for one thing, so that it is there. */
async function version(): Promise<string> {
  const source = await openD1(database).openRequest();
  const [person] = await source.byNumber('Person', [0]);
  expect(person?.name).toBe(source.summary.version);
  return source.summary.version;
}
