/**
 * Values: records as bytes. An object is written as the number of its shape (the list of its fields) and its values; a
 * text that occurs more than once is written as a number too. Evidence is written as its place, without its words: they
 * are cut out of the article's text when needed.
 */
import type { ByteReader, ByteWriter } from '../bytes.ts';
import type { Evidence } from '../model.ts';
import { earlierRevision } from '../revision.ts';

/** The values that records consist of. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [field: string]: Value };

/** Raise it with every change of the format: bundles of other versions are refused. */
export const FORMAT_VERSION = 2;

const TAG = {
  NULL: 0,
  FALSE: 1,
  TRUE: 2,
  INTEGER: 3,
  NUMBER: 4,
  TEXT: 5,
  KNOWN_TEXT: 6,
  LIST: 7,
  OBJECT: 8,
  EVIDENCE: 9,
} as const;

/** The shapes and texts that values refer to by number. */
export interface Vocabulary {
  readonly shapes: readonly (readonly string[])[];
  readonly texts: { readonly at: (number: number) => string };
}

/** The bytes of evidence's words in the article's text, which readers do not see. */
export interface BytePlace {
  readonly byteStart: number;
  readonly byteEnd: number;
}

export interface EvidencePlaces {
  /** The number of the evidence's article, and the place of its words in the bytes of that article's text. */
  readonly placeOf: (evidence: Evidence) => BytePlace & { readonly articleNumber: number };
}

/** Gathers texts in a first pass over the values, then writes the values with the numbers of shapes and texts. */
export class ValueWriter {
  readonly #places: EvidencePlaces;
  readonly #shapes = new Map<string, { readonly number: number; readonly fields: readonly string[] }>();
  /** The number of each text, and how often each occurs. */
  readonly #found = new Map<string, number>();
  readonly #counts: number[] = [];
  #texts: ReadonlyMap<string, number> = new Map();

  constructor(places: EvidencePlaces) {
    this.#places = places;
  }

  /** Counts the texts of a value. Must be called with every value before the first is written. */
  learn(value: unknown): void {
    if (typeof value === 'string') this.#count(value);
    else if (Array.isArray(value)) for (const item of value) this.learn(item);
    else if (typeof value === 'object' && value !== null && !isEvidence(value)) {
      for (const part of Object.values(value)) this.learn(part);
    }
  }

  #count(text: string): void {
    const number = this.#found.get(text);
    if (number !== undefined) this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    else this.#found.set(text, this.#counts.push(1) - 1);
  }

  /** Numbers the texts that occur more than once, the most frequent first, so that their numbers are short. */
  settle(): readonly string[] {
    const repeated: (readonly [text: string, count: number])[] = [];
    for (const [text, number] of this.#found) {
      const count = this.#counts[number] ?? 0;
      if (count > 1) repeated.push([text, count]);
    }
    // Writing asks only for the texts that have a number.
    this.#found.clear();
    repeated.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    const texts = repeated.map(([text]) => text);
    this.#texts = new Map(texts.map((text, number) => [text, number]));
    return texts;
  }

  /** Complete once every value is written. */
  get shapes(): readonly (readonly string[])[] {
    return [...this.#shapes.values()].map(({ fields }) => fields);
  }

  write(value: unknown, writer: ByteWriter): void {
    if (value === null) writer.varint(TAG.NULL);
    else if (typeof value === 'boolean') writer.varint(value ? TAG.TRUE : TAG.FALSE);
    else if (typeof value === 'number') writeNumber(value, writer);
    else if (typeof value === 'string') this.#writeText(value, writer);
    else if (Array.isArray(value)) {
      writer.varint(TAG.LIST).varint(value.length);
      for (const item of value) this.write(item, writer);
    } else if (typeof value === 'object') {
      if (isEvidence(value)) this.#writeEvidence(value, writer);
      else this.#writeObject(value, writer);
    } else throw new Error(`A record cannot hold ${typeof value}.`);
  }

  #writeText(text: string, writer: ByteWriter): void {
    const number = this.#texts.get(text);
    if (number === undefined) writer.varint(TAG.TEXT).text(text);
    else writer.varint(TAG.KNOWN_TEXT).varint(number);
  }

  #writeObject(object: object, writer: ByteWriter): void {
    const fields = Object.keys(object);
    const name = fields.join(' ');
    const shape = this.#shapes.get(name) ?? { number: this.#shapes.size, fields };
    this.#shapes.set(name, shape);
    writer.varint(TAG.OBJECT).varint(shape.number);
    for (const part of Object.values(object)) this.write(part, writer);
  }

  #writeEvidence(evidence: Evidence, writer: ByteWriter): void {
    const { articleNumber, byteStart, byteEnd } = this.#places.placeOf(evidence);
    const { paragraph, start, end, utf16Start, utf16End } = evidence;
    writer.varint(TAG.EVIDENCE).varint(articleNumber).varint(paragraph);
    // Each count is at least the one before it, and usually equal: an ASCII text has one byte per code point.
    writer
      .varint(start)
      .varint(utf16Start - start)
      .varint(byteStart - utf16Start);
    const length = end - start;
    const utf16Length = utf16End - utf16Start;
    writer
      .varint(length)
      .varint(utf16Length - length)
      .varint(byteEnd - byteStart - utf16Length);
  }
}

