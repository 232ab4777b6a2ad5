// The parameters of a plain address, read as the variables of its operation.

import fc from 'fast-check';
import { buildSchema, GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readOperation } from '../../src/api/operation.ts';
import { readVariables } from '../../src/api/variables.ts';

const SCHEMA = buildSchema(`
  scalar Day
  enum Kind { FIRE PROTEST }
  input Filter { place: String, not: Filter }
  type Query { nothing(float: Float, id: ID): Int }
`);
const ALL = readOperation(
  'all',
  `# Takes one of each.
  query All(
    $int: Int, $float: Float, $boolean: Boolean, $string: String = "baku", $id: ID, $kind: Kind, $day: Day
    $kinds: [Kind!], $ints: [Int]!= [1], $strings: [String!], $filter: Filter, $filters: [Filter!], $grid: [[Int]]
  ) { nothing }`,
);
const NEEDY = readOperation('needy', '# Needs one.\nquery Needy($slug: String!, $kinds: [Kind!]!) { nothing }');
const NONE = readOperation('none', '# Takes none.\nquery None { nothing }');
const SECRET = 'dont-repeat-me';

describe('a value is read by its declared type', () => {
  test.each<[string, object]>([
    ['', {}],
    ['int=2', { int: 2 }],
    ['int=-7', { int: -7 }],
    ['int=0', { int: 0 }],
    ['int=1.0', { int: 1 }],
    ['int=1e2', { int: 100 }],
    ['int=2147483647', { int: 2147483647 }],
    ['int=-2147483648', { int: -2147483648 }],
    ['float=0.5', { float: 0.5 }],
    ['float=-1.5E-3', { float: -0.0015 }],
    ['float=3', { float: 3 }],
    ['boolean=true', { boolean: true }],
    ['boolean=false', { boolean: false }],
    ['string=', { string: '' }],
    ['string', { string: '' }],
    ['string=null', { string: 'null' }],
    ['string=5', { string: '5' }],
    ['string=%20a+b%20', { string: ' a b ' }],
    ['string=h%C3%BCseyn', { string: 'hüseyn' }],
    ['string=a%26b%3Dc', { string: 'a&b=c' }],
    ['id=5', { id: '5' }],
    ['kind=FIRE', { kind: 'FIRE' }],
    ['day=2025-06-27', { day: '2025-06-27' }],
    ['kinds=FIRE', { kinds: ['FIRE'] }],
    ['kinds=FIRE&kinds=PROTEST&kinds=FIRE', { kinds: ['FIRE', 'PROTEST', 'FIRE'] }],
    ['ints=1&ints=2', { ints: [1, 2] }],
    ['strings=&strings=a,b', { strings: ['', 'a,b'] }],
    ['filter={"place":"baku"}', { filter: { place: 'baku' } }],
    ['filter={"not":{"place":null}}', { filter: { not: { place: null } } }],
    ['filter=null', { filter: null }],
    ['filters=[{"place":"baku"},{}]', { filters: [{ place: 'baku' }, {}] }],
    ['grid=[[1,2],[3]]', { grid: [[1, 2], [3]] }],
    ['kind=FIRE&int=2', { int: 2, kind: 'FIRE' }],
    ['&&int=2&', { int: 2 }],
  ])('%s', (text, variables) => {
    expect(readVariables(SCHEMA, ALL, new URLSearchParams(text))).toEqual(variables);
  });

  test('what only execution can know is handed on: values of enums, fields of objects', () => {
    const parameters = new URLSearchParams('kind=NOTHING&filter={"nothing":1}&filters=5&day=yesterday');
    const expected = { kind: 'NOTHING', day: 'yesterday', filter: { nothing: 1 }, filters: 5 };
    expect(readVariables(SCHEMA, ALL, parameters)).toEqual(expected);
  });

  test('numbers as JSON writes them come back as they were', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), (int, float) => {
        const parameters = new URLSearchParams({ int: JSON.stringify(int), float: JSON.stringify(float) });
        // JSON.stringify(-0) is 0.
        expect(readVariables(SCHEMA, ALL, parameters)).toEqual({ int, float: float === 0 ? 0 : float });
      }),
    );
  });

  test('a field of the prototype is no more than a field', () => {
    const { filter } = readVariables(SCHEMA, ALL, new URLSearchParams('filter={"__proto__":{"place":"baku"}}'));
    expect(Object.keys(filter as object)).toEqual(['__proto__']);
    expect((filter as { place?: unknown }).place).toBeUndefined();
  });
});

