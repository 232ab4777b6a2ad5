// How a document is written: each definition counts, asked for or not, and reading a long one costs points.
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  countComparisons,
  type Executable,
  measureDefinitions,
  type WrittenMeasures,
} from '../../src/graphql/definitions.ts';

const measured = (document: string) => measureDefinitions(parse(document));
const comparisonsOf = (document: string) => countComparisons(parse(document).definitions as readonly Executable[]);

test.each<readonly [string, string, Partial<WrittenMeasures>]>([
  [
    'an operation',
    '{ a { b c { d } } }',
    { depth: 3, aliases: 0, directives: 0, repeats: 0, nameLength: 1, reading: 0 },
  ],
  ['the deepest of several', 'query A { a } query B { a { b { c } } } fragment F on T { a { b } }', { depth: 3 }],
  ['inline fragments, which are no deeper', '{ ... on T { a { ... { b } } } }', { depth: 2 }],
  [
    'the most aliases of one',
    'query A { x: a y: a } query B { x: a } fragment F on T { x: a y: a z: a }',
    { aliases: 3 },
  ],
  ['the most directives of one', 'query A @a @b { a @c } fragment F on T @a { a }', { directives: 3 }],
  ['directives of fragments that are spread', '{ ...F @a ... @b { c @d } }', { directives: 3 }],
  ['repeats of all together', 'query A { a a } query B { a a a } fragment F on T { a ... on T { a } }', { repeats: 4 }],
  ['no repeats where names differ', '{ a x: a b { a } c { a } }', { repeats: 0 }],
  ['the longest name in the answer', '{ ab longest: a { abc } }', { nameLength: 7 }],
])('measures %s', (_, document, expected) => {
  expect(measured(document)).toMatchObject(expected);
});

describe('fields that are compared', () => {
  test.each([
    ['none where each has its own name', '{ a b c { a b c } }', 0],
    ['two of one name once', '{ a a }', 1],
    ['each two of several', `{ ${'a '.repeat(10)} }`, 45],
    ['through inline fragments', '{ a ... on T { a ... { a } } }', 3],
    ['through fragments, each once', '{ ...F ...F a } fragment F on T { a }', 1],
    ['of fragments among each other', '{ ...F ...G } fragment F on T { a b } fragment G on T { a b }', 2],
    ['and what is selected in both', '{ a { b c } a { b c } }', 3],
    ['not what is selected in others', '{ a { x } b { x } }', 0],
    ['in fragments inside each other, which end', '{ ...F } fragment F on T { a ...G } fragment G on T { a ...F }', 3],
  ])('%s', (_, document, expected) => {
    expect(comparisonsOf(document)).toBe(expected);
  });

  test('are counted once for a fragment that is spread without end', () => {
    const fragments = Array.from({ length: 150 }, (_, at) => `fragment F${at} on T { a ...F${(at + 1) % 150} }`);
    expect(comparisonsOf(`{ ...F0 } ${fragments.join(' ')}`)).toBeGreaterThan(1_000);
  });
});

test('what a person writes is read for nothing, and what is long or intricate costs', () => {
  const fields = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `f${at}`).join(' ')} }`;
  expect(measured(fields(90)).reading).toBe(0);
  expect(measured(fields(900)).reading).toBeGreaterThan(measured(fields(600)).reading);
  const overlapping = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `...F${at}`).join(' ')} } ${Array.from({ length: count }, (_, at) => `fragment F${at} on T { a b c }`).join(' ')}`;
  expect(measured(overlapping(5)).reading).toBe(0);
  expect(measured(overlapping(60)).reading).toBeGreaterThan(5_000);
});
