// What the fuzzer finds wrong with an answer: a row each, so that it is known to find it.
import { expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../src/http/headers.ts';
import { type Answer, checkAnswer } from './check.ts';
import { openMemory } from './memory.ts';
import type { FuzzRequest } from './request.ts';
import { MARKER } from './value.ts';
import type { FuzzedWorker } from './worker.ts';

const request: FuzzRequest = { number: 1, kind: 'valid', method: 'POST', path: '/graphql', headers: {}, body: null };
const headers = {
  ...Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
};
const good: Answer = { status: 200, headers, text: '{"data":{"a":1}}', milliseconds: 1 };

test('a good answer has nothing wrong with it', () => {
  expect(checkAnswer(request, good)).toEqual({ violations: [], codes: [], hasData: true });
});

test('an error with one of the codes has nothing wrong with it', () => {
  const answer = { ...good, text: errors({ message: 'No.', extensions: { code: 'BAD_REQUEST' } }) };
  expect(checkAnswer(request, answer)).toEqual({ violations: [], codes: ['BAD_REQUEST'], hasData: false });
});

test.each<[string, Partial<Answer>, string]>([
  ['a fault of the server', { status: 503 }, 'status 503, "{\\"data\\":{\\"a\\":1}}"'],
  [
    'a header that is missing',
    { headers: { ...headers, 'x-frame-options': undefined } },
    'X-Frame-Options is undefined',
  ],
  [
    'a policy that lets everything in',
    { headers: { ...headers, 'content-security-policy': '*' } },
    'Content-Security-Policy is *',
  ],
  ['a value that comes back', { text: `{"data":{"a":"${MARKER}"}}` }, 'the body repeats a value'],
  ['a value that comes back in a header', { headers: { ...headers, location: MARKER } }, 'a header repeats a value'],
  ['a header that came out of an address', { headers: { ...headers, 'x-injected': '1' } }, 'a header was injected'],
  ['JSON that is none', { text: '{"data":' }, 'the JSON is broken'],
  ['no errors where there should be some', { text: '{"errors":[]}' }, '"errors" is no list of errors'],
  [
    'a masked error',
    { text: errors({ message: 'No.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }) },
    'a masked error',
  ],
  [
    'a code that nobody knows',
    { text: errors({ message: 'No.', extensions: { code: 'OH' } }) },
    'an error has the code OH',
  ],
  ['an error without a code', { text: errors({ message: 'No.' }) }, 'an error has the code null'],
  [
    'an error that says nothing',
    { text: errors({ message: '', extensions: { code: 'BAD_REQUEST' } }) },
    'an error has no message',
  ],
  [
    'a stack',
    { text: errors({ message: 'Oh\n    at read (worker.js:1:2)', extensions: { code: 'BAD_REQUEST' } }) },
    'a message shows a stack',
  ],
  [
    'an error that may be kept',
    {
      headers: { ...headers, 'cache-control': 'public' },
      text: errors({ message: 'No.', extensions: { code: 'BAD_REQUEST' } }),
    },
    'errors with Cache-Control: public',
  ],
])('finds %s', (_, answer, violation) => {
  expect(checkAnswer(request, { ...good, ...answer }).violations).toEqual([violation]);
});

test.each([
  ['a heap that grows', (at: number) => 20e6 + at * 2e6, true],
  ['a heap that only goes up and down', (at: number) => 20e6 + (at % 3) * 5e6, false],
  ['a heap that is filled once', (at: number) => 20e6 + Math.min(at, 5) * 10e6, false],
])('tells %s', async (_, sizeAt, hasGrown) => {
  let sample = 0;
  const heapBytes = async () => sizeAt(sample++);
  const worker: FuzzedWorker = {
    name: 'a',
    origin: '',
    process: null,
    heapBytes,
    troubles: () => [],
    close: async () => {},
  };
  const memory = openMemory([worker]);
  for (let at = 0; at < 20; at++) await memory.sample();
  expect(memory.uses().map((use) => use.hasGrown)).toEqual([hasGrown]);
});

function errors(...list: readonly object[]): string {
  return JSON.stringify({ errors: list });
}
