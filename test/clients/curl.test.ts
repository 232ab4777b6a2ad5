// curl, the command line.
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addressOf, ask } from '../harness.ts';
import { layOut, run } from './process.ts';
import { readSnippet } from './snippet.ts';

const QUERY = '{ corpus { version } }';
let folder: string;

beforeAll(async () => {
  folder = layOut('curl', { 'curl.sh': readSnippet('curl.sh') });
  try {
    await run('curl', ['--version'], folder);
  } catch (error) {
    throw new Error('There is no curl on this machine. Install it: these tests are about it.', { cause: error });
  }
});

test('runs the snippet', async () => {
  const data = await ask('{ statements(first: 3) { nodes { text speakers { agent { name } } } } }');
  expect(JSON.parse(await run('sh', ['curl.sh'], folder))).toEqual({ data });
});

test('asks by POST', async () => {
  const body = JSON.stringify({ query: QUERY });
  const answer = await curl('--header', 'Content-Type: application/json', '--data', body, addressOf('/graphql'));
  expect(JSON.parse(answer)).toEqual({ data: await ask(QUERY) });
});

test('a caller who forgets the content type learns what to fix', async () => {
  const answer = await curl('--data', JSON.stringify({ query: QUERY }), '--write-out', '\n%{http_code}', address());
  const [body, status] = answer.split('\n');
  expect(JSON.parse(body ?? '')).toEqual({
    errors: [
      {
        message: 'Content-Type must be application/json in UTF-8.',
        extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      },
    ],
  });
  expect(status).toBe('415');
});

test('with --fail tells a wrong query by its exit code, in the newer media type', async () => {
  const words = ['--fail', '--get', '--data-urlencode', 'query={ nothing }', address()];
  await expect(curl('--header', 'Accept: application/graphql-response+json', ...words)).rejects.toThrow('400');
});

test('keeps an answer by its ETag', async () => {
  const words = ['--get', '--data-urlencode', `query=${QUERY}`, '--write-out', '\n%{http_code}', address()];
  const first = await curl('--etag-save', join(folder, 'etag'), ...words);
  expect(first).toMatch(/\n200$/);
  expect(await curl('--etag-compare', join(folder, 'etag'), ...words)).toBe('\n304');
});

function curl(...words: string[]): Promise<string> {
  return run('curl', ['--silent', '--show-error', ...words], folder);
}

function address(): string {
  return addressOf('/graphql');
}
