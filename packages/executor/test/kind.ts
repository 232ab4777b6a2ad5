/** Kind: the `resolveType` and `isTypeOf` functions of the random schemas, which may be wrong. */
import type { GraphQLIsTypeOfFn, GraphQLTypeResolver } from 'graphql';
import { noteType, pathOf } from './call.ts';
import type { Chance } from './chance.ts';
import { later, thenable } from './later.ts';
import { Thing } from './thing.ts';
import type { Trial } from './trial.ts';

/** A `resolveType` that is mostly right. */
export function makeResolveType(name: string): GraphQLTypeResolver<unknown, Trial> {
  return (value, trial, info, abstractType) => {
    noteType(trial, `resolveType ${name} ${abstractType.name}`, value, info);
    trial.seen.add('resolveType');
    const path = placeOf(value, pathOf(info));
    const chance = trial.chanceOf(`${path} resolveType ${name}`);
    const possible = trial.mood.schema.getPossibleTypes(abstractType);
    const truth = value instanceof Thing ? value.kind : chance.pick(possible).name;
    // graphql-js has a message for each of these values, even those that TypeScript would not allow.
    return answerFor(trial, chance, path, truth, [
      undefined,
      null,
      7,
      'Nowhere',
      name,
      'Int',
      'Query',
      possible[0],
    ]) as string;
  };
}

/** An `isTypeOf` that is mostly right; its result need not be a boolean. */
export function makeIsTypeOf(name: string): GraphQLIsTypeOfFn<unknown, Trial> {
  return (value, trial, info) => {
    noteType(trial, `isTypeOf ${name}`, value, info);
    trial.seen.add('isTypeOf');
    const path = placeOf(value, pathOf(info));
    const chance = trial.chanceOf(`${path} isTypeOf ${name}`);
    const truth = value instanceof Thing ? value.kind === name : chance.is(0.7);
    return answerFor(trial, chance, path, truth, [!truth, !truth, 0, 1, '', 'yes', undefined]) as boolean;
  };
}

/** The `__typename` of a thing: its kind, or sometimes something else. */
export function typenameOf(thing: Thing): unknown {
  const trial = Thing.trialOf(thing);
  const chance = trial.chanceOf(`${thing.path} __typename`);
  trial.seen.add('__typename property');
  if (!chance.is(trial.mood.trouble / 3)) return thing.kind;
  return chance.pick<unknown>(['Nowhere', 'Int', 'Query', '', 7, undefined]);
}

/** Returns the truth or a lie, synchronously or as a promise, or throws. */
function answerFor(trial: Trial, chance: Chance, path: string, truth: unknown, lies: readonly unknown[]): unknown {
  const isTrouble = chance.is(trial.mood.trouble / 2);
  const isThrown = isTrouble && chance.is(0.3);
  const answer = isTrouble ? chance.pick(lies) : truth;
  const make = () => {
    if (isThrown) throw trial.keep(`${path} of its type`, new Error(`No type for ${path}.`));
    return answer;
  };
  if (!trial.mood.isAsync || !chance.is(0.25)) return make();
  trial.seen.add('promise of type');
  const promise = later(chance.few(4), make);
  return chance.is(0.1) ? thenable(promise) : promise;
}

/** The path of a value: those of list items are not in `info`. */
function placeOf(value: unknown, otherwise: string): string {
  return value instanceof Thing ? value.path : otherwise;
}
