// The real app under load, while its database is cut off and comes back: each answer is the right one, or a 503.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { compileFolder } from '../corpus.ts';
import { postJson } from '../harness.ts';
import type { DatabaseState } from '../worker/outage/cut-off.ts';
import { openD1Worker } from '../worker.ts';

const CONNECTIONS = 8;

interface Question {
  readonly path: string;
  readonly init?: RequestInit;
  /** Whether an isolate that was asked it before answers without the database. */
  readonly isHeld: boolean;
}

/** Answered by an isolate that has read nothing, too. */
const HEALTH: Question = { path: '/healthz', isHeld: true };
const QUESTIONS: readonly Question[] = [
  HEALTH,
  { path: '/readyz', isHeld: false },
  held('{ corpus { version counts { events statements } } }'),
  read('{ people(first: 0) { totalCount } statements(filter: { speakers: "maren-oakes" }, first: 0) { totalCount } }'),
  read('{ statements(first: 0) { facets(by: [KIND]) { values { value count } } } }'),
  read('{ person(slug: "maren-oakes") { name statements(first: 3) { nodes { text } } } }'),
  read('{ events(first: 5) { totalCount nodes { slug reports { nodes { voice evidence { exact } } } } } }'),
  read('{ search(query: "mill", first: 3) { totalCount nodes { snippets { text matches { start } } } } }'),
  read('{ article(slug: "two-die-at-harrow-mill") { headline text } nobody: person(slug: "nobody") { name } }'),
];
const HELD = QUESTIONS.filter(({ isHeld }) => isHeld);
const READ = QUESTIONS.filter(({ isHeld }) => !isHeld);

let opened: Awaited<ReturnType<typeof openD1Worker>>;
let right: ReadonlyMap<Question, Answer>;

beforeAll(async () => {
  // Otherwise what is asked again and again would be answered without the database.
  opened = await openD1Worker(compileFolder('test/corpora/gazette'), 'outage', { ANSWER_MEMORY_BYTES: '0' });
}, 60_000);
beforeEach(async () => {
  await switchTo('up', 'new');
  right = new Map(await Promise.all(QUESTIONS.map(async (question) => [question, await ask(question)] as const)));
  for (const { status, body } of right.values()) {
    expect([status, body]).toEqual([200, expect.not.stringContaining('"errors"')]);
  }
  await opened.worker.clearLogs();
});
afterAll(() => opened.worker.close());

test('an isolate that begins in an outage says so, and answers when the database is back', async () => {
  await switchTo('down', 'new');
  expect(await ask(HEALTH)).toEqual(right.get(HEALTH));
  for (const question of QUESTIONS.filter((one) => one !== HEALTH)) expectUnavailable(await ask(question));
  await switchTo('up');
  for (const question of QUESTIONS) expect(await ask(question)).toEqual(right.get(question));
});

test('an outage loses what has to be read while it lasts, and nothing else', async () => {
  const load = startLoad();
  for (let round = 0; round < 3; round++) {
    await load.enter('down');
    await load.until(isEachAnswered);
    await load.enter('up');
    await load.until(isEachAnswered);
  }
  await expect.poll(async () => (await eventsLogged()).at(-1), { timeout: 20_000 }).toBe('database back');
  const seen = await load.stop();

  expectRightOr503(seen);
  expect(within('down', seen)).toEqual(new Set([...HELD.map(answered(200)), ...READ.map(answered(503))]));
  const events = await eventsLogged();
  expect(events).toEqual(events.map((_, index) => (index % 2 === 0 ? 'database unavailable' : 'database back')));
});

test('nothing is lost while the database is slow, fails at times, or hangs for a moment', async () => {
  const load = startLoad();
  for (const state of ['slow', 'shaky'] as const) {
    await load.enter(state);
    await load.until(isEachAnswered);
  }
  await load.enter('hung', 'stalled');
  for (const question of HELD) expect(await ask(question)).toEqual(right.get(question));
  await load.enter('up');
  await load.until(isEachAnswered);
  const seen = await load.stop();

  expect(seen.filter(({ question, answer }) => answer.body !== right.get(question)?.body)).toEqual([]);
  expect(await eventsLogged()).toEqual([]);
});

test('a database that hangs holds no request for long, and what needs none is answered meanwhile', async () => {
  const load = startLoad();
  await load.enter('hung');
  await load.until((seen) => seen.some(({ question }) => READ.includes(question)));
  for (const question of HELD) expect(await ask(question)).toEqual(right.get(question));
  await load.enter('up');
  await load.until(isEachAnswered);
  const seen = await load.stop();

  expectRightOr503(seen);
  expect((await eventsLogged())[0]).toBe('database unavailable');
});

