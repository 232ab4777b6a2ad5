/** Literals: JSON values as GraphQL writes them, which needs their type. */
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { FuzzRandom } from './random.ts';
import type { Json } from './value.ts';

/**
 * The literal of a value. Parts of it may be something else: `replace` is given the type and value of each part of a
 * list or object, and returns what is to stand there, or null.
 */
export function drawLiteral(
  random: FuzzRandom,
  type: GraphQLInputType,
  value: Json,
  replace: (type: string, value: Json) => string | null,
): string {
  if (isNonNullType(type)) return drawLiteral(random, type.ofType, value, replace);
  if (value === null) return 'null';
  if (isListType(type)) {
    if (!Array.isArray(value)) return drawLiteral(random, type.ofType, value, replace);
    const items = value.map(
      (item) => replace(String(type.ofType), item) ?? drawLiteral(random, type.ofType, item, replace),
    );
    return `[${items.join(random.pick([', ', ' ', ',']))}]`;
  }
  if (isInputObjectType(type)) {
    const fields = Object.entries(value).map(([name, part]) => {
      const field = type.getFields()[name]?.type;
      if (field === undefined) return `${name}: ${JSON.stringify(part)}`;
      // A variable in the place of the one field of a one-of object must not be nullable.
      const declared = type.isOneOf ? `${field}!` : String(field);
      return `${name}: ${replace(declared, part) ?? drawLiteral(random, field, part, replace)}`;
    });
    return `{${fields.join(', ')}}`;
  }
  if (isEnumType(type) || typeof value !== 'string') return String(value);
  return writeString(random, value);
}

/** In quotation marks, or as a block where that means the same. */
function writeString(random: FuzzRandom, text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} ]*$/u.test(text) && !text.endsWith(' ');
  if (isPlain && random.chance(0.1)) return `"""${text}"""`;
  // GraphQL has all escapes that JSON has.
  return JSON.stringify(text);
}
