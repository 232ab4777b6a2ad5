/** Paths in a corpus: which folder holds what, and what the path of a file says of it. */
import { basename, dirname, join, relative, sep } from 'node:path';
import type { CorpusFile, FiledType } from '../data/compile/read.ts';
import type { NamedType, Slug } from '../data/model.ts';

/** The folders of a corpus that hold entities, by what is in them. */
export const ENTITY_FOLDERS = {
  Person: 'people',
  Organization: 'organizations',
  Group: 'groups',
  Place: 'places',
} as const satisfies Record<NamedType, string>;

/** As messages have it: from the working directory on. */
export function shownPath(folder: string, file: string): string {
  return relative(process.cwd(), join(folder, file)).split(sep).join('/');
}

/** What the path of a file says of it: `people/ann.yaml` is the person "ann". */
export function readPath(file: string): { type: FiledType; slug: Slug; kind: 'md' | 'yaml' } | null {
  const types = new Map<string, FiledType>([
    ['articles', 'Article'],
    ...Object.entries(ENTITY_FOLDERS).map(([type, folder]) => [folder, type as FiledType] as const),
  ]);
  const type = types.get(dirname(file));
  const [, slug = '', kind = ''] = /^([^/]+)\.(md|yaml)$/.exec(basename(file)) ?? [];
  if (type === undefined || slug === '' || (kind === 'md' && type !== 'Article')) return null;
  return { type, slug, kind: kind === 'md' ? 'md' : 'yaml' };
}

/** A file of a corpus as it would be read, whether it is there or not. */
export function corpusFile(file: string, text: string, folder: string): CorpusFile {
  const { type, slug, kind } = readPath(file) ?? { type: 'Article', slug: file, kind: 'yaml' };
  return { type, slug, kind, file: { path: shownPath(folder, file), text }, legible: true };
}
