/** From the parameters of a plain address to the variables of its operation. */
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

/**
 * The variables that the parameters give, each read by its declared type: numbers and booleans as JSON writes them,
 * other single values as they stand, a list as a parameter given again for each value (`kinds=FIRE&kinds=PROTEST`),
 * and what `isJson` says as JSON: `filter={"place":"baku"}`.
 *
 * Throws the public error for the first parameter that is unknown, missing, given too often or of a wrong form, and
 * repeats no text of the caller. Whether an enum has the value and an object its fields is found when it is executed.
 */
export function readVariables(
  schema: GraphQLSchema,
  operation: Operation,
  parameters: URLSearchParams,
): Record<string, unknown> {
  const definitions = operation.definition.variableDefinitions ?? [];
  refuseUnknown(definitions.map(nameOf), parameters);
  // Made of entries, each an own property, whatever its name.
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

/** The type that a variable is declared with. Throws where the schema has no such input type. */
export function typeOfVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): GraphQLInputType {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) throw new Error(`Variable "$${nameOf(definition)}" is not of an input type.`);
  return type;
}

/** Whether a variable has to be given: it can be neither null nor left to its default. */
export function isRequired({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && !defaultValue;
}

/** Whether a parameter of this type is JSON: an object, or a list of what is not a single value. */
export function isJson(type: GraphQLInputType): boolean {
  const whole = getNullableType(type);
  return !isLeafType(getNullableType(isListType(whole) ? whole.ofType : whole));
}

function nameOf(definition: VariableDefinitionNode): string {
  return definition.variable.name.value;
}

/** A misspelt parameter that were ignored would answer another question than the one asked. */
function refuseUnknown(names: readonly string[], parameters: URLSearchParams): void {
  if ([...parameters.keys()].every((name) => names.includes(name))) return;
  const taken = names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
  throw publicError('BAD_REQUEST', `There is a parameter that is not known here. This address takes ${taken}.`);
}

function readParameter(name: string, values: readonly string[], type: GraphQLInputType): unknown {
  const whole = getNullableType(type);
  const isRepeated = isListType(whole) && !isJson(type);
  // Of a parameter given twice, servers and caches may each read another one.
  if (values.length > 1 && !isRepeated) {
    throw publicError('BAD_REQUEST', `Parameter "${name}" is given ${values.length} times. Give it once.`);
  }
  const read = values.map((value) => (isJson(type) ? readJson(value) : readSingle(value, getNamedType(type))));
  if (read.includes(undefined)) throw wrong(name, 'wrong', type);
  return isRepeated ? read : read[0];
}

/** Undefined where it is no JSON: the engine's own message would quote the text. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 8259, 6: `Number` would take hexadecimal, spaces and nothing at all. */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** Undefined where the text is of a wrong form. An empty one is a value of no type but a string. */
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
