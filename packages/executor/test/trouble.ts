/** Trouble: the errors that resolvers throw and reject with, and values that do not fit their type. */
import { GraphQLError } from 'graphql';
import type { Chance } from './chance.ts';
import type { Trial } from './trial.ts';

/** Something to throw, which may not be an error. */
export function drawThrown(trial: Trial, chance: Chance, path: string): unknown {
  const [kind, make] = chance.pick(THROWN);
  trial.seen.add(kind);
  return trial.keep(path, make(path));
}

/** An error to return as a value. */
export function drawError(trial: Trial, chance: Chance, path: string): unknown {
  const [, make] = chance.pick(THROWN.filter(([kind]) => kind.startsWith('thrown error')));
  trial.seen.add('error as value');
  return trial.keep(path, make(path));
}

/** The same error everywhere, as from a database that is down. */
const SHARED = new Error('The same for all.');

const THROWN: readonly (readonly [kind: string, make: (path: string) => unknown])[] = [
  ['thrown error', (path) => new Error(`Thrown at ${path}.`)],
  ['thrown error', (path) => new RangeError(`Thrown at ${path}, "quoted"\n.`)],
  ['thrown error', () => new Error()],
  ['thrown error shared', () => SHARED],
  [
    'thrown error with extensions',
    (path) => Object.assign(new Error(`Extended at ${path}.`), { extensions: { path } }),
  ],
  [
    'thrown error with extensions',
    (path) => Object.assign(new Error(`Badly extended ${path}.`), { extensions: 'none' }),
  ],
  ['thrown error frozen', () => Object.freeze(new Error('Frozen.'))],
  ['thrown error of graphql', (path) => new GraphQLError(`Coded at ${path}.`, { extensions: { code: 'CODE', path } })],
  ['thrown error of graphql', (path) => new GraphQLError(`Bare at ${path}.`)],
  ['thrown error of graphql with path', (path) => new GraphQLError(`Placed at ${path}.`, { path: ['elsewhere', 0] })],
  [
    'thrown error of graphql with original',
    (path) => new GraphQLError(`Wrapped at ${path}.`, { originalError: new TypeError('within') }),
  ],
  ['thrown string', (path) => `string of ${path}`],
  ['thrown object', () => ({ message: 'like an error', path: ['a'] })],
  ['thrown undefined', () => undefined],
  ['thrown null', () => null],
];

/**
 * Values that most types reject and some accept. No bigints, because scalars that pass them on make `JSON.stringify`
 * throw, which leaves no answer to compare.
 */
export function drawOdd(trial: Trial, chance: Chance, canPass: boolean): unknown {
  const [kind, make] = chance.pick(canPass ? ODD.filter(([name]) => name !== 'bigint') : ODD);
  trial.seen.add(kind);
  return make();
}

const ODD: readonly (readonly [kind: string, make: () => unknown])[] = [
  ['NaN', () => Number.NaN],
  ['Infinity', () => Number.POSITIVE_INFINITY],
  ['number out of range', () => 2 ** 31],
  ['number', () => -0],
  ['number', () => 1.5],
  ['number as string', () => '12'],
  ['number as string', () => '-1.5e3'],
  ['string', () => ''],
  ['string', () => 'text'],
  ['boolean', () => true],
  ['bigint', () => 12n],
  ['bigint', () => 2n ** 70n],
  ['symbol', () => Symbol('odd')],
  ['Date', () => new Date(0)],
  ['Date', () => new Date(Number.NaN)],
  ['valueOf', () => ({ valueOf: () => 3 })],
  ['valueOf', () => ({ valueOf: () => ({}), toJSON: () => 'json' })],
  ['toJSON', () => ({ toJSON: () => 4 })],
  ['toJSON', () => ({ toJSON: () => ({ a: 1 }) })],
  ['boxed', () => new String('boxed')],
  ['bigint', () => Object(1n)],
  ['array', () => []],
  ['array', () => [1]],
  ['array', () => [['a'], 'b', null]],
  ['object', () => ({})],
  ['object', () => ({ __typename: 'T0' })],
  ['object', () => ({ __typename: 7, f0: 1 })],
  ['object without prototype', () => Object.assign(Object.create(null), { f0: 'bare' })],
  ['function', () => () => 'called'],
  ['Set', () => new Set([1, 'a', null])],
  ['Map', () => new Map([['a', 1]])],
  ['Uint8Array', () => new Uint8Array([1, 2])],
];
