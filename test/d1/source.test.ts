import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Binding, Statement } from '../../data/d1/database.ts';
import { createIsolate } from '../../data/d1/isolate.ts';
import { openD1 } from '../../data/d1/source.ts';
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
  const lost: readonly (readonly [(source: Opened) => unknown, string])[] = [
    [(one) => one.byNumber('Statement', [3]), 'entity_a, row "8589934595": it is lost'],
    [(one) => one.texts(['person']), 'long_a, TEXT, row "person": it is lost'],
    [(one) => one.dossiers(['article']), 'long_a, DOSSIER, row "article": it is lost'],
  ];
  for (const [ask, message] of lost) {
    await expect(ask(await openD1(database).openRequest())).rejects.toThrow(message);
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

/** The rows are as D1 counts them; the statement that finds the pointer is asked once in the life of an isolate. */
const COSTS = [
  { what: 'the first request of an isolate', statements: 1, rows: 2, ask: async () => {} },
  { what: 'a lookup', statements: 1, rows: 3, ask: (source: Opened) => source.bySlug(['statement-7']) },
  { what: 'a lookup of nothing', statements: 2, rows: 6, ask: (source: Opened) => source.bySlug(['nobody']) },
  {
    what: 'nine lookups of nothing, which one row answers',
    statements: 2,
    rows: 30,
    ask: (source: Opened) => source.bySlug(range(1, 10).map((number) => `nobody-${number}`)),
  },
  {
    what: 'a page of 20',
    statements: 1,
    rows: 23,
    ask: (source: Opened) => source.byNumber('Statement', range(40, 60)),
  },
  {
    what: 'a page of 20 from the other end, with one of each type',
    statements: 1,
    rows: 37,
    ask: (source: Opened) =>
      Promise.all([
        source.byNumber('Statement', range(40, 60).reverse()),
        ...ENTITY_TYPES.map((type) => source.byNumber(type, [0])),
      ]),
  },
  {
    what: '20 that are scattered',
    statements: 1,
    rows: 41,
    ask: (source: Opened) =>
      source.byNumber(
        'Statement',
        range(0, 20).map((n) => 3 * n),
      ),
  },
  {
    what: 'everything of one moment, asked one by one and more than once',
    statements: 1,
    rows: 36,
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
    rows: 23 + 5,
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

test('asks for a piece once in the life of an isolate, until another corpus is published', async () => {
  await publishTo(database, inventCorpus({ mark: 'one' }));
  const { database: observed, log } = logged(database);
  const corpus = openD1(observed);
  await (await corpus.openRequest()).pieces(['mark', 'none']);
  log.statements = 0;

  const [mark, none] = await (await corpus.openRequest()).pieces(['mark', 'none']);
  expect([markOf(mark), none, log.statements]).toEqual(['one', null, 0]);

  await publishTo(database, inventCorpus({ mark: 'two' }));
  await (await corpus.openRequest()).bySlug(['person']);
  expect(markOf((await (await corpus.openRequest()).pieces(['mark']))[0])).toBe('two');
});

const EDITION = { side: 'a', digest: 'one', summary: inventCorpus({ mark: 'one' }).summary } as const;

/** A row of one piece under its own name. */
function rowOf(name: string, next: string | null, bytes = 3000) {
  return { name, next, pieces: new Map([[name, new Uint8Array(bytes)]]) };
}

test('an isolate keeps the pieces used last, up to a number of bytes, what is decoded of them included', () => {
  const isolate = createIsolate(600_000);
  isolate.setEdition(EDITION);
  const names = range(0, 50).map((number) => `piece-${number + 10}`);
  for (const [index, name] of names.entries()) {
    isolate.keepPieces(EDITION, rowOf(name, names[index + 1] ?? null));
    expect(isolate.pieceOf(EDITION, 'piece-10')).toHaveLength(3000);
  }
  const kept = names.filter((name) => isolate.pieceOf(EDITION, name) !== undefined);
  expect(kept).toContain('piece-59');
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(600_000 / (6 * 3000));

  isolate.setEdition({ ...EDITION, digest: 'two' });
  isolate.keepPieces(EDITION, rowOf('piece-10', null));
  expect(isolate.pieceOf(EDITION, 'piece-10')).toBeUndefined();
});

test('an isolate knows by the rows that it keeps which pieces do not exist, and keeps nothing of their names', () => {
  const isolate = createIsolate(100_000);
  isolate.setEdition(EDITION);
  isolate.keepPieces(EDITION, rowOf('b', 'd'));
  isolate.keepPieces(EDITION, rowOf('f', null));
  const known = ['a', 'b', 'ba', 'c', 'd', 'e', 'f', 'z'].map((name) => isolate.pieceOf(EDITION, name)?.length);
  expect(known).toEqual([undefined, 3000, null, null, undefined, undefined, 3000, null].map((one) => one ?? undefined));
  expect(isolate.pieceOf(EDITION, 'c')).toBeNull();
  expect(isolate.pieceOf(EDITION, 'e')).toBeUndefined();
});

test.each([
  { what: 'bytes', row: rowOf('long', null, 10_000) },
  { what: 'names', row: rowOf('long'.repeat(3000), null, 0) },
  {
    what: 'many pieces',
    row: { name: '', next: null, pieces: new Map(range(0, 80).map((n) => [`${n}`, new Uint8Array()])) },
  },
])('an isolate refuses a row that fills more than a third of its memory with $what', ({ row }) => {
  const isolate = createIsolate(100_000);
  isolate.setEdition(EDITION);
  isolate.keepPieces(EDITION, row);
  expect(isolate.pieceOf(EDITION, row.name)).toBeUndefined();
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
  {
    what: 'no corpus',
    spoil: 'select 1',
    message: 'The database holds no corpus. Publish one: npm run data -- publish.',
  },
  { what: 'no tables', spoil: 'alter table live rename to away', message: 'The database holds no corpus.' },
  {
    what: 'a corpus in another layout',
    spoil: `update side set layout = 0`,
    message: 'in layout 0, and this release reads layout',
  },
])('says what to do where there is $what', async ({ what, spoil, message }) => {
  if (what !== 'no corpus') await publishTo(database, inventCorpus({ mark: 'one' }));
  await database.prepare(spoil).all();

  await expect(openD1(database).openRequest()).rejects.toThrow(message);
  await expect(openD1(database).openRequest()).rejects.toMatchObject({ name: 'NoCorpusError' });

  if (what === 'no tables') await database.prepare('alter table away rename to live').all();
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
