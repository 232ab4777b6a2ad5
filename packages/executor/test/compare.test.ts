// The comparison finds every forbidden difference, and allows only what section 6.3 of GraphQL allows.
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { compare } from './compare.ts';

const ANSWER: Answer = {
  data: '{"a":null,"b":{"c":1}}',
  errors: [
    { path: ['a', 'x'], text: 'x failed' },
    { path: ['b', 'd'], text: 'd failed' },
  ],
  calls: [
    { path: '/a', text: 'a; operation query ' },
    { path: '/a/x', text: 'x; operation query ' },
    { path: '/b', text: 'b; operation query ' },
  ],
  isPromise: false,
  failure: null,
  unhandled: [],
  seen: new Set(),
};
const LATE: Answer = { ...ANSWER, isPromise: true };
const SIBLING = { path: ['a', 'y'], text: 'y failed' };
const SAME = { differences: [], isRestricted: false };

test.each<[string, Answer, Answer]>([
  ['the same', ANSWER, { ...ANSWER }],
  ['another order of errors, of what came late', LATE, { ...LATE, errors: LATE.errors.toReversed() }],
  ['another order of calls, of what came late', LATE, { ...LATE, calls: LATE.calls.toReversed() }],
  ['rejections that graphql-js leaves to nobody, too', { ...LATE, unhandled: ['no'] }, { ...LATE, unhandled: ['no'] }],
  ['fewer rejections than graphql-js leaves to nobody', { ...LATE, unhandled: ['no'] }, LATE],
  ['a failure of both', { ...ANSWER, failure: 'TypeError(no)' }, { ...ANSWER, failure: 'TypeError(no)' }],
])('lets pass %s', (_, expected, actual) => {
  expect(compare(expected, actual)).toEqual(SAME);
});

test.each<[string, Answer, Answer]>([
  ['other data', ANSWER, { ...ANSWER, data: '{"b":{"c":1},"a":null}' }],
  ['no data', ANSWER, { ...ANSWER, data: null }],
  ['a promise in place of an answer', ANSWER, LATE],
  ['an answer in place of a promise', LATE, ANSWER],
  ['another order of errors', ANSWER, { ...ANSWER, errors: ANSWER.errors.toReversed() }],
  ['another order of calls', ANSWER, { ...ANSWER, calls: ANSWER.calls.toReversed() }],
  ['an error less', ANSWER, { ...ANSWER, errors: ANSWER.errors.slice(1) }],
  [
    'an error more under what is null, of what came at once',
    ANSWER,
    { ...ANSWER, errors: [...ANSWER.errors, SIBLING] },
  ],
  ['an error less where nothing is null', LATE, { ...LATE, errors: LATE.errors.slice(0, 1) }],
  ['no error under what is null', LATE, { ...LATE, errors: LATE.errors.slice(1) }],
  ['a call less where nothing is null', LATE, { ...LATE, calls: LATE.calls.slice(0, 2) }],
  ['a rejection that is left to nobody', LATE, { ...LATE, unhandled: ['no'] }],
  ['a failure', ANSWER, { ...ANSWER, failure: 'TypeError(no)' }],
  ['no failure where graphql-js fails', { ...ANSWER, failure: 'TypeError(no)' }, ANSWER],
])('sees %s', (_, expected, actual) => {
  expect(compare(expected, actual).differences.length).toBeGreaterThan(0);
});

test.each<[string, Answer]>([
  ['an error more', { ...LATE, errors: [...LATE.errors, SIBLING] }],
  ['another error', { ...LATE, errors: [...LATE.errors.slice(1), SIBLING] }],
  ['a call less', { ...LATE, calls: LATE.calls.filter(({ path }) => path !== '/a/x') }],
])('6.3: lets pass %s under what is null, of what came late, and says so', (_, actual) => {
  expect(compare(LATE, actual)).toEqual({ differences: [], isRestricted: true });
});

test('6.3: allows different calls for the items of a list that breaks', () => {
  const broken: Answer = { ...LATE, errors: [{ path: ['a'], text: 'a broke' }] };
  const calls = broken.calls.filter(({ path }) => path !== '/a/x');
  expect(compare(broken, { ...broken, calls })).toEqual({ differences: [], isRestricted: true });
  expect(compare(broken, { ...broken, calls: calls.slice(1) }).differences).toHaveLength(1);
});

test('finds a different order of mutations, but not of the fields in them', () => {
  const call = (path: string) => ({ path, text: `${path}; operation mutation ` });
  const calls = ['/a', '/a/x', '/a/y', '/b'].map(call);
  const data = '{"a":{},"b":1}';
  const serial: Answer = { ...LATE, data, errors: [], calls };
  expect(compare(serial, { ...serial, calls: ['/a', '/a/y', '/a/x', '/b'].map(call) })).toEqual(SAME);
  expect(compare(serial, { ...serial, calls: ['/b', '/a', '/a/x', '/a/y'].map(call) }).differences).toHaveLength(1);
  expect(compare(serial, { ...serial, calls: ['/a', '/b', '/a/x', '/a/y'].map(call) }).differences).toHaveLength(1);
});
