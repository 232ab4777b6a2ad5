// GraphQL (September 2025), 6.4.3 ResolveAbstractType(): the object type of a value of an interface or union.
import { describe, expect, test } from 'vitest';
import { ask, makeSchema, problem, type Resolvers } from './ask.ts';

const SDL = `
  interface Named { name: String }
  type Dog implements Named { name: String barks: Boolean }
  type Cat implements Named { name: String lives: Int }
  type Fish implements Named { name: String }
  type Stone { name: String }
  union Pet = Dog | Cat
  type Query { pet: Pet named: Named dog: Dog pets: [Pet] }`;
const DOG = { name: 'Rex', barks: true, lives: 9 };
const IS_DOG = '{"pet":{"__typename":"Dog","barks":true}}';
const ASK_PET = '{ pet { __typename ... on Dog { barks } ... on Cat { lives } } }';

function answerOf(resolvers: Resolvers, pet: unknown = DOG) {
  return ask(makeSchema(SDL, resolvers), ASK_PET, { root: { pet } });
}

describe('6.4.3 ResolveAbstractType', () => {
  test.each<[string, Resolvers, unknown]>([
    ['resolveType names it', { Pet: () => 'Dog' }, DOG],
    ['the value says it itself', {}, { ...DOG, __typename: 'Dog' }],
    ['resolveType comes before what the value says', { Pet: () => 'Dog' }, { ...DOG, __typename: 'Cat' }],
    ['the first isTypeOf that agrees', { Dog: () => true, Cat: () => true }, DOG],
    ['an isTypeOf may agree with anything that is true', { Dog: () => 1 as never, Cat: () => false }, DOG],
  ])('6.4.3 ResolveAbstractType: %s', (_, resolvers, pet) => {
    expect(answerOf(resolvers, pet)).toEqual({ data: IS_DOG });
  });

  test.each<[string, Resolvers]>([
    ['resolveType may take its time', { Pet: () => Promise.resolve('Dog') }],
    ['isTypeOf may take its time', { Dog: () => Promise.resolve(true), Cat: () => Promise.resolve(false) }],
    [
      'one that agrees at once need not wait for others',
      { Dog: () => true, Cat: () => Promise.reject(new Error('no')) },
    ],
  ])('6.4.3 ResolveAbstractType: %s', async (_, resolvers) => {
    expect(await answerOf(resolvers)).toEqual({ data: IS_DOG });
  });

  test.each<[string, Resolvers, string]>([
    [
      'names nothing',
      { Pet: () => undefined },
      'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.pet". Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.',
    ],
    [
      'is not told at all',
      {},
      'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.pet". Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.',
    ],
    [
      'names what there is not',
      { Pet: () => 'Nowhere' },
      'Abstract type "Pet" was resolved to a type "Nowhere" that does not exist inside the schema.',
    ],
    ['names no object type', { Pet: () => 'Named' }, 'Abstract type "Pet" was resolved to a non-object type "Named".'],
    [
      'names one that it cannot be',
      { Pet: () => 'Fish' },
      'Runtime Object type "Fish" is not a possible type for "Pet".',
    ],
    [
      'is no name',
      { Pet: () => 7 as never },
      'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.pet" with value { name: "Rex", barks: true, lives: 9 }, received "7".',
    ],
    [
      'is thrown at',
      {
        Pet: () => {
          throw new Error('no type');
        },
      },
      'no type',
    ],
    [
      'fails in isTypeOf',
      {
        Dog: () => {
          throw new Error('no idea');
        },
      },
      'no idea',
    ],
  ])('6.4.3 ResolveAbstractType: a type that %s is an error of the field', (_, resolvers, message) => {
    expect(answerOf(resolvers)).toEqual({ data: '{"pet":null}', errors: [problem(message, 3, ['pet'])] });
  });

  test('6.4.3 ResolveAbstractType: each item of a list has its own', () => {
    const schema = makeSchema(SDL, { Pet: (value: { readonly is: string }) => value.is });
    const pets = [{ is: 'Dog', barks: true }, null, { is: 'Stone' }, { is: 'Cat', lives: 9 }, { is: 'Dog' }];
    expect(ask(schema, '{ pets { ... on Dog { barks } ... on Cat { lives } } }', { root: { pets } })).toEqual({
      data: '{"pets":[{"barks":true},null,null,{"lives":9},{"barks":null}]}',
      errors: [problem('Runtime Object type "Stone" is not a possible type for "Pet".', 3, ['pets', 2])],
    });
  });

  test.each([
    ['false', false],
    ['undefined', undefined],
    ['null', null],
    ['nought', 0],
  ])('6.4.3 CompleteValue: an object type whose isTypeOf gives %s refuses the value', (_, told) => {
    const schema = makeSchema(SDL, { Dog: () => told as never });
    expect(ask(schema, '{ dog { name } }', { root: { dog: { name: 'Tom' } } })).toEqual({
      data: '{"dog":null}',
      errors: [problem('Expected value of type "Dog" but got: { name: "Tom" }.', 3, ['dog'])],
    });
  });

  test('6.4.3 CompleteValue: isTypeOf may refuse later', async () => {
    const schema = makeSchema(SDL, { Dog: () => Promise.resolve(false) });
    expect(await ask(schema, '{ dog { name } }', { root: { dog: {} } })).toEqual({
      data: '{"dog":null}',
      errors: [problem('Expected value of type "Dog" but got: {}.', 3, ['dog'])],
    });
  });
});
