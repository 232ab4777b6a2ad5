/** The kinds of authored file, and the place of the JSON Schema of each. */
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export const SCHEMA_KINDS = [
  'annotation',
  'front-matter',
  'earlier-front-matter',
  'person',
  'organization',
  'group',
  'place',
  'retired',
] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];
/** The kinds of file that are YAML as a whole: not above a text. */
type YamlKind = Exclude<SchemaKind, 'front-matter' | 'earlier-front-matter'>;

/** The file name of a kind's schema. */
export function schemaFile(kind: SchemaKind): string {
  return `${kind}.schema.json`;
}

/**
 * The first line of an authored YAML file, without a line break: it names the file's schema for an editor's program. For
 * YAML it is a comment.
 *
 * @param file the path of the file, relative to the working directory or absolute.
 * @example schemaComment('person', 'data/corpus/people/ann.yaml')
 *   // # yaml-language-server: $schema=../../schemas/person.schema.json
 */
export function schemaComment(kind: YamlKind, file: string): string {
  const way = relative(dirname(resolve(file)), join(FOLDER, schemaFile(kind)));
  // On another drive there is no relative path.
  const address = isAbsolute(way) ? pathToFileURL(way).href : encodeURI(way.split(sep).join('/'));
  return `# yaml-language-server: $schema=${address}`;
}

/** The kind of a file of a corpus, by its path; null if it is not a YAML file of a corpus. */
export function schemaKindOf(file: string): YamlKind | null {
  if (basename(file) === 'retired.yaml') return 'retired';
  return file.endsWith('.yaml') ? (KINDS_BY_FOLDER.get(basename(dirname(file))) ?? null) : null;
}

const KINDS_BY_FOLDER = new Map<string, Exclude<YamlKind, 'retired'>>([
  ['articles', 'annotation'],
  ['people', 'person'],
  ['organizations', 'organization'],
  ['groups', 'group'],
  ['places', 'place'],
]);

/** `data/schemas`, independent of the working directory. */
const FOLDER = join(import.meta.dirname, '../../data/schemas');
