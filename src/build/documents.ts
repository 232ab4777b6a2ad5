/**
 * Collects the trusted documents: the operations of `src/operations/`, and those in the manifests (`*.json`) that an
 * operator has put beside them. Writes them as a module for the Worker and as a manifest for clients, or fails with a
 * list of all problems, each with its file.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSchema, type DocumentNode, GraphQLError, Kind, parse, validate } from 'graphql';
import { ASSETS } from '../pages/asset.ts';
import { writeChanged } from './write-changed.ts';

// Relative to the working directory, like all paths of `build.ts`.
const OPERATIONS = 'src/operations';
const MODULE = '.generated/documents.ts';
const MANIFEST = join('.generated/assets', ASSETS.trustedDocuments);
const SCHEMA = join(import.meta.dirname, '../../schema/schema.graphql');

interface Document {
  /** Where problems are reported: the file and, in a manifest, the hash. */
  readonly place: string;
  readonly text: string;
}

process.exitCode = main();

function main(): number {
  const files = readdirSync(OPERATIONS).sort();
  const operations = files.filter((file) => file.endsWith('.graphql')).map(readOperation);
  const manifests = files.filter((file) => file.endsWith('.json')).map(readManifest);
  const documents = [...operations, ...manifests.flatMap(({ documents }) => documents)];
  const problems = [...manifests.flatMap(({ problems }) => problems), ...problemsOf(documents), ...named(operations)];
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    return 1;
  }
  const byHash = Object.fromEntries(documents.map(({ text }) => [hashOf(text), text]));
  writeChanged(MODULE, moduleOf(byHash, operations));
  writeChanged(MANIFEST, `${JSON.stringify(byHash, null, 2)}\n`);
  return 0;
}

function readOperation(file: string): Document {
  const place = `${OPERATIONS}/${file}`;
  return { place, text: readFileSync(place, 'utf8') };
}

/** Reads `{ hash: text }`, as Relay and GraphQL Code Generator write it, or Apollo's list of operations. */
function readManifest(file: string): { readonly documents: readonly Document[]; readonly problems: readonly string[] } {
  const place = `${OPERATIONS}/${file}`;
  const entries = entriesOf(parseJson(readFileSync(place, 'utf8')));
  if (entries === null) {
    return { documents: [], problems: [`${place}: this is not a manifest. Expected { "<SHA-256>": "<document>" }.`] };
  }
  // Some compilers put the name of the hash first.
  const wrong = entries.filter(([hash, text]) => hash.replace(/^sha256:/, '') !== hashOf(text));
  return {
    documents: entries.map(([hash, text]) => ({ place: `${place}: ${hash}`, text })),
    problems: wrong.map(
      ([hash]) =>
        `${place}: "${hash}" is not the SHA-256 of its document. Let the client's compiler hash with SHA-256.`,
    ),
  };
}

/** Null if it is not JSON: the file is reported then, and no compiler writes `null`. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entriesOf(manifest: unknown): readonly (readonly [string, string])[] | null {
  if (typeof manifest !== 'object' || manifest === null) return null;
  const entries: readonly (readonly unknown[])[] =
    'operations' in manifest && Array.isArray(manifest.operations)
      ? manifest.operations.map((operation) => [operation?.id, operation?.body])
      : Object.entries(manifest);
  const isEntry = (entry: readonly unknown[]): entry is readonly [string, string] =>
    entry.every((part) => typeof part === 'string');
  return entries.every(isEntry) ? entries : null;
}

function problemsOf(documents: readonly Document[]): readonly string[] {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  return documents.flatMap(({ place, text }) => {
    const parsed = parseOr(text);
    const errors = parsed instanceof GraphQLError ? [parsed] : validate(schema, parsed);
    return errors.map(({ message, locations }) => {
      const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
      return `${place}:${line}:${column}: ${message}`;
    });
  });
}

/** Requires one named query per file, for GraphiQL's tab, and a comment on top that says what it is for. */
function named(operations: readonly Document[]): readonly string[] {
  return operations.flatMap(({ place, text }) => {
    const parsed = parseOr(text);
    if (parsed instanceof GraphQLError) return [];
    const [definition, ...others] = parsed.definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
    const isQuery = definition?.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query';
    if (others.length > 0 || !isQuery || !definition.name) {
      return [`${place}: expected one query with a name, and nothing else but its fragments.`];
    }
    return text.startsWith('#') ? [] : [`${place}: expected a comment in the first line that says what it is for.`];
  });
}

function parseOr(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function moduleOf(byHash: Readonly<Record<string, string>>, operations: readonly Document[]): string {
  const names = operations.map(({ place, text }) => [basename(place, '.graphql'), hashOf(text)]);
  return `// Written by src/build/documents.ts.
/** Every trusted document, by its SHA-256. */
export const documents: Readonly<Record<string, string>> = ${JSON.stringify(byHash, null, 2)};
/** The hashes of the documents in src/operations, by file name. */
export const operations: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(names), null, 2)};
`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
