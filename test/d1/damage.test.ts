// A stored corpus that was altered: what depends on it is refused as a whole, and nothing is made up for what is lost.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Binding, rowsOf, type Statement } from '../../data/d1/database.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { rollBack } from '../../data/publish/publish.ts';
import { createApp } from '../../src/app.ts';
import { type OpenStore, openDatabase } from '../../src/corpus.ts';
import { readSettings } from '../../src/environment.ts';
import { compileFolder } from '../corpus.ts';
import { openEmpty, publishTo } from './database.ts';

const TABLES = ['chunk', 'publication', 'pointer'] as const;

let database: Binding;
let close: () => Promise<void>;
/** The rows of each table as they were published. */
let kept: Readonly<Record<string, readonly Record<string, Value>[]>>;
let errors: string[];
let openStore: OpenStore;

beforeAll(async () => {
  ({ database, close } = await openEmpty());
  const folder = mkdtempSync(join(tmpdir(), 'dateline-damage-'));
  cpSync('test/corpora/gazette', folder, { recursive: true });
  const person = join(folder, 'people/ada-lindqvarn.yaml');
  writeFileSync(person, readFileSync(person, 'utf8').replace(/^name: .*$/m, 'name: Ada Newly'));
  await publishTo(database, indexCorpus(compileFolder(folder)));
  rmSync(folder, { recursive: true });
  // So that some chunks are differences from others.
  await publishTo(database, indexCorpus(compileFolder('test/corpora/gazette')));
  await publishTo(database, indexCorpus(compileFolder('data/corpus')));
  await rollBack(database, { force: false });
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
const STATEMENTS = graphql('{ person(slug: "maren-oakes") { statements { totalCount } } }');
const PATHS = graphql('{ paths(from: "maren-oakes", to: "hugo-cask") { isComplete nodes { length } } }');
const TEXT = graphql('{ article(slug: "two-die-at-harrow-mill") { text } }');
const MENTIONS = graphql('{ person(slug: "maren-oakes") { mentions(first: 3) { totalCount nodes { exact } } } }');
const COUNTS = graphql('{ corpus { counts { people } } }');
const SEARCH = graphql('{ search(query: "mill", first: 3) { totalCount nodes { node { __typename } } } }');
const TIMELINE = graphql('{ events(filter: { date: { overlaps: "1900/2100" } }) { totalCount } }');
const MONTHS = graphql('{ timeline(first: 3) { totalCount } }');

/** The chunks of the manifests, which are read before all others. */
const MANIFEST = `(select value from publication, json_each(manifest))`;
const ALTERED = `substr(body, 1, length(body) / 2 - 1) || char(unicode(substr(body, length(body) / 2, 1)) + 1) || substr(body, length(body) / 2 + 1)`;
const OTHERS = `digest not in ${MANIFEST}`;

interface Damage {
  readonly what: string;
  readonly sql: string;
  readonly ask: string;
  /** What the log says of it. */
  readonly says: string;
}

const QUESTIONS = { PERSON, PEOPLE, STATEMENTS, PATHS, TEXT, MENTIONS, SEARCH, TIMELINE, MONTHS };

const DAMAGES: readonly Damage[] = [
  ...Object.entries(QUESTIONS).flatMap(([name, ask]): Damage[] => [
    { what: `what ${name} reads is lost`, sql: `delete from chunk where ${OTHERS}`, ask, says: 'it is lost' },
    {
      what: `what ${name} reads is altered`,
      sql: `update chunk set body = ${ALTERED} where ${OTHERS}`,
      ask,
      says: 'does not match its digest',
    },
    {
      what: `what ${name} reads is cut`,
      sql: `update chunk set body = substr(body, 1, 40) where ${OTHERS}`,
      ask,
      says: 'does not match its digest',
    },
    {
      what: `what ${name} reads is another`,
      sql: `update chunk set base = null, body = (select body from kept_chunk where base is null and length(body) > 2000
              and kept_chunk.digest <> chunk.digest and ${OTHERS} limit 1) where ${OTHERS}`,
      ask,
      says: 'does not match its digest',
    },
  ]),
  {
    what: 'a record is empty',
    sql: `update chunk set body = '' where ${OTHERS}`,
    ask: PERSON,
    says: 'does not match its digest',
  },
  {
    what: 'the bases are lost',
    sql: `delete from chunk where digest in (select base from kept_chunk where base is not null)`,
    ask: PEOPLE,
    says: 'does not match its digest',
  },
  {
    what: 'the bases are altered',
    sql: `update chunk set body = ${ALTERED} where digest in (select base from kept_chunk where base is not null)`,
    ask: PEOPLE,
    says: 'does not match its digest',
  },
  {
    what: 'a difference has no base',
    sql: `update chunk set base = null where base is not null`,
    ask: PEOPLE,
    says: 'does not match its digest',
  },
  { what: 'what the pointer points at is lost', sql: 'delete from publication', ask: COUNTS, says: 'pointer' },
  { what: 'the pointer points at nothing', sql: 'update pointer set current = 99', ask: COUNTS, says: 'pointer' },
  {
    what: 'the manifest is lost',
    sql: `delete from chunk where digest in ${MANIFEST}`,
    ask: COUNTS,
    says: 'it is lost',
  },
  {
    what: 'the manifest is altered',
    sql: `update chunk set body = ${ALTERED} where digest in ${MANIFEST}`,
    ask: COUNTS,
    says: 'does not match its digest',
  },
  {
    what: 'the list of the manifest is no JSON',
    sql: `update publication set manifest = '{'`,
    ask: COUNTS,
    says: 'its manifest does not match its digest',
  },
  {
    what: 'the list of the manifest is empty',
    sql: `update publication set manifest = '[]'`,
    ask: COUNTS,
    says: 'its manifest does not match its digest',
  },
  {
    what: 'the manifest is that of another corpus',
    sql: `update publication set manifest = (
            select manifest from kept_publication as other where other.edition <> publication.edition limit 1)`,
    ask: COUNTS,
    says: 'its manifest does not match its digest',
  },
  {
    what: 'the edition is altered',
    sql: `update publication set edition = 'x'`,
    ask: COUNTS,
    says: 'its manifest does not match its digest',
  },
];

test.each(DAMAGES)('$what: refused, and logged once', async ({ sql, ask, says }) => {
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
    await database.prepare(`update chunk set body = ${ALTERED}`).all();
    expect(await answerOf(path)).toEqual(REFUSED);
    expect(errors).toHaveLength(1);
  },
);

test('an isolate answers what it holds, and what is whole, beside what is damaged', async () => {
  const count = await answerOf(STATEMENTS);
  const person = await answerAgain(PERSON);
  await database.prepare('delete from chunk').all();
  expect(await answerAgain(STATEMENTS)).toEqual(count);
  expect(await answerAgain(PERSON)).toEqual(person);
  expect(await answerAgain(TEXT)).toEqual(REFUSED);
});

test('the log names no words of the request', async () => {
  await database.prepare(`delete from chunk where ${OTHERS}`).all();
  await answerOf(graphql('{ people(filter: { name: "what-nobody-may-read" }) { totalCount } }'));
  expect(errors).toEqual([expect.not.stringContaining('nobody-may-read')]);
});

test('whatever is damaged, each answer is the right one or refused', async () => {
  const questions = [PERSON, PEOPLE, NOBODY, STATEMENTS, PATHS, TEXT, MENTIONS, COUNTS, SEARCH, TIMELINE];
  // A pointer that was altered may point at another corpus, which is whole.
  const right = new Set<string>();
  for (const { id } of kept.publication!) {
    await database.prepare('update pointer set current = ?').bind(id).all();
    for (const question of questions) right.add(question + (await answerOf(question)).body);
  }
  let refused = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 16, maxLength: 64 }), async (damages) => {
      await restore();
      // The database itself refuses what is no key.
      for (const one of damages) {
        await inflict(one)
          .all()
          .catch(() => {});
      }
      for (const question of new Set([questions[damages[0]!.at % questions.length]!, PERSON, STATEMENTS, PATHS])) {
        const answer = await answerOf(question);
        if (right.has(question + answer.body)) continue;
        refused++;
        expect({ ...answer, body: JSON.parse(answer.body).errors?.[0].extensions.code }).toSatisfy(isCoded);
      }
    }),
    { numRuns: 12 },
  );
  expect(refused).toBeGreaterThan(10);
}, 120_000);

