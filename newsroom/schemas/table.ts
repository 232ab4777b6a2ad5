/** Tables of fields and values for people, from the schemas that programs read. */
import { type JsonSchema, jsonSchema } from './generate.ts';
import { CLOSED_SETS } from './meaning.ts';

/** Every part of the guide for editors, as Markdown, by the name in its marker. */
export function printParts(): ReadonlyMap<string, string> {
  const annotation = jsonSchema('annotation');
  const frontMatter = jsonSchema('front-matter');
  const { statement = {}, event = {}, fact = {}, quote = {}, related = {} } = annotation.$defs ?? {};
  const shapes: readonly (readonly [string, JsonSchema])[] = [
    ['front matter', frontMatter],
    ['byline', itemOf(fieldOf(frontMatter, 'bylines'))],
    ['agency', fieldOf(frontMatter, 'agency')],
    ['published', fieldOf(frontMatter, 'published')],
    ['annotation', annotation],
    ['statement', statement],
    ['related', fieldsIn(related)],
    ['speaker', itemOf(fieldOf(statement, 'speakers'))],
    ['event', event],
    ['participant', itemOf(fieldOf(event, 'participants'))],
    ['figure', itemOf(fieldOf(event, 'figures'))],
    ['time', fieldOf(event, 'time')],
    ['date', fieldOf(event, 'date')],
    ['inferred', itemOf(fieldOf(fieldOf(event, 'date'), 'inferred'))],
    ['fact', fact],
    ['position', fieldOf(fact, 'position')],
    ['kinship', fieldOf(fact, 'kinship')],
    ['quote', fieldsIn(quote)],
    ['agent', jsonSchema('person')],
    ['place', jsonSchema('place')],
    ['retired', itemOf(jsonSchema('retired'))],
  ];
  return new Map([
    ...shapes.map(([name, schema]) => [`fields of ${name}`, printFields(schema, annotation.$defs)] as const),
    ['values', CLOSED_SETS.map(printValues).join('\n')],
  ]);
}

function fieldOf(schema: JsonSchema, name: string): JsonSchema {
  const field = schema.properties?.[name];
  return typeof field === 'object' ? field : {};
}

/** Of a value that may be words or fields, the fields. */
function fieldsIn({ anyOf = [] }: JsonSchema): JsonSchema {
  return anyOf.find((shape) => shape.type === 'object') ?? {};
}

function itemOf({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && !Array.isArray(items) ? items : {};
}

function printFields({ properties = {}, required = [] }: JsonSchema, parts: JsonSchema['$defs'] = {}): string {
  const rows = Object.keys(properties).map((name) => {
    const field = fieldOf({ properties }, name);
    const need = required.includes(name) ? ' (required)' : '';
    const meaning = field.description ?? parts[field.$ref?.replace('#/$defs/', '') ?? '']?.description ?? '';
    return `| \`${name}\`${need} | ${kindOf(field)} | ${cell(meaning)} |\n`;
  });
  return `| Field | Value | Meaning |\n| --- | --- | --- |\n${rows.join('')}`;
}

function printValues({ name, values, meanings }: (typeof CLOSED_SETS)[number]): string {
  const rows = values.map((value) => `| \`${value}\` | ${cell(meanings[value] ?? '')} |\n`);
  return `#### ${name}\n\n| Value | Meaning |\n| --- | --- |\n${rows.join('')}`;
}

/** The kind of value that an editor writes, in a few words. */
function kindOf(schema: JsonSchema): string {
  if (schema.$ref?.endsWith('/quote')) return 'a quote';
  if (schema.$ref?.endsWith('/quotes')) return 'one quote or several';
  if (schema.$ref?.endsWith('/related')) return 'a slug or fields';
  if (schema.enum !== undefined) return closedSetOf(schema.enum);
  if (schema.type === 'array') return listOf(itemOf(schema));
  if (schema.propertyNames !== undefined) return 'for each slug, one quote or several';
  if (schema.type === 'object') return 'fields';
  if (schema.format === 'uri') return 'an address';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer') return 'a whole number';
  if (Array.isArray(schema.type)) return 'a date';
  return schema.pattern?.startsWith('^[a-z0-9]+(-') ? 'a slug' : 'words';
}

function closedSetOf(values: readonly unknown[]): string {
  const set = CLOSED_SETS.find((one) => values.every((value) => one.values.includes(String(value))));
  return set === undefined ? 'a value' : `[${set.name}](#${set.name.toLowerCase()})`;
}

function listOf(item: JsonSchema): string {
  const one = kindOf(item);
  return one === 'fields' || (item.$ref !== undefined && one === 'words') ? 'a list of fields' : `a list: ${one} each`;
}

/** Escapes bars, which would end the cell, and "<", which could begin a tag. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
