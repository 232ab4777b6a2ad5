/** The default source: the compiled bundle in memory. It answers synchronously, so a whole request needs no promise. */

import { BoundedCache, weighText } from '../bounded-cache.ts';
import { ByteReader } from '../bytes.ts';
import { type ArticleText, type Dossier, ENTITY_TYPES, type Entities, type EntityType, type Slug } from '../model.ts';
import { DECODED_GROWS, keyOf, type Located, placeOfKey, type Source } from '../source.ts';
import { BundledEvidence } from './evidence.ts';
import { openBundle } from './pack.ts';
import { BundledText } from './text.ts';
import { readValue } from './value.ts';

/** How many bytes of the isolate's 128 MB decoded things, texts and index pieces may take. */
const ENTITY_BYTES = 12_000_000;
const DOSSIER_BYTES = 8_000_000;
const TEXT_BYTES = 8_000_000;
const PIECE_BYTES = 12_000_000;
const WORD_BYTES = 3_000_000;
const PLACE_BYTES = 1_000_000;

/** Measured: how many times larger a record becomes once it is read and its words are cut, and a text once decoded. */
const RECORD_GROWS = 20;
const TEXT_GROWS = 3;
/** The bytes that each kept entry takes besides its content. */
const ENTRY_BYTES = 150;

/**
 * One entry that is part of the corpus may take a large part of its cache: there are few such entries, and no caller
 * can create one.
 */
const LARGE = 1 / 3;

/** Opens a bundle that `packBundle` packed. */
export function openBundledSource(bundle: Uint8Array): Source {
  const opened = openBundle(bundle);
  const words = new BoundedCache<number, string>(WORD_BYTES, weighText);
  const vocabulary = {
    shapes: opened.shapes,
    texts: { at: (number: number) => words.get(number, () => DECODER.decode(opened.words.at(number))) },
  };
  const texts = {
    slugOf: (number: number): Slug => slugOf('Article', number),
    bytesOf: (number: number) => opened.texts.at(number),
  };
  const read = (bytes: Uint8Array) =>
    readValue(new ByteReader(bytes), vocabulary, (stored) => new BundledEvidence(stored, texts));

  const entities = new BoundedCache<number, Entities[EntityType]>(
    ENTITY_BYTES,
    ({ type }, key) => RECORD_GROWS * opened.entities[type].at(placeOfKey(key).number).length + ENTRY_BYTES,
    LARGE,
  );
  const places = new BoundedCache<Slug, Place>(PLACE_BYTES, (_, slug) => weighText(slug));
  const dossiers = new BoundedCache<Slug, Dossier>(
    DOSSIER_BYTES,
    (_, slug) => RECORD_GROWS * (opened.table.get(`dossier/${slug}`)?.length ?? 0) + weighText(slug),
    LARGE,
  );
  const articleTexts = new BoundedCache<number, ArticleText>(
    TEXT_BYTES,
    (_, number) =>
      TEXT_GROWS * opened.texts.at(number).length + RECORD_GROWS * opened.marks.at(number).length + ENTRY_BYTES,
    LARGE,
  );
  const pieces = new BoundedCache<string, Uint8Array | null>(
    PIECE_BYTES,
    (piece, name) => DECODED_GROWS * (piece?.length ?? 0) + weighText(name),
    LARGE,
  );

  // The records of a bundle were packed from these types.
  function entityAt<T extends EntityType>(type: T, number: number): Entities[T] {
    return entities.get(
      keyOf(type, number),
      () => read(opened.entities[type].at(number)) as Entities[T],
    ) as Entities[T];
  }

  function slugOf(type: EntityType, number: number): Slug {
    return entityAt(type, number).slug;
  }

  /** Absent slugs are not cached, but looked up again: callers can make up any number of them, of any length. */
  function locate(slug: Slug): Located | null {
    const known = places.find(slug);
    const found = known ?? lookUp(slug);
    if (found === null) return null;
    if (known === undefined) places.keep(slug, found);
    // The record is cached only by its number: if it were also kept here, it would stay after its eviction there.
    return { number: found.number, entity: entityAt(found.type, found.number) };
  }

  function lookUp(slug: Slug): Place | null {
    const found = opened.table.get(`slug/${slug}`);
    if (found === null) return null;
    const reader = new ByteReader(found);
    const type = ENTITY_TYPES[reader.varint()] ?? 'Article';
    return { type, number: reader.varint() };
  }

  function textOf(slug: Slug): ArticleText {
    const located = locate(slug);
    if (located?.entity.type !== 'Article') throw new Error(`The bundle has no text of an article "${slug}".`);
    return articleTexts.get(
      located.number,
      (number) => new BundledText(slug, opened.texts.at(number), opened.marks.at(number), slugOf),
    );
  }

  function dossierOf(slug: Slug): Dossier {
    return dossiers.get(slug, () => {
      const found = opened.table.get(`dossier/${slug}`);
      if (found === null) throw new Error(`The bundle has no dossier of "${slug}".`);
      return read(found) as Dossier;
    });
  }

  return {
    summary: opened.summary,
    pieces: (names) => names.map((name) => pieces.get(name, () => opened.index.get(name))),
    bySlug: (slugs) => slugs.map(locate),
    byNumber: (type, numbers) => numbers.map((number) => entityAt(type, number)),
    texts: (articles) => articles.map(textOf),
    dossiers: (slugs) => slugs.map(dossierOf),
  };
}

/** The type and number by which a record is found. */
interface Place {
  readonly type: EntityType;
  readonly number: number;
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