type Damaged = typeof damage extends fc.Arbitrary<infer T> ? T : never;
const damage = fc.record({
  table: fc.constantFrom('chunk', 'chunk', 'chunk', 'chunk', 'chunk', 'chunk', 'publication', 'pointer'),
  row: fc.nat(100_000),
  way: fc.constantFrom('LOSE', 'ALTER', 'ALTER', 'CUT', 'TAKE', 'FORGET'),
  column: fc.nat(20),
  at: fc.nat(100_000),
  character: fc.constantFrom('A', 'z', '0', '"', '\\', 'ə', '𝌆'),
});

type Value = string | number | null;

/** Loses a row, or alters one of its columns. The database itself refuses what may not be null, or is there already. */
function inflict({ table, row, way, column, at, character }: Damaged): Statement {
  const rows = kept[table]!;
  const [hit, other] = [rows[row % rows.length]!, rows[(row + at) % rows.length]!];
  const key = { chunk: 'digest', publication: 'id', pointer: 'layout' }[table];
  if (way === 'LOSE') return database.prepare(`delete from ${table} where ${key} = ?`).bind(hit[key]);
  const name = Object.keys(hit)[column % Object.keys(hit).length]!;
  const value = changed(way, hit[name]!, other[name]!, at, character);
  return database.prepare(`update or ignore ${table} set ${name} = ? where ${key} = ?`).bind(value, hit[key]);
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
        message: 'The stored corpus is damaged, so nothing is answered from it. Its operator must repair it.',
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
