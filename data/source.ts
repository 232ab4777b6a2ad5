/**
 * Source: where a store's data is kept. The same code (`data/engine/`) answers every question over any source; a source
 * only fetches data by name or number.
 */

import {
  type ArticleText,
  type CorpusSummary,
  type Dossier,
  ENTITY_TYPES,
  type Entities,
  type Entity,
  type EntityType,
  type Slug,
} from './model.ts';
import { type Awaitable, allOf, type Meter } from './store.ts';

/** A thing and its number: things of a type are numbered from 0 in their default order (see `order.ts`). */
export interface Located<T extends EntityType = EntityType> {
  readonly number: number;
  readonly entity: Extract<Entity, { readonly type: T }>;
}

/** A thing by its type and number, in one number. */
export function keyOf(type: EntityType, number: number): number {
  return number * ENTITY_TYPES.length + ENTITY_TYPES.indexOf(type);
}

export function placeOfKey(key: number): { readonly type: EntityType; readonly number: number } {
  return { type: ENTITY_TYPES[key % ENTITY_TYPES.length] ?? 'Article', number: Math.floor(key / ENTITY_TYPES.length) };
}

export interface Source {
  readonly summary: CorpusSummary;
  /** The pieces of the index with these names, in the order asked; null if there is none of that name. */
  pieces(names: readonly string[]): Awaitable<readonly (Uint8Array | null)[]>;
  /** The things with these slugs, in the order asked; null if there is none. */
  bySlug(slugs: readonly Slug[]): Awaitable<readonly (Located | null)[]>;
  /** The things of a type with these numbers, in the order asked. Every number must exist. */
  byNumber<T extends EntityType>(type: T, numbers: readonly number[]): Awaitable<readonly Entities[T][]>;
  /** Text, paragraphs and marks of the articles with these slugs, in the order asked. Every slug must exist. */
  texts(articles: readonly Slug[]): Awaitable<readonly ArticleText[]>;
  /** Mentions and facts of the named things with these slugs, in the order asked. Every slug must exist. */
  dossiers(slugs: readonly Slug[]): Awaitable<readonly Dossier[]>;
}

/**
 * The version of the index: the names of its pieces, how they are packed and what the terms in them mean. Raise it with
 * every such change, so that code notices an index that it cannot read: a bundle is compiled with the code, but a
 * corpus in D1 may have been published by an older release.
 */
export const INDEX_VERSION = 6;

/** What a question needs from its source before it goes on, and what that costs. */
export interface Need {
  readonly microseconds: number;
  readonly fetch: (source: Source) => Awaitable<readonly unknown[]>;
}

/**
 * A question: code that pauses when it needs something from the source (`yield* pieces([...])`) and goes on with it. So
 * it is written once, and runs without promises over a source in memory and with promises over a remote one.
 */
export type Question<T> = Generator<Need, T, readonly unknown[]>;

function* need<T>(microseconds: number, fetch: (source: Source) => Awaitable<readonly T[]>): Question<readonly T[]> {
  return (yield { microseconds, fetch }) as readonly T[];
}

/** Microseconds for each thing fetched from a bundle; over D1 it is a part of a chunk, which is a row or two to read. */
const PIECE = 5;
export const RECORD = 3;
const DOSSIER = 10;

export function pieces(names: readonly string[]): Question<readonly (Uint8Array | null)[]> {
  return need(PIECE * names.length, (source) => source.pieces(names));
}

/** Like `pieces`, but the index must have all of them. */
export function* presentPieces(names: readonly string[]): Question<readonly Uint8Array[]> {
  const found = yield* pieces(names);
  return found.map((piece, index) => {
    if (piece === null) throw new Error(`The index has no piece "${names[index]}".`);
    return piece;
  });
}

export function* presentPiece(name: string): Question<Uint8Array> {
  const [piece] = yield* presentPieces([name]);
  return piece as Uint8Array;
}

export function bySlug(slugs: readonly Slug[]): Question<readonly (Located | null)[]> {
  return need(RECORD * slugs.length, (source) => source.bySlug(slugs));
}

export function byNumber<T extends EntityType>(type: T, numbers: readonly number[]): Question<readonly Entities[T][]> {
  return need(RECORD * numbers.length, (source) => source.byNumber(type, numbers));
}

/** Things of several types in the order asked, all fetched at once. */
export function* byPlace<T extends EntityType>(
  places: readonly { readonly type: T; readonly number: number }[],
): Question<readonly Entities[T][]> {
  const byType = [...Map.groupBy(places, ({ type }) => type)];
  const found = yield* together(
    byType.map(([type, own]) =>
      byNumber(
        type,
        own.map(({ number }) => number),
      ),
    ),
  );
  const queues = new Map(byType.map(([type], index) => [type, (found[index] ?? []).values()]));
  return places.flatMap(({ type }) => queues.get(type)?.next().value ?? []);
}

export function texts(articles: readonly Slug[]): Question<readonly ArticleText[]> {
  return need(RECORD * articles.length, (source) => source.texts(articles));
}

export function dossiers(slugs: readonly Slug[]): Question<readonly Dossier[]> {
  return need(DOSSIER * slugs.length, (source) => source.dossiers(slugs));
}

/** Runs several questions side by side: what all of them need next is fetched at once. */
export function* together<T>(questions: readonly Question<T>[]): Question<readonly T[]> {
  const steps = questions.map((question) => question.next([]));
  for (;;) {
    const open = steps.flatMap((step, index) => (step.done ? [] : [{ index, wanted: step.value }]));
    if (open.length === 0) break;
    const found = yield* need(
      open.reduce((sum, { wanted }) => sum + wanted.microseconds, 0),
      (source) => allOf(open.map(({ wanted }) => wanted.fetch(source))),
    );
    for (const [place, { index }] of open.entries()) {
      const question = questions[index];
      if (question !== undefined) steps[index] = question.next(found[place] ?? []);
    }
  }
  return steps.map((step) => step.value as T);
}

/**
 * Runs a question over a source: synchronously as long as the source answers synchronously, with a promise after that.
 * The cost of what it needs is spent before fetching.
 */
export function answer<T>(
  question: Question<T>,
  source: Source,
  meter: Meter,
  given: readonly unknown[] = [],
): Awaitable<T> {
  let step = question.next(given);
  while (!step.done) {
    // Spends for everything before fetching any of it: if the meter threw later, nobody would await what is on its way.
    meter.spend(step.value.microseconds);
    const found = step.value.fetch(source);
    if (found instanceof Promise) return found.then((values) => answer(question, source, meter, values));
    step = question.next(found);
  }
  return step.value;
}

/** How many times larger a decoded piece may be than its bytes: it is kept as long as they are, and weighed with them. */
export const DECODED_GROWS = 5;

/** A decoder that remembers its results by the identity of the bytes: a source that keeps a piece returns the same ones. */
export function once<T>(decode: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const known = new WeakMap<Uint8Array, { readonly value: T }>();
  return (bytes) => {
    const found = known.get(bytes);
    if (found !== undefined) return found.value;
    const value = decode(bytes);
    known.set(bytes, { value });
    return value;
  };
}
