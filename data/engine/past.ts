/**
 * A source of the past: the corpus as it stood on a day, over the same source as the present. Its things are versions:
 * numbers, lists and orders are those of the versions, and every list leaves out those of other days.
 */
import { ByteReader, readJson } from '../bytes.ts';
import {
  type ArticleText,
  type Assertion,
  type Dossier,
  type Entities,
  type Entity,
  type EntityType,
  type Evidence,
  isNamed,
  type Slug,
} from '../model.ts';
import { isOn } from '../past.ts';
import { articleOf } from '../revision.ts';
import {
  answer,
  byNumber,
  bySlug,
  dossiers,
  type Located,
  once,
  pieces,
  presentPiece,
  type Question,
  type Source,
  together,
} from '../source.ts';
import type { Meter } from '../store.ts';
import { findHistory, findText, type KeptHistory } from './history.ts';
import { NUMBER } from './numbers.ts';

/** The name of a piece of the past, given that of the same piece of the present. */
export function pastName(name: string): string {
  return `past/${name}`;
}

export function versionsName(type: EntityType): string {
  return `past-versions/${type}`;
}

export function differencesName(slug: Slug): string {
  return `past-differences/${slug}`;
}

export const DAYS_OF_TEXTS = 'past-days';

/** For each version the number of its thing, its days, and whether it differs from the thing. */
interface Versions {
  readonly things: Uint32Array;
  readonly from: Uint32Array;
  readonly until: Uint32Array;
  readonly differs: Uint8Array;
  /** The versions of each thing. */
  readonly byThing: ReadonlyMap<number, readonly number[]>;
}

const readVersions = once((bytes): Versions => {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const [things, from, until] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const differs = new Uint8Array(count);
  const byThing = new Map<number, number[]>();
  for (let version = 0; version < count; version++) {
    const thing = reader.varint();
    things[version] = thing;
    from[version] = reader.varint();
    until[version] = (from[version] ?? 0) + reader.varint();
    differs[version] = reader.varint();
    const own = byThing.get(thing);
    if (own === undefined) byThing.set(thing, [version]);
    else own.push(version);
  }
  return { things, from, until, differs, byThing };
});

function* openVersions(type: EntityType): Question<Versions> {
  return readVersions(yield* presentPiece(versionsName(type)));
}

function daysAt({ from, until }: Versions, version: number) {
  return { from: from[version] ?? 0, until: until[version] ?? 0 };
}

/** The numbers of the versions that stand on the day. */
export function* versionsOn(type: EntityType, day: number, meter: Meter): Question<Uint32Array> {
  const { from, until } = yield* openVersions(type);
  meter.spend(2 * NUMBER * from.length);
  const found = new Uint32Array(from.length);
  let count = 0;
  for (let version = 0; version < from.length; version++) {
    if ((from[version] ?? 0) <= day && day < (until[version] ?? 0)) found[count++] = version;
  }
  return found.slice(0, count);
}

type DaysOfTexts = Readonly<Record<string, readonly [from: number, until: number]>>;

const readDays = once((bytes): DaysOfTexts => readJson(bytes));

type Differences = readonly (readonly [from: number, differs: Readonly<Record<string, unknown>>])[];

const readDifferences = once((bytes): Differences => readJson(bytes));

/** Opens the past of a source on a day. */
export function openPast(source: Source, day: number, meter: Meter): Source {
  const ask = <T>(question: Question<T>) => answer(question, source, meter);
  return {
    summary: { ...source.summary, counts: source.summary.versionCounts },
    pieces: (names) => ask(piecesOf(names)),
    bySlug: (slugs) => ask(locate(slugs, day)),
    byNumber: (type, numbers) => ask(versionsAt(type, numbers)),
    texts: (articles) => ask(textsOn(articles, day)),
    dossiers: (slugs) => ask(dossiersOn(slugs, day, meter)),
  };
}

/** Those of the past; where the past has none of its own, those of the present. */
function* piecesOf(names: readonly string[]): Question<readonly (Uint8Array | null)[]> {
  const own = yield* pieces(names.map((name) => (isShared(name) ? name : pastName(name))));
  const missing = names.filter((name, index) => own[index] === null && !isShared(name));
  if (missing.length === 0) return own;
  const found = new Map((yield* pieces(missing)).map((piece, index) => [missing[index] ?? '', piece]));
  return names.map((name, index) => own[index] ?? found.get(name) ?? null);
}

/** Pieces of the present that questions about the past read too: what earlier texts say, and the slugs. */
function isShared(name: string): boolean {
  return (
    name.startsWith('history/') || name.startsWith('past-') || name.startsWith('slugs') || name.startsWith('retired')
  );
}

function* locate(slugs: readonly Slug[], day: number): Question<readonly (Located | null)[]> {
  const located = yield* bySlug(slugs);
  return yield* together(located.map((one) => onDay(one, day)));
}

