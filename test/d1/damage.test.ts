// A stored corpus that was altered: what depends on it is refused as a whole, and nothing is made up for what is lost.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Binding, rowsOf } from '../../data/d1/database.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { createApp } from '../../src/app.ts';
import { type OpenStore, openDatabase } from '../../src/corpus.ts';
import { readSettings } from '../../src/settings.ts';
import { compileFolder } from '../corpus.ts';
import { inventCorpus } from './corpus.ts';
import { openEmpty, publishTo } from './database.ts';

/** On side a the invented paper, on side b a corpus in which everything fills several rows. */
const TABLES = ['entity_a', 'long_a', 'entity_b', 'long_b', 'side', 'live'] as const;

let database: Binding;
let close: () => Promise<void>;
/** The rows of each table as they were published. */
let kept: Readonly<Record<string, readonly Record<string, Value>[]>>;
let errors: string[];
let openStore: OpenStore;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
  await publishTo(database, indexCorpus(compileFolder('test/corpora/gazette')));
  await publishTo(database, inventLong());
  await database.prepare(`update live set side = 'a'`).all();
  await database.batch(TABLES.map((table) => database.prepare(`create table kept_${table} as select * from ${table}`)));
  const results = await database.batch(TABLES.map((table) => database.prepare(`select * from kept_${table}`)));
  kept = Object.fromEntries(TABLES.map((table, index) => [table, rowsOf(results[index]!)]));
}, 60_000);
beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((line) => errors.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await restore();
});
afterAll(() => close());

const PERSON = graphql('{ person(slug: "maren-oakes") { name } }');
const PEOPLE = graphql('{ people(first: 50) { nodes { slug name } } }');
const NOBODY = graphql('{ person(slug: "nobody") { name } }');
const LAST = graphql('{ person(slug: "zzz") { name } }');
const STATEMENTS = graphql('{ person(slug: "maren-oakes") { statements { totalCount } } }');
const PATHS = graphql('{ paths(from: "maren-oakes", to: "hugo-cask") { isComplete nodes { length } } }');
const TEXT = graphql('{ article(slug: "two-die-at-harrow-mill") { text } }');
const MENTIONS = graphql('{ person(slug: "maren-oakes") { mentions(first: 3) { totalCount nodes { exact } } } }');
const COUNTS = graphql('{ corpus { counts { people } } }');
const SEARCH = graphql('{ search(query: "mill", first: 3) { totalCount nodes { node { __typename } } } }');
const TIMELINE = graphql('{ events(filter: { date: { overlaps: "1900/2100" } }) { totalCount } }');
const MONTHS = graphql('{ timeline(first: 3) { totalCount } }');
const LONG = graphql('{ article(slug: "article") { text } }');
const LONG_RECORD = graphql('{ person(slug: "person") { name } }');

/** The row of pieces that holds the list of what somebody says. */
const HOLDS_LIST = `kind = 'PIECES' and name = (
  select name from long_a where kind = 'PIECES' and name <= 'list/Statement/speaker=maren-oakes' order by name desc limit 1)`;
const HOLDS_EDGES = `kind = 'PIECES' and name = (
  select name from long_a where kind = 'PIECES' and name <= 'edges/Person' order by name desc limit 1)`;
const ALTERED = `substr(body, 1, length(body) / 2 - 1) || char(unicode(substr(body, length(body) / 2, 1)) + 1) || substr(body, length(body) / 2 + 1)`;

/** How the bodies of two rows change places. */
function swap(table: string, one: string, other: string): string {
  const bodyOf = (condition: string) => `(select body from kept_${table} where ${condition})`;
  return `update ${table} set body = iif(${one}, ${bodyOf(other)}, ${bodyOf(one)}) where ${one} or ${other}`;
}

interface Damage {
  readonly what: string;
  readonly sql: string;
  readonly ask: string;
  /** Which side is read. */
  readonly side?: 'b';
  /** What the log says of it. */
  readonly says: string;
}

