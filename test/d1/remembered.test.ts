// Answers that an isolate over D1 remembers: they last through an outage, and a publish ends them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexCorpus } from '../../data/engine/build.ts';
import { publish } from '../../data/publish/publish.ts';
import { compileFolder } from '../corpus.ts';
import { postJson } from '../harness.ts';
import { openD1Worker } from '../worker.ts';

const QUERY = '{ person(slug: "maren-oakes") { name statements(first: 3) { nodes { text } } } corpus { version } }';

let opened: Awaited<ReturnType<typeof openD1Worker>>;
beforeAll(async () => {
  opened = await openD1Worker(compileFolder('test/corpora/gazette'), 'outage', { ANSWER_SHARED_MAX_AGE_SECONDS: '3' });
}, 60_000);
afterAll(() => opened.worker.close());

async function ask() {
  const response = await fetch(`${opened.origin}/graphql`, postJson({ query: QUERY }));
  return { status: response.status, body: await response.text(), timing: response.headers.get('Server-Timing') };
}

test('an answer that was given before is given while the database is away', async () => {
  const first = await ask();
  expect(first).toMatchObject({ status: 200, timing: expect.stringContaining('miss') });
  await fetch(`${opened.origin}/__database?state=down&isolate=same`);
  expect(await ask()).toMatchObject({ status: 200, body: first.body, timing: expect.stringContaining('hit') });
  await fetch(`${opened.origin}/__database?state=up&isolate=same`);
});

test('a corpus that was published since is another one, whose answers are made', async () => {
  const before = await ask();
  await publish(opened.database, indexCorpus(compileFolder('data/corpus')), { force: true });
  // For as long as a cache in front would have given the old one.
  let after = await ask();
  for (let tries = 0; tries < 100 && after.body === before.body; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    after = await ask();
  }
  expect(JSON.parse(after.body).data).toMatchObject({ person: null });
  expect(JSON.parse(after.body).data.corpus.version).not.toBe(JSON.parse(before.body).data.corpus.version);
});
