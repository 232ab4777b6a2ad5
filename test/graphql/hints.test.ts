// The most common mistakes of newcomers: each error says what is wrong, where, and how to fix it.
import {
  coerceInputValue,
  type GraphQLInputObjectType,
  isInputObjectType,
  isObjectType,
  NoUnusedFragmentsRule,
  parse,
  parseValue,
  validate,
  valueFromAST,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { exampleObjects } from '../../src/graphql/example-value.ts';
import { rulesWithHints } from '../../src/graphql/validation-hints.ts';

/** All that is wrong with these fragments, which nothing uses. */
function mistakesIn(fragments: readonly string[]): string[] {
  const rules = rulesWithHints().filter((rule) => rule !== NoUnusedFragmentsRule);
  const document = parse(['{ __typename }', ...fragments].join('\n'));
  return validate(schema, document, rules, { maxErrors: 10_000 }).map(({ message }) => message);
}

const messagesOf = (query: string) => validate(schema, parse(query), rulesWithHints()).map(({ message }) => message);

const TYPES = Object.values(schema.getTypeMap());
/** What has its things, or what it is about, further inside. */
const HOLDING = TYPES.filter(isObjectType).filter(
  (type) => type.name !== 'Query' && Object.keys(type.getFields()).some((field) => /^(nodes|node|agent)$/.test(field)),
);
const FIELDS = [...new Set(TYPES.filter(isObjectType).flatMap((type) => Object.keys(type.getFields())))];
const INPUTS = TYPES.filter(isInputObjectType);

describe('a field of a thing that is asked of its list', () => {
  it('is shown inside "nodes" and "edges"', () => {
    expect(messagesOf('{ articles { headline } }')).toEqual([
      '"ArticleConnection" has no field "headline": it is a page of a list, and its things have it. Did you mean "nodes { headline }" or "edges { node { headline } }"?',
    ]);
  });

  it.each([
    [
      'an edge',
      '{ articles { edges { headline } } }',
      '"ArticleEdge" has no field "headline": its "node" has it. Did you mean "node { headline }"?',
    ],
    [
      'a page of hits, which hold things of any type',
      '{ search(query: "mill") { name } }',
      '"SearchConnection" has no field "name": it is a page of a list, and its things may have it. Did you mean "nodes { node { ... on Named { name } } }" or "nodes { node { ... on Event { name } } }"?',
    ],
    [
      'a page of hits, for what things of every type have',
      '{ search(query: "mill") { slug } }',
      '"SearchConnection" has no field "slug": it is a page of a list, and its things have it. Did you mean "nodes { node { slug } }" or "edges { node { node { slug } } }"?',
    ],
    [
      'a hit, for a field with fields of its own',
      '{ search(query: "mill") { nodes { bylines { words } } } }',
      '"SearchHit" has no field "bylines": its "node" may have it. Did you mean "node { ... on Article { bylines { … } } }"?',
    ],
    [
      'a speaker',
      '{ statements { nodes { speakers { name } } } }',
      '"Speaker" has no field "name": its "agent" has it. Did you mean "agent { name }"?',
    ],
    [
      'what two agents are connected by',
      '{ paths(from: "a", to: "b") { hops { voice } } }',
      '"Paths" has no field "hops": it is a page of a list, and its things have it. Did you mean "nodes { hops { … } }"?',
    ],
  ])('is shown inside %s', (_, query, message) => {
    expect(messagesOf(query)).toEqual([message]);
  });

  it.each(HOLDING.map(({ name }) => name))('is told of %s, and the way to it is valid', (name) => {
    const mistakes = mistakesIn([`fragment F on ${name} { ${FIELDS.join(' ')} }`]);
    const ways = mistakes
      .filter((message) => message.includes('has no field'))
      .flatMap((message) => [...message.matchAll(/"(\w+ \{.*?\})"/g)].map(([, way]) => way!));
    expect(ways.length).toBeGreaterThan(0);
    const fragments = ways.map((way, at) => `fragment F${at} on ${name} { ${way.replace('…', '__typename')} }`);
    expect(mistakesIn(fragments)).toEqual([]);
  });

  it.each([
    [
      'of no thing of the list',
      '{ articles { headlines } }',
      'Cannot query field "headlines" on type "ArticleConnection". Its fields are: pageInfo, edges, nodes, totalCount, facets.',
    ],
    ['looked up by its id', '{ name }', 'Cannot query field "name" on type "Query". Did you mean "node"?'],
    [
      'of no list',
      '{ corpus { headline } }',
      'Cannot query field "headline" on type "Corpus". Its fields are: version, counts, evidenceCount, coverage.',
    ],
  ])('is not where it is %s', (_, query, message) => {
    expect(messagesOf(query)).toEqual([message]);
  });
});

it('"nodes" of what is no page is to be left out', () => {
  expect(messagesOf('{ events { nodes { accounts { nodes { voice } } } } }')).toEqual([
    '"EventAccount" has no field "nodes": it is not a page of a list. Leave out "nodes".',
  ]);
});

describe('what is given for an input object', () => {
  it.each([
    [
      'a text',
      '{ events(filter: { date: "2025" }) { totalCount } }',
      '"filter.date" is a string but must be an object of type "DateFilter", such as { within: "2025-06" } or { overlaps: "2025-06" }.',
    ],
    [
      'a number, of a list of filters',
      '{ events(filter: { or: [{ date: 2025 }] }) { totalCount } }',
      '"filter.or.date" is a number but must be an object of type "DateFilter", such as { within: "2025-06" } or { overlaps: "2025-06" }.',
    ],
    [
      'a list',
      '{ events(filter: { participant: ["hugo-cask"] }) { totalCount } }',
      '"filter.participant" is a list but must be an object of type "ParticipantFilter", such as { agents: ["ria-novosti"] } or { roles: [ACTOR] }.',
    ],
    [
      'a word, where fields are required',
      '{ events(orderBy: DATE) { totalCount } }',
      '"orderBy" is a single word but must be an object of type "EventOrder", such as { field: DATE }.',
    ],
  ])('%s', (_, query, message) => {
    expect(messagesOf(query)).toContain(message);
  });

  it('of a field that it lacks is left to GraphQL', () => {
    expect(messagesOf('{ events(filter: { dates: { within: "2025" } }) { totalCount } }')).toEqual([
      'Field "dates" is not defined by type "EventFilter". Did you mean "date" or "places"?',
    ]);
  });

  it('lists the fields, if none has a similar name', () => {
    expect(messagesOf('{ events(filter: { date: { on: "2025" } }) { totalCount } }')).toEqual([
      'Field "on" is not defined by type "DateFilter". Its fields are: within, overlaps.',
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
