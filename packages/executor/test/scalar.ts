/** The custom scalars and enums of the random schemas: well-behaved ones, and odd ones that executors must survive. */
import { GraphQLEnumType, GraphQLError, GraphQLScalarType } from 'graphql';
import type { Chance } from './chance.ts';

/** What `Odd` turns these strings into, for input and output. */
export const ODD_WORDS: Readonly<Record<string, () => unknown>> = {
  throw: () => {
    throw new Error('Odd does not like this.');
  },
  'throw coded': () => {
    throw new GraphQLError('Odd does not like this, with a code.', { extensions: { code: 'ODD' } });
  },
  'throw word': () => {
    throw 'a word';
  },
  undefined: () => undefined,
  null: () => null,
  nan: () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  zero: () => -0,
  empty: () => '',
  symbol: () => Symbol('odd'),
  function: () => () => 'called',
  date: () => new Date(0),
  'no date': () => new Date(Number.NaN),
  boxed: () => [Object(1), Object('s'), Object(false)],
  keyed: () => ({ toJSON: (key: string) => `at ${key}` }),
  gone: () => ({ toJSON: () => undefined }),
  nested: () => ({ a: [undefined, () => 1, { b: undefined, toJSON: null }], '"': '\u2028\ud800\u0007', 1: -0 }),
  map: () => new Map([[1, 2]]),
};

/** Like `ODD_WORDS`, but with promises. */
export const LATE_WORDS: Readonly<Record<string, () => unknown>> = {
  'late word': () => Promise.resolve('late'),
  'late refusal': () => Promise.reject(new Error('Odd does not like this any more.')),
};

/** `Any` accepts everything unchanged, even variables inside its literals; `Odd` and `Strict` may reject values. */
export function makeScalars(): readonly GraphQLScalarType[] {
  return [
    new GraphQLScalarType({ name: 'Any' }),
    new GraphQLScalarType({ name: 'Odd', serialize: pass, parseValue: pass }),
    new GraphQLScalarType({
      name: 'Strict',
      serialize: (value) => {
        if (typeof value !== 'string') throw new TypeError(`Strict is a string, not ${typeof value}.`);
        return `<${value}>`;
      },
      parseValue: (value) => {
        if (typeof value !== 'string') throw new TypeError(`Strict is a string, not ${typeof value}.`);
        return `strict ${value}`;
      },
    }),
  ];
}

function pass(value: unknown): unknown {
  const word = typeof value === 'string' && Object.hasOwn(ODD_WORDS, value) ? ODD_WORDS[value] : undefined;
  const late = typeof value === 'string' && Object.hasOwn(LATE_WORDS, value) ? LATE_WORDS[value] : undefined;
  return word ? word() : late ? late() : value;
}

/** The internal values often differ from the names. */
export function makeEnum(name: string, chance: Chance): GraphQLEnumType {
  const count = 1 + chance.few(5);
  const insides = chance.some(ENUM_INSIDES, count);
  return new GraphQLEnumType({
    name,
    values: Object.fromEntries(
      insides.map((inside, at) => [
        chance.is(0.1) ? ['toString', 'constructor', 'valueOf'][at % 3]! : `${name}_${at}`,
        inside === undefined ? {} : { value: inside },
      ]),
    ),
  });
}

const ENUM_INSIDES = [undefined, 0, 1, 'inside', { inside: true }, null, Number.NaN, false, '', Symbol.for('inside')];
