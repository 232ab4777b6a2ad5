// GraphQL (September 2025), 6.3 Executing Selection Sets.
import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem } from './ask.ts';

const SDL = `
  interface Named { name: String }
  interface Aged implements Named { name: String age: Int }
  type Dog implements Named & Aged { name: String age: Int barks: Boolean owner: Person }
  type Cat implements Named { name: String lives: Int }
  type Person implements Named { name: String pet: Pet dog: Dog friends: [Person!] }
  union Pet = Dog | Cat
  type Query { a: Int b: Int c: Int pet: Pet named: Named aged: Aged person: Person }`;
const SCHEMA = makeSchema(SDL);

const DOG = { __typename: 'Dog', name: 'Rex', age: 3, barks: true };
const CAT = { __typename: 'Cat', name: 'Tom', lives: 9 };
const PERSON = { __typename: 'Person', name: 'Ann', pet: CAT, dog: DOG, friends: [{ name: 'Bo', dog: DOG }] };
const ROOT = { a: 1, b: 2, c: 3, pet: DOG, named: CAT, aged: DOG, person: PERSON };

/** Tests for the whole data of answers. */
function describeAnswers(
  section: string,
  rows: readonly (readonly [promise: string, document: string, data: string])[],
) {
  test.each(rows)(`${section}: %s`, (_, document, data) => {
    expect(ask(SCHEMA, document, { root: ROOT })).toEqual({ data });
  });
}

describe('6.3.1 Response Maps and ordering', () => {
  describeAnswers('6.3', [
    ['fields come in the order of the document', '{ c a b }', '{"c":3,"a":1,"b":2}'],
    ['a field stands where it is first met', '{ b ...F a } fragment F on Query { a c b }', '{"b":2,"a":1,"c":3}'],
    [
      'order is that of the first meeting, deep inside too',
      '{ person { name } a person { dog { age } name } }',
      '{"person":{"name":"Ann","dog":{"age":3}},"a":1}',
    ],
    ['an alias is the name of the response', '{ x: a a: b b: a }', '{"x":1,"a":2,"b":1}'],
    [
      'odd names are names',
      '{ then: a toJSON: b constructor: c __proto__: a }',
      '{"then":1,"toJSON":2,"constructor":3,"__proto__":1}',
    ],
    ['a number of the order is no number', '{ _1: a _0: b }', '{"_1":1,"_0":2}'],
    ['all left out leaves an empty object', '{ a @skip(if: true) }', '{}'],
    ['all left out of an object leaves an empty object', '{ person { name @include(if: false) } }', '{"person":{}}'],
  ]);
});

describe('6.3.2 Field Collection', () => {
  describeAnswers('6.3.2 CollectFields', [
    ['skip true leaves out', '{ a @skip(if: true) b }', '{"b":2}'],
    ['skip false does not', '{ a @skip(if: false) b }', '{"a":1,"b":2}'],
    ['include false leaves out', '{ a @include(if: false) b }', '{"b":2}'],
    ['neither has precedence: include needs skip to be false', '{ a @include(if: true) @skip(if: true) b }', '{"b":2}'],
    ['skip does not help include', '{ a @skip(if: false) @include(if: false) b }', '{"b":2}'],
    ['one of two mentions is enough', '{ a @skip(if: true) b a }', '{"b":2,"a":1}'],
    ['directives stand at inline fragments', '{ ... @skip(if: true) { a } ... @include(if: true) { b } }', '{"b":2}'],
    ['directives stand at spreads', '{ ...F @include(if: false) b } fragment F on Query { a }', '{"b":2}'],
    [
      'a spread that was left out may come again',
      '{ ...F @include(if: false) ...F } fragment F on Query { a }',
      '{"a":1}',
    ],
    ['a fragment is looked into once', '{ ...F b ...F } fragment F on Query { a }', '{"a":1,"b":2}'],
    [
      'fragments may be inside each other',
      '{ ...F } fragment F on Query { ...G a } fragment G on Query { b }',
      '{"b":2,"a":1}',
    ],
    [
      'a selection that is merged keeps what it leaves out apart',
      '{ person { name @skip(if: true) } person { dog { age } } }',
      '{"person":{"dog":{"age":3}}}',
    ],
    ['an inline fragment needs no type', '{ ... { a } }', '{"a":1}'],
  ]);

  test.each([
    [true, true, '{"a":1}'],
    [false, true, '{"b":2}'],
    [true, false, '{"a":1,"c":3}'],
    [false, false, '{"b":2,"c":3}'],
  ])('6.3.2 CollectFields: variables decide, here %s and %s', (yes, no, data) => {
    const document =
      'query ($yes: Boolean!, $no: Boolean = true) { a @include(if: $yes) b @skip(if: $yes) ... @skip(if: $no) { c } }';
    expect(ask(SCHEMA, document, { root: ROOT, variables: { yes, no } })).toEqual({ data });
  });

  test('6.3.2 CollectFields: a default decides where the variable is left out', () => {
    const document = 'query ($no: Boolean = true) { a @skip(if: $no) b }';
    expect(ask(SCHEMA, document, { root: ROOT })).toEqual({ data: '{"b":2}' });
  });

  test('6.3.2 CollectFields: a directive that is given null fails at the field that it is inside of', () => {
    const document = 'query ($no: Boolean = true) { a person { name @skip(if: $no) } }';
    expect(ask(SCHEMA, document, { root: ROOT, variables: { no: null } })).toEqual({
      data: '{"a":1,"person":null}',
      errors: [problem('Argument "if" of non-null type "Boolean!" must not be null.', 57, ['person'])],
    });
  });

  test('6.3.2 CollectFields: at the root there is no field that it could fail at', () => {
    const document = 'query ($no: Boolean = true) { a b @skip(if: $no) }';
    expect(ask(SCHEMA, document, { root: ROOT, variables: { no: null } })).toEqual({
      data: 'null',
      errors: [problem('Argument "if" of non-null type "Boolean!" must not be null.', 45)],
    });
  });
});