const DAMAGES: readonly Damage[] = [
  {
    what: 'the record that is asked for is lost',
    sql: `delete from entity_a where slug = 'maren-oakes'`,
    ask: PERSON,
    says: 'entity_a',
  },
  {
    what: 'a record of a page is lost',
    sql: `delete from entity_a where slug = 'maren-oakes'`,
    ask: PEOPLE,
    says: 'entity_a',
  },
  {
    what: 'the last record is lost',
    sql: 'delete from entity_a where slug = (select max(slug) from kept_entity_a)',
    ask: LAST,
    says: 'entity_a',
  },
  { what: 'all records are lost', sql: 'delete from entity_a', ask: NOBODY, says: 'entity_a' },
  {
    what: 'the record before what does not exist is altered',
    sql: `update entity_a set slug = slug || 'x' where slug = (select max(slug) from kept_entity_a where slug < 'nobody')`,
    ask: NOBODY,
    says: 'entity_a',
  },
  {
    what: 'a record is altered',
    sql: `update entity_a set body = replace(body, 'Maren', 'Marem') where slug = 'maren-oakes'`,
    ask: PERSON,
    says: 'entity_a',
  },
  {
    what: 'a record is cut',
    sql: `update entity_a set body = substr(body, 1, 40) where slug = 'maren-oakes'`,
    ask: PERSON,
    says: 'entity_a',
  },
  {
    what: 'a record is empty',
    sql: `update entity_a set body = '' where slug = 'maren-oakes'`,
    ask: PERSON,
    says: 'entity_a',
  },
  {
    what: 'two records are exchanged',
    sql: swap('entity_a', `slug = 'maren-oakes'`, `slug = 'hugo-cask'`),
    ask: PERSON,
    says: 'entity_a',
  },
  {
    what: 'a record has another number',
    sql: `update entity_a set id = id + 1000 where slug = 'maren-oakes'`,
    ask: PEOPLE,
    says: 'entity_a',
  },
  {
    what: 'the number of a record is that of nothing',
    sql: `update entity_a set id = id + 1000 where slug = 'maren-oakes'`,
    ask: STATEMENTS,
    says: 'entity_a',
  },
  {
    what: 'the first pieces are lost',
    sql: `delete from long_a where kind = 'PIECES' and name = (select min(name) from kept_long_a where kind = 'PIECES')`,
    ask: TIMELINE,
    says: 'long_a',
  },
  {
    what: 'pieces in the middle are lost',
    sql: `delete from long_a where ${HOLDS_LIST}`,
    ask: STATEMENTS,
    says: 'long_a',
  },
  { what: 'the edges are lost', sql: `delete from long_a where ${HOLDS_EDGES}`, ask: PATHS, says: 'long_a' },
  {
    what: 'the last pieces are lost',
    sql: `delete from long_a where kind = 'PIECES' and name = (select max(name) from kept_long_a where kind = 'PIECES')`,
    ask: MONTHS,
    says: 'long_a',
  },
  { what: 'all pieces are lost', sql: `delete from long_a where kind = 'PIECES'`, ask: STATEMENTS, says: 'long_a' },
  {
    what: 'a piece is altered',
    sql: `update long_a set body = ${ALTERED} where ${HOLDS_LIST}`,
    ask: STATEMENTS,
    says: 'long_a',
  },
  {
    what: 'pieces are under another name',
    sql: `update long_a set name = 'm' where ${HOLDS_LIST}`,
    ask: STATEMENTS,
    says: 'long_a',
  },
  {
    what: 'two rows of pieces are exchanged',
    sql: swap(
      'long_a',
      HOLDS_LIST.replaceAll('long_a', 'kept_long_a'),
      HOLDS_EDGES.replaceAll('long_a', 'kept_long_a'),
    ),
    ask: STATEMENTS,
    says: 'long_a',
  },
  {
    what: 'a text is lost',
    sql: `delete from long_a where kind = 'TEXT' and name = 'two-die-at-harrow-mill'`,
    ask: TEXT,
    says: 'long_a',
  },
  {
    what: 'a text is altered',
    sql: `update long_a set body = ${ALTERED} where kind = 'TEXT' and name = 'two-die-at-harrow-mill'`,
    ask: TEXT,
    says: 'long_a',
  },
  {
    what: 'a dossier is lost',
    sql: `delete from long_a where kind = 'DOSSIER' and name = 'maren-oakes'`,
    ask: MENTIONS,
    says: 'long_a',
  },
  {
    what: 'two dossiers are exchanged',
    sql: swap('long_a', `kind = 'DOSSIER' and name = 'maren-oakes'`, `kind = 'DOSSIER' and name = 'hugo-cask'`),
    ask: MENTIONS,
    says: 'long_a',
  },
  {
    what: 'a dossier stands for a text',
    sql: `update long_a set kind = 'TEXT', name = 'other' where kind = 'DOSSIER' and name = 'maren-oakes'`,
    ask: MENTIONS,
    says: 'long_a',
  },
  ...(['TEXT', 'BODY'] as const).flatMap((kind): Damage[] => {
    const of = { ask: kind === 'TEXT' ? LONG : LONG_RECORD, side: 'b', says: 'long_b' } as const;
    return [
      ...[0, 1, 2].map((part) => ({
        ...{ what: `part ${part} of 3 of a ${kind} is lost`, ...of },
        sql: `delete from long_b where kind = '${kind}' and part = ${part}`,
      })),
      { what: `a ${kind} is lost`, sql: `delete from long_b where kind = '${kind}'`, ...of },
      {
        what: `two parts of a ${kind} are exchanged`,
        sql: swap('long_b', `kind = '${kind}' and part = 0`, `kind = '${kind}' and part = 1`),
        ...of,
      },
    ];
  }),
  { what: 'the pointer is lost', sql: 'delete from live', ask: COUNTS, says: 'live' },
  { what: 'the pointer points at nothing', sql: 'update live set edition_a = null', ask: COUNTS, says: 'side' },
  { what: 'the pointer is altered', sql: `update live set edition_a = 'x'`, ask: COUNTS, says: 'side' },
  { what: 'what is known of the side is lost', sql: `delete from side where name = 'a'`, ask: COUNTS, says: 'side' },
  { what: 'the summary is no JSON', sql: `update side set summary = '{'`, ask: COUNTS, says: 'side' },
  { what: 'the summary is empty', sql: `update side set summary = '{}'`, ask: COUNTS, says: 'side' },
  {
    what: 'the summary tells another number',
    sql: `update side set summary = replace(summary, '"Person":', '"Person":1')`,
    ask: COUNTS,
    says: 'side',
  },
];

