/** The input types of the random schemas, and valid and invalid values for variables of these types. */
import {
  coerceInputValue,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Chance } from './chance.ts';
import { ODD_WORDS } from './scalar.ts';

export const BUILT_IN = [GraphQLInt, GraphQLFloat, GraphQLString, GraphQLBoolean, GraphQLID];

/** Input objects, some of them one-of; each may have fields of all of these types. */
export function makeInputs(leaves: readonly GraphQLInputType[], seed: (name: string) => Chance) {
  const inputs: GraphQLInputObjectType[] = [];
  for (const [at, isOneOf] of [false, false, true, false].entries()) {
    const name = `${isOneOf ? 'One' : 'In'}${at}`;
    inputs.push(
      new GraphQLInputObjectType({
        name,
        isOneOf,
        fields: () => {
          const chance = seed(name);
          const names = ['a', 'b', 'c', 'd', 'e', chance.is(0.1) ? 'toString' : 'f'].slice(0, 2 + chance.few(5));
          const drawField = (): GraphQLInputFieldConfig => {
            if (isOneOf) return { type: chance.is(0.5) ? chance.pick(leaves) : chance.pick(inputs) };
            if (chance.is(0.2)) return { type: wrapNullable(chance, chance.pick(inputs)) };
            // No defaults for input objects: a type cannot be coerced while its fields are defined.
            return drawSlot(chance, leaves);
          };
          return Object.fromEntries(names.map((field) => [field, drawField()]));
        },
      }),
    );
  }
  return inputs;
}

/** The type of an argument or input field, sometimes with a default. */
export function drawSlot(chance: Chance, named: readonly GraphQLInputType[]) {
  const nullable = wrapNullable(chance, chance.pick(named));
  const type = chance.is(0.25) ? new GraphQLNonNull(nullable) : nullable;
  return chance.is(0.3) ? { type, defaultValue: drawDefault(chance, type) } : { type };
}

function drawDefault(chance: Chance, type: GraphQLInputType): unknown {
  if (!isNonNullType(type) && chance.is(0.1)) return null;
  return coerceInputValue(drawRight(chance, type, 2), type, () => {});
}

function wrapNullable(chance: Chance, named: GraphQLInputType): GraphQLInputType {
  if (!chance.is(0.3)) return named;
  const item = chance.is(0.3) ? new GraphQLNonNull(wrapNullable(chance, named)) : wrapNullable(chance, named);
  return new GraphQLList(item);
}

/** A value as JSON, as a client would send it. */
export function drawRight(chance: Chance, type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return drawPresent(chance, type.ofType, depth);
  return chance.is(0.07) ? null : drawPresent(chance, type, depth);
}

function drawPresent(chance: Chance, type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return drawPresent(chance, type.ofType, depth);
  if (isListType(type)) {
    if (chance.is(0.15)) return drawPresent(chance, type.ofType, depth);
    return Array.from({ length: chance.few(4) }, () => drawRight(chance, type.ofType, depth));
  }
  if (isEnumType(type)) return chance.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return drawScalar(chance, type.name);
  const fields = Object.values(type.getFields());
  if (type.isOneOf) {
    const leaves = fields.filter(({ type: field }) => !isInputObjectType(field));
    const field = chance.pick(depth > 2 && leaves.length > 0 ? leaves : fields);
    return depth > 6 ? {} : { [field.name]: drawPresent(chance, field.type, depth + 1) };
  }
  const chosen = fields.filter(
    ({ type: field, defaultValue }) =>
      (isNonNullType(field) && defaultValue === undefined) || chance.is(depth > 2 ? 0.1 : 0.5),
  );
  return Object.fromEntries(chosen.map((field) => [field.name, drawRight(chance, field.type, depth + 1)]));
}

function drawScalar(chance: Chance, name: string): unknown {
  switch (name) {
    case 'Int':
      return chance.pick([0, 1, -7, 2 ** 31 - 1]);
    case 'Float':
      return chance.pick([0, -0, 1.5, 1e300, -3]);
    case 'Boolean':
      return chance.is(0.5);
    case 'ID':
      return chance.pick(['id', 7, '']);
    case 'Any':
      return chance.pick<unknown>([1, 'any', [1, [null]], { a: { b: 1 } }, true]);
    case 'Odd':
      return chance.pick(['odd', 'odd', 'null', 'nan', 'nested', 'date', 'symbol']);
    default:
      return chance.pick(['', 'text', '"\\\n', 'ü\u2028', '\ud800']);
  }
}

/** A value that the type may reject. */
export function drawWrong(chance: Chance, type: GraphQLInputType, depth = 0): unknown {
  const isDeep = depth < 3 && chance.is(0.7);
  if (isNonNullType(type)) return chance.is(0.2) ? null : drawWrong(chance, type.ofType, depth);
  if (isListType(type) && isDeep) return [0, 1].map(() => drawWrong(chance, type.ofType, depth + 1));
  if (!isInputObjectType(type) || !isDeep) return chance.pick(WRONG);
  const fields = type.getFields();
  const names = chance.some([...Object.keys(fields), 'aa', 'unknown', '__proto__'], 1 + chance.few(4));
  return Object.fromEntries(
    names.map((name) => [
      name,
      drawWrong(chance, Object.hasOwn(fields, name) ? fields[name]!.type : GraphQLInt, depth + 1),
    ]),
  );
}

const WRONG = [
  null,
  undefined,
  'text',
  2 ** 31,
  1.5,
  Number.NaN,
  '1',
  true,
  {},
  [],
  [[1]],
  { a: 1, b: null },
  new Set([1, 'a']),
  12n,
  new Date(0),
  'In1',
  'E0_1',
  'E0_9',
  ...Object.keys(ODD_WORDS),
];
