// Ending an execution early: the answer has the errors so far and this one, and no data.
import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { ExecutionEnd, type Watch, type WatchedSelection, type Weigh } from '../end.ts';
import { makeSchema, type Resolvers } from './ask.ts';

const SDL = 'type Query { a: String b: Query list: [Query] items: [String!]! later: Query bad: String n: Int }';
const END = new ExecutionEnd(new GraphQLError('Enough.', { extensions: { code: 'ENOUGH' } }));
const ENDED = { errors: [expect.objectContaining({ message: 'Enough.', extensions: { code: 'ENOUGH' } })] };

function run(document: string, resolvers: Resolvers = {}, watch?: Watch) {
  const schema = makeSchema(SDL, resolvers);
  return compile(schema, parse(document))?.execute({ rootValue: { b: {} }, watch });
}

const throwEnd = () => {
  throw END;
};

describe('a resolver that ends the execution', () => {
  test('leaves nothing of it, however much could be null around it', () => {
    expect(run('{ n b { b { a } } }', { 'Query.b': () => ({}), 'Query.a': throwEnd })).toEqual(ENDED);
  });

  test('does so from a promise, and from a list', async () => {
    const resolvers = {
      'Query.list': () => [{}, {}],
      'Query.later': () => Promise.resolve({}),
      'Query.a': () => Promise.reject(END),
    };
    expect(await run('{ list { later { a } } }', resolvers)).toEqual(ENDED);
  });

  test('keeps the errors that were reported before', () => {
    const bad = () => {
      throw new Error('Bad.');
    };
    expect(run('{ bad a }', { 'Query.bad': bad, 'Query.a': throwEnd })).toEqual({
      errors: [expect.objectContaining({ message: 'Bad.' }), ...ENDED.errors],
    });
  });

  test('is the last one called, even while others are pending', async () => {
    const called: string[] = [];
    const { promise, resolve } = Promise.withResolvers<object>();
    const answer = run('{ later { a } bad }', {
      'Query.later': () => promise,
      'Query.a': () => called.push('a'),
      'Query.bad': throwEnd,
    });
    resolve({});
    expect(await answer).toEqual(ENDED);
    expect(called).toEqual([]);
  });
});

describe('a watch', () => {
  const counting = (limit: number) => {
    const seen = { fields: 0, names: 0, texts: 0, failures: 0, resolvers: [] as string[] };
    const check = () => {
      if (seen.fields + seen.failures > limit) throw END;
    };
    const watch: Watch = {
      object({ fields, nameLength }) {
        seen.fields += fields.length;
        seen.names += nameLength;
        check();
      },
      field({ node }) {
        seen.resolvers.push(node.name.value);
      },
      text(length) {
        seen.texts += length;
      },
      failure() {
        seen.failures += 1;
        check();
      },
    };
    return { seen, watch };
  };

  test('is notified of each object, name and string in the answer', () => {
    const { seen, watch } = counting(100);
    const answer = run(
      '{ long: a list { a n } items }',
      {
        'Query.a': () => 'four',
        'Query.list': () => [{}, { n: 1 }],
        'Query.items': () => ['x', 'yz'],
      },
      watch,
    );
    expect(answer).toMatchObject({ data: { items: ['x', 'yz'] } });
    // Three at the top and two in each of two; `long`, `list`, `items` and twice `a`, `n`; three times `four`, `x`,
    // `yz`.
    expect(seen).toEqual({
      fields: 7,
      names: 17,
      texts: 15,
      failures: 0,
      resolvers: ['a', 'list', 'a', 'a', 'items'],
    });
  });

  test('gets the weight of each field, in a selection that is the same for all its objects', () => {
    const schema = makeSchema(SDL, { 'Query.list': () => [{}, {}, {}] });
    const weigh: Weigh = ({ name }, type) => (name === 'a' && type.name === 'Query' ? 10 : 1);
    const seen: WatchedSelection[] = [];
    const watch: Watch = { object: (selection) => seen.push(selection), field() {}, text() {}, failure() {} };
    compile(schema, parse('{ n list { a n } }'), null, weigh)?.execute({ rootValue: {}, watch });
    expect(seen.map(({ slot, weight }) => [slot, weight])).toEqual([
      [0, 2],
      [1, 11],
      [1, 11],
      [1, 11],
    ]);
    expect(seen[1]).toBe(seen[2]);
    expect(seen.flatMap(({ fields }) => fields.map(({ slot }) => slot)).slice(0, 4)).toEqual([0, 1, 2, 3]);
  });

  test('is notified of introspection too', () => {
    const { seen, watch } = counting(1_000);
    run('{ __schema { types { name } } }', {}, watch);
    expect(seen.fields).toBeGreaterThan(10);
  });

  test('ends the execution by what it throws, at a field as at an error', () => {
    const list = () => Array.from({ length: 50 }, () => ({}));
    expect(run('{ list { n } }', { 'Query.list': list }, counting(20).watch)).toEqual(ENDED);
    const bad = () => {
      throw new Error('Bad.');
    };
    const { errors } = run('{ list { bad } }', { 'Query.list': list, 'Query.bad': bad }, counting(60).watch) as {
      errors: readonly GraphQLError[];
    };
    // One field at the top, and for each thing of the list one field and one failure: thirty of each are too many.
    expect(errors.length).toBe(30);
    expect(errors.at(-1)).toMatchObject(ENDED.errors[0]);
  });
});

describe('a document that was not validated', () => {
  test.each([
    ['in itself', '{ ...A } fragment A on Query { b { ...A } }'],
    ['in another that is in it', '{ ...A } fragment A on Query { b { ...B } } fragment B on Query { ...A }'],
    ['in itself, and not used', '{ a } fragment A on Query { ...A }'],
  ])('a fragment %s is refused before anything is executed', (_, document) => {
    expect(() => run(document)).toThrow(/contains itself/);
  });

  test.each(['{ nope }', '{ b { nope a } }', '{ ...A } fragment A on Query { b { nope } }'])(
    'a field that the schema does not have ends the execution: %s',
    (document) => {
      expect(run(document)).toEqual({
        errors: [expect.objectContaining({ message: 'Cannot execute field "nope": type "Query" has no such field.' })],
      });
    },
  );
});
