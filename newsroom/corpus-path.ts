/** Paths in a corpus: the folder of each type, and the type and slug that a path stands for. */
import { basename, dirname, join, relative, sep } from 'node:path';
import type { CorpusFile, FiledType, NamedType } from '../data/compile/index.ts';

/** The folders of a corpus that hold entities, by type. */
export const ENTITY_FOLDERS = {
  Person: 'people',
  Organization: 'organizations',
  Group: 'groups',
  Place: 'places',
} as const satisfies Record<NamedType, string>;

/** The file of the slugs that name nothing any more. */
export const RETIRED_FILE = 'retired.yaml';

/** The path as messages show it: relative to the working directory. */
export function shownPath(folder: string, file: string): string {
  return relative(process.cwd(), join(folder, file)).split(sep).join('/');
}

/** What a path stands for: `people/ann.yaml` is the person "ann". Null for any other path. */
export function readPath(file: string): Pick<CorpusFile, 'type' | 'slug' | 'kind' | 'revision'> | null {
  const types = new Map<string, FiledType>([
    ['articles', 'Article'],
    ...Object.entries(ENTITY_FOLDERS).map(([type, folder]) => [folder, type as FiledType] as const),
  ]);
  const type = types.get(dirname(file));
  const [, slug = '', number, kind = ''] = /^([^/@]+)(?:@(\d+))?\.(md|yaml)$/.exec(basename(file)) ?? [];
  if (type === undefined || slug === '' || (kind === 'md' && type !== 'Article')) return null;
  return { type, slug, kind: kind === 'md' ? 'md' : 'yaml', revision: number === undefined ? null : Number(number) };
}

/** A file of a corpus as the compiler would read it, whether or not it exists. */
export function corpusFile(file: string, text: string, folder: string): CorpusFile {
  const path = readPath(file) ?? { type: 'Article', slug: file, kind: 'yaml', revision: null };
  return { ...path, file: { path: shownPath(folder, file), text }, legible: true };
}
