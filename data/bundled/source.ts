/** The default source: the compiled bundle in memory. It answers at once, so that a whole request needs no promise. */

import { BoundedCache } from '../bounded-cache.ts';
import { ByteReader } from '../index/bytes.ts';
import type { Located, Source } from '../index/source.ts';
import { type ArticleText, type Dossier, ENTITY_TYPES, type Entities, type EntityType, type Slug } from '../model.ts';
import { BundledEvidence } from './evidence.ts';
import { openBundle } from './pack.ts';
import { BundledText } from './text.ts';
import { readValue } from './value.ts';

/** How many things, texts and pieces of the index are kept ready: a few megabytes of the isolate's 128. */
const ENTITIES_KEPT = 4096;
const TEXTS_KEPT = 512;
const DOSSIERS_KEPT = 256;
const PIECES_KEPT = 2048;
const WORDS_KEPT = 16_384;

/** Opens a bundle as `packBundle` packed it. */
export function openBundledSource(bundle: Uint8Array): Source {
  const opened = openBundle(bundle);
  const words = new BoundedCache<number, string>(WORDS_KEPT);
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

  const entities = new BoundedCache<number, Entities[EntityType]>(ENTITIES_KEPT);
  const places = new BoundedCache<Slug, Located>(ENTITIES_KEPT);
  const dossiers = new BoundedCache<Slug, Dossier>(DOSSIERS_KEPT);
  const articleTexts = new BoundedCache<number, ArticleText>(TEXTS_KEPT);
  const pieces = new BoundedCache<string, Uint8Array | null>(PIECES_KEPT);

  // What a bundle holds was packed from records of these types.
  function entityAt<T extends EntityType>(type: T, number: number): Entities[T] {
    return entities.get(
      number * ENTITY_TYPES.length + ENTITY_TYPES.indexOf(type),
      () => read(opened.entities[type].at(number)) as Entities[T],
    ) as Entities[T];
  }

  function slugOf(type: EntityType, number: number): Slug {
    return entityAt(type, number).slug;
  }

  /** What is not there is looked for again: nobody knows how long a name is that somebody makes up. */
  function locate(slug: Slug): Located | null {
    const known = places.find(slug);
    if (known !== undefined) return known;
    const found = lookUp(slug);
    if (found !== null) places.keep(slug, found);
    return found;
  }

  function lookUp(slug: Slug): Located | null {
    const found = opened.table.get(`slug/${slug}`);
    if (found === null) return null;
    const reader = new ByteReader(found);
    const type = ENTITY_TYPES[reader.varint()] ?? 'Article';
    const number = reader.varint();
    return { number, entity: entityAt(type, number) };
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

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
