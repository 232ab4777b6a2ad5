/** Locations in a document: the line and column of an error, GraphQL (September 2025), 7.1.2. */
import {
  type ASTNode,
  GraphQLError,
  type ResponsePath,
  responsePathAsArray,
  type Source,
  type SourceLocation,
} from 'graphql';

/**
 * The error of a field, equal to the one that `locatedError` of graphql-js creates. graphql-js scans the source from
 * its start for each location: twenty errors in a long document would take longer than the execution.
 */
export function errorOfField(
  thrown: Error,
  fieldNodes: readonly ASTNode[],
  path: ResponsePath | undefined,
): GraphQLError {
  const own = thrown instanceof GraphQLError ? thrown : null;
  const nodes = own?.nodes ?? fieldNodes;
  const error = new GraphQLError(thrown.message, {
    path: path === undefined ? null : responsePathAsArray(path),
    originalError: thrown,
  });
  const located = nodes.flatMap(({ loc }) => loc ?? []);
  const [first] = located;
  if (first === undefined) return Object.assign(error, { nodes });
  const { source } = first;
  const positions = located.map(({ start }) => start);
  const locations = own?.locations ?? positions.map((position) => locationAt(source, position));
  return Object.assign(error, { nodes, source, positions, locations });
}

function locationAt(source: Source, position: number): SourceLocation {
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  const start = starts[low] ?? 0;
  return { line: low + 1, column: position + 1 - start };
}

function lineStartsOf(source: Source): readonly number[] {
  const known = LINE_STARTS.get(source);
  if (known) return known;
  const starts = [0];
  for (const { 0: end, index } of source.body.matchAll(/\r\n|[\n\r]/g)) starts.push(index + end.length);
  LINE_STARTS.set(source, starts);
  return starts;
}

const LINE_STARTS = new WeakMap<Source, readonly number[]>();
