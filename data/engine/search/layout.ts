/** Layout: what lies at which positions. Statements are parts of articles, names are texts of their own. */
import { ByteReader, ByteWriter } from '../../bytes.ts';

/** Consecutive words of the corpus, by their positions; half open. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** A part of an article that belongs to a statement. */
export interface Stretch extends WordRange {
  readonly statement: number;
  /** The number of words in all parts of the statement. */
  readonly statementLength: number;
}

/** Parts of statements ordered by start, as columns. They may be nested. */
export interface Stretches {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The furthest end of this part and all before it. */
  readonly reaches: Uint32Array;
  readonly statements: Uint32Array;
  readonly statementLengths: Uint32Array;
}

/** Packs the parts of statements in some articles, ordered by start. */
export function packStretches(stretches: readonly Stretch[]): Uint8Array {
  const writer = new ByteWriter().varint(stretches.length);
  let last = 0;
  for (const { start, end, statement, statementLength } of stretches) {
    const length = end - start;
    writer
      .varint(start - last)
      .varint(length)
      .varint(statement)
      .varint(statementLength - length);
    last = start;
  }
  return writer.finish();
}

export function unpackStretches(piece: Uint8Array): Stretches {
  const reader = new ByteReader(piece);
  const count = reader.varint();
  const column = () => new Uint32Array(count);
  const [starts, ends, reaches, statements, statementLengths] = [column(), column(), column(), column(), column()];
  let start = 0;
  let reach = 0;
  for (let index = 0; index < count; index++) {
    start += reader.varint();
    const length = reader.varint();
    reach = Math.max(reach, start + length);
    starts[index] = start;
    ends[index] = start + length;
    reaches[index] = reach;
    statements[index] = reader.varint();
    statementLengths[index] = length + reader.varint();
  }
  return { starts, ends, reaches, statements, statementLengths };
}

export interface Names {
  /** The first position of each name, and of what comes after the last. */
  readonly starts: Uint32Array;
  /** The document that each names. */
  readonly documents: Uint32Array;
}

/** Packs neighbouring names, ordered by their positions and the documents that they name. */
export function packNames({ starts, documents }: Names): Uint8Array {
  return new ByteWriter().list(starts).list(documents).finish();
}

export function unpackNames(piece: Uint8Array): Names {
  const reader = new ByteReader(piece);
  return { starts: reader.list(), documents: reader.list() };
}

/** Packs the places of neighbouring statements: the ranges of each, ordered by position. */
export function packStatements(statements: readonly (readonly WordRange[])[]): Uint8Array {
  const writer = new ByteWriter();
  for (const ranges of statements) {
    writer.varint(ranges.length);
    let last = 0;
    for (const { start, end } of ranges) {
      writer.varint(start - last).varint(end - start);
      last = end;
    }
  }
  return writer.finish();
}

/** The ranges of the statement with this number in the piece. */
export function rangesOfStatement(piece: Uint8Array, number: number): WordRange[] {
  const reader = new ByteReader(piece);
  for (let skipped = 0; skipped < number; skipped++) {
    for (let rest = 2 * reader.varint(); rest > 0; rest--) reader.varint();
  }
  let last = 0;
  return Array.from({ length: reader.varint() }, () => {
    const start = last + reader.varint();
    last = start + reader.varint();
    return { start, end: last };
  });
}
