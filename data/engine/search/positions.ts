/**
 * Positions: every word of every text and name has one, in one long row. One position between two texts or names is
 * skipped, so that no phrase runs from one into the next. A list of positions is in rising order.
 */
import { ByteWriter } from '../../bytes.ts';

/** The most bytes in one piece of a long list. */
const LONGEST_PIECE = 400_000;
const LONGEST_NUMBER = 4;

/** The positions as gaps, cut into pieces that can each be read alone. */
export function packPositions(positions: Uint32Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const aPiece = LONGEST_PIECE / LONGEST_NUMBER;
  for (let from = 0; from < positions.length; from += aPiece) {
    const writer = new ByteWriter();
    let last = 0;
    for (const position of positions.subarray(from, from + aPiece)) {
      writer.varint(position - last);
      last = position;
    }
    pieces.push(writer.finish());
  }
  return pieces;
}

/** Reads the pieces of some lists of positions, `count` in all, into one list in order. */
export function unpackPositions(pieces: readonly Uint8Array[], count: number): Uint32Array {
  const positions = new Uint32Array(count);
  let filled = 0;
  let isSorted = true;
  for (const piece of pieces) {
    const from = filled;
    filled = unpackPiece(piece, positions, from);
    isSorted &&= from === 0 || (positions[from - 1] ?? 0) < (positions[from] ?? 0);
  }
  return isSorted ? positions : sortNumbers(positions);
}

/** Written out instead of using a `ByteReader`, because long lists are most of a search's work: twice as fast. */
function unpackPiece(bytes: Uint8Array, into: Uint32Array, from: number): number {
  let filled = from;
  let last = 0;
  let gap = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    gap |= (byte & 0x7f) << shift;
    if (byte > 0x7f) {
      shift += 7;
      continue;
    }
    last += gap;
    into[filled++] = last;
    gap = 0;
    shift = 0;
  }
  return filled;
}

/** The first index from `from` on whose number is `bound` or more. Steps double, because the answer is usually near. */
export function indexFrom(numbers: ArrayLike<number>, bound: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step <= numbers.length && (numbers[low + step - 1] ?? 0) < bound) {
    low += step;
    step *= 2;
  }
  let high = Math.min(numbers.length, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A run of positions that lie in one part, such as those of one piece of the layout. */
export interface Section {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts positions where parts begin; `starts` also has the end of the last. Positions outside all parts are left out. */
export function sectionsOf(positions: Uint32Array, starts: Uint32Array): Section[] {
  const cut: Section[] = [];
  const end = starts[starts.length - 1] ?? 0;
  let part = 0;
  let from = indexFrom(positions, starts[0] ?? 0, 0);
  for (let first = positions[from]; first !== undefined && first < end; first = positions[from]) {
    part = indexFrom(starts, first + 1, part) - 1;
    const to = indexFrom(positions, starts[part + 1] ?? end, from);
    cut.push({ part, from, to });
    from = to;
  }
  return cut;
}

/** For shorter lists `sort` is as quick. */
const SHORT = 2000;
const DIGIT_BITS = 11;

/** Sorts the numbers digit by digit, which for long lists is five times as fast as comparing. */
export function sortNumbers(numbers: Uint32Array): Uint32Array {
  if (numbers.length < SHORT) return numbers.sort();
  let from: Uint32Array = numbers;
  let to: Uint32Array = new Uint32Array(numbers.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, shift: number): void {
  const mask = 2 ** DIGIT_BITS - 1;
  const places = new Uint32Array(2 ** DIGIT_BITS + 1);
  for (let index = 0; index < from.length; index++) {
    const digit = ((from[index] ?? 0) >>> shift) & mask;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit < places.length; digit++) places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  for (let index = 0; index < from.length; index++) {
    const number = from[index] ?? 0;
    const digit = (number >>> shift) & mask;
    const place = places[digit] ?? 0;
    to[place] = number;
    places[digit] = place + 1;
  }
}
