/**
 * Byte strings by name: a hash table that is searched in place, so that opening it costs nothing whatever its size. It
 * does not store names, only two independent hashes of 32 bits: packing refuses two names for which both are equal, and
 * an absent name is mistaken for another once in 2^64.
 */

import { joinBytes } from '../bytes.ts';
import { hashesOf } from '../hash.ts';

/** The bytes of an entry: two hashes, the start of the piece, and its length. */
const ENTRY = 16;

export function packNamedPieces(pieces: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const slots = slotCount(pieces.size);
  const table = new DataView(new ArrayBuffer(4 + slots * ENTRY));
  table.setUint32(0, slots, true);
  let total = 0;
  for (const [name, piece] of pieces) {
    const [first, second] = hashesOf(name);
    let slot = first % slots;
    while (!isEmpty(table, slot)) {
      if (hasHashes(table, slot, first, second)) throw new Error(`"${name}" has the hashes of another name.`);
      slot = (slot + 1) % slots;
    }
    const at = 4 + slot * ENTRY;
    table.setUint32(at, first, true);
    table.setUint32(at + 4, second, true);
    table.setUint32(at + 8, total, true);
    table.setUint32(at + 12, piece.length, true);
    total += piece.length;
  }
  return joinBytes([new Uint8Array(table.buffer), ...pieces.values()]);
}

/** The pieces that `packNamedPieces` packed. */
export class NamedPieces {
  readonly #bytes: Uint8Array;
  readonly #table: DataView;
  readonly #slots: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#table = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#slots = this.#table.getUint32(0, true);
  }

  get(name: string): Uint8Array | null {
    const [first, second] = hashesOf(name);
    for (let slot = first % this.#slots; !isEmpty(this.#table, slot); slot = (slot + 1) % this.#slots) {
      if (!hasHashes(this.#table, slot, first, second)) continue;
      const at = 4 + slot * ENTRY;
      const start = 4 + this.#slots * ENTRY + this.#table.getUint32(at + 8, true);
      return this.#bytes.subarray(start, start + this.#table.getUint32(at + 12, true));
    }
    return null;
  }
}

/** Leaves a quarter of the slots empty, so that every search ends soon. */
function slotCount(size: number): number {
  return Math.ceil((size + 1) * 1.34);
}

function isEmpty(table: DataView, slot: number): boolean {
  return hasHashes(table, slot, 0, 0);
}

function hasHashes(table: DataView, slot: number, first: number, second: number): boolean {
  const at = 4 + slot * ENTRY;
  return table.getUint32(at, true) === first && table.getUint32(at + 4, true) === second;
}
