// What newcomers get wrong most, and what they are told: what is wrong, where, and how to mend it.
import {
  coerceInputValue,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  parse,
  parseValue,
  validate,
  valueFromAST,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { exampleObjects } from '../../src/graphql/example-value.ts';
import { rulesWithHints } from '../../src/graphql/validation-hints.ts';

const messagesOf = (query: string) => validate(schema, parse(query), rulesWithHints()).map(({ message }) => message);

const TYPES = Object.values(schema.getTypeMap());
const CONNECTIONS = TYPES.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
const INPUTS = TYPES.filter(isInputObjectType);

describe('a field of a thing that is asked of its list', () => {
  it('is shown inside "nodes" and "edges"', () => {
    expect(messagesOf('{ articles { headline } }')).toEqual([
      '"ArticleConnection" has no field "headline": it is a page of a list, and its things have it. Did you mean "nodes { headline }" or "edges { node { headline } }"?',
    ]);
  });

  it('is shown inside "node"', () => {
    expect(messagesOf('{ articles { edges { headline } } }')).toEqual([
      '"ArticleEdge" has no field "headline": the thing in it has it. Did you mean "node { headline }"?',
    ]);
  });

  it.each(CONNECTIONS.map(({ name }) => name))('is told of %s', (name) => {
    const fields = CONNECTIONS.find((type) => type.name === name)!.getFields();
    const thing = getNamedType(fields.nodes!.type) as (typeof CONNECTIONS)[number];
    const field = Object.keys(thing.getFields()).find((one) => !(one in fields))!;
    expect(messagesOf(`{ __typename } fragment F on ${name} { ${field} }`)[0]).toMatch(`"nodes { ${field} }"`);
  });

  it.each([
    [
      'of no thing of the list',
      '{ articles { headlines } }',
      'Cannot query field "headlines" on type "ArticleConnection".',
    ],
    ['of no list', '{ person(slug: "a") { headline } }', 'Cannot query field "headline" on type "Person".'],
  ])('is not where it is %s', (_, query, message) => {
    expect(messagesOf(query)).toEqual([message]);
  });
});

describe('what is given for an input object', () => {
  it.each([
    [
      'a text',
      '{ events(filter: { date: "2025" }) { totalCount } }',
      '"filter.date" is a text and has to be an object of type "DateFilter", such as { within: "2025-06" } or { overlaps: "2025-06" }.',
    ],
    [
      'a number, of a list of filters',
      '{ events(filter: { or: [{ date: 2025 }] }) { totalCount } }',
      '"filter.or.date" is a number and has to be an object of type "DateFilter", such as { within: "2025-06" } or { overlaps: "2025-06" }.',
    ],
    [
      'a list',
      '{ events(filter: { participant: ["hugo-cask"] }) { totalCount } }',
      '"filter.participant" is a list and has to be an object of type "ParticipantFilter", such as { agents: ["ria-novosti"] } or { roles: [ACTOR] }.',
    ],
    [
      'a word, where fields are required',
      '{ events(orderBy: DATE) { totalCount } }',
      '"orderBy" is a single word and has to be an object of type "EventOrder", such as { field: DATE }.',
    ],
  ])('%s', (_, query, message) => {
    expect(messagesOf(query)).toContain(message);
  });

  it('of a field that it lacks is left to GraphQL', () => {
    expect(messagesOf('{ events(filter: { dates: { within: "2025" } }) { totalCount } }')).toEqual([
      'Field "dates" is not defined by type "EventFilter". Did you mean "date" or "places"?',
    ]);
  });

  const examples = (type: GraphQLInputObjectType, notation: 'DOCUMENT' | 'JSON') =>
    exampleObjects(type, notation).split(' or ');

  it.each(INPUTS.map(({ name }) => name))('is shown by examples that are one: %s', (name) => {
    const type = schema.getType(name) as GraphQLInputObjectType;
    for (const example of examples(type, 'DOCUMENT')) {
      expect(valueFromAST(parseValue(example), type), example).toBeDefined();
    }
    for (const example of examples(type, 'JSON')) {
      const refuse = (_: unknown, value: unknown, error: Error) =>
        expect.fail(`${example}: ${value}, ${error.message}`);
      coerceInputValue(JSON.parse(example), type, refuse);
    }
  });
});
