/**
 * The bundle: a corpus and its index as one run of bytes, packed when compiling and opened when the Worker starts.
 * Opening reads a few tables and decodes nothing: a start may take at most 1 s of CPU, and parsing JSON would take half
 * of that at 10,000 statements.
 */

import { ByteReader, ByteWriter, joinBytes } from '../bytes.ts';
import type { IndexedCorpus } from '../engine/build.ts';
import {
  type ArticleText,
  type CorpusSummary,
  ENTITY_TYPES,
  type EntityType,
  type Evidence,
  type Slug,
} from '../model.ts';
import { packMarks } from './marks.ts';
import { NamedPieces, packNamedPieces } from './piece-table.ts';
import { FORMAT_VERSION, ValueWriter } from './value.ts';

/** A run of byte strings, found by number. */
export interface Rows {
  readonly length: number;
  readonly at: (number: number) => Uint8Array;
}

/** An open bundle. */
export interface OpenBundle {
  readonly summary: CorpusSummary;
  readonly shapes: readonly (readonly string[])[];
  /** The texts that values refer to by number. */
  readonly words: Rows;
  readonly entities: { readonly [T in EntityType]: Rows };
  /** Paragraphs and marks of each article. */
  readonly marks: Rows;
  /** The texts of the articles in UTF-8. */
  readonly texts: Rows;
  /** By slug: the type and number of each thing, and each dossier. */
  readonly table: NamedPieces;
  readonly index: NamedPieces;
}

export function packBundle(corpus: IndexedCorpus): Uint8Array {
  const articles = new Map(corpus.entities.Article.map(({ slug }, number) => [slug, number]));
  const values = new ValueWriter(openPlaces(corpus.texts, articles));
  for (const type of ENTITY_TYPES) values.learn(corpus.entities[type]);
  values.learn(corpus.dossiers);
  const words = values.settle();

  const write = (value: unknown, writer: ByteWriter) => values.write(value, writer);
  // Before the dossiers, since shapes are numbered as they are met.
  const entities = ENTITY_TYPES.map((type) => packRows<unknown>(corpus.entities[type], write));
  const writer = new ByteWriter();
  const table = new Map<string, Uint8Array>();
  for (const dossier of corpus.dossiers) {
    write(dossier, writer);
    table.set(`dossier/${dossier.of}`, writer.take());
  }
  const locations = new Map<Slug, readonly [EntityType, number]>();
  for (const type of ENTITY_TYPES) {
    for (const [number, { slug }] of corpus.entities[type].entries()) {
      locations.set(slug, [type, number]);
      table.set(`slug/${slug}`, writer.varint(ENTITY_TYPES.indexOf(type)).varint(number).take());
    }
  }
  const head = { version: FORMAT_VERSION, summary: corpus.summary, shapes: values.shapes };
  return packSections([
    encode(JSON.stringify(head)),
    packRows(words, writeText),
    packRows(corpus.texts, (text, into) => into.raw(packMarks(text, locations))),
    packRows(corpus.texts, ({ text }, into) => writeText(text, into)),
    packNamedPieces(table),
    packNamedPieces(corpus.pieces),
    ...entities,
  ]);
}

/** Opens a bundle. Refuses one of another version, which comes from another build than the code. */
export function openBundle(bundle: Uint8Array): OpenBundle {
  const [head, words, marks, texts, table, index, ...rest] = openSections(bundle);
  const { version, summary, shapes } = JSON.parse(DECODER.decode(head));
  if (version !== FORMAT_VERSION) {
    throw new Error(
      `The bundle has format version ${version}, and the code reads version ${FORMAT_VERSION}. Compile it again.`,
    );
  }
  const entities = Object.fromEntries(
    ENTITY_TYPES.map((type, number) => [type, openRows(rest[number])]),
  ) as OpenBundle['entities'];
  return {
    summary,
    shapes,
    words: openRows(words),
    entities,
    marks: openRows(marks),
    texts: openRows(texts),
    table: new NamedPieces(present(table)),
    index: new NamedPieces(present(index)),
  };
}

/** Finds evidence in the bytes of its article's text. */
function openPlaces(texts: readonly ArticleText[], articles: ReadonlyMap<Slug, number>) {
  const counts = new Map<Slug, Uint32Array>();
  const bytesBefore = (article: Slug): Uint32Array => {
    const known = counts.get(article);
    if (known !== undefined) return known;
    // Evidence comes in the order of records, not of articles, so the counts of all articles are kept.
    const counted = countBytes(texts[articles.get(article) ?? -1]?.text ?? '');
    counts.set(article, counted);
    return counted;
  };
  return {
    placeOf: ({ source, utf16Start, utf16End }: Evidence) => {
      const before = bytesBefore(source);
      return {
        articleNumber: articles.get(source) ?? 0,
        byteStart: before[utf16Start] ?? 0,
        byteEnd: before[utf16End] ?? 0,
      };
    },
  };
}

/** For each UTF-16 position, the number of UTF-8 bytes before it. */
function countBytes(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    counts[at] = bytes;
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint < 0x80) bytes++;
    else if (codePoint < 0x800) bytes += 2;
    else if (codePoint < 0x10000) bytes += 3;
    else {
      // The second half of the pair has as many bytes before it as the first.
      counts[++at] = bytes;
      bytes += 4;
    }
  }
  counts[text.length] = bytes;
  return counts;
}

/** The length of each section, then the sections. */
function packSections(sections: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter().varint(sections.length);
  for (const { length } of sections) writer.varint(length);
  return joinBytes([writer.finish(), ...sections]);
}

function openSections(bytes: Uint8Array): Uint8Array[] {
  const reader = new ByteReader(bytes);
  const lengths = Array.from({ length: reader.varint() }, () => reader.varint());
  const total = lengths.reduce((sum, length) => sum + length, reader.at);
  if (total !== bytes.length) {
    throw new Error(`The bundle should have ${total} bytes but has ${bytes.length}. Compile it again.`);
  }
  return lengths.map((length) => reader.raw(length));
}

/**
 * The number of rows, the start of each (four bytes, little endian) and the end of the last, then the rows. They are
 * written one after another: as many buffers of their own would be most of the work of the garbage collector.
 */
function packRows<Row>(rows: readonly Row[], write: (row: Row, writer: ByteWriter) => void): Uint8Array {
  const table = new Uint8Array(4 * (rows.length + 2));
  const view = new DataView(table.buffer);
  view.setUint32(0, rows.length, true);
  const writer = new ByteWriter();
  for (const [number, row] of rows.entries()) {
    view.setUint32(4 * (number + 1), writer.length, true);
    write(row, writer);
  }
  view.setUint32(4 * (rows.length + 1), writer.length, true);
  return joinBytes([table, writer.written()]);
}

function writeText(text: string, writer: ByteWriter): void {
  writer.raw(encode(text));
}

function openRows(section: Uint8Array | undefined): Rows {
  const bytes = present(section);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const from = 4 * (length + 2);
  return {
    length,
    at(number) {
      if (number < 0 || number >= length)
        throw new Error(`The bundle has ${length} rows and none with number ${number}.`);
      const start = view.getUint32(4 * (number + 1), true);
      return bytes.subarray(from + start, from + view.getUint32(4 * (number + 2), true));
    },
  };
}

function present(section: Uint8Array | undefined): Uint8Array {
  if (section === undefined) throw new Error('The bundle ends before its last section.');
  return section;
}

function encode(text: string): Uint8Array {
  return ENCODER.encode(text);
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
