/** Printing plain data as YAML, as an editor would write it. */

export type Plain = string | number | boolean | undefined | readonly Plain[] | Fields;

export interface Fields {
  readonly [field: string]: Plain;
}

/** A list that is left out if it is empty. */
export function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** The fields as block YAML, without those that are undefined. */
export function printYaml(fields: Fields): string {
  return printFields(fields, '');
}

/** The same for a file that is a list. */
export function printYamlList(items: readonly Fields[]): string {
  return items.map((item) => `-${printItem(item, '')}`).join('');
}

function printFields(fields: Fields, indent: string): string {
  let printed = '';
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) printed += `${indent}${name}:${printValue(value, `${indent}  `)}`;
  }
  return printed;
}

/** The value with the space or line break that follows the colon, and a line break at the end. */
function printValue(value: Plain, indent: string): string {
  if (isList(value)) {
    if (value.every((item) => typeof item === 'string')) return ` [${value.map(printText).join(', ')}]\n`;
    return `\n${value.map((item) => `${indent}-${printItem(item, indent)}`).join('')}`;
  }
  if (typeof value === 'object') return `\n${printFields(value, indent)}`;
  return ` ${typeof value === 'string' ? printText(value) : String(value)}\n`;
}

function printItem(item: Plain, indent: string): string {
  if (typeof item !== 'object' || isList(item)) return printValue(item, `${indent}  `);
  // The first field follows the hyphen on the same line.
  return ` ${printFields(item, `${indent}  `).trimStart()}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Unquoted where YAML can read it only as text; otherwise as a JSON string, which YAML reads too. */
function printText(text: string): string {
  return BARE.test(text) && !WORDS_OF_YAML.test(text) ? text : JSON.stringify(text);
}

const BARE = /^\p{L}[\p{L}\p{M}\p{N}_-]*( [\p{L}\p{M}\p{N}_-]+)*$/u;
const WORDS_OF_YAML = /^(null|true|false|yes|no|on|off|y|n)$/i;
