// Publishing dies in the middle, again and again, while a reader reads.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RemoteCorpus } from '../../data/chunks/corpus.ts';
import { CorpusMovedError } from '../../data/chunks/failure.ts';
import { openD1 } from '../../data/d1/corpus.ts';
import type { Binding } from '../../data/d1/database.ts';
import { markOf } from '../d1/corpus.ts';
import { makeFolder, openIn } from '../d1/database.ts';

/** Of several chunks, so that there is something to interrupt. */
const STATEMENTS = 3000;

const { folder, remove } = makeFolder();
let reader: Awaited<ReturnType<typeof openIn>>;

beforeAll(async () => {
  reader = await openIn(folder);
}, 60_000);
afterAll(() => reader.close().then(remove));

test('whenever a publish is killed, readers read the old corpus or the new one whole, and the next publish succeeds', async () => {
  const steps = await publishUntil('corpus 0', null);
  const reading = readOn(openD1(withoutSessions(reader.database), undefined, 0));
  const killed = 10;
  for (let kill = 0; kill < killed; kill++) {
    await publishUntil(`corpus ${kill + 1}`, Math.floor((kill / (killed - 1)) * (steps.length - 2)));
  }
  await publishUntil('the last', null);
  await reading.untilRead('the last');
  const { read, mixed } = await reading.stop();

  expect(mixed).toEqual([]);
  expect(read.has('corpus 0')).toBe(true);
  expect([...read].at(-1)).toBe('the last');
}, 120_000);

/**
 * Publishes in a process of its own, and kills it as soon as it has printed so many lines, at some moment of the step
 * after. The group is killed, the database with it, as if the machine lost its power. Answers with the lines.
 */
async function publishUntil(mark: string, killAfter: number | null): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['test/publish/publisher.ts', folder, mark, String(STATEMENTS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length - 1 === killAfter) setTimeout(() => killGroup(child), Math.random() * 20);
  }
  const [status] = await ended;
  if (killAfter === null) expect({ status, last: lines.at(-1) }).toEqual({ status: 0, last: 'published' });
  return lines;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** Reads all the time, as requests do: each opens a source, asks it in turns, and begins anew where it has to. */
function readOn(corpus: RemoteCorpus) {
  const read = new Set<string>();
  const mixed: string[][] = [];
  let stopped = false;

  async function readOnce(): Promise<void> {
    const marks = await marksOf(corpus);
    if (new Set(marks).size > 1) mixed.push(marks);
    const [mark = ''] = marks;
    read.add(mark);
  }
  async function loop(): Promise<void> {
    while (!stopped) {
      await readOnce().catch((error) => {
        if (!(error instanceof CorpusMovedError)) throw error;
      });
    }
  }
  const reading = loop();
  return {
    untilRead: (mark: string) => vitestWait(() => read.has(mark)),
    async stop() {
      stopped = true;
      await reading;
      return { read, mixed };
    },
  };
}

/** What each record, text and piece says of which corpus it is, asked for in six turns. */
async function marksOf(corpus: RemoteCorpus): Promise<string[]> {
  const source = await corpus.openRequest(0);
  const [person] = await source.bySlug(['person']);
  const numbers = Array.from({ length: 20 }, (_, index) => (index * 149) % STATEMENTS);
  const statements = await source.byNumber('Statement', numbers);
  const [piece] = await source.pieces(['mark']);
  const [text] = await source.texts(['article']);
  const [dossier] = await source.dossiers(['place']);
  const [place] = await source.bySlug(['place']);
  return [
    source.summary.version,
    ...[person, place].map((found) =>
      found !== null && found !== undefined && 'name' in found.entity ? found.entity.name : '',
    ),
    ...statements.map(({ quotes }) => (quotes[0]?.text ?? '').replace(/\.+$/, '')),
    markOf(piece),
    text?.text ?? '',
    dossier?.mentions[0]?.exact ?? '',
  ];
}

/**
 * A local database writes at each read of a session, which makes the two processes of this test wait for each other;
 * Cloudflare's does not.
 */
function withoutSessions(database: Binding): Binding {
  return {
    prepare: (sql) => database.prepare(sql),
    batch: (statements) => database.batch(statements),
    withSession: () => database,
  };
}

async function vitestWait(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 20_000 }).toBe(true);
}
