/**
 * Describe: values in words that distinguish everything a resolver could distinguish, including prototypes and order.
 */
import { Thing } from './thing.ts';

/** `{a: 1, b: -0}`, with `~{` instead of `{` for an object without a prototype. */
export function describe(value: unknown, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'function';
    case 'object':
      return value === null ? 'null' : describeObject(value, depth);
    default:
      return String(value);
  }
}

function describeObject(value: object, depth: number): string {
  if (depth > 8) return '…';
  if (value instanceof Thing) return `${value.kind} of ${value.path}`;
  if (value instanceof Error) return `${value.name}(${value.message})`;
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${Array.from(value, (item) => describe(item, depth + 1)).join(', ')}]`;
  const prototype = Object.getPrototypeOf(value);
  const kind = prototype === null ? '~' : prototype === Object.prototype ? '' : prototype.constructor?.name;
  const fields = Object.entries(value).map(([key, inner]) => `${key}: ${describe(inner, depth + 1)}`);
  return `${kind}{${fields.join(', ')}}`;
}
