import { expect, test } from 'vitest';
import { preferredMediaType } from '../../src/http/accept.ts';

const OFFERED = ['application/json', 'application/graphql-response+json', 'text/html'] as const;

test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['text/html, application/json;q=0.9', 'text/html'],
  ['application/json;q=0, */*', 'application/graphql-response+json'],
  ['application/json;q=0', null],
  ['application/json;charset=UTF-8', 'application/json'],
  ['application/json;charset=latin1', null],
  // A parameter names a variant, which is not what is offered.
  ['application/json;v=2;q=0, application/json', 'application/json'],
  ['application/json, application/json;v=2;q=0', 'application/json'],
  ['application/json;v=2;q=0, */*', 'application/json'],
  ['application/json;v=2, application/json;q=0, text/html;q=0.1', 'text/html'],
  ['text/html;level=1;q=0, text/*', 'text/html'],
  ['application/json;v=2', 'application/json'],
  ['application/json;v=2;', 'application/json'],
  ['application/json;v=2;q=0', null],
  ['application/json;v=2;q=0.5, text/html;q=0.6', 'text/html'],
])('%s: %s', (accept, expected) => {
  expect(preferredMediaType(accept, OFFERED)).toBe(expected);
});
