/** The parameters of a plain address, as OpenAPI describes them. */
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

/** A parameter for each variable of the operation, written as `readVariables` reads it. */
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

/** What the schema says of the argument or field that each variable is first given to, by the variable's name. */
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