/** What was answered in no other stage than this one: the questions, and the status each got. */
function within(stage: Stage, seen: readonly Seen[]): ReadonlySet<string> {
  const inside = seen.filter(({ stages }) => stages.size === 1 && stages.has(stage));
  return new Set(inside.map(({ question, answer: { status } }) => answered(status)(question)));
}

function answered(status: number): (question: Question) => string {
  return ({ path, init }) => `${status} ${path} ${init?.body ?? ''}`;
}

/** Each answer is the right one, or a 503 to what had to be read while the database was away. */
function expectRightOr503(seen: readonly Seen[]): void {
  const others = seen.filter(({ question, answer }) => answer.body !== right.get(question)?.body);
  expect(others.length).toBeGreaterThan(0);
  for (const { question, stages, answer } of others) {
    expect(READ).toContain(question);
    expect(stages.has('down') || stages.has('hung')).toBe(true);
    expectUnavailable(answer);
  }
}

function expectUnavailable({ body, ...head }: Answer): void {
  expect(head).toEqual({ status: 503, retryAfter: '2', cacheControl: 'no-store' });
  const error = {
    message: 'The database does not answer. Try again in a few seconds.',
    extensions: { code: 'STORE_UNAVAILABLE' },
  };
  expect(JSON.parse(body)).toEqual({ errors: [expect.objectContaining(error)] });
}

/** What the log of the Worker says of the database, and of faults. */
async function eventsLogged(): Promise<readonly unknown[]> {
  const events = (await opened.worker.events()).map(({ event }) => event);
  return events.filter((event) => ['database unavailable', 'database back', 'fault'].includes(String(event)));
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly cacheControl: string | null;
  readonly body: string;
}

/** What the database does while a question is answered; `stalled` hangs for less than a read may take. */
type Stage = DatabaseState | 'stalled';

interface Seen {
  readonly question: Question;
  readonly stages: ReadonlySet<Stage>;
  readonly answer: Answer;
}

function isEachAnswered(seen: readonly Seen[]): boolean {
  return QUESTIONS.every((question) => seen.some((one) => one.question === question));
}

/** Asks without a pause over several connections, until it is stopped. */
function startLoad() {
  const seen: Seen[] = [];
  const underWay = new Set<Set<Stage>>();
  let stages: readonly Stage[] = ['up'];
  let isOver = false;
  let onAnswer = () => {};

  async function connect(first: number): Promise<void> {
    for (let index = first; !isOver; index++) {
      const question = QUESTIONS[index % QUESTIONS.length]!;
      const during = new Set(stages);
      underWay.add(during);
      const answer = await ask(question);
      underWay.delete(during);
      seen.push({ question, stages: during, answer });
      onAnswer();
    }
  }
  const connections = Array.from({ length: CONNECTIONS }, (_, index) => connect(index));

  return {
    /** Switches the database. What is under way meanwhile is answered in both stages. */
    async enter(state: DatabaseState, stage: Stage = state): Promise<void> {
      stages = [...stages, stage];
      for (const during of underWay) during.add(stage);
      await switchTo(state);
      stages = [stage];
    },
    /** Waits until enough was asked and answered within this stage alone. */
    until(isEnough: (seen: readonly Seen[]) => boolean): Promise<void> {
      const [stage] = stages as [Stage];
      const before = seen.length;
      return new Promise((resolve) => {
        onAnswer = () => {
          const inside = seen.slice(before).filter(({ stages }) => stages.size === 1 && stages.has(stage));
          if (isEnough(inside)) resolve();
        };
      });
    },
    async stop(): Promise<readonly Seen[]> {
      isOver = true;
      await Promise.all(connections);
      return seen;
    },
  };
}

async function switchTo(state: DatabaseState, isolate: 'same' | 'new' = 'same'): Promise<void> {
  expect((await fetch(`${opened.origin}/__database?state=${state}&isolate=${isolate}`)).status).toBe(204);
}

async function ask({ path, init }: Question): Promise<Answer> {
  const response = await fetch(opened.origin + path, init);
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    cacheControl: response.headers.get('Cache-Control'),
    body: await response.text(),
  };
}

function held(query: string): Question {
  return { path: '/graphql', init: postJson({ query }), isHeld: true };
}

function read(query: string): Question {
  return { path: '/graphql', init: postJson({ query }), isHeld: false };
}
