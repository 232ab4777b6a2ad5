/** Field: the fields of the random schemas, and their resolvers. */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isNonNullType,
} from 'graphql';
import { noteResolve, pathOf } from './call.ts';
import type { Chance } from './chance.ts';
import { drawSlot } from './input.ts';
import { outcome, type ThingClasses } from './outcome.ts';
import { Thing } from './thing.ts';
import type { Trial } from './trial.ts';

/** A field of the schema. Types that implement an interface, and similar types, share it. */
export interface Field {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly args: GraphQLFieldConfigArgumentMap;
  /** The source of its value. */
  readonly by: 'resolver' | 'getter' | 'method' | 'nothing';
}

export function drawField(
  chance: Chance,
  name: string,
  types: { readonly outputs: readonly GraphQLOutputType[]; readonly inputs: readonly GraphQLInputType[] },
): Field {
  const argCount = chance.is(0.45) ? 1 + chance.few(4) : 0;
  const names = chance.some(ARGUMENT_NAMES, argCount);
  return {
    name,
    type: wrap(chance, chance.pick(types.outputs), 0.3),
    args: Object.fromEntries(names.map((argument) => [argument, drawSlot(chance, types.inputs)])),
    by: chance.weighted([
      [12, 'resolver'],
      // Messages would call an own `toString`.
      [name === 'toString' ? 0 : 4, 'getter'],
      [name === 'toString' ? 0 : 4, 'method'],
      [0.3, 'nothing'],
    ]),
  };
}

const ARGUMENT_NAMES = ['x', 'y', 'z', 'first', 'filter', 'constructor', 'toString'];

function wrap(chance: Chance, named: GraphQLOutputType, required: number): GraphQLOutputType {
  const type = chance.is(0.28) ? new GraphQLList(wrap(chance, named, 0.35)) : named;
  return chance.is(required) ? requiredOf(type) : type;
}

/** The same field of a type that implements the interface: it may promise more. */
export function narrow(chance: Chance, field: Field): Field {
  return chance.is(0.25) ? { ...field, type: requiredOf(field.type) } : field;
}

function requiredOf(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) ? type : new GraphQLNonNull(type as Exclude<typeof type, GraphQLNonNull<never>>);
}

export function configOf(field: Field, classes: ThingClasses): GraphQLFieldConfig<unknown, Trial> {
  const { type, args } = field;
  if (field.by !== 'resolver') return { type, args };
  return {
    type,
    args,
    resolve: (source, given, trial, info) => {
      noteResolve(trial, source, given, info);
      return outcome(classes, trial, info.returnType, pathOf(info));
    },
  };
}

/** The properties of the things of a type, for the fields without a resolver. */
export function propertiesOf(fields: readonly Field[], classes: ThingClasses) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.by === 'getter') return [[field.name, readerOf(field, classes)]];
      return field.by === 'method' ? [[field.name, () => methodOf(classes)]] : [];
    }),
  );
}

function readerOf(field: Field, classes: ThingClasses) {
  return (thing: Thing) => outcome(classes, Thing.trialOf(thing), field.type, `${thing.path}.${field.name}`);
}

function methodOf(classes: ThingClasses) {
  return function (this: unknown, given: unknown, trial: Trial, info: GraphQLResolveInfo) {
    trial.seen.add('method');
    noteResolve(trial, this, given, info);
    return outcome(classes, trial, info.returnType, pathOf(info));
  };
}
