/**
 * As of: a lookup or list of the whole corpus that answers as it stood on a day. Everything selected below it answers
 * from that day too, because its resolvers get a context of their own, with the store of that day.
 */
import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { builder, type Context } from './builder.ts';

/** The argument, for fields of `Query`. */
export const asOfArgument = builder.args((t) => ({
  asOf: t.field({
    type: 'Date',
    description:
      'The last day of which the answer may know; the present if left out. Everything below answers from that day too. An article counts from the day on which it came (`entered`, else the last day that `published` may mean), with the text that it had; one without a date, or a withdrawn one, never does. What was removed by then is found by its slug as it was last.',
  }),
}));

type Resolve = GraphQLFieldResolver<unknown, Context, Readonly<Record<string, unknown>>>;

/** Lets every resolver of the schema read the store of the day that its root field was asked for. */
export function answerAsOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve: Resolve | undefined = field.resolve;
      if (resolve === undefined) continue;
      if (type !== schema.getQueryType()) {
        // A resolver that takes an object, or also arguments, reads no context.
        if (resolve.length !== 1 && resolve.length !== 2) field.resolve = below(resolve);
      } else if (field.args.some(({ name }) => name === 'asOf')) field.resolve = atRoot(resolve);
    }
  }
}

function atRoot(resolve: Resolve): Resolve {
  return (source, args, context, info) =>
    resolve(source, args, typeof args.asOf === 'string' ? openDay(context, args.asOf, info) : context, info);
}

function below(resolve: Resolve): Resolve {
  // Nearly no request asks for another day: for all others this is one comparison.
  return (source, args, context, info) =>
    resolve(source, args, context.days === undefined ? context : contextOf(context, context.days, info), info);
}

function openDay(context: Context, day: string, { path }: GraphQLResolveInfo): Context {
  const { store, spending } = context;
  const then: Context = { ...context, store: store.asOf(day).meteredBy(spending) };
  context.days ??= new Map();
  context.days.set(path.key, then);
  return then;
}

function contextOf(context: Context, days: ReadonlyMap<string | number, Context>, info: GraphQLResolveInfo): Context {
  let { path } = info;
  while (path.prev !== undefined) path = path.prev;
  return days.get(path.key) ?? context;
}
