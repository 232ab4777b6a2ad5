/** Reports errors in variables without quoting their values. */
import {
  coerceInputValue,
  type GraphQLEnumType,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { ErrorCodeName } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { Facts, GraphqlPlugin } from './context.ts';
import { exampleObjects } from './example-value.ts';

const CODE: ErrorCodeName = 'BAD_USER_INPUT';

/** As many as anybody fixes at once. Locating each means scanning the document from its start. */
const MAX_ERRORS = 20;

/** For an input object with more fields, only the names are listed: otherwise the message would be cut off. */
const MAX_TYPES = 8;

/** An enum with more values is only named, for the same reason. */
const MAX_VALUES = 20;

/**
 * graphql-js quotes the whole value in its message. If it rejected the variables, and so executed nothing, each wrong
 * variable is reported again by its path and the expected type, with one error per variable.
 */
export function useVariableErrors({ introspection }: Settings): GraphqlPlugin {
  const describeType = introspection ? showType : () => '';
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult, args: { schema, variableValues, contextValue } }) {
        const { operation }: Facts = contextValue.facts;
        if ('data' in result || !('errors' in result) || operation === null) return;
        const errors = variableErrors(schema, operation, variableValues ?? {}, describeType);
        if (errors.length > 0) setResult({ errors });
      },
    }),
  };
}

/** Describes an expected type in an error; returns nothing if the schema is not public. */
type DescribeType = (type: GraphQLInputType, isObject: boolean) => string;

function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Readonly<Record<string, unknown>>,
  describeType: DescribeType,
): GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const definition of variableDefinitions) {
    if (errors.length === MAX_ERRORS) break;
    const problem = variableProblem(schema, definition, values, describeType);
    if (problem !== null) errors.push(new GraphQLError(problem, { nodes: definition, extensions: { code: CODE } }));
  }
  return errors;
}

/** GraphQL (September 2025), 6.1.2, CoerceVariableValues(). Null if the variable is valid. */
function variableProblem(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  values: Readonly<Record<string, unknown>>,
  describeType: DescribeType,
): string | null {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return `Variable "$${name}" is not of an input type.`;
  if (!Object.hasOwn(values, name)) {
    const isMissing = !definition.defaultValue && isNonNullType(type);
    return isMissing ? `Variable "$${name}" is missing: expected "${type}".` : null;
  }
  const problem = firstProblem(values[name], type);
  if (problem === null) return null;
  return `Variable "$${name}"${describePath(problem.path)} is wrong: ${describeProblem(problem, type, describeType)}`;
}

type Path = readonly (string | number)[];

interface Problem {
  readonly path: Path;
  readonly isNull: boolean;
  readonly isObject: boolean;
  /** The message of the type that rejected the value. */
  readonly reason: string;
}

/** The first part of the value that its type rejects; null if there is none. */
function firstProblem(value: unknown, type: GraphQLInputType): Problem | null {
  const problems: Problem[] = [];
  coerceInputValue(value, type, (path, invalid, error) => {
    if (problems.length === 0) problems.push({ path, ...kindOf(invalid), reason: error.message });
  });
  return problems[0] ?? null;
}

function kindOf(value: unknown): Pick<Problem, 'isNull' | 'isObject'> {
  return { isNull: value === null, isObject: typeof value === 'object' && value !== null && !Array.isArray(value) };
}

function describePath(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text && ` at "${text.replace(/^\./, '')}"`;
}

/**
 * Custom scalars have their own messages; those of GraphQL would quote the value. For an input object with a missing or
 * unknown field, the message lists its fields; for a value that is not an object, it shows an example. For an enum, it
 * lists the values.
 */
function describeProblem(
  { path, isNull, isObject, reason }: Problem,
  type: GraphQLInputType,
  describeType: DescribeType,
): string {
  const expected = path.reduce(typeInside, type);
  const named = getNullableType(expected);
  if (isScalarType(named) && !isSpecifiedScalarType(named) && !isNull) return reason;
  return `expected "${expected}"${describeType(named, isObject)}.`;
}

function showType(type: GraphQLInputType, isObject: boolean): string {
  if (isEnumType(type)) return listValues(type);
  if (!isInputObjectType(type)) return '';
  return isObject ? listFields(type) : `, an object such as ${exampleObjects(type, 'JSON')}`;
}

function listValues(type: GraphQLEnumType): string {
  const names = type.getValues().map(({ name }) => name);
  return names.length > MAX_VALUES ? '' : `, one of ${names.join(', ')}`;
}

function listFields(type: GraphQLInputObjectType): string {
  const all = Object.values(type.getFields());
  const fields = all.map((field) => (all.length > MAX_TYPES ? field.name : `${field.name}: ${field.type}`));
  return `, an object of { ${fields.join(', ')} }${type.isOneOf ? ' with exactly one' : ''}`;
}

function typeInside(type: GraphQLInputType, key: string | number): GraphQLInputType {
  const nullable = getNullableType(type);
  if (typeof key === 'number') return isListType(nullable) ? nullable.ofType : type;
  return (isInputObjectType(nullable) && nullable.getFields()[key]?.type) || type;
}
