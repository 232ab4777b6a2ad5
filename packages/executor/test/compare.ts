/**
 * Compare: whether two answers are the same.
 *
 * Without promises they must be identical, including every call and the order of errors. With promises, the order of
 * errors and calls depends on scheduling, so it does not count.
 *
 * One more difference is allowed: in what happened below a position that was nulled. Section 6.3 (Errors and Non-Null
 * Types) says that siblings of the field that failed "may be cancelled to avoid unnecessary work", and 6.4.4 that of
 * several errors which null the same parent one is enough. graphql-js 16 does not cancel them, and keeps the errors of
 * those which happen to fail before the parent is nulled, which depends on how many turns of the queue everything took.
 * So below a nulled position each answer needs at least one error, and which resolvers were called there does not
 * count.
 */
import type { Answer, Problem } from './answer.ts';

type Path = readonly (string | number)[];

export interface Comparison {
  /** What differs, in words. */
  readonly differences: readonly string[];
  /** Whether the answers are the same only without what is below nulled positions. */
  readonly isRestricted: boolean;
}

export function compare(expected: Answer, actual: Answer): Comparison {
  const differences = [
    ...differ('data', expected.data, actual.data),
    ...differ('whether it is a promise', expected.isPromise, actual.isPromise),
    ...differ('failure', expected.failure, actual.failure),
    // graphql-js may have its own: if the second item breaks a list, it abandons the promise of the first.
    ...(actual.unhandled.length > 0 && expected.unhandled.length === 0
      ? [`unhandled rejections: ${actual.unhandled.join(', ')}`]
      : []),
  ];
  if (differences.length > 0) return { differences, isRestricted: false };
  if (!expected.isPromise) {
    return { differences: compareParts(expected, actual, (texts) => texts), isRestricted: false };
  }
  if (compareUnordered(expected, actual).length === 0) return { differences: [], isRestricted: false };
  const restricted = compareRestricted(expected, actual);
  return { differences: restricted, isRestricted: restricted.length === 0 };
}

function compareParts(expected: Answer, actual: Answer, order: (texts: readonly string[]) => readonly string[]) {
  const texts = (parts: readonly { readonly text: string }[]) => order(parts.map(({ text }) => text)).join('\n');
  return [
    ...differ('errors', texts(expected.errors), texts(actual.errors)),
    ...differ('calls', texts(expected.calls), texts(actual.calls)),
  ];
}

/** Only the order of mutations counts. */
function compareUnordered(expected: Answer, actual: Answer): readonly string[] {
  return [
    ...compareParts(expected, actual, (texts) => [...texts].sort()),
    ...differ('order of mutations', headsOf(expected), headsOf(actual)),
  ];
}

function compareRestricted(expected: Answer, actual: Answer): readonly string[] {
  const nulled = nulledPositions(expected, [...expected.errors, ...actual.errors]);
  // A list that breaks while it is read leaves items in progress.
  const failed = expected.errors.flatMap(({ path }) => (path === null ? [] : [`/${path.join('/')}/`]));
  const isAbandoned = (path: string) => failed.some((position) => path.startsWith(position));
  const outside = (answer: Answer): Answer => ({
    ...answer,
    errors: answer.errors.filter(({ path }) => !nulled.some((position) => isBeneath(position, path))),
    calls: answer.calls.filter(
      ({ path }) => !nulled.some((position) => isCallBeneath(position, path)) && !isAbandoned(path),
    ),
  });
  const silent = nulled.filter((position) => !actual.errors.some(({ path }) => isBeneath(position, path)));
  return [
    ...compareUnordered(outside(expected), outside(actual)),
    ...silent.map((position) => `no error says why ${position.join('.') || 'data'} is null`),
  ];
}

/** The positions where data is null because something below failed. */
function nulledPositions({ data }: Answer, errors: readonly Problem[]): readonly Path[] {
  const root: unknown = data === null ? null : JSON.parse(data);
  const positions = new Map<string, Path>();
  for (const { path } of errors) {
    let value = root;
    for (const [at, key] of (path ?? []).entries()) {
      if (value === null) {
        const position = path!.slice(0, at);
        positions.set(position.join('/'), position);
        break;
      }
      if (typeof value !== 'object') break;
      value = Object.getOwnPropertyDescriptor(value, key)?.value;
    }
  }
  return [...positions.values()];
}

function isBeneath(position: Path, path: Path | null): boolean {
  return position.every((key, at) => path?.[at] === key);
}

/** Lists are resolved as a whole, so the path of a call may end above the position. */
function isCallBeneath(position: Path, path: string): boolean {
  return position.length === 0 || `${path}/`.startsWith(`/${position.join('/')}/`);
}

/** The root fields in the order of the calls of them and their descendants. */
function headsOf({ calls }: Answer): string {
  const heads = calls
    .filter(({ text }) => text.includes('; operation mutation '))
    .map(({ path }) => path.split('/')[1]);
  return heads.filter((head, at) => head !== heads[at - 1]).join();
}

function differ<T>(what: string, expected: T, actual: T): readonly string[] {
  if (expected === actual) return [];
  return [`${what} differ:\n    expected ${expected}\n    actual   ${actual}`];
}
