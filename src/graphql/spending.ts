/** What a request turns out to cost, where lists are longer than their price says: a second limit, while it is run. */
import {
  defaultFieldResolver,
  type ExecutionResult,
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
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { Facts, OperationContext } from './context.ts';

/** How often the price may be exceeded. A list that is longer than usual is none to refuse; one in one in one is. */
const SLACK = 1.5;

/**
 * Has each list of the schema paid for as it is found: its length times what one thing in it costs. Sizes in `price.ts`
 * are what is usual, and in a loop (an event's reports, their event, its reports) a size that is too small grows with
 * each round.
 */
export function meterLists(schema: GraphQLSchema): void {
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

/** Lets a request spend half as much again as it may cost. */
export function openSpending(facts: Facts, { cost }: Limits): void {
  facts.spending = { spent: 0, limit: SLACK * cost };
}

/** The answer, or that it turned out to be too expensive, where a part of it was left out for that. */
export function refuseOverspent(result: ExecutionResult, { spending }: Facts): ExecutionResult {
  if (spending === null || spending.spent <= spending.limit) return result;
  return { errors: [tooExpensive(spending.limit)] };
}

const METERED = new WeakSet<GraphQLSchema>();

type Resolver = GraphQLFieldResolver<unknown, Partial<OperationContext>>;

function metered(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const items: unknown = resolve(source, args, context, info);
    return items instanceof Promise
      ? items.then((found) => paidFor(found, context, info.fieldNodes))
      : paidFor(items, context, info.fieldNodes);
  };
}

function paidFor(items: unknown, context: Partial<OperationContext>, nodes: readonly FieldNode[]): unknown {
  if (Array.isArray(items)) pay(context, nodes, items.length);
  return items;
}

/** Once it is too much, every list is refused: what is left to do is then no more than has been done. */
function pay({ facts }: Partial<OperationContext>, nodes: readonly FieldNode[], length: number): void {
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
