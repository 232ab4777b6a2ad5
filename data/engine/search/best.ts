/**
 * Best hits, found when compiling, for words and beginnings of words that are so frequent that looking them up takes
 * long. Nearly every reader wants only the first hits of the ranking and the total.
 */
import { ByteReader, ByteWriter } from '../../bytes.ts';

export interface BestHits {
  /** The number of hits of each type, in the order of `ENTITY_TYPES`. */
  readonly totals: readonly number[];
  /** The ranks of the first hits, in order. */
  readonly ranks: Float64Array;
}

/** The best hits of words at more positions than this are stored. */
export const FREQUENT_FROM = 10_000;
/** The number of hits that are stored. */
export const BEST_COUNT = 200;

export function packBestHits({ totals, ranks }: BestHits): Uint8Array {
  const writer = new ByteWriter().varint(totals.length);
  for (const total of totals) writer.varint(total);
  writer.varint(ranks.length);
  let last = 0;
  for (const rank of ranks) {
    writer.varint(rank - last);
    last = rank;
  }
  return writer.finish();
}

export function unpackBestHits(piece: Uint8Array): BestHits {
  const reader = new ByteReader(piece);
  const totals = Array.from({ length: reader.varint() }, () => reader.varint());
  let last = 0;
  const ranks = new Float64Array(reader.varint()).map(() => {
    last += reader.varint();
    return last;
  });
  return { totals, ranks };
}
