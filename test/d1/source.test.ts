import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIsolate, type OpenChunk } from '../../data/chunks/isolate.ts';
import { openD1 } from '../../data/d1/corpus.ts';
import type { Binding, Statement } from '../../data/d1/database.ts';
import { ENTITY_TYPES } from '../../data/model.ts';
import { inventCorpus, markOf } from './corpus.ts';
import { empty, logged, openEmpty, publishTo } from './database.ts';

let database: Binding;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
}, 60_000);
beforeEach(() => empty(database));
afterAll(() => close());

test('answers with what was published, in the order asked', async () => {
  const corpus = inventCorpus({
    mark: 'Bakı, Հայ, 北京, 🗞',
    statements: 30,
    pieces: new Map([['empty', new Uint8Array()]]),
  });
  await publishTo(database, corpus);
  const source = await openD1(database).openRequest();

  expect(source.summary).toEqual(corpus.summary);
  for (const type of ENTITY_TYPES) {
    const entities = [...corpus.entities[type]].reverse();
    const located = entities.map((entity, index) => ({ entity, number: entities.length - 1 - index }));
    expect(await source.bySlug(entities.map(({ slug }) => slug))).toEqual(located);
    expect(
      await (await openD1(database).openRequest()).byNumber(
        type,
        located.map(({ number }) => number),
      ),
    ).toEqual(entities);
  }
  expect(await source.texts(['article'])).toEqual(corpus.texts);
  expect(await source.dossiers(corpus.dossiers.map(({ of }) => of))).toEqual(corpus.dossiers);
  expect(await source.pieces(['empty', 'mark'])).toEqual([new Uint8Array(), corpus.pieces.get('mark')]);
});

test('answers with null for a slug and a piece that do not exist, and refuses what has to exist', async () => {
  await publishTo(database, inventCorpus({ mark: 'one' }));
  const source = await openD1(database).openRequest();

  const nobody = ['nobody', "' or 1", 'Person', 'person\0', '\ud800', '', 'x'.repeat(100_000)];
  expect(await source.bySlug([...nobody, 'person'])).toEqual([...nobody.map(() => null), expect.anything()]);
  expect(await source.pieces(['nothing', 'mark'])).toEqual([null, expect.anything()]);
  expect(() => source.byNumber('Statement', [3])).toThrow('no record 3 in its run "Statement"');
  for (const ask of [() => source.texts(['person']), () => source.dossiers(['article'])]) {
    await expect(async () => ask()).rejects.toThrow('no text or dossier for a slug that must have one');
  }
});

test('no name that anybody can ask for is taken for one that is lost', async () => {
  const slugs = ['a', 'a\u007f', 'b-c', 'bə', 'b\ue000', 'b\uffff', 'b𝌆', 'b𝌆c'];
  const corpus = inventCorpus({ mark: 'one', pieces: new Map(slugs.map((name) => [name, new Uint8Array(9000)])) });
  const Statement = slugs.map((slug) => ({ ...corpus.entities.Statement[0]!, slug }));
  await publishTo(database, { ...corpus, entities: { ...corpus.entities, Statement } });
  const unit = fc.constantFrom(
    'a',
    'b',
    'c',
    '-',
    '\0',
    '"',
    '\u007f',
    'ə',
    '\ud800',
    '\udf06',
    '\ue000',
    '\uffff',
    '𝌆',
  );
  const names = fc.sample(fc.string({ unit, maxLength: 4 }), 3000);
  const source = await openD1(database).openRequest();

  const located = await source.bySlug(names);
  expect(located.map((one) => one?.entity.slug ?? null)).toEqual(names.map((name) => isIn(slugs, name)));
  const pieces = await source.pieces(names);
  expect(pieces.map((one) => one !== null)).toEqual(names.map((name) => slugs.includes(name)));
});

function isIn(slugs: readonly string[], name: string): string | null {
  return slugs.includes(name) ? name : null;
}

test('finds each of many small pieces, and none between or beside them', async () => {
  const names = range(0, 3000).map((number) => `list/${number * 2 + 1}=ə`);
  const pieces = new Map(names.map((name) => [name, new TextEncoder().encode(name)]));
  await publishTo(database, inventCorpus({ mark: 'one', pieces: pieces.set('list/7', new Uint8Array(50_000)) }));

  const source = await openD1(database).openRequest();
  expect(await source.pieces(names)).toEqual(names.map((name) => pieces.get(name)));
  const others = ['', 'a', 'list/2=ə', 'list/3=', 'list/3=ə ', 'list/70', 'zzz'];
  expect(await (await openD1(database).openRequest()).pieces(others)).toEqual(others.map(() => null));
});

