/** Reads the variables of an operation from the parameters of its plain address. */
import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputType,
  isLeafType,
  isListType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { publicError } from '../../schema/errors.ts';
import type { Operation } from './operation.ts';

/** The values of an operation's variables, by name. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables in the parameters, each read by its declared type: numbers and booleans as in JSON, other scalars
 * verbatim, a list as one parameter for each value (`kinds=FIRE&kinds=PROTEST`), and the types for which `isJson` is
 * true as JSON: `filter={"place":"baku"}`.
 *
 * Throws the public error for the first parameter that is unknown, missing, repeated or malformed, without quoting the
 * caller. Values of enums and fields of objects are checked by the execution.
 */
export function readVariables(
  schema: GraphQLSchema,
  operation: Operation,
  parameters: URLSearchParams,
): Record<string, unknown> {
  const definitions = operation.definition.variableDefinitions ?? [];
  refuseUnknown(definitions.map(nameOf), parameters);
  // Built from entries, so that each is an own property, even `__proto__`.
  return Object.fromEntries(
    definitions.flatMap((definition) => {
      const values = parameters.getAll(nameOf(definition));
      const type = typeOfVariable(schema, definition);
      if (values.length > 0) return [[nameOf(definition), readParameter(nameOf(definition), values, type)]];
      if (isRequired(definition)) throw wrong(nameOf(definition), 'missing', type);
      return [];
    }),
  );
}

/** The declared type of a variable. Throws if the schema has no such input type. */
export function typeOfVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): GraphQLInputType {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) throw new Error(`Variable "$${nameOf(definition)}" is not of an input type.`);
  return type;
}

/** Whether a variable must be given: it is non-null and has no default. */
export function isRequired({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && !defaultValue;
}

/** Whether a parameter of this type is JSON: an object, or a list of objects or lists. */
export function isJson(type: GraphQLInputType): boolean {
  const whole = getNullableType(type);
  return !isLeafType(getNullableType(isListType(whole) ? whole.ofType : whole));
}

function nameOf(definition: VariableDefinitionNode): string {
  return definition.variable.name.value;
}

/** If a misspelt parameter were ignored, the answer would be to a different question. */
function refuseUnknown(names: readonly string[], parameters: URLSearchParams): void {
  if ([...parameters.keys()].every((name) => names.includes(name))) return;
  const taken = names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
  throw publicError('BAD_REQUEST', `There is an unknown parameter. This address accepts ${taken}.`);
}

function readParameter(name: string, values: readonly string[], type: GraphQLInputType): unknown {
  const whole = getNullableType(type);
  const isRepeated = isListType(whole) && !isJson(type);
  // If a parameter is given twice, a server and a cache may each read a different one.
  if (values.length > 1 && !isRepeated) {
    throw publicError('BAD_REQUEST', `Parameter "${name}" is given ${values.length} times. Give it once.`);
  }
  const read = values.map((value) => (isJson(type) ? readJson(value) : readSingle(value, getNamedType(type))));
  if (read.includes(undefined)) throw wrong(name, 'wrong', type);
  return isRepeated ? read : read[0];
}

/** Undefined if the text is not JSON. The engine's own error would quote it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 8259, 6: `Number` would also accept hexadecimal, spaces and the empty string. */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** Undefined if the text is malformed. The empty text is a value of type String only. */
function readSingle(text: string, type: GraphQLNamedInputType): unknown {
  switch (type.name) {
    case 'String':
      return text;
    case 'Int':
      return readNumber(text, (number) => (number | 0) === number);
    case 'Float':
      return readNumber(text, Number.isFinite);
    case 'Boolean':
      return text === 'true' || (text === 'false' ? false : undefined);
    default:
      return text === '' ? undefined : text;
  }
}

function readNumber(text: string, isInRange: (number: number) => boolean): number | undefined {
  const number = Number(text);
  return JSON_NUMBER.test(text) && isInRange(number) ? number : undefined;
}

function wrong(name: string, what: 'wrong' | 'missing', type: GraphQLInputType): GraphQLError {
  const form = isJson(type) ? ' as JSON' : '';
  return publicError('BAD_USER_INPUT', `Parameter "${name}" is ${what}: expected "${type}"${form}.`);
}
