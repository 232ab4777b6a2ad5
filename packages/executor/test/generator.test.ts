// The random operations contain everything that can trip an executor, and few of them are invalid.
import { print, validate, validateSchema } from 'graphql';
import { beforeAll, expect, describe as group, test } from 'vitest';
import { answerOfGraphql, watched } from './answer.ts';
import { openCases } from './case.ts';
import { describe } from './describe.ts';
import { note, openTally } from './tally.ts';

const COUNT = 2000;
const tally = openTally();

beforeAll(async () => {
  const caseOf = openCases(1);
  for (let number = 0; number < COUNT; number++) {
    const drawn = caseOf(number);
    tally.cases++;
    tally.invalid += drawn.invalid;
    for (const round of drawn.rounds) {
      const run = () => answerOfGraphql(drawn, round);
      const answer = drawn.operation && (round.mood.isAsync ? await watched(run) : await run());
      note(tally, drawn, answer, false);
    }
  }
});

group('each of these comes up at least five times in 2000 cases', () => {
  test.each([
    ...['fragment spread', 'inline fragment', 'inline fragment without type', 'merged fields', 'alias', 'odd alias'],
    ...['@skip', '@include', 'variables', 'default of variable', 'variables refused', 'argument refused'],
    ...['mutation', 'introspection', '__typename', 'several operations', 'no operation'],
    ...['errors', 'several errors', 'no errors', 'data is null', 'null propagated', 'null for non-null'],
    ...['resolveType', 'isTypeOf', '__typename property', 'wrong type of abstract', 'isTypeOf refused'],
    ...['scalar refused', 'scalar gave nothing', 'enum refused', 'no iterable', 'method'],
    ...['list as Set', 'list as generator', 'list as broken generator', 'list as sparse array', 'list as array-like'],
    ...['thrown error', 'thrown error shared', 'thrown error with extensions', 'thrown error frozen', 'error as value'],
    ...['thrown error of graphql', 'thrown error of graphql with path', 'thrown error of graphql with original'],
    ...['thrown string', 'thrown object', 'thrown undefined', 'thrown null', 'no error thrown'],
    ...['NaN', 'Infinity', 'number out of range', 'number as string', 'bigint', 'symbol', 'Date', 'valueOf', 'toJSON'],
    ...['answer later', 'promise', 'rejection', 'thenable', 'promise of type'],
    ...['function', 'object', 'object without prototype', 'array', 'Set', 'Map', 'boxed'],
  ])('%s', (name) => {
    expect(tally.had.get(name) ?? 0).toBeGreaterThanOrEqual(5);
  });
});

test('nine of ten documents are valid', () => {
  expect(tally.invalid / (tally.cases + tally.invalid)).toBeLessThan(0.1);
});

test('schemas and documents are valid', () => {
  const caseOf = openCases(2);
  for (let number = 0; number < 60; number++) {
    const { world, document } = caseOf(number);
    expect(validateSchema(world.schema)).toEqual([]);
    expect(validate(world.schema, document)).toEqual([]);
  }
});

test('a seed and a number make the same case again, whatever was made before', () => {
  const many = openCases(3);
  const numbers = [0, 1, 2, 48, 49];
  const partsOf = (drawn: ReturnType<typeof many>) => [
    print(drawn.document),
    drawn.operationName,
    ...drawn.rounds.map(({ variables, mood }) => [describe(variables), mood.seed, mood.isAsync, mood.trouble]),
  ];
  for (const number of numbers) expect(partsOf(many(number))).toEqual(partsOf(openCases(3)(number)));
});
