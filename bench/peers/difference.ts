/** Differences between two answers. */

/** The first difference with its path; null if there is none. Members of objects may be in any order. */
export function differenceOf(expected: unknown, actual: unknown, path = 'answer'): string | null {
  if (!isCompound(expected) || !isCompound(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return Object.is(expected, actual) ? null : `${path} is ${shown(actual)} and not ${shown(expected)}`;
  }
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const difference = differenceOf(expected[name], actual[name], `${path}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * Lists sorted by the names of their items, because the order of types, fields and locations in a schema is irrelevant.
 */
export function sortedByName(value: unknown): unknown {
  if (!isCompound(value)) return value;
  if (Array.isArray(value)) {
    return value.map(sortedByName).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sortedByName(part)]));
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isCompound(value) && typeof value.name === 'string' ? value.name : '';
}

function isCompound(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'left out').slice(0, 200);
}
