/**
 * Collects the trusted documents: the operations of `src/operations/`, and what manifests (`*.json`) an operator has
 * put beside them. Writes them as a module for the Worker and as a manifest for clients, or fails with all that is
 * wrong, each with its file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSchema, type DocumentNode, GraphQLError, Kind, parse, validate } from 'graphql';
import { ASSETS } from '../pages/asset.ts';

const ROOT = join(import.meta.dirname, '../..');
const OPERATIONS = join(ROOT, 'src/operations');
const MODULE = join(ROOT, '.generated/documents.ts');
const MANIFEST = join(ROOT, '.generated/assets', ASSETS.trustedDocuments);

interface Document {
  /** What is told where it is wrong: the file and, in a manifest, the hash. */
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
  write(MODULE, moduleOf(byHash, operations));
  write(MANIFEST, `${JSON.stringify(byHash, null, 2)}\n`);
  return 0;
}

function readOperation(file: string): Document {
  return { place: `src/operations/${file}`, text: readFileSync(join(OPERATIONS, file), 'utf8') };
}

/** What Relay and GraphQL Code Generator write, `{ hash: text }`, or Apollo's list of operations. */
function readManifest(file: string): { readonly documents: readonly Document[]; readonly problems: readonly string[] } {
  const place = `src/operations/${file}`;
  const entries = entriesOf(JSON.parse(readFileSync(join(OPERATIONS, file), 'utf8')));
  if (entries === null) {
    return { documents: [], problems: [`${place}: this is no manifest. Expected { "<SHA-256>": "<document>" }.`] };
  }
  const wrong = entries.filter(([hash, text]) => hash !== hashOf(text));
  return {
    documents: entries.map(([hash, text]) => ({ place: `${place}: ${hash}`, text })),
    problems: wrong.map(
      ([hash]) =>
        `${place}: "${hash}" is not the SHA-256 of its document. Let the client's compiler hash with SHA-256.`,
    ),
  };
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
  const schema = buildSchema(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'));
  return documents.flatMap(({ place, text }) => {
    const parsed = parseOr(text);
    const errors = parsed instanceof GraphQLError ? [parsed] : validate(schema, parsed);
    return errors.map(({ message, locations }) => {
      const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
      return `${place}:${line}:${column}: ${message}`;
    });
  });
}

/** An operation's address is its file's name and GraphiQL's tab its own name, and its first lines say what it is for. */
function named(operations: readonly Document[]): readonly string[] {
  return operations.flatMap(({ place, text }) => {
    const parsed = parseOr(text);
    if (parsed instanceof GraphQLError) return [];
    const [definition, ...others] = parsed.definitions;
    if (others.length > 0 || definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
      return [`${place}: expected one query with a name, and nothing else.`];
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
  return `// Written by src/tools/documents.ts.
/** Every trusted document, by its SHA-256. */
export const documents: Readonly<Record<string, string>> = ${JSON.stringify(byHash, null, 2)};
/** The hashes of those of src/operations, by the names of their files. */
export const operations: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(names), null, 2)};
`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A file that is as it should be is left alone, so that a running Worker does not reload for nothing. */
function write(file: string, content: string): void {
  if (contentOf(file) === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
