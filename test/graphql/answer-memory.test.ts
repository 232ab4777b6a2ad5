// The memory of answers: what it holds is bounded by what it was given.
import type { GraphQLParams } from 'graphql-yoga';
import { describe, expect, test } from 'vitest';
import { AnswerMemory, answerKey } from '../../src/graphql/use-answer-memory.ts';

const DOCUMENT = { text: '{ a }', hash: 'abc', isTrusted: false };
const asked = (variables: object) => ({ variables: variables as Record<string, unknown>, extensions: {} });
const keyOf = (version: string, params: GraphQLParams) => answerKey(version, DOCUMENT, params);

const answer = (bytes: number) => ({
  body: new Uint8Array(bytes),
  operationName: null,
  cost: { estimate: 1, spent: 1 },
});

describe('a key', () => {
  test('is another for other variables, operations and corpora, and where the cost is asked for', () => {
    const keys = [
      keyOf('1', asked({ a: 1 })),
      keyOf('1', asked({ a: '1' })),
      keyOf('1', asked({ a: [1] })),
      keyOf('1', asked({ b: 1 })),
      keyOf('1', asked({})),
      keyOf('2', asked({})),
      keyOf('1', { ...asked({}), operationName: 'A' }),
      keyOf('1', { ...asked({}), extensions: { cost: true } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf('1', asked({ a: 1 }))).toBe(keys[0]);
  });

  test('is none for what JSON would write like something else, or not at all', () => {
    expect(keyOf('1', asked({ a: JSON.parse('1e400') }))).toBeNull();
    expect(keyOf('1', asked({ a: [{ b: -Infinity }] }))).toBeNull();
    expect(keyOf('1', asked(JSON.parse(`${'{"0":'.repeat(5_000)}1${'}'.repeat(5_000)}`)))).toBeNull();
  });

  test('is none where it would be long', () => {
    expect(keyOf('1', asked({ a: 'x'.repeat(3_000) }))).toEqual(expect.any(String));
    expect(keyOf('1', asked({ a: 'x'.repeat(5_000) }))).toBeNull();
  });
});

test('answers together take no more than they may, and the last are kept', () => {
  const memory = new AnswerMemory(100_000);
  for (let number = 0; number < 1_000; number++) memory.keep(`${number}`, answer(1_000));
  const kept = Array.from({ length: 1_000 }, (_, number) => memory.find(`${number}`)).filter((found) => found !== null);
  expect(kept.length).toBeLessThan(80);
  expect(kept.length).toBeGreaterThan(25);
  expect(memory.find('999')).not.toBeNull();
  expect(memory.find('0')).toBeNull();
});

test('an answer that alone would take more than a sixteenth is not kept', () => {
  const memory = new AnswerMemory(100_000);
  memory.keep('a', answer(5_000));
  memory.keep('b', answer(7_000));
  expect(memory.find('a')).not.toBeNull();
  expect(memory.find('b')).toBeNull();
});

test('tells how many found what they asked for', () => {
  const memory = new AnswerMemory(100_000);
  expect(memory.hitRate).toBe(0);
  memory.find('a');
  memory.keep('a', answer(10));
  memory.find('a');
  expect(memory.hitRate).toBe(0.5);
});
