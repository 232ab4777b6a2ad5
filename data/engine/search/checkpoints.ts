/**
 * Checkpoints: where every sixteenth word of an article begins in its text. To find the place of one word, only the few
 * words from the checkpoint before it must be split, not the whole text.
 */
import { ByteReader, ByteWriter } from '../../bytes.ts';
import type { Word } from '../../fold.ts';

export const WORDS_A_CHECKPOINT = 16;

export interface Checkpoint {
  /** The length of the text before it, in both units (see `Span`). */
  readonly utf16: number;
  readonly codePoints: number;
}

/** The checkpoints of a text with these words. */
export function checkpointsOf(text: string, words: readonly Word[]): Checkpoint[] {
  const checkpoints: Checkpoint[] = [];
  let utf16 = 0;
  let codePoints = 0;
  for (let index = 0; index < words.length; index += WORDS_A_CHECKPOINT) {
    const next = words[index]?.utf16Start ?? text.length;
    codePoints += countCodePointsBetween(text, utf16, next);
    utf16 = next;
    checkpoints.push({ utf16, codePoints });
  }
  return checkpoints;
}

/** The number of code points between two UTF-16 positions, neither of which splits a surrogate pair. */
export function countCodePointsBetween(text: string, utf16Start: number, utf16End: number): number {
  let count = 0;
  for (let at = utf16Start; at < utf16End; at++) {
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (isPair) at++;
    count++;
  }
  return count;
}

/** Packs the checkpoints of neighbouring articles. */
export function packCheckpoints(articles: readonly (readonly Checkpoint[])[]): Uint8Array {
  const writer = new ByteWriter();
  for (const checkpoints of articles) {
    writer.varint(checkpoints.length);
    let last: Checkpoint = { utf16: 0, codePoints: 0 };
    for (const checkpoint of checkpoints) {
      const utf16 = checkpoint.utf16 - last.utf16;
      // The number of surrogate pairs between, which is usually 0.
      writer.varint(utf16).varint(utf16 - (checkpoint.codePoints - last.codePoints));
      last = checkpoint;
    }
  }
  return writer.finish();
}

/** The checkpoints of the article with this number in the piece. */
export function checkpointsOfArticle(piece: Uint8Array, number: number): Checkpoint[] {
  const reader = new ByteReader(piece);
  for (let skipped = 0; skipped < number; skipped++) {
    for (let rest = 2 * reader.varint(); rest > 0; rest--) reader.varint();
  }
  let utf16 = 0;
  let codePoints = 0;
  return Array.from({ length: reader.varint() }, () => {
    const more = reader.varint();
    utf16 += more;
    codePoints += more - reader.varint();
    return { utf16, codePoints };
  });
}
