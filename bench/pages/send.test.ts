// A page's operation is found in its link to GraphiQL.
import { expect, test } from 'vitest';
import { operationRequest } from './send.ts';

test('sends the document and the variables of the link', () => {
  const search = new URLSearchParams({ query: '{ a(b: "c & d") }', variables: '{"slug":"e"}' });
  const { method, path, body } = operationRequest(`<a href="/graphql?${search.toString().replaceAll('&', '&amp;')}">`);
  expect([method, path]).toEqual(['POST', '/graphql']);
  expect(JSON.parse(body)).toEqual({ query: '{ a(b: "c & d") }', variables: { slug: 'e' } });
});

test('refuses a page without the link', () => {
  expect(() => operationRequest('<a href="/graphql">')).toThrow('no link');
});