describe('6.3.2 DoesFragmentTypeApply', () => {
  describeAnswers('6.3.2 DoesFragmentTypeApply', [
    ['an object type to itself', '{ pet { ... on Dog { barks } ... on Cat { lives } } }', '{"pet":{"barks":true}}'],
    [
      'an interface to what implements it',
      '{ pet { ... on Named { name } ... on Aged { age } } }',
      '{"pet":{"name":"Rex","age":3}}',
    ],
    ['an interface not to what does not', '{ named { name ... on Aged { age } } }', '{"named":{"name":"Tom"}}'],
    [
      'an interface that implements another',
      '{ aged { ... on Named { name ... on Dog { barks } } } }',
      '{"aged":{"name":"Rex","barks":true}}',
    ],
    [
      'a union to its members',
      '{ named { ... on Pet { __typename ... on Cat { lives } } } }',
      '{"named":{"__typename":"Cat","lives":9}}',
    ],
    [
      'a union not to others',
      '{ person { ...F name } } fragment F on Named { ... on Pet { __typename } }',
      '{"person":{"name":"Ann"}}',
    ],
    ['no type to all', '{ pet { ... { __typename } } }', '{"pet":{"__typename":"Dog"}}'],
  ]);
});

describe('6.4.3 Merging Selection Sets', () => {
  describeAnswers('6.4.3 MergeSelectionSets', [
    [
      'sub-selections of all mentions are one',
      '{ person { name } person { dog { name } } person { dog { age name } } }',
      '{"person":{"name":"Ann","dog":{"name":"Rex","age":3}}}',
    ],
    [
      'over fragments and types',
      '{ named { name } ...F } fragment F on Query { named { ... on Cat { lives name } } }',
      '{"named":{"name":"Tom","lives":9}}',
    ],
    [
      'in lists too',
      '{ person { friends { name } friends { dog { age } } } }',
      '{"person":{"friends":[{"name":"Bo","dog":{"age":3}}]}}',
    ],
    [
      'a fragment counts once over all mentions',
      '{ person { ...F } person { name ...F } } fragment F on Person { dog { age } }',
      '{"person":{"dog":{"age":3},"name":"Ann"}}',
    ],
  ]);

  test('6.4.3 MergeSelectionSets: the resolver is called once', () => {
    let calls = 0;
    const schema = makeSchema(SDL, {
      'Query.person': (_source: never, _args: never, _context: never, { fieldNodes }: GraphQLResolveInfo) => {
        calls += fieldNodes.length;
        return PERSON;
      },
    });
    expect(ask(schema, '{ person { name } a person { name } ... { person { dog { age } } } }')).toEqual({
      data: '{"person":{"name":"Ann","dog":{"age":3}},"a":null}',
    });
    expect(calls).toBe(3);
  });

  test('6.4.3 MergeSelectionSets: an error has all locations', () => {
    const schema = makeSchema('type Query { a: Int }', {
      'Query.a': () => {
        throw new Error('no');
      },
    });
    expect(ask(schema, '{ a ... { a } }')).toEqual({
      data: '{"a":null}',
      errors: [
        {
          message: 'no',
          path: ['a'],
          locations: [
            { line: 1, column: 3 },
            { line: 1, column: 11 },
          ],
        },
      ],
    });
  });
});
