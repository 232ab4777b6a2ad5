/** Writes an example value of an input type, for errors about a value that does not fit. */
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

/** The notation of a value: in a document, or in the JSON of the variables. */
export type Notation = 'DOCUMENT' | 'JSON';

/** If no field is required, each of the first fields makes an example. More examples would not help. */
const MOST_EXAMPLES = 2;

/** `{ within: "2025-06" } or { overlaps: "2025-06" }`: one example with the required fields, or one for each field. */
export function exampleObjects(type: GraphQLInputObjectType, notation: Notation): string {
  const fields = Object.values(type.getFields());
  const required = fields.filter(isRequiredInputField);
  const others = fields.filter((field) => !isRequiredInputField(field)).slice(0, MOST_EXAMPLES);
  const choices = required.length > 0 ? [required] : others.map((field) => [field]);
  return choices.map((choice) => writeObject(choice, notation)).join(' or ');
}

function writeObject(fields: readonly GraphQLInputField[], notation: Notation): string {
  const entries = fields.map(({ name, type }) => {
    const value = writeValue(type, notation);
    return notation === 'JSON' ? `${JSON.stringify(name)}: ${value}` : `${name}: ${value}`;
  });
  return notation === 'JSON' ? `{${entries.join(', ')}}` : `{ ${entries.join(', ')} }`;
}

function writeValue(type: GraphQLInputType, notation: Notation): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${writeValue(nullable.ofType, notation)}]`;
  const named = getNamedType(nullable);
  if (!isInputObjectType(named)) return writeLeaf(named, notation);
  const fields = Object.values(named.getFields());
  const required = fields.filter(isRequiredInputField);
  return writeObject(required.length > 0 ? required : fields.slice(0, 1), notation);
}

function writeLeaf(type: GraphQLNamedInputType, notation: Notation): string {
  if (!isEnumType(type)) return SCALARS[type.name] ?? '"…"';
  const [first] = type.getValues();
  return notation === 'JSON' ? JSON.stringify(first?.name) : (first?.name ?? '');
}

/** Examples of scalars, which are the same in both notations. */
const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Date: '"2025-06-27"',
  DateRange: '"2025-06"',
  Float: '1.5',
  Int: '10',
  Slug: '"ria-novosti"',
};
