/** The dictionary: blocks of terms, each with its positions or the names of the pieces that hold them. */
import { ByteReader, ByteWriter } from '../../bytes.ts';
import { positionsPiece } from './pieces.ts';
import { packPositions } from './positions.ts';
import { packSpellings, unpackSpellings } from './spelling.ts';

/** A word of the corpus, folded, and its positions. */
export interface Term {
  readonly spelling: string;
  readonly positions: Uint32Array;
}

/** A term's entry in a block of the dictionary, with its positions still packed. */
export interface PackedTerm {
  readonly spelling: string;
  /** The number of its positions. */
  readonly count: number;
  /** The positions, or the names of the pieces that hold them. */
  readonly positions: Uint8Array | readonly string[];
}

/** In bytes. Longer lists of positions get pieces of their own, so that blocks stay quick to read. */
const LONGEST_IN_BLOCK = 4096;
const TERMS_A_BLOCK = 256;
const BLOCK_BYTES = 64 * 1024;

export interface PackedDictionary {
  readonly blocks: readonly Uint8Array[];
  /** The first term of each block. */
  readonly firstTerms: readonly string[];
  readonly longLists: readonly Uint8Array[];
}

/** Packs terms, which must come in order. */
export function packDictionary(terms: Iterable<Term>): PackedDictionary {
  const blocks: Uint8Array[] = [];
  const firstTerms: string[] = [];
  const longLists: Uint8Array[] = [];
  let open = openBlock();
  const close = () => {
    const [first] = open.spellings;
    if (first === undefined) return;
    blocks.push(finishBlock(open));
    firstTerms.push(first);
    open = openBlock();
  };
  for (const term of terms) {
    addTerm(open, term, longLists);
    if (open.spellings.length === TERMS_A_BLOCK || open.listBytes >= BLOCK_BYTES) close();
  }
  close();
  return { blocks, firstTerms, longLists };
}

interface OpenBlock {
  readonly spellings: string[];
  readonly numbers: ByteWriter;
  readonly lists: Uint8Array[];
  listBytes: number;
}

function openBlock(): OpenBlock {
  return { spellings: [], numbers: new ByteWriter(), lists: [], listBytes: 0 };
}

function addTerm(block: OpenBlock, { spelling, positions }: Term, longLists: Uint8Array[]): void {
  const packed = packPositions(positions);
  const [only] = packed;
  block.spellings.push(spelling);
  block.numbers.varint(positions.length);
  if (only !== undefined && packed.length === 1 && only.length <= LONGEST_IN_BLOCK) {
    block.numbers.varint(only.length);
    block.lists.push(only);
    block.listBytes += only.length;
  } else {
    block.numbers.varint(0).varint(longLists.length).varint(packed.length);
    longLists.push(...packed);
  }
}

function finishBlock({ spellings, numbers, lists }: OpenBlock): Uint8Array {
  const writer = new ByteWriter();
  packSpellings(writer, spellings);
  writer.raw(numbers.finish());
  for (const list of lists) writer.raw(list);
  return writer.finish();
}

/** The terms of a block for which `isWanted` holds; the others are not unpacked. */
export function termsOfBlock(block: Uint8Array, isWanted: (spelling: string) => boolean): PackedTerm[] {
  const reader = new ByteReader(block);
  const spellings = unpackSpellings(reader);
  const wanted: { spelling: string; count: number; from: number; length: number; names: readonly string[] }[] = [];
  let listBytes = 0;
  for (const spelling of spellings) {
    const count = reader.varint();
    const length = reader.varint();
    const names = length === 0 ? readPieceNames(reader) : [];
    if (isWanted(spelling)) wanted.push({ spelling, count, from: listBytes, length, names });
    listBytes += length;
  }
  const lists = reader.at;
  return wanted.map(({ spelling, count, from, length, names }) => ({
    spelling,
    count,
    positions: length === 0 ? names : block.subarray(lists + from, lists + from + length),
  }));
}

function readPieceNames(reader: ByteReader): string[] {
  const first = reader.varint();
  return Array.from({ length: reader.varint() }, (_, index) => positionsPiece(first + index));
}

const SPELLINGS_A_REVERSED_BLOCK = 512;

/** Packs the terms spelled backwards, with which mistakes in a word's first half are found. */
export function packReversed(spellings: readonly string[]): { blocks: Uint8Array[]; firstTerms: string[] } {
  const blocks: Uint8Array[] = [];
  const firstTerms: string[] = [];
  for (let from = 0; from < spellings.length; from += SPELLINGS_A_REVERSED_BLOCK) {
    const writer = new ByteWriter();
    packSpellings(writer, spellings.slice(from, from + SPELLINGS_A_REVERSED_BLOCK));
    blocks.push(writer.finish());
    firstTerms.push(spellings[from] ?? '');
  }
  return { blocks, firstTerms };
}

export function unpackReversed(block: Uint8Array): string[] {
  return unpackSpellings(new ByteReader(block));
}