test('keeps whole what is longer than a row: records, texts, dossiers and pieces', async () => {
  // Several places to cut at, and everywhere something that must not be cut, or that grows as JSON.
  const mark = `x${'🗞"\\'.repeat(90_000)}`;
  const piece = new Uint8Array(800_000).map((_, index) => index * 7);
  const corpus = inventCorpus({ mark: 'long', pieces: new Map([['long', piece]]) });
  const long = {
    ...corpus,
    entities: { ...corpus.entities, Person: corpus.entities.Person.map((person) => ({ ...person, name: mark })) },
    texts: corpus.texts.map((text) => ({ ...text, text: mark })),
    dossiers: corpus.dossiers.map((dossier) => ({
      ...dossier,
      mentions: dossier.mentions.map((one) => ({ ...one, exact: mark })),
    })),
  };
  await publishTo(database, long);
  const source = await openD1(database).openRequest();

  const [person] = await source.bySlug(['person', 'place']);
  expect(person?.entity).toEqual(long.entities.Person[0]);
  expect(await source.byNumber('Person', [0])).toEqual(long.entities.Person);
  expect(await source.texts(['article'])).toEqual(long.texts);
  expect(await source.dossiers(['person'])).toEqual([long.dossiers[0]]);
  expect(Buffer.compare((await source.pieces(['long']))[0]!, piece)).toBe(0);
});

/**
 * The rows are as D1 counts them: at most three for each chunk, since those of the list count and the one after a chunk, too.
 * The statement that finds what is published is asked once in two seconds of an isolate.
 */
const COSTS = [
  { what: 'the first request of an isolate', statements: 1, rows: 6, ask: async () => {} },
  { what: 'a lookup', statements: 1, rows: 3, ask: (source: Opened) => source.bySlug(['statement-7']) },
  { what: 'a lookup of nothing', statements: 0, rows: 0, ask: (source: Opened) => source.bySlug(['nobody']) },
  {
    what: 'a page of 20',
    statements: 1,
    rows: 6,
    ask: (source: Opened) => source.byNumber('Statement', range(40, 60)),
  },
  {
    what: 'a page of 20 from the other end, with one of each type',
    statements: 1,
    rows: 26,
    ask: (source: Opened) =>
      Promise.all([
        source.byNumber('Statement', range(40, 60).reverse()),
        ...ENTITY_TYPES.map((type) => source.byNumber(type, [0])),
      ]),
  },
  {
    what: 'everything of one moment, asked one by one and more than once',
    statements: 1,
    rows: 18,
    ask: (source: Opened) =>
      Promise.all([
        ...range(0, 10).map((n) => source.bySlug([`statement-${n}`])),
        ...range(0, 10).map((n) => source.bySlug([`statement-${n % 3}`])),
        Promise.resolve()
          .then(() => Promise.resolve())
          .then(() => source.bySlug(['person'])),
        source.byNumber('Event', [0]),
        source.texts(['article']),
        source.dossiers(['person']),
        source.pieces(['mark', 'none']),
      ]),
  },
  {
    what: 'a page, and then what it names',
    statements: 2,
    rows: 3 + 6,
    ask: async (source: Opened) => {
      await source.byNumber('Statement', range(0, 20));
      await Promise.all([source.bySlug(['person']), source.bySlug(['place', 'statement-3'])]);
    },
  },
] as const;
type Opened = Awaited<ReturnType<ReturnType<typeof openD1>['openRequest']>>;

test.each(COSTS)('$what: $statements statements that read $rows rows', async ({ what, statements, rows, ask }) => {
  await publishTo(database, inventCorpus({ mark: 'one', statements: 100 }));
  const { database: observed, log } = logged(database);
  const corpus = openD1(observed);
  const source = await corpus.openRequest();
  if (what !== COSTS[0].what) Object.assign(log, { statements: 0, rowsRead: 0 });

  await ask(source);

  expect(log).toEqual({ statements, rowsRead: rows, rowsWritten: 0 });
});

test('asks nothing again in a request, and answers at once then', async () => {
  await publishTo(database, inventCorpus({ mark: 'one' }));
  const { database: observed, log } = logged(database);
  const source = await openD1(observed).openRequest();
  const [person] = await source.bySlug(['person', 'nobody']);
  const piece = await source.pieces(['mark', 'none']);
  const { statements } = log;

  expect(source.bySlug(['nobody', 'person'])).toEqual([null, person]);
  expect(source.byNumber('Person', [0])).toEqual([person?.entity]);
  expect(source.pieces(['mark', 'none'])).toEqual(piece);
  expect(log.statements).toBe(statements);
});

