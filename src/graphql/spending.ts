/**
 * What a request turns out to take while it is run: a second limit beside the estimate of its price. Lists are paid by
 * their real length, the store's work as it is done, and what is answered by its fields and its bytes.
 */
import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Meter } from '../../data/store.ts';
import { ExecutionEnd, type Watch } from '../../packages/executor/end.ts';
import { leaveAlone } from '../../packages/executor/run.ts';
import { publicError } from '../../schema/errors.ts';
import type { Limits } from '../settings.ts';
import type { OperationContext } from './context.ts';
import { BYTE, FIELD, SCHEMA_FIELD } from './price.ts';

/** How far actual cost may exceed the estimate. One long list is fine; long lists nested in long lists are not. */
const SLACK = 1.5;

/** The most failed fields that are reported: each error has to be made, placed and written. */
const MOST_FAILURES = 20;

/** Beside the name of a field: its quotation marks, a colon and a comma. Beside a text: its quotation marks. */
const FIELD_BYTES = 4;
const TEXT_BYTES = 2;

/** What one request has taken so far. Each of its calls ends the execution once it is too much. */
export class Spending implements Meter, Watch {
  readonly #points: number;
  readonly #bytes: number;
  #spent = 0;
  #length = 0;
  #failures = 0;

  constructor({ cost, answerBytes }: Limits) {
    this.#points = SLACK * cost;
    this.#bytes = answerBytes;
  }

  /** A point is about a microsecond. */
  spend(microseconds: number): void {
    this.#spent += microseconds;
    // A figure that is none must not switch the limit off.
    if (!(this.#spent <= this.#points)) throw new ExecutionEnd(tooExpensive(this.#points));
  }

  object(type: GraphQLObjectType, fields: number, nameLength: number): void {
    // Names that begin so are GraphQL's own: GraphQL (September 2025), 2.1.9, Reserved Names.
    this.spend((type.name.startsWith('__') ? SCHEMA_FIELD : FIELD) * fields);
    this.#answer(nameLength + FIELD_BYTES * fields);
  }

  text(length: number): void {
    this.#answer(length + TEXT_BYTES);
  }

  failure(): void {
    this.#failures += 1;
    if (this.#failures > MOST_FAILURES) throw new ExecutionEnd(tooManyErrors());
  }

  #answer(length: number): void {
    this.#length += length;
    if (this.#length > this.#bytes) throw new ExecutionEnd(tooLarge(this.#bytes));
    this.spend(BYTE * length);
  }
}

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

function paidFor(items: unknown, { facts, spending }: Partial<OperationContext>, nodes: readonly FieldNode[]): unknown {
  if (!Array.isArray(items) || !facts || !spending) return items;
  try {
    for (const node of nodes) spending.spend(items.length * (facts.itemPrices.get(node) ?? 0));
  } catch (end) {
    leaveAlone(items);
    throw end;
  }
  return items;
}

function tooExpensive(limit: number): GraphQLError {
  return publicError(
    'QUERY_TOO_EXPENSIVE',
    `The answer turned out to cost more than ${limit} points. Ask for smaller pages ("first"), fewer lists inside each other, or by shorter filters.`,
    { limit },
  );
}

function tooManyErrors(): GraphQLError {
  return publicError(
    'TOO_MANY_ERRORS',
    `More than ${MOST_FAILURES} fields failed, so the rest is not answered. Fix the errors before this one.`,
    { limit: MOST_FAILURES },
  );
}

/** For an answer that is stopped while it is made, and for one that turns out too long when it is written. */
export function tooLarge(limit: number): GraphQLError {
  return publicError(
    'ANSWER_TOO_LARGE',
    `The answer is larger than ${limit} bytes. Ask for smaller pages ("first"), or for fewer long texts.`,
    { limit },
  );
}
