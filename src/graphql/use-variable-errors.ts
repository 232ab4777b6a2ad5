/** What is wrong with variables, told without repeating them. */
import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
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

/** As many as anybody mends at once; each has to be placed in the document by reading it from its start. */
const MAX_ERRORS = 20;

/** Of an input object with more fields only the names are told: the message would be cut off in their middle. */
const MAX_TYPES = 8;

/**
 * graphql-js quotes the whole value in its message. Where it refused the variables, and so executed nothing, each
 * wrong one is told again by its path and the type expected there: one error a variable.
 */
export function useVariableErrors({ introspection }: Settings): GraphqlPlugin {
  const describeObject = introspection ? showObject : () => '';
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult, args: { schema, variableValues, contextValue } }) {
        const { operation }: Facts = contextValue.facts;
        if ('data' in result || !('errors' in result) || operation === null) return;
        const errors = variableErrors(schema, operation, variableValues ?? {}, describeObject);
        if (errors.length > 0) setResult({ errors });
      },
    }),
  };
}

/** What is said of an input object where it is refused: nothing where the schema is not told. */
type DescribeObject = (type: GraphQLInputObjectType, isObject: boolean) => string;

function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Readonly<Record<string, unknown>>,
  describeObject: DescribeObject,
): GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const definition of variableDefinitions) {
    if (errors.length === MAX_ERRORS) break;
    const problem = variableProblem(schema, definition, values, describeObject);
    if (problem !== null) errors.push(new GraphQLError(problem, { nodes: definition, extensions: { code: CODE } }));
  }
  return errors;
}

/** GraphQL (September 2025), 6.1.2, CoerceVariableValues(). Null where the variable is good. */
function variableProblem(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  values: Readonly<Record<string, unknown>>,
  describeObject: DescribeObject,
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
  return `Variable "$${name}"${describePath(problem.path)} is wrong: ${describeProblem(problem, type, describeObject)}`;
}

type Path = readonly (string | number)[];

interface Problem {
  readonly path: Path;
  readonly isNull: boolean;
  readonly isObject: boolean;
  /** In the words of the type that refused the value. */
  readonly reason: string;
}

/** The first thing in the value that its type refuses; null where there is none. */
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
 * Our own scalars say in their own words what they take. GraphQL's would quote the value. Where an input object is
 * refused for a field that it lacks or does not have, its fields are what helps; where it is none, an example is.
 */
function describeProblem(
  { path, isNull, isObject, reason }: Problem,
  type: GraphQLInputType,
  describeObject: DescribeObject,
): string {
  const expected = path.reduce(typeInside, type);
  const named = getNullableType(expected);
  if (isScalarType(named) && !isSpecifiedScalarType(named) && !isNull) return reason;
  return `expected "${expected}"${isInputObjectType(named) ? describeObject(named, isObject) : ''}.`;
}

function showObject(type: GraphQLInputObjectType, isObject: boolean): string {
  return isObject ? listFields(type) : `, an object such as ${exampleObjects(type, 'JSON')}`;
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
