/** Spellings in order, front-coded: each has the length that it shares with the one before, and the rest. */
import type { ByteReader, ByteWriter } from '../../bytes.ts';
import { partitionPoint } from '../../page.ts';

/** Writes spellings, which should be in order; if they are not, they only take more room. */
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
  // One call decodes all endings: decoding each alone takes many times as long.
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

/** The number of UTF-16 units at the beginning that both share. Never splits a surrogate pair, which UTF-8 cannot hold. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  const isInPair = shared > 0 && (b.charCodeAt(shared - 1) & 0xfc00) === 0xd800;
  return isInPair ? shared - 1 : shared;
}

/** The letters of a word, as code points; a mistake changes one of them. */
export function lettersOf(word: string): string[] {
  return [...word];
}

export function reversed(word: string): string {
  return lettersOf(word).reverse().join('');
}

/** The index of the last spelling that is `word` or before it; -1 if all come after. The order is that of `<`. */
export function lastNotAfter(spellings: readonly string[], word: string): number {
  return partitionPoint(spellings, (spelling) => spelling <= word) - 1;
}
