/** Evidence in a bundle: its words are cut out of the bytes of the article's text once, when first needed. */
import type { Evidence, Slug } from '../model.ts';
import { CONTEXT_LENGTH } from '../text.ts';
import type { StoredEvidence } from './value.ts';

/** What evidence needs from the bundle. */
export interface Texts {
  readonly slugOf: (articleNumber: number) => Slug;
  readonly bytesOf: (articleNumber: number) => Uint8Array;
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

export class BundledEvidence implements Evidence {
  readonly type = 'Evidence';
  readonly start: number;
  readonly end: number;
  readonly utf16Start: number;
  readonly utf16End: number;
  readonly paragraph: number;
  readonly #stored: StoredEvidence;
  readonly #texts: Texts;
  #exact: string | null = null;
  #prefix: string | null = null;
  #suffix: string | null = null;

  constructor(stored: StoredEvidence, texts: Texts) {
    this.start = stored.start;
    this.end = stored.end;
    this.utf16Start = stored.utf16Start;
    this.utf16End = stored.utf16End;
    this.paragraph = stored.paragraph;
    this.#stored = stored;
    this.#texts = texts;
  }

  get source(): Slug {
    return this.#texts.slugOf(this.#stored.articleNumber);
  }

  get exact(): string {
    const { byteStart, byteEnd } = this.#stored;
    this.#exact ??= this.#decode(byteStart, byteEnd);
    return this.#exact;
  }

  get prefix(): string {
    const { byteStart } = this.#stored;
    this.#prefix ??= this.#decode(startOfLast(CONTEXT_LENGTH, this.#bytes, byteStart), byteStart);
    return this.#prefix;
  }

  get suffix(): string {
    const { byteEnd } = this.#stored;
    this.#suffix ??= this.#decode(byteEnd, endOfFirst(CONTEXT_LENGTH, this.#bytes, byteEnd));
    return this.#suffix;
  }

  get #bytes(): Uint8Array {
    return this.#texts.bytesOf(this.#stored.articleNumber);
  }

  #decode(start: number, end: number): string {
    return DECODER.decode(this.#bytes.subarray(start, end));
  }
}

/** The byte where the last `count` characters before `end` begin. */
function startOfLast(count: number, bytes: Uint8Array, end: number): number {
  let start = end;
  for (let left = count; left > 0 && start > 0; ) {
    start -= 1;
    if (beginsCharacter(bytes[start])) left -= 1;
  }
  return start;
}

/** The byte where the first `count` characters from `start` end. */
function endOfFirst(count: number, bytes: Uint8Array, start: number): number {
  let end = start;
  for (let left = count; end < bytes.length; end++) {
    if (!beginsCharacter(bytes[end])) continue;
    if (left === 0) break;
    left -= 1;
  }
  return end;
}

/** In UTF-8 every byte of a character but the first is 10xxxxxx. */
function beginsCharacter(byte = 0): boolean {
  return (byte & 0xc0) !== 0x80;
}
