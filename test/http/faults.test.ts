// What a fault of ours looks like from outside, and in the log: the real app over a store that throws.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorker } from '../worker.ts';

const worker = openWorker('faulty');

beforeAll(async () => {
  await worker.listen();
});
afterAll(() => worker.close());
beforeEach(worker.clearLogs);

const MASKED = {
  message: 'Something went wrong here. The fault is logged; try again later.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

test('a resolver that fails is masked, the rest of the answer stays', async () => {
  const query = '{ __typename person(slug: "anybody") { name } }';
  const response = await worker.fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    data: { __typename: 'Query', person: null },
    errors: [{ ...MASKED, path: ['person'], locations: [{ line: 1, column: 14 }] }],
  });
});

test('a route that fails is masked, with a 500', async () => {
  const response = await worker.fetch('/readyz');
  expect(response.status).toBe(500);
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({ errors: [MASKED] });
});

test('the log has the fault once, as a line of JSON with its cause, and nothing of the request', async () => {
  await worker.fetch('/graphql?query={person(slug:"private-name"){name}}');
  const faults = (await worker.events()).filter(({ level }) => level === 'error');
  expect(faults).toHaveLength(1);
  expect(faults[0]).toEqual({
    level: 'error',
    event: 'fault',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'Error',
    message: 'secret-table is locked',
    stack: expect.stringContaining('secret-table is locked'),
    cause: { name: 'Error', message: 'secret-host is away', stack: expect.any(String) },
  });
  expect(JSON.stringify(faults)).not.toContain('private-name');
});

test.each([
  ['does not answer', '192.0.2.1'],
  ['fails', '192.0.2.2'],
])('a rate limiter that %s lets requests through', async (_, client) => {
  const response = await worker.fetch('/nothing', { headers: { 'CF-Connecting-IP': client } });
  expect(response.status).toBe(404);
});
