/** Describes the parameters of a plain address for OpenAPI. */
import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Components, firstSentence, inputSchema, type JsonSchema } from './json-schema.ts';
import type { Operation } from './operation.ts';
import { isJson, isRequired, typeOfVariable } from './variables.ts';

/** One parameter for each variable of the operation, in the form that `readVariables` reads. */
export function describeParameters(schema: GraphQLSchema, operation: Operation, components: Components): JsonSchema[] {
  const meanings = meaningsOf(schema, operation);
  return (operation.definition.variableDefinitions ?? []).map((definition) => {
    const name = definition.variable.name.value;
    const type = typeOfVariable(schema, definition);
    const { defaultValue } = definition;
    const value = {
      ...inputSchema(type, components),
      ...(defaultValue && { default: valueFromASTUntyped(defaultValue) }),
    };
    return {
      name,
      in: 'query',
      description: meanings.get(name) ?? '',
      required: isRequired(definition),
      ...(isJson(type)
        ? { content: { 'application/json': { schema: value } } }
        : { style: 'form', explode: true, schema: value }),
    };
  });
}

/** For each variable, the description of the first argument or input field that it is passed to. */
function meaningsOf(schema: GraphQLSchema, { definition, fragments }: Operation): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  const note = (value: ValueNode, description: string | null | undefined) => {
    if (value.kind !== Kind.VARIABLE || meanings.has(value.name.value)) return;
    meanings.set(value.name.value, firstSentence(description));
  };
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Argument({ value }) {
      note(value, typeInfo.getArgument()?.description);
    },
    ObjectField({ name, value }) {
      const type = getNamedType(typeInfo.getParentInputType());
      if (isInputObjectType(type)) note(value, type.getFields()[name.value]?.description);
    },
  });
  for (const node of [definition, ...fragments]) visit(node, visitor);
  return meanings;
}
