/** Ask: executes an operation over a small schema and returns the whole answer. */

import {
  buildSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { compile } from './subject.ts';

/** `Query.field` is a resolver; `Type` is the `resolveType` of an abstract type or the `isTypeOf` of an object type. */
export type Resolvers = Readonly<Record<string, (...args: never[]) => unknown>>;

export function makeSchema(sdl: string, resolvers: Resolvers = {}): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [place, resolver] of Object.entries(resolvers)) {
    const [typeName, fieldName] = place.split('.') as [string, string | undefined];
    const type = schema.getType(typeName);
    if (fieldName !== undefined) (type as GraphQLObjectType).getFields()[fieldName]!.resolve = resolver as never;
    else if (isAbstractType(type)) type.resolveType = resolver as never;
    else if (isObjectType(type)) type.isTypeOf = resolver as never;
  }
  return schema;
}

export interface Question {
  readonly root?: unknown;
  readonly context?: unknown;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string;
  readonly signal?: AbortSignal;
}

/** Compiles a document, which must be valid. */
export function prepare(schema: GraphQLSchema, document: string, operationName?: string) {
  const parsed = parse(document);
  const errors = validate(schema, parsed);
  if (errors.length > 0) throw new Error(`The document is not valid: ${errors.join('\n')}`);
  const compiled = compile(schema, parsed, operationName);
  if (compiled === null) throw new Error('The operation was not compiled.');
  return ({ root, context, variables, signal }: Question = {}) =>
    compiled({ rootValue: root, contextValue: context, variableValues: variables, signal });
}

/** The whole answer, with errors as they are sent; a promise if the executor returns one. */
export function ask(schema: GraphQLSchema, document: string, question: Question = {}) {
  const answer = prepare(schema, document, question.operationName)(question);
  return answer instanceof Promise ? answer.then(asSent) : asSent(answer);
}

type Executed = Awaited<ReturnType<ReturnType<typeof prepare>>>;

/** The answer with its data as text, so that the order of fields counts too. */
export function asSent({ data, errors, ...rest }: Executed) {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => error.toJSON()) }),
    ...rest,
  };
}

/** An error as it is sent, for a document of one line. */
export function problem(message: string, column: number, path?: readonly (string | number)[]) {
  return { message, locations: [{ line: 1, column }], ...(path && { path }) };
}
