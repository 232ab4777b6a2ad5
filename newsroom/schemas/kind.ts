/** The kinds of file that editors write, and where the JSON Schema of each is. */
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export const SCHEMA_KINDS = [
  'annotation',
  'front-matter',
  'person',
  'organization',
  'group',
  'place',
  'retired',
] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** The name of a kind's schema in the folder of schemas. */
export function schemaFile(kind: SchemaKind): string {
  return `${kind}.schema.json`;
}

/**
 * The first line of an authored YAML file, without a line break: it tells an editor's program which schema the file
 * keeps to. Readers of YAML see a comment.
 *
 * @param file the file that the line is for, as a path from the working directory or an absolute one.
 * @example schemaComment('person', 'data/corpus/people/ann.yaml')
 *   // # yaml-language-server: $schema=../../schemas/person.schema.json
 */
export function schemaComment(kind: Exclude<SchemaKind, 'front-matter'>, file: string): string {
  const way = relative(dirname(resolve(file)), join(FOLDER, schemaFile(kind)));
  // On another drive there is no relative way.
  const address = isAbsolute(way) ? pathToFileURL(way).href : encodeURI(way.split(sep).join('/'));
  return `# yaml-language-server: $schema=${address}`;
}

/** The schema that a file of a corpus keeps to, by its place there; null where it is no YAML file of a corpus. */
export function schemaKindOf(file: string): Exclude<SchemaKind, 'front-matter'> | null {
  if (basename(file) === 'retired.yaml') return 'retired';
  return file.endsWith('.yaml') ? (KINDS_BY_FOLDER.get(basename(dirname(file))) ?? null) : null;
}

const KINDS_BY_FOLDER = new Map<string, Exclude<SchemaKind, 'front-matter' | 'retired'>>([
  ['articles', 'annotation'],
  ['people', 'person'],
  ['organizations', 'organization'],
  ['groups', 'group'],
  ['places', 'place'],
]);

/** `data/schemas`, wherever the command is run. */
const FOLDER = join(import.meta.dirname, '../../data/schemas');
