/** Describes GraphQL types and selections in JSON Schema 2020-12, which OpenAPI 3.1 uses. */
import {
  astFromValue,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  valueFromASTUntyped,
} from 'graphql';
import type { SelectedField } from './selection.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schemas of named types by name, each added when it is first referred to. */
export type Components = Map<string, JsonSchema>;

/** The schema of an input type, without null. */
export function inputSchema(type: GraphQLInputType, components: Components): JsonSchema {
  return valueSchema(type, (named) => namedSchema(named, components));
}

/** The schema of an object with the selected fields. A later version may select more, so it allows other properties. */
export function answerSchema(fields: readonly SelectedField[], components: Components): JsonSchema {
  const required = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      fields.map(({ name, type, description, fields: inside }) => {
        const isObject = inside.length > 0;
        const schema = nullableSchema(type, (named) =>
          isObject ? answerSchema(inside, components) : namedSchema(named, components),
        );
        return [name, { description: firstSentence(description), ...schema }];
      }),
    ),
  };
}

/** The first sentence of a description. */
export function firstSentence(description: string | null | undefined): string {
  const text = description ?? '';
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

type DescribeNamed = (type: GraphQLNamedType) => JsonSchema;

function nullableSchema(type: GraphQLType, describe: DescribeNamed): JsonSchema {
  if (isNonNullType(type)) return valueSchema(type.ofType, describe);
  const schema = valueSchema(type, describe);
  return '$ref' in schema ? { anyOf: [schema, { type: 'null' }] } : { ...schema, type: [schema.type, 'null'] };
}

function valueSchema(type: GraphQLType, describe: DescribeNamed): JsonSchema {
  if (isNonNullType(type)) return valueSchema(type.ofType, describe);
  if (isListType(type)) return { type: 'array', items: nullableSchema(type.ofType, describe) };
  return describe(type);
}

const SPECIFIED_SCALARS: Readonly<Record<string, JsonSchema>> = {
  Boolean: { type: 'boolean' },
  Float: { type: 'number' },
  ID: { type: 'string' },
  Int: { type: 'integer', format: 'int32' },
  String: { type: 'string' },
};

function namedSchema(type: GraphQLNamedType, components: Components): JsonSchema {
  const scalar = SPECIFIED_SCALARS[type.name];
  if (scalar) return scalar;
  if (!components.has(type.name)) {
    // The name is reserved first, because a filter contains filters of its own type.
    components.set(type.name, {});
    components.set(type.name, describeNamed(type, components));
  }
  return { $ref: `#/components/schemas/${type.name}` };
}

function describeNamed(type: GraphQLNamedType, components: Components): JsonSchema {
  if (isEnumType(type)) return enumSchema(type);
  if (isInputObjectType(type)) return inputObjectSchema(type, components);
  // All custom scalars are strings in JSON.
  return { type: 'string', description: type.description ?? '' };
}

/** JSON Schema cannot describe single values of an enum, so the description lists them. */
function enumSchema(type: GraphQLEnumType): JsonSchema {
  const values = type.getValues();
  const meanings = values.map(({ name, description }) => `- \`${name}\`: ${description}`);
  return {
    type: 'string',
    description: `${type.description}\n\n${meanings.join('\n')}`,
    enum: values.map(({ name }) => name),
  };
}

function inputObjectSchema(type: GraphQLInputObjectType, components: Components): JsonSchema {
  const fields = Object.values(type.getFields());
  const required = fields.filter(isRequiredInputField).map(({ name }) => name);
  const describe: DescribeNamed = (named) => namedSchema(named, components);
  return {
    type: 'object',
    description: type.description ?? '',
    ...(required.length > 0 && { required }),
    // GraphQL (September 2025), 3.10.1: exactly one field, and it must not be null.
    ...(type.isOneOf && { minProperties: 1, maxProperties: 1 }),
    additionalProperties: false,
    properties: Object.fromEntries(
      fields.map((field) => {
        const schema = type.isOneOf ? valueSchema(field.type, describe) : nullableSchema(field.type, describe);
        return [field.name, { description: field.description ?? '', ...schema, ...defaultOf(field) }];
      }),
    ),
  };
}

function defaultOf({ defaultValue, type }: GraphQLInputField): JsonSchema {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? { default: valueFromASTUntyped(node) } : {};
}