describe('a value of another form is refused: BAD_USER_INPUT', () => {
  const rows: readonly (readonly [parameter: string, expected: string, values: readonly string[]])[] = [
    [
      'int',
      'Int',
      ['', ' 1', '1 ', '+1', '01', '1.', '.5', '1.5', '0x10', '1e400', '2147483648', '1_0', 'NaN', 'null', '"1"', '١'],
    ],
    ['float', 'Float', ['', '1e999', '-1e999', 'Infinity', 'NaN', '1,5', '0x1', '--1', '1e', 'null']],
    ['boolean', 'Boolean', ['', 'True', 'TRUE', '1', '0', 'yes', 'null', ' true']],
    ['id', 'ID', ['']],
    ['kind', 'Kind', ['']],
    ['day', 'Day', ['']],
    ['kinds', '[Kind!]', ['']],
    ['ints', '[Int]!', ['', '1,2', '[1,2]', 'null']],
    ['filter', 'Filter" as JSON', ['', '{', '{place:"baku"}', "{'place':'baku'}", '{"place":"baku"}}', SECRET]],
    ['filters', '[Filter!]" as JSON', ['', '[', '[{}', 'undefined']],
    ['grid', '[[Int]]" as JSON', ['', '1,2']],
  ];

  test.each(rows.flatMap(([name, expected, values]) => values.map((value) => [name, value, expected] as const)))(
    '%s=%s',
    (name, value, expected) => {
      const closed = expected.includes('"') ? expected : `${expected}"`;
      expect(refusal(ALL, new URLSearchParams([[name, value]]))).toEqual([
        'BAD_USER_INPUT',
        `Parameter "${name}" is wrong: expected "${closed}.`,
      ]);
    },
  );

  test('also where only one of several is', () => {
    expect(refusal(ALL, 'ints=1&ints=x&ints=3')).toEqual([
      'BAD_USER_INPUT',
      'Parameter "ints" is wrong: expected "[Int]!".',
    ]);
  });

  test('or where one that has to be there is not', () => {
    expect(refusal(NEEDY, 'kinds=FIRE')).toEqual([
      'BAD_USER_INPUT',
      'Parameter "slug" is missing: expected "String!".',
    ]);
    expect(refusal(NEEDY, 'slug=')).toEqual(['BAD_USER_INPUT', 'Parameter "kinds" is missing: expected "[Kind!]!".']);
  });
});

describe('parameters that make no request are refused: BAD_REQUEST', () => {
  test.each([
    'nothing=1',
    `${SECRET}=1`,
    'Int=1',
    '$int=1',
    '=1',
    'int%00=1',
    '__proto__=1',
    'constructor=1',
    'toString',
  ])('one that the operation does not declare: %s', (text) => {
    expect(refusal(NEEDY, `slug=a&kinds=FIRE&${text}`)).toEqual([
      'BAD_REQUEST',
      'There is an unknown parameter. This address accepts "slug", "kinds".',
    ]);
    expect(refusal(NONE, text)).toEqual(['BAD_REQUEST', 'There is an unknown parameter. This address accepts none.']);
  });

  test.each([
    ['int=1&int=1', 'int', 2],
    ['string=a&string=b&string=c', 'string', 3],
    ['filter={}&filter={}', 'filter', 2],
    ['filters=[]&filters=[]', 'filters', 2],
    ['grid=[]&grid=[]', 'grid', 2],
    ['int=x&int=y', 'int', 2],
  ])('one given too often: %s', (text, name, times) => {
    expect(refusal(ALL, text)).toEqual(['BAD_REQUEST', `Parameter "${name}" is given ${times} times. Give it once.`]);
  });
});

test('whatever is sent, it is read or refused, and a refusal repeats none of it', () => {
  const name = fc.constantFrom('int', 'float', 'boolean', 'string', 'kind', 'kinds', 'ints', 'filter', 'filters');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('1', 'true', '{}', '[]', 'null', ''));
  const marked = text.map((value) => `${SECRET}${value}`);
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: marked }), fc.oneof(text, marked)),
      ),
      (pairs) => {
        const refused = refusal(ALL, new URLSearchParams(pairs));
        if (refused) expect(refused[1]).not.toContain(SECRET);
      },
    ),
  );
});

/** The code and message of the error; null where the parameters are taken. */
function refusal(operation: typeof ALL, parameters: string | URLSearchParams): [unknown, string] | null {
  try {
    readVariables(SCHEMA, operation, new URLSearchParams(parameters));
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.extensions.code, error.message];
  }
}
