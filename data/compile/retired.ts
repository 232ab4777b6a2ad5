/** Retired slugs: reads why each is retired, checks that, and follows replacements to what there is now. */
import { ENTITY_TYPES, type EntityType, type Ref, type Retired, type Retirement, type Slug } from '../model.ts';
import { retiredFile } from './authored-file.ts';
import { checkAgainst } from './issue.ts';
import { ANYTHING, type Link, refer, reportCycles, type Slugs } from './link.ts';
import type { Place, Report, SourceFile } from './problem.ts';
import { compareSlugs } from './span.ts';
import { type Path, readYaml } from './yaml.ts';

/** An entry of `retired.yaml`, as its editor wrote it. */
export interface RetiredSlug {
  readonly slug: Slug;
  readonly type: EntityType | null;
  readonly on: string | null;
  readonly how: Retirement;
  readonly reason: string;
  readonly replacedBy: Slug | null;
  readonly splitInto: readonly Slug[];
  readonly at: Place;
  /** The places of these fields, and of the items of `splitInto`. */
  readonly placeOf: (...path: Path) => Place;
}

/** Checks the file `retired.yaml`. */
export function checkRetired(file: SourceFile, report: Report): RetiredSlug[] {
  const yaml = readYaml(file, report);
  const entries = yaml === null ? null : checkAgainst(retiredFile, yaml, report);
  if (yaml === null || entries === null) return [];
  return entries.map(({ slug, type = null, on = null, how, reason, replacedBy = null, splitInto = [] }, index) => ({
    slug,
    type,
    on,
    how: how ?? (replacedBy !== null ? 'RENAMED' : splitInto.length > 0 ? 'SPLIT' : 'REMOVED'),
    reason,
    replacedBy,
    splitInto,
    at: yaml.at([index, 'slug']),
    placeOf: (...path) => yaml.at([index, ...path]),
  }));
}

/** The field that says what a thing became; null for what is gone. */
const FIELDS: Readonly<Record<Retirement, 'replacedBy' | 'splitInto' | null>> = {
  RENAMED: 'replacedBy',
  MERGED: 'replacedBy',
  SPLIT: 'splitInto',
  REMOVED: null,
  WITHDRAWN: null,
};

/** Reports fields that do not fit `how`, names of nothing, and circles. A replacement may itself be retired. */
export function linkRetired(retired: readonly RetiredSlug[], slugs: Slugs, report: Report): void {
  for (const entry of retired) {
    reportFields(entry, report);
    for (const { to, at } of linksOf(entry)) {
      if (!slugs.retired.has(to)) refer(to, ANYTHING, slugs, at, report);
    }
  }
  reportCycles(retired.flatMap(linksOf), report);
}

function linksOf({ slug, replacedBy, splitInto, placeOf }: RetiredSlug): Link[] {
  const kind = 'REPLACED_BY' as const;
  return [
    ...(replacedBy === null ? [] : [{ kind, from: slug, to: replacedBy, at: placeOf('replacedBy') }]),
    ...splitInto.map((part, index) => ({ kind, from: slug, to: part, at: placeOf('splitInto', index) })),
  ];
}

function reportFields({ how, replacedBy, splitInto, at, placeOf }: RetiredSlug, report: Report): void {
  const given = { replacedBy: replacedBy !== null, splitInto: splitInto.length > 0 };
  const wanted = FIELDS[how];
  if (wanted !== null && !given[wanted]) {
    report({
      code: 'missing-field',
      at,
      says: `This slug is ${how}, and there is no "${wanted}".`,
      expected:
        wanted === 'splitInto' ? 'the slugs of the things that it was split into.' : 'the slug that it has now.',
      fix: `Add "${wanted}", or write another "how".`,
    });
  }
  for (const field of ['replacedBy', 'splitInto'] as const) {
    if (field === wanted || !given[field]) continue;
    report({
      code: 'needless-field',
      at: placeOf(field),
      says: `This slug is ${how}, which has no "${field}".`,
      expected: null,
      fix: `Remove "${field}", or write another "how".`,
    });
  }
}

/** What a slug leads to: a thing, or the retired slug without a replacement at which it ends; null if nothing is known. */
type End = Ref | Retired | null;

/**
 * The records of all retired slugs, ordered by slug. Linking has made sure that every chain ends. If what has replaced a
 * slug is gone itself, the slug answers as that one does.
 *
 * @param withdrawn the records of what was withdrawn.
 */
export function deriveRetired(
  authored: readonly RetiredSlug[],
  withdrawn: readonly Retired[],
  entities: { readonly [T in EntityType]: readonly { readonly slug: Slug }[] },
): Retired[] {
  if (authored.length === 0) return [...withdrawn];
  const wanted = new Set(authored.flatMap(({ replacedBy, splitInto }) => [replacedBy, ...splitInto]));
  const ends = new Map<Slug, End>(withdrawn.map((one) => [one.slug, one]));
  for (const type of ENTITY_TYPES) {
    for (const { slug } of entities[type]) if (wanted.has(slug)) ends.set(slug, { type, slug });
  }
  const entries = new Map(authored.map((entry) => [entry.slug, entry]));
  const records = authored.flatMap((entry) => recordOf(entry, entries, ends) ?? []);
  return [...records, ...withdrawn].sort((a, b) => compareSlugs(a.slug, b.slug));
}

type Ends = Map<Slug, End>;

function recordOf(entry: RetiredSlug, entries: ReadonlyMap<Slug, RetiredSlug>, ends: Ends): Retired | null {
  const { slug, type, on, how, reason, replacedBy } = entry;
  if (replacedBy === null) return goneAs(entry, entries, ends);
  const end = endOf(replacedBy, entries, ends);
  if (end === null) return null;
  if (isGone(end)) return retiredAs(slug, type ?? end.type, end);
  return { slug, type: type ?? end.type, on, how, reason, replacedBy: end, splitInto: [] };
}

function goneAs(entry: RetiredSlug, entries: ReadonlyMap<Slug, RetiredSlug>, ends: Ends): Retired {
  const { slug, type, on, how, reason } = entry;
  const found = entry.splitInto.flatMap((part) => partsOf(endOf(part, entries, ends)));
  const splitInto = [...new Map(found.map((ref) => [ref.slug, ref])).values()];
  const types = new Set(splitInto.map((ref) => ref.type));
  const shared = types.size === 1 ? (splitInto[0]?.type ?? null) : null;
  return { slug, type: type ?? shared, on, how, reason, replacedBy: null, splitInto };
}

/** The end of the chain that begins at the slug. Each link is followed once, in a loop: a chain may be long. */
function endOf(slug: Slug, entries: ReadonlyMap<Slug, RetiredSlug>, ends: Ends): End {
  const chain: Slug[] = [];
  let at = slug;
  let end = ends.get(at);
  while (end === undefined) {
    chain.push(at);
    const entry = entries.get(at);
    if (entry === undefined) end = null;
    else if (entry.replacedBy === null) end = goneAs(entry, entries, ends);
    else {
      at = entry.replacedBy;
      end = ends.get(at);
    }
  }
  for (const link of chain) ends.set(link, end);
  return end;
}

function retiredAs(slug: Slug, type: EntityType | null, { on, how, reason, splitInto }: Retired): Retired {
  return { slug, type, on, how, reason, replacedBy: null, splitInto };
}

function isGone(end: Ref | Retired): end is Retired {
  return 'reason' in end;
}

function partsOf(end: End): readonly Ref[] {
  if (end === null) return [];
  return isGone(end) ? end.splitInto : [end];
}
