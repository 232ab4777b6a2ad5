import { expect, test } from 'vitest';
import { medianOf, outcomeOf } from './probe.ts';

const error = (code: string, message = 'no') => ({ message, extensions: { code } });

test.each([
  ['data alone', { data: {} }, 'answered'],
  ['data with errors', { data: {}, errors: [error('INVALID_ID'), error('INVALID_ID')] }, 'answered, INVALID_ID'],
  ['too expensive at once', { errors: [error('QUERY_TOO_EXPENSIVE')] }, 'refused QUERY_TOO_EXPENSIVE'],
  [
    'too expensive during execution',
    { errors: [error('QUERY_TOO_EXPENSIVE', 'The answer turned out to cost more.')] },
    'stopped QUERY_TOO_EXPENSIVE',
  ],
  ['too long', { errors: [error('ANSWER_TOO_LARGE')] }, 'stopped ANSWER_TOO_LARGE'],
  ['too many errors', { errors: [error('INVALID_ID'), error('TOO_MANY_ERRORS')] }, 'stopped TOO_MANY_ERRORS'],
  ['another limit', { errors: [error('TOO_MANY_ALIASES')] }, 'refused TOO_MANY_ALIASES'],
])('describes the outcome of a request: %s', (_, answer, outcome) => {
  expect(outcomeOf({ status: 200, bytes: 10, text: JSON.stringify(answer) })).toBe(outcome);
});

test('describes an answer that is not GraphQL by its status', () => {
  expect(outcomeOf({ status: 502, bytes: 3, text: 'bad' })).toBe('refused status 502');
});

test('one slow request changes no median', () => {
  const probe = (milliseconds: number) => ({ milliseconds, bytes: 10, outcome: 'answered' });
  expect(medianOf([probe(3), probe(99), probe(4)])).toEqual(probe(4));
});
