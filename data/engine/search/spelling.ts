/** Spellings in order, front-coded: each says how much of the one before it repeats, and how it goes on. */
import type { ByteReader, ByteWriter } from '../../bytes.ts';
import { partitionPoint } from '../../page.ts';

/** Writes spellings that stand in order; where they do not, it only takes more room. */
export function packSpellings(writer: ByteWriter, spellings: readonly string[]): void {
  writer.varint(spellings.length);
  const endings: string[] = [];
  let last = '';
  for (const spelling of spellings) {
    const shared = sharedLength(last, spelling);
    writer.varint(shared).varint(spelling.length - shared);
    endings.push(spelling.slice(shared));
    last = spelling;
  }
  writer.text(endings.join(''));
}

export function unpackSpellings(reader: ByteReader): string[] {
  const count = reader.varint();
  const lengths = new Uint32Array(2 * count);
  for (let index = 0; index < lengths.length; index++) lengths[index] = reader.varint();
  // One call for all endings: decoding each alone takes many times as long.
  const endings = reader.text();
  const spellings: string[] = [];
  let last = '';
  let at = 0;
  for (let index = 0; index < count; index++) {
    const end = at + (lengths[2 * index + 1] ?? 0);
    last = last.slice(0, lengths[2 * index]) + endings.slice(at, end);
    spellings.push(last);
    at = end;
  }
  return spellings;
}

/** How many UTF-16 units both begin with. A surrogate pair stays whole, since half of one cannot be written. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  const isInPair = shared > 0 && (b.charCodeAt(shared - 1) & 0xfc00) === 0xd800;
  return isInPair ? shared - 1 : shared;
}

/** The letters of a word, as code points: what a mistake changes one of. */
export function lettersOf(word: string): string[] {
  return [...word];
}

export function reversed(word: string): string {
  return lettersOf(word).reverse().join('');
}

/** The index of the last spelling that is `word` or before it; -1 where all are behind. Order is that of `<`. */
export function lastNotBehind(spellings: readonly string[], word: string): number {
  return partitionPoint(spellings, (spelling) => spelling <= word) - 1;
}
