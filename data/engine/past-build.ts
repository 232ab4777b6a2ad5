/**
 * The index of the past: the same pieces as those of the present, over versions in place of things. Versions are numbered
 * in the default order of their type. A version is kept as its difference from the thing, which is most often nothing.
 */
import { ByteWriter, jsonBytes } from '../bytes.ts';
import {
  type Corpus,
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type History,
  type Slug,
  type Version,
} from '../model.ts';
import { DEFAULT_ORDERS, sortKey } from '../order.ts';
import { compareKeys } from '../page.ts';
import { daysOfTexts } from '../past.ts';
import { revisionsOf, textName } from '../revision.ts';
import { packAliases } from './alias.ts';
import { gatherColumns } from './column.ts';
import { packType } from './pack-type.ts';
import { DAYS_OF_TEXTS, differencesName, pastName, rootsOf, versionsName } from './past.ts';
import { LISTS } from './terms.ts';

/**
 * `things` has the number and record of each thing, those that were removed among them. A list that is the same in the
 * present is not packed again: most articles never change, so most lists of articles are.
 */
export function* packPast(
  { past, entities, histories, retired }: Corpus,
  present: ReadonlyMap<string, Uint8Array>,
  things: ReadonlyMap<Slug, { readonly number: number; readonly entity: Entity }>,
): Generator<readonly [string, Uint8Array]> {
  const assertions = new Map(histories.map((history) => [history.of, history.assertions]));
  const differences = new Map<Slug, [from: number, differs: object][]>();
  const pieces = new Map<string, Uint8Array>();
  for (const type of ENTITY_TYPES) {
    const versions = inOrder(type, past[type]);
    const own = versions.map(({ entity }) => entity);
    const columns = gatherColumns(versions, ({ terms }) => terms);
    for (const [name, bytes] of packType(type, own as never, columns)) pieces.set(name, bytes);
    const writer = new ByteWriter().varint(versions.length);
    for (const { entity, from, until } of versions) {
      const { slug } = entity;
      const thing = things.get(slug);
      if (thing === undefined) throw new Error(`The past has "${slug}", and the present has no record of it.`);
      const differs = differenceOf(thing.entity, entity, assertions.get(slug) ?? []);
      if (differs !== null) differences.set(slug, [...(differences.get(slug) ?? []), [from, differs]]);
      writer
        .varint(thing.number)
        .varint(from)
        .varint(until - from)
        .varint(differs === null ? 0 : 1);
    }
    yield [versionsName(type), writer.finish()];
  }
  for (const [name, list] of [...packAliases(retired, pieces)]) pieces.set(name, list);
  for (const [name, bytes] of pieces) if (!isSame(bytes, present.get(name))) yield [pastName(name), bytes];
  // Otherwise a list of the present would be read in place of none.
  for (const name of present.keys()) {
    if (name.startsWith(LISTS) && !pieces.has(name)) yield [pastName(name), new ByteWriter().list([]).finish()];
  }
  for (const [slug, own] of differences) yield [differencesName(slug), jsonBytes(own)];
  yield [DAYS_OF_TEXTS, jsonBytes(Object.fromEntries(entities.Article.flatMap(daysByName)))];
}

function isSame(bytes: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && bytes.length === other.length && bytes.every((byte, at) => byte === other[at]);
}

function inOrder(type: EntityType, versions: readonly Version[]): Version[] {
  return versions
    .map((version) => ({ version, key: sortKey(version.entity as never, type, DEFAULT_ORDERS[type]) }))
    .sort((a, b) => compareKeys(a.key, b.key, 'ASC') || a.version.from - b.version.from)
    .map(({ version }) => version);
}

function daysByName(article: Corpus['entities']['Article'][number]) {
  const [present] = revisionsOf(article);
  return [...daysOfTexts(article)].map(([number, { from, until }]) => {
    return [textName(article.slug, number === present?.number ? null : number), [from, until]] as const;
  });
}

/**
 * The fields in which a version differs from the thing; null if in none. What is in a report or quote already is written
 * as the way to it. The first mentions of an agent or a place are left out (see `past.ts`).
 */
function differenceOf(thing: Entity, version: Entity, earlier: History['assertions']): object | null {
  if (thing === version) return null;
  // Most versions differ in nothing, and need no ways.
  let ways: ReadonlyMap<object, Way> | null = null;
  const differs: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(version)) {
    const known: unknown = thing[field as keyof Entity];
    if (known === value || JSON.stringify(known) === JSON.stringify(value)) continue;
    if (field === 'firstMentions') continue;
    ways ??= waysInto(rootsOf(thing, earlier));
    differs[field] = withWays(value, ways);
  }
  return Object.keys(differs).length === 0 ? null : differs;
}

type Way = readonly (string | number)[];

function waysInto(roots: readonly object[]): ReadonlyMap<object, Way> {
  const ways = new Map<object, Way>();
  const visit = (value: unknown, way: Way): void => {
    if (typeof value !== 'object' || value === null || ways.has(value)) return;
    if (!Array.isArray(value)) ways.set(value, way);
    for (const [field, part] of Object.entries(value)) visit(part, [...way, field]);
  };
  for (const [number, root] of roots.entries()) visit(root, [number]);
  return ways;
}

function withWays(value: unknown, ways: ReadonlyMap<object, Way>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const way = ways.get(value);
  if (way !== undefined) return { way };
  if (Array.isArray(value)) return value.map((item) => withWays(item, ways));
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, withWays(part, ways)]));
}
