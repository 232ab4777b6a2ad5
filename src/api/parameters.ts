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
    const value = defaultValue && valueFromASTUntyped(defaultValue);
    const described = inputSchema(type, components);
    const meaning = meanings.get(name) ?? '';
    return {
      name,
      in: 'query',
      description: isJson(type) ? `${meaning} A JSON text.`.trimStart() : meaning,
      required: isRequired(definition),
      style: 'form',
      explode: true,
      schema: isJson(type)
        ? { ...jsonText(described), ...(value !== undefined && { default: JSON.stringify(value) }) }
        : { ...described, ...(value !== undefined && { default: value }) },
    };
  });
}

/**
 * A text that is JSON of this schema. A parameter with `content`, or with an object as its value, would say the same in
 * other ways, but each generator of clients writes these differently, and some as "[object Object]"; all send a text.
 */
export function jsonText(schema: JsonSchema): JsonSchema {
  return { type: 'string', contentMediaType: 'application/json', contentSchema: schema };
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
