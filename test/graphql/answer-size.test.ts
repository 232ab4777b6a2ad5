// How long an answer may be: it ends where it is too long, while it is made, and at the latest when it is written.
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { packBundle } from '../../data/bundled/pack.ts';
import { openBundledSource } from '../../data/bundled/source.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { openStore } from '../../data/engine/store.ts';
import type { Store } from '../../data/store.ts';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/environment.ts';
import { compileFolder } from '../corpus.ts';

let store: Store;
/** The one article of the corpus, whose text has letters of more than one byte. */
let text: string;

beforeAll(async () => {
  store = openStore(openBundledSource(packBundle(indexCorpus(compileFolder('data/corpus')))));
  const { data } = await ask('{ articles { nodes { text } } }', 4_000_000);
  text = data.articles.nodes[0].text;
});
// The line of each request.
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

async function ask(query: string, bytes: number, path = '/graphql') {
  const app = createApp({
    openStore: () => store,
    settings: readSettings({ RATE_LIMIT: 'off', MAX_ANSWER_BYTES: bytes, MAX_COST: 1_000_000 }),
    rateLimiter: null,
    deployment: null,
  });
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...(await response.json()) };
}

const tooLarge = (limit: number) => ({
  status: 400,
  errors: [
    {
      message: `The answer is larger than ${limit} bytes. Ask for smaller pages ("first"), or for fewer long texts.`,
      extensions: { code: 'ANSWER_TOO_LARGE', limit },
    },
  ],
});

describe('an answer that is too long', () => {
  test.each([
    ['by its texts', '{ articles { nodes { text } } }', 2_000],
    ['by the same text under many names', `{ articles { nodes { ${aliases(40)} } } }`, 60_000],
    ['by its names', '{ __schema { types { fields { aNameThatIsLongAndStandsEverywhere: name } } } }', 20_000],
    ['by how many objects it has', '{ __schema { types { fields { args { name } } } } }', 10_000],
  ])('%s is stopped, and nothing of it is answered', async (_, query, limit) => {
    expect(await ask(query, limit)).toEqual(tooLarge(limit));
  });

  test('is told by the bytes that are sent, which may be more than its letters', async () => {
    const query = '{ articles { nodes { text } } }';
    const answer = JSON.stringify({ data: { articles: { nodes: [{ text }] } } });
    const bytes = Buffer.byteLength(answer);
    expect(bytes).toBeGreaterThan(answer.length);
    expect(await ask(query, bytes)).toMatchObject({ status: 200 });
    expect(await ask(query, bytes - 1)).toEqual(tooLarge(bytes - 1));
  });
});

function aliases(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}: text`).join(' ');
}
