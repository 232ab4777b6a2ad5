/** Call: records what a resolver was called with, including the whole `info`. */
import type { GraphQLResolveInfo } from 'graphql';
import { describe } from './describe.ts';
import type { Trial } from './trial.ts';

/** `/a/0/b`: the names and indexes of the response. */
export function pathOf(info: GraphQLResolveInfo): string {
  let text = '';
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path !== undefined; path = path.prev) {
    text = `/${path.key}${text}`;
  }
  return text;
}

export function noteResolve(trial: Trial, source: unknown, args: unknown, info: GraphQLResolveInfo): void {
  const path = pathOf(info);
  if (info.fieldNodes.length > 1) trial.seen.add('merged fields');
  trial.calls.push({
    path,
    text: `resolve ${path} of ${describe(source)} with ${describe(args)}; ${describeInfo(trial, info)}`,
  });
  // An executor that passes the same object to another call would be noticed here.
  if (typeof args === 'object') Object.assign(args as object, { touched: true });
}

/** Records a call of `resolveType` or `isTypeOf`; `what` says which, and of which type. */
export function noteType(trial: Trial, what: string, value: unknown, info: GraphQLResolveInfo): void {
  const path = pathOf(info);
  // Below the field: in a list field, the call belongs to the item.
  trial.calls.push({
    path: `${path}/type`,
    text: `${what} ${path} of ${describe(value)}; ${describeInfo(trial, info)}`,
  });
}

/** Described once, because every call of a run has the same ones. */
const described = new WeakMap<object, string>();

function describeOnce(values: object): string {
  const text = described.get(values) ?? describe(values);
  described.set(values, text);
  return text;
}

function describeInfo(trial: Trial, info: GraphQLResolveInfo): string {
  const types: (string | undefined)[] = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path !== undefined; path = path.prev) {
    types.push(path.typename);
  }
  return [
    `${info.parentType.name}.${info.fieldName}: ${info.returnType}`,
    `types ${types.join('<')}`,
    `nodes ${info.fieldNodes.map(({ loc }) => loc?.start).join()}`,
    `variables ${describeOnce(info.variableValues)}`,
    `operation ${info.operation.operation} ${info.operation.name?.value} ${info.operation.loc?.start}`,
    `fragments ${Object.keys(info.fragments).join()}`,
    `root ${info.rootValue === trial.rootValue} schema ${info.schema === trial.mood.schema}`,
    `keys ${Object.keys(info).sort().join()}`,
  ].join('; ');
}