/** What was removed before the day is found as it stood last: its present record may name what came after the day. */
function* onDay(located: Located | null, day: number): Question<Located | null> {
  if (located === null) return null;
  const { number, entity } = located;
  const versions = yield* openVersions(entity.type);
  const begun = (versions.byThing.get(number) ?? []).filter((one) => daysAt(versions, one).from <= day);
  const [version] = begun.sort((one, other) => daysAt(versions, other).from - daysAt(versions, one).from);
  if (version === undefined) return null;
  const [versionOfIt] = yield* versionsAt(entity.type, [version]);
  return versionOfIt === undefined ? null : { number: version, entity: versionOfIt };
}

/** The things as they were in these versions. */
function* versionsAt<T extends EntityType>(type: T, numbers: readonly number[]): Question<readonly Entities[T][]> {
  const versions = yield* openVersions(type);
  const things = yield* byNumber(
    type,
    numbers.map((version) => versions.things[version] ?? 0),
  );
  const found = yield* together(
    things.map((thing, index) => {
      const version = numbers[index] ?? 0;
      return versionOf(thing, versions.differs[version] === 1 ? (versions.from[version] ?? 0) : null);
    }),
  );
  return found as readonly Entities[T][];
}

/**
 * The thing as it was from a day on; null if it was what it is. Of an agent or a place the first mentions are left out:
 * only searches show them.
 */
function* versionOf(thing: Entity, from: number | null): Question<Entity> {
  if (from === null) return thing;
  const [piece = null] = yield* pieces([differencesName(thing.slug)]);
  const differs = piece === null ? undefined : readDifferences(piece).find(([first]) => first === from)?.[1];
  const history = yield* findHistory(thing.slug);
  const roots = rootsOf(thing, history?.assertions ?? []);
  const version = { ...thing, ...(alongWays(differs ?? {}, roots) as object) };
  return (isNamed(thing) ? { ...version, firstMentions: [] } : version) as Entity;
}

/** What ways begin at: the present reports or quotes of a thing, then what earlier texts say of it. */
export function rootsOf(thing: Entity, earlier: readonly Assertion[]): readonly Assertion[] {
  const present = thing.type === 'Event' ? thing.reports : thing.type === 'Statement' ? thing.quotes : [];
  return [...present, ...earlier];
}

/** Puts what each way leads to in its place: see `past-build.ts`. */
function alongWays(value: unknown, roots: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => alongWays(item, roots));
  if ('way' in value && Array.isArray(value.way)) {
    return value.way.reduce((part: unknown, field: string) => (part as Record<string, unknown>)[field], roots);
  }
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, alongWays(part, roots)]));
}

function* textsOn(articles: readonly Slug[], day: number): Question<readonly ArticleText[]> {
  const days = readDays(yield* presentPiece(DAYS_OF_TEXTS));
  const histories = yield* historiesOf(articles.filter((article) => !isAt(days, article, day)));
  const names = articles.map((article) => {
    return histories.get(article)?.texts.find((name) => isAt(days, name, day)) ?? article;
  });
  return yield* together(names.map(findText));
}

function* historiesOf(slugs: readonly Slug[]): Question<ReadonlyMap<Slug, KeptHistory>> {
  const found = yield* together(slugs.map(findHistory));
  return new Map(found.flatMap((history) => (history === null ? [] : [[history.of, history]])));
}

function isAt(days: DaysOfTexts, name: string, day: number): boolean {
  const [from, until] = days[name] ?? [0, 0];
  return isOn({ from, until }, day);
}

function* dossiersOn(slugs: readonly Slug[], day: number, meter: Meter): Question<readonly Dossier[]> {
  const days = readDays(yield* presentPiece(DAYS_OF_TEXTS));
  const present = yield* dossiers(slugs);
  const histories = yield* historiesOf(slugs);
  return present.map((dossier) => {
    const history = histories.get(dossier.of);
    const earlier = history?.assertions ?? [];
    const mentions = [...dossier.mentions, ...(history?.mentions ?? [])];
    meter.spend(MENTION * mentions.length);
    const on = <T extends Assertion>(facts: readonly T[], isOfType: (fact: Assertion) => fact is T): T[] =>
      [...facts, ...earlier.filter(isOfType)]
        .filter(({ evidence }) => isAt(days, evidence[0]?.source ?? '', day))
        .sort((a, b) => bySource(a.evidence[0], b.evidence[0]));
    return {
      of: dossier.of,
      mentions: mentions.filter(({ source }) => isAt(days, source, day)).sort(bySource),
      positions: on(dossier.positions, (fact) => fact.type === 'Position'),
      relatives: on(dossier.relatives, (fact) => fact.type === 'Kinship'),
      lifeDates: on(dossier.lifeDates, (fact) => fact.type === 'LifeDate'),
    };
  });
}

/** Microseconds for a mention: whether its text stands on the day, and its place among the others. */
const MENTION = 0.4;

/** By article; within one as they were. On one day an article has one text. */
function bySource(a: Evidence | undefined, b: Evidence | undefined): number {
  const [one, other] = [articleOf(a?.source ?? ''), articleOf(b?.source ?? '')];
  return one < other ? -1 : one > other ? 1 : 0;
}
