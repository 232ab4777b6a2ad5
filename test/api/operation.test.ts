// Operations, read out of their files.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOperation } from '../../src/api/operation.ts';
import { OPERATIONS } from './operations.ts';

test.each(OPERATIONS)('$name is read as it stands', ({ name, text, summary, definition }) => {
  expect(text).toBe(readFileSync(`src/operations/${name}.graphql`, 'utf8'));
  expect(text).toContain(`# ${summary}\n`);
  // Its address is its name, as addresses are written.
  const kebab = definition.name?.value.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  expect(kebab).toBe(name);
});

test.each([
  ['# One.\nquery A { a }', 'One.'],
  ['# One\n#  and two.  \n#\nquery A { a }\n# Not this.', 'One and two.'],
  ['#One.\r\nquery A { a }\r\n', 'One.'],
  ['# One.\n\n# Not this.\nquery A { a }', 'One.'],
  ['## One # two.\nfragment F on Query { a }\nquery A { ...F }', 'One # two.'],
])('%j says %j', (text, summary) => {
  expect(readOperation('a', text).summary).toBe(summary);
});

test.each([
  ['no document', '# One.', /Unexpected <EOF>/],
  ['no GraphQL', '# One.\nquery A {', /Expected Name/],
  ['a query without a name', '# One.\n{ a }', 'a.graphql must be one query with a name.'],
  ['a mutation', '# One.\nmutation A { a }', 'a.graphql must be one query with a name.'],
  ['two queries', '# One.\nquery A { a } query B { b }', 'a.graphql must be one query with a name.'],
  ['a type beside it', '# One.\nquery A { a } type B { b: Int }', 'a.graphql must be one query with a name.'],
  ['only a fragment', '# One.\nfragment F on Query { a }', 'a.graphql must be one query with a name.'],
  ['no comment', 'query A { a }', 'a.graphql must begin with a comment that says what it is for.'],
  [
    'a comment further down',
    '\n# One.\nquery A { a }',
    'a.graphql must begin with a comment that says what it is for.',
  ],
  ['an empty comment', '#\nquery A { a }', 'a.graphql must begin with a comment that says what it is for.'],
])('refuses %s', (_, text, message) => {
  expect(() => readOperation('a', text)).toThrow(message);
});
