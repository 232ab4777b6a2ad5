/** What a request turns out to cost, where lists are longer than their price says: a second limit, while it is run. */
import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Awaitable, andThen } from '../../data/store.ts';
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { RequestContext } from './context.ts';

/** How often the price may be exceeded. A list that is longer than usual is none to refuse; one in one in one is. */
const SLACK = 1.5;

/**
 * Pays for each list as it is found: its length times what one thing in it costs. Sizes in `price.ts` are what is
 * usual, and in a loop (an event's reports, their event, its reports) a size that is too small grows with each round.
 */
export function useSpending(schema: GraphQLSchema, { cost }: Limits): Plugin<RequestContext, RequestContext> {
  meterLists(schema);
  const limit = SLACK * cost;
  return {
    onExecute({ args }) {
      const { facts }: RequestContext = args.contextValue;
      facts.spending = { spent: 0, limit };
    },
    onExecutionResult({ setResult, context: { facts } }) {
      if (facts.spending !== null && facts.spending.spent > limit) setResult({ errors: [tooExpensive(limit)] });
    },
  };
}

const METERED = new WeakSet<GraphQLSchema>();

function meterLists(schema: GraphQLSchema): void {
  if (METERED.has(schema)) return;
  METERED.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) continue;
      field.resolve = metered(field.resolve ?? defaultFieldResolver);
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, Partial<RequestContext>>;

function metered(resolve: Resolver): Resolver {
  return (source, args, context, info) =>
    andThen(resolve(source, args, context, info) as Awaitable<unknown>, (items) => {
      if (Array.isArray(items)) pay(context, info.fieldNodes, items.length);
      return items;
    });
}

/** Once it is too much, every list is refused: what is left to do is then no more than has been done. */
function pay({ facts }: Partial<RequestContext>, nodes: readonly FieldNode[], length: number): void {
  if (!facts?.spending) return;
  for (const node of nodes) facts.spending.spent += length * (facts.itemPrices.get(node) ?? 0);
  if (facts.spending.spent > facts.spending.limit) throw tooExpensive(facts.spending.limit);
}

function tooExpensive(limit: number): GraphQLError {
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `The answer turned out to cost more than ${limit} points: lists are longer than usual. Ask for smaller pages ("first") or fewer lists inside each other.`,
    { limit },
  );
}