test.each(DAMAGES)('$what: refused, and logged once', async ({ sql, ask, side = 'a', says }) => {
  await database.prepare('update live set side = ?').bind(side).all();
  const before = await answerOf(ask);
  expect(before).toMatchObject({ status: 200, body: expect.not.stringContaining('"errors"') });
  await database.prepare(sql).all();
  expect(await answerOf(ask)).toEqual(REFUSED);
  expect(errors.map((line) => JSON.parse(line))).toEqual([
    { level: 'error', event: 'corpus damaged', message: expect.stringContaining(says) },
  ]);
});

test.each(['/readyz', '/api/person?slug=maren-oakes', '/api/statements', '/api/statements.csv', PEOPLE])(
  'so is %s',
  async (path) => {
    await database.prepare('update entity_a set body = body || 1').all();
    expect(await answerOf(path)).toEqual(REFUSED);
    expect(errors).toHaveLength(1);
  },
);

test('an isolate answers what it holds, and what is whole, beside what is damaged', async () => {
  const count = await answerOf(STATEMENTS);
  const person = await answerAgain(PERSON);
  await database.prepare(`delete from long_a where kind in ('PIECES', 'TEXT')`).all();
  expect(await answerAgain(STATEMENTS)).toEqual(count);
  expect(await answerAgain(PERSON)).toEqual(person);
  expect(await answerAgain(TEXT)).toEqual(REFUSED);
});

test('the log names no words of the request', async () => {
  await database.prepare('delete from entity_a').all();
  await answerOf(graphql('{ person(slug: "what-nobody-may-read") { name } }'));
  expect(errors).toEqual([expect.not.stringContaining('nobody-may-read')]);
});

test('whatever is damaged, each answer is the right one or refused', async () => {
  const questions = [PERSON, PEOPLE, NOBODY, STATEMENTS, PATHS, TEXT, MENTIONS, COUNTS, SEARCH, TIMELINE];
  const right = new Map<string, Answer>();
  for (const question of questions) right.set(question, await answerOf(question));
  let refused = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 4, maxLength: 16 }), async (damages) => {
      await restore();
      for (const one of damages) await inflict(one);
      for (const question of new Set([questions[damages[0]!.at % questions.length]!, PERSON, STATEMENTS, PATHS])) {
        const answer = await answerOf(question);
        if (answer.body === right.get(question)?.body) continue;
        refused++;
        expect({ ...answer, body: JSON.parse(answer.body).errors?.[0].extensions.code }).toSatisfy(isCoded);
      }
    }),
    { numRuns: 40 },
  );
  expect(refused).toBeGreaterThan(20);
}, 120_000);

