/**
 * Deltas: a chunk as its difference from an older one. An article more changes a byte here and there in most of the
 * index, because later things get other numbers; whole, that would be most of what a publication writes.
 */
import { ByteReader, ByteWriter, unzigzag, zigzag } from '../bytes.ts';

/**
 * Steps until the end. Each copies some bytes of the base, from where the step before stopped reading it plus a
 * distance, and then adds bytes of its own.
 */
export function packDelta(base: Uint8Array, content: Uint8Array): Uint8Array {
  const find = indexBlocks(base);
  const writer = new ByteWriter().varint(content.length);
  let [read, written] = [0, 0];
  let own = 0;
  // The step is written once it is known where its own bytes end.
  let [from, length] = [0, 0];
  const finishStep = () => {
    writer
      .varint(zigzag(from - read))
      .varint(length)
      .varint(own);
    writer.raw(content.subarray(written + length, written + length + own));
    read = from + length;
    written += length + own;
    own = 0;
  };
  length = matchLength(base, 0, content, 0);
  for (let at = length; at < content.length; ) {
    const expected = from + length + own;
    const next = matchLength(base, expected, content, at) >= BLOCK ? expected : find(content, at);
    if (next === null) {
      own += 1;
      at += 1;
      continue;
    }
    finishStep();
    from = next;
    length = matchLength(base, from, content, at);
    at += length;
  }
  finishStep();
  return writer.finish();
}

/** The content of which this is the delta. Throws if the delta does not fit the base. */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array {
  const reader = new ByteReader(delta);
  const content = new Uint8Array(reader.varint());
  let [read, written] = [0, 0];
  while (written < content.length || !reader.isAtEnd) {
    const from = read + unzigzag(reader.varint());
    const length = reader.varint();
    content.set(base.subarray(from, from + length), written);
    const own = reader.raw(reader.varint());
    content.set(own, written + length);
    read = from + length;
    written += length + own.length;
  }
  return content;
}

/** Shorter matches cost more to describe than they save. */
const BLOCK = 6;

/** Returns a function that finds a place in the base where the next block of the content begins; null if it sees none. */
function indexBlocks(base: Uint8Array): (content: Uint8Array, at: number) => number | null {
  // One more than the last place of a block with that hash; a place that another block took is not found.
  const places = new Int32Array(2 ** HASH_BITS);
  for (let at = 0; at + BLOCK <= base.length; at++) places[hashBlock(base, at)] = at + 1;
  return (content, at) => {
    if (at + BLOCK > content.length) return null;
    const place = (places[hashBlock(content, at)] ?? 0) - 1;
    return place >= 0 && matchLength(base, place, content, at) >= BLOCK ? place : null;
  };
}

const HASH_BITS = 16;

function hashBlock(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let index = at; index < at + BLOCK; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> (32 - HASH_BITS);
}

function matchLength(base: Uint8Array, from: number, content: Uint8Array, at: number): number {
  let length = 0;
  while (from + length < base.length && at + length < content.length && base[from + length] === content[at + length]) {
    length += 1;
  }
  return length;
}
