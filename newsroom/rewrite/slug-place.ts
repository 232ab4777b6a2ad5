/** Where slugs stand in the files of a corpus, and giving these places another slug. */
import { parse } from 'yaml';
import { INTRODUCING, readYaml, type Slug } from '../../data/compile/index.ts';
import { yamlOf } from '../review/copy.ts';
import { fieldsOf, findReferences } from '../review/reference.ts';
import type { Way } from '../review/splice.ts';

/** A place in the YAML of a file that has a slug. */
export interface SlugPlace {
  readonly way: Way;
  /** A mention has it as the name of its field. */
  readonly part: 'key' | 'value';
  readonly role: 'introduction' | 'reference' | 'mention';
}

/** The plain value of the file's YAML; null if it does not parse. */
export function readValue(file: string, content: string): unknown {
  const { from, to } = yamlOf(file, content);
  return readYaml({ path: file, text: content }, () => {}, from, to)?.value ?? null;
}

/** Every place in the file's value that has the slug. */
export function placesOf(slug: Slug, file: string, value: unknown): SlugPlace[] {
  if (Array.isArray(value)) return placesInRetired(slug, value);
  const found = findReferences(slug, new Map([[file, value]]));
  const places: SlugPlace[] = found.map(({ way }) => ({ way, part: 'value', role: 'reference' }));
  for (const { list, field } of INTRODUCING) {
    for (const [index, item] of Object.entries(fieldsOf(fieldsOf(value)[list]))) {
      if (fieldsOf(item)[field] !== slug) continue;
      places.push({ way: [list, Number(index), field], part: 'value', role: 'introduction' });
    }
  }
  if (Object.hasOwn(fieldsOf(fieldsOf(value).mentions), slug)) {
    places.push({ way: ['mentions', slug], part: 'key', role: 'mention' });
  }
  return places;
}

/** What has replaced a retired slug. */
function placesInRetired(slug: Slug, entries: readonly unknown[]): SlugPlace[] {
  return entries.flatMap((entry, index) => {
    const { replacedBy, splitInto } = fieldsOf(entry);
    const split = Object.entries(fieldsOf(splitInto)).filter(([, one]) => one === slug);
    const ways: Way[] = split.map(([number]) => [index, 'splitInto', Number(number)]);
    if (replacedBy === slug) ways.push([index, 'replacedBy']);
    return ways.map((way) => ({ way, part: 'value', role: 'reference' }) as const);
  });
}

/** The file with another slug at these places, and every other byte as it was, quotation marks too. */
export function replaceSlugs(file: string, content: string, places: readonly SlugPlace[], slug: Slug): string {
  const { from, to } = yamlOf(file, content);
  const yaml = readYaml({ path: file, text: content }, () => {}, from, to);
  if (yaml === null) return content;
  // What an alias repeats stands in one place.
  const found = new Map(places.map(({ way, part }) => yaml.at(way, part)).map(({ start, end }) => [start, end]));
  return [...found]
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end]) => {
      const written = text.slice(start, end);
      return text.slice(0, start) + rewritten(written, slug) + text.slice(end);
    }, content);
}

function rewritten(written: string, slug: Slug): string {
  const [, mark = '', space = ''] = /^(["']?)[\s\S]*?(\s*)$/.exec(written) ?? [];
  if (mark !== '') return `${mark}${slug}${mark}${space}`;
  // A slug like 2025 or true would be read as something else than words.
  return `${parse(slug, { schema: 'core' }) === slug ? slug : `"${slug}"`}${space}`;
}
