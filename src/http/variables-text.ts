/** Variables as a text that tells them from any others. */

/** Deeper ones are refused by the limits, unless nobody declares them. */
const MAX_DEPTH = 50;

/**
 * The JSON of the variables. Null where that would be the JSON of others, too, since 1e400 is written as null; or where
 * they are nested so deeply that writing them might overflow the stack.
 */
export function writeVariables(variables: Readonly<Record<string, unknown>>): string | null {
  return isExact(variables, MAX_DEPTH) ? JSON.stringify(variables) : null;
}

function isExact(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isExact(inner, depth - 1));
}
