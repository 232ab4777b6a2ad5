import { hostname } from 'node:os';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Binding, Database } from '../../data/d1/database.ts';
import { takeLock } from '../../data/d1/lock.ts';
import { openD1 } from '../../data/d1/source.ts';
import { rollBack } from '../../data/publish/publish.ts';
import { measure, rowsWritten } from '../../data/publish/rows.ts';
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

test('publishes to the side that is not read, in turn', async () => {
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'PUBLISHED', side: 'a' });
  expect(await publishTo(database, TWO)).toMatchObject({ outcome: 'PUBLISHED', side: 'b' });
  expect(await publishTo(database, THREE)).toMatchObject({ outcome: 'PUBLISHED', side: 'a' });
  expect(await version()).toBe('three');
});

test('writes nothing where readers read the same corpus, and only the pointer where the other side still holds it', async () => {
  await publishTo(database, ONE);
  expect(await publishTo(database, ONE)).toEqual({ outcome: 'UNCHANGED', side: 'a', rowsWritten: 0 });
  await publishTo(database, TWO);
  expect(await publishTo(database, ONE)).toEqual({ outcome: 'SWITCHED_BACK', side: 'a', rowsWritten: 3 });
  expect(await version()).toBe('one');
});

test('publishes again where the records are the same and the index is not', async () => {
  await publishTo(database, ONE);
  const reindexed = inventCorpus({ mark: 'one', pieces: new Map([['new', new Uint8Array([1])]]) });
  expect(await publishTo(database, reindexed)).toMatchObject({ outcome: 'PUBLISHED', side: 'b' });
});

test('writes as many rows as it says beforehand, two for a thing, the second time as the first', async () => {
  const large = (mark: string) => inventCorpus({ mark, statements: 2000, length: 2000 });
  for (const mark of ['one', 'two', 'three']) {
    const said = rowsWritten(measure(large(mark)));
    const { database: observed, log } = logged(database);
    const { rowsWritten: told } = await publishTo(observed, large(mark));
    expect(log.rowsWritten).toBeGreaterThanOrEqual(told);
    expect(log.rowsWritten).toBeLessThanOrEqual(said);
    expect(log.rowsWritten).toBeGreaterThan(said - 10);
    expect(said).toBeLessThan(2 * 2000 + 60);
  }
});

const DAMAGES = [
  'delete from entity_a where id = 0',
  `update long_a set body = replace(body, 'one', 'two') where kind = 'TEXT'`,
  `update long_a set next = 'x' where kind = 'PIECES'`,
  `insert into long_a values (9999, 'PIECES', 'n', 0, 1, null, '[]', 0)`,
  `update side set summary = replace(summary, ':3', ':4')`,
  'drop table entity_a',
  'delete from side',
  'update live set edition_a = null',
  'delete from live',
];

test.each(DAMAGES)('publishes again what readers read already where it is damaged: %s', async (spoil) => {
  await publishTo(database, ONE);
  await database.prepare(spoil).all();
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'PUBLISHED' });
  expect(await version()).toBe('one');
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'UNCHANGED' });
});

test.each(DAMAGES.slice(0, -1))('does not go back to a corpus that is damaged: %s', async (spoil) => {
  await publishTo(database, ONE);
  await publishTo(database, TWO);
  await database.prepare(spoil).all();
  expect(await publishTo(database, ONE)).toMatchObject({ outcome: 'PUBLISHED' });
  expect(await version()).toBe('one');
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
  { what: 'nothing was published', before: [], spoil: 'select 1' },
  { what: 'only one corpus was published', before: [ONE], spoil: 'select 1' },
  { what: 'the other side was left half filled', before: [ONE, TWO], spoil: 'update live set edition_a = null' },
])('refuses to go back where $what', async ({ before, spoil }) => {
  for (const corpus of before) await publishTo(database, corpus);
  await database.prepare(spoil).all();
  await expect(rollBack(database, GENTLY)).rejects.toThrow('There is no corpus to go back to');
});

test.each([
  { what: 'a row is missing', spoil: 'delete from entity_a where id = 0' },
  { what: 'a body is shorter', spoil: `update long_a set body = '{}' where kind = 'TEXT'` },
])('refuses to go back to a side of which $what', async ({ spoil }) => {
  await publishTo(database, ONE);
  await publishTo(database, TWO);
  await database.prepare(spoil).all();

  await expect(rollBack(database, GENTLY)).rejects.toThrow(
    /The table (entity|long)_a holds \d+ rows of \d+ bytes, and should hold/,
  );
  expect(await version()).toBe('two');
});

test('does not switch where something is stored other than as it was sent', async () => {
  await publishTo(database, ONE);
  const spoilt = changedBy(database, (sql, values) => {
    if (!sql.startsWith('insert into entity_')) return values;
    return values.map((value) => String(value).replace('"text\\":\\"two', '"text\\":\\"twO'));
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
    if (sql.startsWith('insert into entity_')) over ??= publishTo(database, THREE, true);
    return values;
  });

  await expect(publishTo(overtaken, TWO)).rejects.toThrow('Another publish has taken over');
  await over;
  expect(await version()).toBe('three');
  expect((await database.prepare('select count(*) as n from entity_b').all()).results).toEqual([{ n: 10 }]);
});

/** What the next reader reads; asks for one thing, so that it is there. */
async function version(): Promise<string> {
  const source = await openD1(database).openRequest();
  const [person] = await source.byNumber('Person', [0]);
  expect(person?.name).toBe(source.summary.version);
  return source.summary.version;
}