type Damaged = typeof damage extends fc.Arbitrary<infer T> ? T : never;
const damage = fc.record({
  table: fc.constantFrom('entity_a', 'entity_a', 'long_a', 'long_a', 'long_a', 'side', 'live'),
  row: fc.nat(100_000),
  way: fc.constantFrom('LOSE', 'ALTER', 'ALTER', 'CUT', 'TAKE', 'FORGET'),
  column: fc.nat(20),
  at: fc.nat(100_000),
  character: fc.constantFrom('A', 'z', '0', '"', '\\', 'ə', '𝌆'),
});

type Value = string | number | null;

/** Loses a row, or alters one of its columns. */
async function inflict({ table, row, way, column, at, character }: Damaged): Promise<void> {
  const rows = kept[table]!;
  const [hit, other] = [rows[row % rows.length]!, rows[(row + at) % rows.length]!];
  const key = table === 'side' ? 'name' : 'id';
  if (way === 'LOSE') {
    await database.prepare(`delete from ${table} where ${key} = ?`).bind(hit[key]).all();
    return;
  }
  const name = Object.keys(hit)[column % Object.keys(hit).length]!;
  const value = changed(way, hit[name]!, other[name]!, at, character);
  // The database itself refuses what may not be null, or is there already.
  await database
    .prepare(`update ${table} set ${name} = ? where ${key} = ?`)
    .bind(value, hit[key])
    .all()
    .catch(() => {});
}

function changed(way: string, value: Value, other: Value, at: number, character: string): Value {
  if (way === 'TAKE') return other;
  if (way === 'FORGET') return null;
  if (typeof value !== 'string') return (value ?? 0) + 1;
  const place = at % (value.length || 1);
  return value.slice(0, place) + (way === 'CUT' ? '' : character + value.slice(place + 1));
}

interface Answer {
  readonly status: number;
  readonly cacheControl: string | null;
  readonly body: string;
}

const REFUSED = {
  status: 500,
  cacheControl: 'no-store',
  body: JSON.stringify({
    errors: [
      {
        message: 'The stored corpus is damaged, so nothing is answered from it. Its operator must publish it again.',
        extensions: { code: 'CORPUS_DAMAGED' },
      },
    ],
  }),
};

/** Damaged; or without a pointer, or in another layout. */
function isCoded({ status, cacheControl, body }: Answer): boolean {
  return cacheControl === 'no-store' && ['500 CORPUS_DAMAGED', '503 NO_CORPUS'].includes(`${status} ${body}`);
}

/** One app, whose documents are read once, over what an isolate knows of the database. */
const app = createApp({
  openStore: () => openStore(),
  settings: readSettings({ RATE_LIMIT: 'off', ANSWER_MEMORY_BYTES: '0' }),
  rateLimiter: null,
  deployment: null,
});

/** What a new isolate answers, which knows nothing yet. */
function answerOf(path: string): Promise<Answer> {
  openStore = openDatabase(database);
  return answerAgain(path);
}

/** What the isolate answers that answered last. */
async function answerAgain(path: string): Promise<Answer> {
  const response = await app.request(path);
  return {
    status: response.status,
    cacheControl: response.headers.get('Cache-Control')?.replace(/^public.*/, 'public') ?? null,
    body: await response.text(),
  };
}

function graphql(query: string): string {
  return `/graphql?query=${encodeURIComponent(query)}`;
}

async function restore(...tables: readonly string[]): Promise<void> {
  await database.batch(
    (tables.length === 0 ? TABLES : tables).flatMap((table) => [
      database.prepare(`delete from ${table}`),
      database.prepare(`insert into ${table} select * from kept_${table}`),
    ]),
  );
}

/** A person and a text of three rows each. */
function inventLong() {
  const words = 'long '.repeat(130_000);
  const corpus = inventCorpus({ mark: 'long' });
  return {
    ...corpus,
    entities: { ...corpus.entities, Person: corpus.entities.Person.map((person) => ({ ...person, name: words })) },
    texts: corpus.texts.map((text) => ({ ...text, text: words })),
  };
}