/** Stored evidence: its place. The opener of a bundle makes the record from it, with its words. */
export interface StoredEvidence extends BytePlace {
  readonly articleNumber: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly utf16Start: number;
  readonly utf16End: number;
}

/** Reads the value that a `ValueWriter` wrote. */
export function readValue(
  reader: ByteReader,
  vocabulary: Vocabulary,
  openEvidence: (stored: StoredEvidence) => Evidence,
): unknown {
  const tag = reader.varint();
  switch (tag) {
    case TAG.NULL:
      return null;
    case TAG.FALSE:
      return false;
    case TAG.TRUE:
      return true;
    case TAG.INTEGER:
      return reader.varint();
    case TAG.NUMBER:
      return Number(reader.text());
    case TAG.TEXT:
      return reader.text();
    case TAG.KNOWN_TEXT:
      return vocabulary.texts.at(reader.varint());
    case TAG.LIST: {
      const items: unknown[] = [];
      for (let left = reader.varint(); left > 0; left--) items.push(readValue(reader, vocabulary, openEvidence));
      return items;
    }
    case TAG.OBJECT: {
      const object: Record<string, unknown> = {};
      for (const field of vocabulary.shapes[reader.varint()] ?? []) {
        object[field] = readValue(reader, vocabulary, openEvidence);
      }
      return object;
    }
    case TAG.EVIDENCE:
      return openEvidence(readEvidence(reader));
    default:
      throw new Error(`The bundle has a value of the unknown kind ${tag}.`);
  }
}

function readEvidence(reader: ByteReader): StoredEvidence {
  const articleNumber = reader.varint();
  const paragraph = reader.varint();
  const start = reader.varint();
  const utf16Start = start + reader.varint();
  const byteStart = utf16Start + reader.varint();
  const length = reader.varint();
  const utf16Length = length + reader.varint();
  const byteEnd = byteStart + utf16Length + reader.varint();
  return {
    articleNumber,
    paragraph,
    start,
    end: start + length,
    utf16Start,
    utf16End: utf16Start + utf16Length,
    byteStart,
    byteEnd,
  };
}

function writeNumber(value: number, writer: ByteWriter): void {
  if (Number.isSafeInteger(value) && value >= 0) writer.varint(TAG.INTEGER).varint(value);
  else writer.varint(TAG.NUMBER).text(String(value));
}

/** Evidence in an earlier text is written with its words, since only the present texts are at hand as bytes. */
function isEvidence(value: object): value is Evidence {
  return 'type' in value && value.type === 'Evidence' && earlierRevision((value as Evidence).source) === null;
}