test('asks again where a read fails for no reason of its own, and gives up at last', async () => {
  await publishTo(database, inventCorpus({ mark: 'one' }));
  let failures = 2;
  const wrap = (statement: Statement): Statement => ({
    bind: (...values) => wrap(statement.bind(...values)),
    all: () => (failures-- > 0 ? Promise.reject(new Error('database is locked')) : statement.all()),
  });
  const prepare: Binding['prepare'] = (sql) => wrap(database.prepare(sql));
  const batch: Binding['batch'] = (statements) => database.batch(statements);
  const source = await openD1({ prepare, batch, withSession: () => ({ prepare, batch }) }).openRequest();

  failures = 2;
  expect(await source.bySlug(['nobody'])).toEqual([null]);
  failures = 10;
  await expect(source.bySlug(['person'])).rejects.toThrow('database is locked');
});

test('asks for a chunk once in the life of an isolate, also where another corpus has it, too', async () => {
  await publishTo(database, inventCorpus({ mark: 'one', statements: 100 }));
  const { database: observed, log } = logged(database);
  const corpus = openD1(observed);
  await (await corpus.openRequest()).byNumber('Statement', range(0, 100));
  expect(markOf((await (await corpus.openRequest()).pieces(['mark', 'none']))[0])).toBe('one');
  log.statements = 0;

  const [mark, none] = await (await corpus.openRequest()).pieces(['mark', 'none']);
  expect([markOf(mark), none, log.statements]).toEqual(['one', null, 0]);

  const changed = inventCorpus({ mark: 'one', statements: 100 });
  await publishTo(database, { ...changed, pieces: new Map([['mark', new TextEncoder().encode('two')]]) });
  const source = await corpus.openRequest(0);
  expect(log.statements).toBe(1);
  await source.byNumber('Statement', range(0, 100));
  expect(log.statements).toBe(1);
  expect(markOf((await source.pieces(['mark']))[0])).toBe('two');
  expect(log.statements).toBe(2);
});

test('an isolate keeps the chunks used last, up to a number of bytes, what is decoded of them included', () => {
  const { chunks } = createIsolate(600_000);
  const digests = range(0, 50).map((number) => `chunk-${number}`);
  for (const digest of digests) {
    chunks.keep(digest, { kind: 'PIECE', piece: new Uint8Array(3000) });
    expect(chunks.find('chunk-0')).toBeDefined();
  }
  const kept = digests.filter((digest) => chunks.find(digest) !== undefined);
  expect(kept).toContain('chunk-49');
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(600_000 / (6 * 3000));
});

test.each<{ what: string; chunk: OpenChunk }>([
  { what: 'a long piece', chunk: { kind: 'PIECE', piece: new Uint8Array(10_000) } },
  { what: 'records', chunk: { kind: 'RECORDS', at: () => null, bytes: 20_000 } },
  {
    what: 'short pieces',
    chunk: { kind: 'BUCKET', find: () => null, bytes: 20_000 },
  },
])('an isolate refuses a chunk that fills more than a third of its memory: $what', ({ chunk }) => {
  const { chunks } = createIsolate(100_000);
  chunks.keep('chunk', chunk);
  expect(chunks.find('chunk')).toBeUndefined();
});

test('names of pieces that do not exist fill no isolate', async () => {
  await publishTo(database, inventCorpus({ mark: 'one' }));
  const corpus = openD1(database);
  const before = heapBytes();
  for (const number of range(0, 60)) {
    const source = await corpus.openRequest();
    const names = range(0, 10).map((one) => `${number}-${one}-`.padEnd(50_000, `${one}`));
    expect(await source.pieces(names)).toEqual(names.map(() => null));
  }
  expect(heapBytes() - before).toBeLessThan(5_000_000);
});

/** What the heap holds once everything is gone that nobody has. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test.each([
  { what: 'no corpus', spoil: 'select 1' },
  { what: 'no tables', spoil: 'alter table pointer rename to away' },
  { what: 'a corpus in another layout', spoil: 'update pointer set layout = 0' },
])('says what to do where there is $what', async ({ what, spoil }) => {
  if (what !== 'no corpus') await publishTo(database, inventCorpus({ mark: 'one' }));
  await database.prepare(spoil).all();

  const message =
    /^The database holds no corpus in layout \d+, which this release reads\. Publish one: npm run data -- publish \(with --remote for the database at Cloudflare\)\.$/;
  await expect(openD1(database).openRequest()).rejects.toThrow(message);
  await expect(openD1(database).openRequest()).rejects.toMatchObject({ name: 'NoCorpusError' });

  if (what === 'no tables') await database.prepare('alter table away rename to pointer').all();
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
