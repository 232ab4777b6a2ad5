// The words of the graph: those that a newcomer types are in it, and the page and the lesson about it speak of what is there.
import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ask } from '../harness.ts';

/** What GraphiQL's explorer searches: the names of types, fields and arguments. */
const NAMES = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => [
    type.name,
    ...fieldsOf(type).flatMap(({ name, args = [] }) => [name, ...args.map((arg) => arg.name)]),
  ]);

function fieldsOf(type: GraphQLNamedType): readonly { name: string; args?: readonly { name: string }[] }[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.values(type.getFields());
  return isEnumType(type) ? type.getValues() : [];
}

test.each([
  ['the quotes of a person', 'quote', ['Quote', 'quotes', 'mostQuoted']],
  ['who denied what', 'den', ['denies', 'deniedBy', 'isDenied', 'deniedLater']],
  ['where in the text', 'text', ['text']],
  ['the words themselves', 'evidence', ['Evidence', 'evidence']],
  ['what happened that day', 'date', ['date', 'DateFilter']],
  ['who else was there', 'participant', ['participants']],
  ['how sure', 'certain', ['certainty']],
  ['which paper', 'publish', ['publisher', 'published']],
  ['since when', 'since', ['since']],
  ['the original', 'original', ['originalUrl']],
  ['the next page', 'next', ['hasNextPage']],
])('%s is found by "%s"', (_, word, names) => {
  const found = NAMES.filter((name) => name.toLowerCase().includes(word));
  expect(found).toEqual(expect.arrayContaining(names));
});

describe('docs/graph.md', () => {
  const PAGE = readFileSync(new URL('../../docs/graph.md', import.meta.url), 'utf8');
  const codes = [...PAGE.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const words = codes.filter((code) => /^[A-Za-z]\w*$/.test(code));
  const fields = codes.filter(
    (code) => code.includes('{') && !/^(person|event|article|positions|evidence|pageInfo)\b/.test(code),
  );

  test('names only what the schema has', () => {
    const known = new Set([...NAMES, 'after']);
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  test('shows queries that are valid', () => {
    expect(fields.length).toBeGreaterThan(1);
    for (const query of fields) {
      expect([query, validate(schema, parse(`{ ${query} }`)).map(({ message }) => message)]).toEqual([query, []]);
    }
  });
});

test('the lesson that the schema begins with can be followed', async () => {
  const queries = (schema.description ?? '').split('\n').filter((line) => line.startsWith('    {'));
  expect(queries).toHaveLength(3);
  for (const query of queries) {
    const [list] = Object.values(await ask(query, {}, 'gazette')) as { nodes: unknown[] }[];
    expect(list?.nodes.length).toBeGreaterThan(0);
  }
});
