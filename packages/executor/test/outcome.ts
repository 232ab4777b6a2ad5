/**
 * Outcome: the result of a resolver, which depends only on its path, so that both executors get the same. It is mostly
 * a value of its type, and otherwise any mistake that resolvers are known to make.
 */
import { type GraphQLOutputType, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { Chance } from './chance.ts';
import { later, thenable } from './later.ts';
import { LATE_WORDS, ODD_WORDS } from './scalar.ts';
import type { ThingClass } from './thing.ts';
import type { Trial } from './trial.ts';
import { drawError, drawOdd, drawThrown } from './trouble.ts';

export type ThingClasses = ReadonlyMap<string, ThingClass>;

/** Returns or throws what the chance of the path decides. */
export function outcome(classes: ThingClasses, trial: Trial, type: GraphQLOutputType, path: string): unknown {
  const chance = trial.chanceOf(path);
  if (chance.is(trial.mood.trouble)) throw drawThrown(trial, chance, path);
  return drawMaybeLate({ classes, trial, chance }, type, path, 0.3);
}

interface Draw {
  readonly classes: ThingClasses;
  readonly trial: Trial;
  readonly chance: Chance;
}

function drawMaybeLate(draw: Draw, type: GraphQLOutputType, path: string, lateness: number): unknown {
  const { trial, chance } = draw;
  if (!trial.mood.isAsync || !chance.is(lateness)) return drawValue(draw, type, path);
  trial.seen.add('promise');
  const ticks = chance.few(6);
  if (chance.is(trial.mood.trouble)) {
    trial.seen.add('rejection');
    const reason = drawThrown(trial, chance, path);
    return later(ticks, () => {
      throw reason;
    });
  }
  const value = drawValue(draw, type, path);
  if (!chance.is(0.1)) return later(ticks, () => value);
  trial.seen.add('thenable');
  return thenable(later(ticks, () => value));
}

function drawValue(draw: Draw, type: GraphQLOutputType, path: string): unknown {
  const { trial, chance } = draw;
  const { absence, trouble } = trial.mood;
  if (isNonNullType(type)) {
    if (chance.is(absence / 8)) return null;
    return drawPresent(draw, type.ofType, path);
  }
  if (chance.is(absence)) return chance.is(0.5) ? null : undefined;
  if (chance.is(trouble / 3)) return drawError(trial, chance, path);
  return drawPresent(draw, type, path);
}

function drawPresent(draw: Draw, type: GraphQLOutputType, path: string): unknown {
  const { trial, chance, classes } = draw;
  if (chance.is(trial.mood.trouble / 2)) return drawOdd(trial, chance, `${type}` === 'Any' || `${type}` === 'Odd');
  if (isNonNullType(type)) return drawPresent(draw, type.ofType, path);
  if (isListType(type)) return drawList(draw, type.ofType, path);
  if (isEnumType(type)) return chance.pick(type.getValues()).value;
  if (isObjectType(type)) return thingOf(draw, type.name, path);
  if (!isAbstractType(type)) return drawScalar(trial, chance, type.name);
  const possible = trial.mood.schema.getPossibleTypes(type).map(({ name }) => name);
  const names = chance.is(trial.mood.trouble / 3) ? [...classes.keys()] : possible;
  return thingOf(draw, chance.pick(names), path);
}

function thingOf({ classes, trial }: Draw, name: string, path: string): unknown {
  const Class = classes.get(name);
  return Class === undefined ? null : new Class(trial, name, path);
}

function drawList(draw: Draw, item: GraphQLOutputType, path: string): unknown {
  const { trial, chance } = draw;
  const items = Array.from({ length: chance.few(5) }, (_, at) => drawItem(draw, item, `${path}#${at}`));
  const kind = chance.weighted(LIST_KINDS);
  if (kind === 'array') return items;
  trial.seen.add(`list as ${kind}`);
  switch (kind) {
    case 'Set':
      return new Set(items);
    case 'generator':
      return (function* () {
        yield* items;
      })();
    case 'broken generator':
      return (function* () {
        yield* items;
        throw trial.keep(`${path} broken`, new Error(`Broken at ${path}.`));
      })();
    case 'sparse array':
      return Object.assign(new Array(items.length + 1), items);
    default:
      return { length: 1, 0: items[0] };
  }
}

function drawItem(draw: Draw, type: GraphQLOutputType, path: string): unknown {
  const item = drawMaybeLate(draw, type, path, 0.15);
  // No executor looks at what comes after an item that broke the list.
  if (item instanceof Promise) item.catch(() => {});
  return item;
}

const LIST_KINDS = [
  [40, 'array'],
  [2, 'Set'],
  [2, 'generator'],
  [0.3, 'broken generator'],
  [0.5, 'sparse array'],
  [0.2, 'array-like'],
] as const;

function drawScalar(trial: Trial, chance: Chance, name: string): unknown {
  switch (name) {
    case 'Int':
      return chance.pick([0, -1, 42, 2 ** 31 - 1, '7', true]);
    case 'Float':
      return chance.pick([0, -0, 0.1, 1e21, 1e-7, 3, '2.50']);
    case 'Boolean':
      return chance.pick([true, false, 1]);
    case 'ID':
      return chance.pick(['id', 7, '', 9n, 'ü"']);
    case 'Any':
      return chance.pick<unknown>([
        1,
        'any',
        { a: [null, 'b'] },
        false,
        [],
        new Date(0),
        { toJSON: (key: string) => key },
      ]);
    case 'Odd':
      if (trial.mood.isAsync && chance.is(0.1)) return chance.pick(Object.keys(LATE_WORDS));
      return chance.is(0.4) ? chance.pick(Object.keys(ODD_WORDS)) : 'odd';
    default:
      return chance.pick(['', 'text', 'a "quote" \\ and\n', '\u2028 é \ud83d\ude00', '\ud800 alone', '\u0000\u007f']);
  }
}
