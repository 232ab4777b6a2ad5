/**
 * Source: where a store's data lies. Every question is answered by the same code (`data/engine/`), whatever holds the
 * data; a source only fetches what it is asked for by name or number.
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
  /** The pieces of the index with these names, in the order asked; null where there is none of that name. */
  pieces(names: readonly string[]): Awaitable<readonly (Uint8Array | null)[]>;
  /** The things with these slugs, in the order asked; null where there is none. */
  bySlug(slugs: readonly Slug[]): Awaitable<readonly (Located | null)[]>;
  /** The things of a type with these numbers, in the order asked. Every number has to exist. */
  byNumber<T extends EntityType>(type: T, numbers: readonly number[]): Awaitable<readonly Entities[T][]>;
  /** Text, paragraphs and marks of the articles with these slugs, in the order asked. Every slug has to exist. */
  texts(articles: readonly Slug[]): Awaitable<readonly ArticleText[]>;
  /** Mentions and facts of the named things with these slugs, in the order asked. Every slug has to exist. */
  dossiers(slugs: readonly Slug[]): Awaitable<readonly Dossier[]>;
}

/**
 * The version of the index: what its pieces are called, how they are packed and what the terms in them mean. Raise it
 * with every change of that, so that an index and a code that do not belong together are told apart: a bundle is
 * compiled with the code, but a corpus in D1 may have been published by an older release.
 */
export const INDEX_VERSION = 1;

/** What a question may ask its source for before it goes on. */
export type Need =
  | { readonly kind: 'PIECES'; readonly names: readonly string[] }
  | { readonly kind: 'BY_SLUG'; readonly slugs: readonly Slug[] }
  | { readonly kind: 'BY_NUMBER'; readonly type: EntityType; readonly numbers: readonly number[] }
  | { readonly kind: 'TEXTS'; readonly articles: readonly Slug[] }
  | { readonly kind: 'DOSSIERS'; readonly slugs: readonly Slug[] }
  /** Several at once, for whoever can fetch them in one go. */
  | { readonly kind: 'TOGETHER'; readonly needs: readonly Need[] };

/**
 * A question: code that stops wherever it needs something of the source (`yield* pieces([...])`) and goes on with it.
 * So it is written once, and runs without a promise over a source at hand and with promises over a remote one.
 */
export type Question<T> = Generator<Need, T, readonly unknown[]>;

export function* pieces(names: readonly string[]): Question<readonly (Uint8Array | null)[]> {
  return (yield { kind: 'PIECES', names }) as readonly (Uint8Array | null)[];
}

/** Like `pieces`, where the index has every one of them. */
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

export function* bySlug(slugs: readonly Slug[]): Question<readonly (Located | null)[]> {
  return (yield { kind: 'BY_SLUG', slugs }) as readonly (Located | null)[];
}

export function* byNumber<T extends EntityType>(type: T, numbers: readonly number[]): Question<readonly Entities[T][]> {
  return (yield { kind: 'BY_NUMBER', type, numbers }) as readonly Entities[T][];
}

export function* texts(articles: readonly Slug[]): Question<readonly ArticleText[]> {
  return (yield { kind: 'TEXTS', articles }) as readonly ArticleText[];
}

export function* dossiers(slugs: readonly Slug[]): Question<readonly Dossier[]> {
  return (yield { kind: 'DOSSIERS', slugs }) as readonly Dossier[];
}

/** Several questions side by side: each time, what all of them need next is asked for at once. */
export function* together<T>(questions: readonly Question<T>[]): Question<readonly T[]> {
  const steps = questions.map((question) => question.next([]));
  for (;;) {
    const open = steps.flatMap((step, index) => (step.done ? [] : [{ index, need: step.value }]));
    if (open.length === 0) break;
    const found = (yield { kind: 'TOGETHER', needs: open.map(({ need }) => need) }) as readonly (readonly unknown[])[];
    for (const [place, { index }] of open.entries()) {
      const question = questions[index];
      if (question !== undefined) steps[index] = question.next(found[place] ?? []);
    }
  }
  return steps.map((step) => step.value as T);
}

/**
 * Runs a question over a source: at once if the source answers at once, with a promise from where it does not. What it
 * needs is paid before it is fetched.
 */
export function answer<T>(
  question: Question<T>,
  source: Source,
  meter: Meter,
  given: readonly unknown[] = [],
): Awaitable<T> {
  let step = question.next(given);
  while (!step.done) {
    payFor(step.value, meter);
    const found = fetchNeed(source, step.value);
    if (found instanceof Promise) return found.then((values) => answer(question, source, meter, values));
    step = question.next(found);
  }
  return step.value;
}

/** All of it before any is fetched: nobody would wait for what is on its way when the meter throws. */
function payFor(need: Need, meter: Meter): void {
  if (need.kind === 'TOGETHER') for (const one of need.needs) payFor(one, meter);
  else meter.spend(priceOf(need));
}

function priceOf(need: Exclude<Need, { readonly kind: 'TOGETHER' }>): number {
  switch (need.kind) {
    case 'PIECES':
      return PIECE * need.names.length;
    case 'BY_SLUG':
      return RECORD * need.slugs.length;
    case 'BY_NUMBER':
      return RECORD * need.numbers.length;
    case 'TEXTS':
      return RECORD * need.articles.length;
    case 'DOSSIERS':
      return DOSSIER * need.slugs.length;
  }
}

function fetchNeed(source: Source, need: Need): Awaitable<readonly unknown[]> {
  switch (need.kind) {
    case 'PIECES':
      return source.pieces(need.names);
    case 'BY_SLUG':
      return source.bySlug(need.slugs);
    case 'BY_NUMBER':
      return source.byNumber(need.type, need.numbers);
    case 'TEXTS':
      return source.texts(need.articles);
    case 'DOSSIERS':
      return source.dossiers(need.slugs);
    case 'TOGETHER':
      return allOf(need.needs.map((one) => fetchNeed(source, one)));
  }
}

/** Microseconds for each thing fetched, as a bundle has it; over D1 each is a row or two that are read. */
const PIECE = 5;
export const RECORD = 3;
const DOSSIER = 10;

/** How many times larger what is decoded of a piece may be than its bytes: it is kept as long as these, and weighs with them. */
export const DECODED_GROWS = 5;

/** A decoder that remembers. A source that keeps a piece hands out the same bytes again, and they are known by identity. */
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
